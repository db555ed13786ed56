"""What is followed over time: commitments, silence, set phrases, and the wording of successive readouts.

Each looks at the whole record, so that the first page takes longer than others; the rest is kept for the next pages.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.comparing.commitments import Commitment, commitments
from memcon.comparing.material import parties_of
from memcon.comparing.phrases import History, Scope, Step, drift, histories, history
from memcon.comparing.recorded import material_of, party_codes, scope_of
from memcon.comparing.silence import AbsenceKind, absences
from memcon.exporting.commitments import commitment_value
from memcon.exporting.drift import step_value
from memcon.exporting.phrases import history_value
from memcon.exporting.silence import absence_value
from memcon.record import Record
from memcon.web.api.models import Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["over time"]
_MOST = Query(max_length=2, description="A party's code or name; of two, both take part.")
Parties = Annotated[list[str], _MOST]


class Due(Value):
    """By when."""

    words: Span = Field(description="The words.")
    date: str | None = Field(description="The date, an ISO prefix.")
    rule: str = Field(description="'stated', or the rule that derived it.")


class Owner(Value):
    """A party of a commitment with the words that say so."""

    party: str = Field(description="The party's code or name.")
    rule: str = Field("stated", description="'stated', or the rule that derived it.")
    words: list[Span] = Field(description="The words.")


class Pledge(Value):
    """An undertaking, as one account tells it."""

    binding: str = Field(description="By what it is told: agreed, decided, pledged, signed.")
    firm: str = Field(description="How firm it is.")
    words: Span = Field(description="The words.")
    object: Span = Field(description="What is to be done.")
    owners: list[Owner] = Field(description="Who is to do it.")
    beneficiaries: list[Owner] = Field(description="For whom.")
    speakers: list[str] = Field(description="Who says so.")
    spoken: bool = Field(description="Whether it is said in a speaker's own words.")
    due: Due | None = Field(description="By when.")


class LaterMention(Value):
    """What a later document says of it."""

    span: Span = Field(description="The words.")
    day: str | None = Field(description="The document's day.")
    fate: str = Field(description="Carried out, repeated, or mentioned.")
    score: float = Field(description="How like the words are.")
    reason: str = Field(description="Why.")


class CommitmentRead(Pledge):
    """Something agreed or pledged, and what later documents say of it."""

    id: str = Field(description="Its id.")
    engagement: str = Field(description="The engagement's id.")
    day: str | None = Field(description="The engagement's first day.")
    standing: str = Field(description="In whose accounts it stands.")
    told_by: list[str] = Field(description="Parties whose accounts tell it.")
    not_told_by: list[str] = Field(description="Parties whose accounts do not.")
    tellings: list[Pledge] = Field(description="Every telling of it.")
    fate: str = Field(description="What later documents say of it.")
    open: bool = Field(description="Whether it was not found as carried out.")
    later: list[LaterMention] = Field(description="Later documents that speak of it.")
    looked_at: int = Field(description="How many later documents were looked at.")
    until: str | None = Field(description="The day of the last of them.")


class LookedAt(Value):
    """A publisher whose documents were looked at."""

    publisher: str = Field(description="The name.")
    documents: int = Field(description="How many documents.")
    last: str | None = Field(description="The day of the last of them.")


class AbsenceRead(Value):
    """What was looked for and not found in the sources of the record; that it is not there is no denial."""

    kind: AbsenceKind = Field(description="What was looked for.")
    engagement: str | None = Field(description="The engagement's id.")
    day: str | None = Field(description="Its day.")
    told_by: list[str] = Field(description="Parties that tell it.")
    party: str | None = Field(description="In whose documents it was looked for.")
    what: str = Field(description="What it is, in words.")
    words: Span = Field(description="The words that tell it.")
    statement: str = Field(description="The absence in words.")
    sources: list[LookedAt] = Field(description="What was looked at.")
    until: str | None = Field(description="The day of the last document looked at.")


class Run(Value):
    """A run of engagements without the phrase."""

    engagements: int = Field(description="How many.")
    first: str = Field(description="The day of the first.")
    last: str = Field(description="The day of the last.")


class Wording(Value):
    """One wording of a phrase."""

    form: str = Field(description="The wording.")
    first: str | None = Field(description="The day of its first use.")
    last: str | None = Field(description="The day of its last use.")
    documents: int = Field(description="Its documents, reprints counted once.")


class UseOfPhrase(Value):
    """One use of a phrase."""

    span: Span = Field(description="The words.")
    day: str | None = Field(description="The document's day.")
    engagements: list[str] = Field(description="Ids of the engagements that the document tells of.")
    speakers: list[str] = Field(description="Who says it.")
    sides: list[str] = Field(description="In whose voice it stands.")
    origin: str = Field(description="The document in which the words stood first.")
    reprint: bool = Field(description="Whether these words are a reprint.")


class Phrase(Value):
    """A set phrase over time."""

    phrase: str = Field(description="The phrase.")
    why: str = Field(description="Why it is taken for one.")
    documents: int = Field(description="Documents with it, reprints counted once.")
    engagements: int = Field(description="Engagements with it.")
    first: str | None = Field(description="The day of the first use.")
    last: str | None = Field(description="The day of the last use.")
    gap: Run | None = Field(description="The longest run of engagements without it, between two uses.")
    since: Run | None = Field(description="The engagements since its last use.")
    by_side: dict[str, int] = Field(description="Documents by the party in whose voice it stands.")
    by_year: dict[str, int] = Field(description="Documents by year.")
    forms: list[Wording] = Field(description="Its wordings.")
    uses: list[UseOfPhrase] = Field(description="Every use.")


class PhraseList(Value):
    """Set phrases in the documents on somebody's dealings."""

    scope: str = Field(description="Whose dealings.")
    documents: int = Field(description="How many documents there are on them.")
    engagements: int = Field(description="How many engagements.")
    items: list[Phrase] = Field(description="The phrases.")
    next: str | None = Field(description="The cursor of the next page; null on the last.")


