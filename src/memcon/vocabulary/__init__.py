"""The knowledge of diplomatic writing, as data: one file a topic under ``data/``, one module a file that loads it.

Files are tab-separated under a header line; ``#`` begins a comment, ``|`` stands between several values of a cell. A
wrong line is rejected with file and line number (:mod:`memcon.vocabulary.table`). To add a country's way of titling its
ministers, a forum or a publisher, add a line; the tests in ``tests/vocabulary`` fail where it is wrong.
"""
