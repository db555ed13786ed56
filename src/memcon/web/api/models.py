"""How the record's values are described and written: spans, values with their words, accounts, engagements.

Each model is made of the value of the same name by its attributes, so that nothing is told twice in other words.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import AliasPath, BaseModel, ConfigDict, Field, model_validator

from memcon import model
from memcon.exporting.topics import topics_as_json
from memcon.linking.engagements import Standing
from memcon.model import Act, DocumentKind, EngagementKind, GapKind, Mode, SpeechMode, Status, TurnRole

T = TypeVar("T")


class Value(BaseModel):
    """Base of what is answered."""

    model_config = ConfigDict(from_attributes=True, frozen=True)

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """Name a model of some type: CitedOfText, ChoiceOfPlace."""
        return f"{cls.__name__}Of{''.join('Text' if p is str else p.__name__ for p in params)}"


class Span(Value):
    """Where some words stand in a document's canonical text."""

    document: str = Field(description="The document's id.")
    start: int = Field(description="Offset of the first code point.")
    end: int = Field(description="Offset after the last code point.")
    text: str = Field(description="The exact words.")


class Cited(Value, Generic[T]):
    """A value with the words it comes from."""

    value: T = Field(description="The value in normal form: ISO dates, codes of states, names as written.")
    spans: list[Span] = Field(description="The words that say it, or from which it was derived.")
    rule: str = Field(description="'stated' where the words say it themselves, else the rule that derived it.")
    confidence: float | None = Field(
        description="Share of right ones among values found in this way in hand-coded documents; null: not measured."
    )


class Place(Value):
    """Where an engagement took place."""

    city: str | None = Field(description="The city's English name as written.")
    country: str | None = Field(description="ISO 3166 alpha-2 code.")


class Participant(Value):
    """One who takes part, by name, by office, or both."""

    name: Cited[str] | None = Field(description="The name; null where only the office is told.")
    office: Cited[str] | None = Field(description="The office in which they take part.")
    party: Cited[str] | None = Field(description="Whom they represent: a party's code or name.")


class TopicWords(Value):
    """Words that stand for a topic."""

    start: int = Field(description="Offset of the first code point in the document.")
    end: int = Field(description="Offset after the last code point.")
    text: str = Field(description="The words.")


class Topic(Value):
    """A topic of EuroVoc that a statement is about."""

    code: str = Field(description="EuroVoc code.")
    name: str = Field(description="Plain name.")
    words: list[TopicWords] = Field(description="The words that stand for it.")


class Statement(Value):
    """What somebody is reported as saying at an engagement."""

    text: Span = Field(description="The exact words of the document.")
    speakers: list[Cited[str]] = Field(description="To whom it is attributed: participants' names or parties' codes.")
    act: Cited[Act] = Field(description="What is done by saying it.")
    mode: SpeechMode = Field(description="Whether it stands in quotation marks.")
    source: str = Field(description="'text' for what a writer reports, 'turn' for what a transcript's speaker says.")
    topics: list[Topic] = Field(description="What it is about.")

    @model_validator(mode="before")
    @classmethod
    def _with_topics(cls, value: object) -> object:
        if not isinstance(value, model.Statement):
            return value
        fields = {name: getattr(value, name) for name in ("text", "speakers", "act", "mode", "source")}
        return fields | {"topics": topics_as_json(value)}