class Readout(Value):
    """A readout."""

    document: str = Field(description="The document's id.")
    engagement: str = Field(description="The engagement's id.")
    day: str | None = Field(description="Its day.")


class Changed(Value):
    """What became of a sentence."""

    fate: str = Field(description="Kept, reworded, dropped, or new.")
    before: Span | None = Field(description="The words in the earlier readout.")
    after: Span | None = Field(description="The words in the later one.")
    likeness: float = Field(description="How like the two are, 0 to 100.")
    diff: list[list[str]] = Field(description="The words in order, each with the sign of what became of them.")


class StepRead(Value):
    """From one readout of an issuer to the next."""

    issuer: str = Field(description="Who issued both.")
    before: Readout = Field(description="The earlier.")
    after: Readout = Field(description="The later.")
    came: list[str] = Field(description="Set phrases that are new.")
    went: list[str] = Field(description="Set phrases that are gone.")
    changes: list[Changed] = Field(description="Sentence by sentence.")


class OverTime:
    """The endpoints of what is followed over time."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        for told, model in (
            (self.commitments, Page[CommitmentRead]),
            (self.silence, Page[AbsenceRead]),
            (self.phrases, PhraseList),
            (self.drift, Page[StepRead]),
        ):
            router.add_api_route(
                f"/{told.__name__}", told, response_model=model, tags=_TAGS, responses=answers(404, 422, 503)
            )

    def commitments(
        self,
        party: Parties = [],  # noqa: B006
        engagement: Annotated[str | None, Query(min_length=1, description="Only those of this engagement.")] = None,
        still_open: Annotated[bool, Query(description="Only those not found as carried out.")] = False,
        everything: Annotated[bool, Query(description="Also shared views, and what is promised in general.")] = False,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List what was agreed and pledged, by whom, for whom, by when, and what later documents say of it."""
        wanted = frozenset(party_codes(party, 2))
        with wrong_use(404):
            only = self.records.record().engagement(engagement).id if engagement else None

        def made(record: Record) -> list[Commitment]:
            material = material_of(record)
            chosen = [e for e in material.engagements if wanted <= parties_of(e) and only in (None, e.id)]
            return commitments(material, chosen, everything=everything)

        found = self.records.kept(("commitments", wanted, only, everything), made)
        rows = [c for c in found if c.open or not still_open]
        items, following = page_of(rows, limit, cursor, lambda c: f"{c.engagement} {c.id}")
        return Page[Any](items=[commitment_value(c) for c in items], next=following)

    def silence(
        self,
        party: Parties = [],  # noqa: B006
        kind: Annotated[list[AbsenceKind], Query(description="Only absences of these kinds.")] = [],  # noqa: B006
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List what one side reported, pledged, planned or used to say and was not found in the record's sources."""
        parties = party_codes(party, 2)
        found = self.records.kept(("silence", parties), lambda record: absences(material_of(record), parties))
        rows = [a for a in found if not kind or a.kind in kind]
        items, following = page_of(
            rows, limit, cursor, lambda a: f"{a.kind} {a.engagement} {a.party} {a.what} {a.words}"
        )
        return Page[Any](items=[absence_value(a) for a in items], next=following)

    def phrases(
        self,
        who: Annotated[
            list[str], Query(max_length=2, description="A party or two, by code or name, or a person.")
        ] = [],  # noqa: B006
        phrase: Annotated[str | None, Query(min_length=1, description="Only this one, with known variants.")] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> dict[str, Any]:
        """Follow set phrases over time: uses, gaps, wordings, by side."""
        if not who and phrase is None:
            raise ProblemError(422, "give 'who', a party or two or a person, or a 'phrase'")

        def made(record: Record) -> tuple[Scope, list[History]]:
            material = material_of(record)
            scope = scope_of(material, who)
            one = history(material, scope, phrase) if phrase is not None else None
            return scope, histories(material, scope) if phrase is None else [one] if one else []

        with wrong_use(404):
            scope, told = self.records.kept(("phrases", tuple(who), phrase), made)
        items, following = page_of(told, limit, cursor, lambda h: h.phrase)
        counts = {"documents": len(scope.documents), "engagements": len(scope.engagements)}
        return {"scope": scope.name, **counts, "items": [history_value(h) for h in items], "next": following}

    def drift(
        self,
        party: Annotated[list[str], Query(min_length=2, max_length=2, description="Codes or names of two parties.")],
        by: Annotated[str | None, Query(min_length=1, description="Issuers with these words in their name.")] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """Show, for each issuer, what became of every sentence from one readout on a pair to the next."""
        parties = party_codes(party, 2)
        found = self.records.kept(("drift", parties), lambda record: drift(material_of(record), parties))
        steps = [s for s in found if by is None or by.casefold() in s.issuer.casefold()]
        items, following = page_of(steps, limit, cursor, _step_key)
        return Page[Any](items=[step_value(s) for s in items], next=following)


def _step_key(step: Step) -> str:
    readouts = (step.before, step.after)
    return " ".join((step.issuer, *(f"{r.document} {r.engagement}" for r in readouts)))
