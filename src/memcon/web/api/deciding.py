"""What decisions are told with, one body a verb."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from memcon.model import Act
from memcon.web.api.models import AccountKey, Value


class Deciding(Value):
    """What every decision is told with."""

    model_config = ConfigDict(extra="forbid")

    author: str | None = Field(None, min_length=1, description="Who decides; or in the header Memcon-Author.")
    because: str | None = Field(None, description="Why, in words.")


class Merging(Deciding):
    """Engagements that are one."""

    engagements: list[str] = Field(min_length=2, max_length=50, description="Their ids.")


class Parting(Deciding):
    """Two engagements that are never the same."""

    engagements: list[str] = Field(min_length=2, max_length=2, description="Their ids.")


class Splitting(Deciding):
    """Accounts that are of another engagement than the rest."""

    engagement: str = Field(min_length=1, description="The engagement's id.")
    accounts: list[AccountKey] = Field(min_length=1, description="The accounts to take out.")


class Correcting(Deciding):
    """A value that is wrong; fields and values as ``memcon correct`` takes them."""

    engagement: str = Field(min_length=1, description="The engagement's id.")
    field: str = Field(min_length=1, description="What to correct: kind, status, mode, start, parties ...")
    value: str = Field(min_length=1, description="The right value, 'none' where nothing is told, or a party or person.")
    remove: bool = Field(False, strict=True, description="The party or person does not take part.")
    name: str | None = Field(None, description="The person's right name.")
    office: str | None = Field(None, description="The office in which they took part.")
    party: str | None = Field(None, description="Whom the person represents.")


class Restating(Deciding):
    """Words that are a statement of somebody, or none."""

    engagement: str = Field(min_length=1, description="The engagement's id.")
    words: str = Field(min_length=1, max_length=10_000, description="The statement's words, as they stand in a source.")
    document: str | None = Field(None, min_length=1, description="In which document; with 'start'.")
    start: int | None = Field(None, ge=0, le=2**31, strict=True, description="From which code point of its text.")
    speakers: list[str] = Field([], max_length=50, description="Names of participants, or parties; none: as it is.")
    act: Act | None = Field(None, description="What they do by it; null: as it is.")
    remove: bool = Field(False, strict=True, description="The words are no statement.")


class Accepting(Deciding):
    """A field, or an engagement, or a decision after a second look, that is right."""

    engagement: str | None = Field(None, min_length=1, description="The engagement's id.")
    field: str | None = Field(None, min_length=1, description="What was checked; null: all of the engagement.")
    decision: str | None = Field(None, min_length=1, description="A decision that still holds.")


class Placing(Deciding):
    """What an engagement is a part of."""

    engagement: str = Field(min_length=1, description="The engagement's id.")
    whole: str | None = Field(None, min_length=1, description="Id of the visit or conference; null: a part of none.")


class Dismissing(Deciding):
    """What was read as an engagement and is none."""

    engagement: str = Field(min_length=1, description="The engagement's id.")


class Undoing(Deciding):
    """A decision to be undone."""

    decision: str = Field(min_length=1, description="The decision's id.")
