"""What can go wrong, as exceptions with one line for people.

::

    MemconError                 exit code 1: the work could not be done
    ├── SourceError             an input could not be read
    ├── RecordError             the record could not be opened, read or written
    ├── VocabularyError         a line of a vocabulary file is wrong
    ├── UsersError              the file of users could not be opened, read or written
    ├── TooManyAttempts         a log-in has to wait
    └── UsageError              exit code 2: the command or call was used wrongly
        └── NothingFoundError   exit code 0: rightly used, and nothing fits
"""

from __future__ import annotations


class MemconError(Exception):
    """Base of all errors that memcon raises on purpose; the message says what is wrong with which input."""

    exit_code = 1


class SourceError(MemconError):
    """An input could not be read; the message names it, the reason and what to do."""


class RecordError(MemconError):
    """The record could not be opened, read or written."""


class VocabularyError(MemconError):
    """A line of a vocabulary file is wrong; the message names file and line."""


class UsersError(MemconError):
    """The file of users could not be opened, read or written."""


class TooManyAttempts(MemconError):
    """So many log-ins have failed that the next has to wait."""

    def __init__(self, seconds: int) -> None:
        """``seconds`` is how long."""
        super().__init__(f"too many log-ins have failed; try again in {_in_words(seconds)}")
        self.seconds = seconds


def _in_words(seconds: int) -> str:
    number, unit = (seconds, "second") if seconds < 120 else (-(-seconds // 60), "minute")
    return f"{number} {unit}{'s' if number != 1 else ''}"


class UsageError(MemconError):
    """The caller asked for something that does not exist or does not fit together."""

    exit_code = 2


class NothingFoundError(UsageError):
    """What was asked for makes sense, and the record has nothing that fits; to a command that is an answer."""

    exit_code = 0
