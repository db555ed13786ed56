"""What stands in the queue, and how it is named in an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from memcon.decisions.values import Field
from memcon.errors import UsageError
from memcon.reviewing.doubting import EDITED

_REFERENCE = re.compile(r"(E-[0-9a-f]{8})(?:\.([a-z]+)|\.(D-[0-9a-f]{10})|\+(E-[0-9a-f]{8}))")
JOIN = "join"


class ItemKind(StrEnum):
    """What is in doubt."""

    VALUE = "value"
    """A field of an engagement."""
    JOIN = "join"
    """Whether accounts that were joined are of one occasion."""
    NEAR = "near"
    """Whether two engagements that were nearly joined are one."""
    LOOK = "look"
    """Whether a decision still holds."""


class About(StrEnum):
    """What a queue can be narrowed to: one field, or one sort of what is no field."""

    KIND = "kind"
    STATUS = "status"
    DATE = "date"
    PLACE = "place"
    MODE = "mode"
    FORUM = "forum"
    PARTIES = "parties"
    PARTICIPANTS = "participants"
    JOIN = "join"
    NEAR = "near"
    LOOK = "look"


class Action(StrEnum):
    """What a reviewer does."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    APART = "apart"
    DISMISS = "dismiss"
    PART_OF = "part-of"
    LATER = "later"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Reference:
    """Which item: of an engagement a field, its joining, a decision to look at again, or the other engagement.

    Written ``E-293a27ea.date``, ``E-293a27ea.join``, ``E-293a27ea.D-79fd361b7b``, ``E-293a27ea+E-f73950bd``.
    """

    engagement: str
    kind: ItemKind
    about: str

    def __str__(self) -> str:
        """Give the reference as it stands in an address."""
        return f"{self.engagement}{'+' if self.kind is ItemKind.NEAR else '.'}{self.about}"

    @property
    def field(self) -> Field:
        """The field of a value; raises UsageError where it is none."""
        if self.kind is not ItemKind.VALUE:
            raise UsageError("only a value can be edited; this is about what is joined or decided")
        return Field(self.about)

    @classmethod
    def of(cls, words: str) -> Reference:
        """Read a reference; raises UsageError where it is none."""
        found = _REFERENCE.fullmatch(words)
        name = found[2] if found else None
        if found is None or (name is not None and name != JOIN and name not in {f.value for f in EDITED}):
            raise UsageError(f"{words!r} names nothing that can be reviewed; such as E-293a27ea.date")
        if name == JOIN:
            return cls(found[1], ItemKind.JOIN, JOIN)
        if name is not None:
            return cls(found[1], ItemKind.VALUE, name)
        return cls(found[1], ItemKind.LOOK, found[3]) if found[3] else cls(found[1], ItemKind.NEAR, found[4])
