"""How documents come in: files of several kinds, folders, globs, standard input, and texts handed over in Python.

An input that cannot be read is reported as a :class:`Failure` with its name and the reason, and the rest goes on.
"""

from memcon.sources.given import Failure
from memcon.sources.inputs import documents
from memcon.sources.made import document_from_record, document_from_text

__all__ = ["Failure", "document_from_record", "document_from_text", "documents"]