class Account(Value):
    """What one document says of one engagement; what it does not tell is null or empty, which is never 'no'."""

    id: str = Field(description="Its id within the document.")
    document: str = Field(description="The document's id.")
    main: bool = Field(description="Whether it is the document's subject, or mentioned only.")
    kind: Cited[EngagementKind] = Field(description="The kind of engagement.")
    status: Cited[Status] = Field(description="Held, planned or cancelled, as seen from the document's date.")
    mode: Cited[Mode] | None = Field(description="How the parties met.")
    start: Cited[str] | None = Field(description="First day, local; as exact as told (2022, 2022-05, 2022-05-09).")
    end: Cited[str] | None = Field(description="Last day, local.")
    place: Cited[Place] | None = Field(description="Where.")
    forum: Cited[str] | None = Field(description="The name of the format, as written.")
    parties: list[Cited[str]] = Field(description="Codes of states, acronyms of organisations, other names as written.")
    participants: list[Participant] = Field(description="Who takes part.")
    others: list[Participant] = Field(description="Who else is present.")
    statements: list[Statement] = Field(description="What is said.")
    part_of: str | None = Field(description="Id of the account, in this document, of the visit it is a part of.")
    initiator: Cited[str] | None = Field(description="Who asked for it.")
    duration: Cited[str] | None = Field(description="How long it lasted.")
    signed: list[Cited[str]] = Field(description="What was signed.")
    date_words: Span | None = Field(description="Words of a date that cannot be told without the document's own day.")


class Turn(Value):
    """One speaker's words in a transcript."""

    role: TurnRole = Field(validation_alias=AliasPath("turn", "role"), description="Who speaks.")
    speaker: Cited[str] | None = Field(description="The speaker's fullest name in the document, null if unnamed.")
    label: Span = Field(validation_alias=AliasPath("turn", "label"), description="The label as printed.")
    words: Span = Field(validation_alias=AliasPath("turn", "words"), description="What is said.")


class Gap(Value):
    """A mark such as '(inaudible)'."""

    kind: GapKind = Field(description="What the mark says of the words around it.")
    span: Span = Field(description="Where it stands.")


class Rival(Value, Generic[T]):
    """What one account tells of a field."""

    document: str = Field(description="The document's id.")
    account: str = Field(description="The account's id within the document.")
    value: Cited[T] = Field(description="What it tells.")

    @model_validator(mode="before")
    @classmethod
    def _of_pair(cls, value: object) -> object:
        if not isinstance(value, tuple):
            return value
        key, cited = value
        return {"document": key.document, "account": key.account, "value": cited}


class Choice(Value, Generic[T]):
    """A field of an engagement: the preferred value, what every account tells, and the reason for the preference."""

    preferred: Cited[T] | None = Field(description="The preferred value; null where no account tells one.")
    rivals: list[Rival[T]] = Field(description="What every account tells that tells the field.")
    reason: str = Field(description="Why the value is preferred.")
    standing: Standing = Field(description="What is known of the field; 'not reported' is never 'no'.")


class AccountKey(Value):
    """Which account."""

    document: str = Field(description="The document's id.")
    account: str = Field(description="The account's id within the document.")


class Ruling(Value):
    """What somebody decided on an engagement, and what has become of it."""

    decision: str = Field(description="The decision's id.")
    verb: str = Field(description="What it does: merge, split, apart, correct, accept.")
    author: str = Field(description="Who decided.")
    at: str = Field(description="When (UTC).")
    because: str | None = Field(description="Why, in the author's words.")
    field: str | None = Field(description="What was corrected or accepted; null: all.")
    value: str | None = Field(description="The correction in words.")
    read: str | None = Field(description="What stands there without it, with the reason.")
    in_force: bool = Field(description="Whether it holds.")
    looks: list[str] = Field(description="Why somebody should look at it again.")
    superseded: str | None = Field(description="The decision that took its place.")


class DocumentLine(Value):
    """A document without its text."""

    id: str = Field(description="SHA-256 of the bytes as they came, in hex.")
    name: str = Field(description="What its source calls it.")
    title: str | None = Field(description="Its title.")
    publisher: str | None = Field(description="Who published it.")
    url: str | None = Field(description="Where it was published.")
    published: str | None = Field(description="Day of publication as stated, local to the publisher.")
    language: str | None = Field(description="ISO 639-1 code.")
    media_type: str = Field(description="What the bytes are.")


class DocumentRow(DocumentLine):
    """A document in the list."""

    kind: DocumentKind = Field(description="What sort of text it is.")
    added: str = Field(description="When it came into the record (UTC).")
