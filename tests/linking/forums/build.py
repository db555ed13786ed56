"""Engagements with their readings for tests of forums: one document an account, its words in one block."""

from typing import Any

from memcon.linking.engagements import AccountKey, Choice, Engagement, Standing
from memcon.linking.forums import Series, Session, series_of
from memcon.model import (
    Account,
    Block,
    BlockKind,
    Cited,
    DocumentKind,
    EngagementKind,
    Layout,
    Mode,
    Participant,
    Place,
    Reading,
    Span,
    Status,
)

Told = tuple[Engagement, Reading]


def told(number: int, text: str, forum: str, start: str | None = "2024-05-02", **fields: Any) -> Told:
    """An engagement that one document tells of with ``text``, in which the forum's name stands."""
    values: dict[str, Any] = {
        "kind": EngagementKind.MEETING,
        "status": Status.HELD,
        "end": start,
        "parties": ("FI", "LV"),
        "people": (),
        "city": None,
        "country": None,
        "main": True,
        "mode": None,
        "dated": start,
    } | fields
    document = f"{number:064}"
    at = text.index(forum)
    place = Place(values["city"], values["country"]) if values["city"] or values["country"] else None
    account = Account(
        id="e1",
        document=document,
        main=values["main"],
        kind=Cited(values["kind"], ()),
        status=Cited(values["status"], ()),
        mode=cited(values["mode"]),
        start=cited(start),
        end=cited(values["end"]),
        place=cited(place),
        forum=Cited(forum, (Span(document, at, at + len(forum), forum),)),
        parties=tuple(Cited(p, ()) for p in values["parties"]),
        participants=tuple(Participant(Cited(n, ()), Cited(o, ()), Cited(p, ())) for n, o, p in values["people"]),
    )
    block = Block(BlockKind.TEXT, Span(document, 0, len(text), text))
    kind: Cited[DocumentKind] = Cited(DocumentKind.READOUT, ())
    reading = Reading(document, "test", kind, "en", Layout(blocks=(block,)), (account,), dated=cited(values["dated"]))
    return engagement_of(number, account), reading


def cited(value: Any) -> Any:
    return None if value is None else Cited(value, ())


def engagement_of(number: int, account: Account) -> Engagement:
    return Engagement(
        id=f"E-{number:08}",
        kind=chosen(account.kind),
        status=chosen(account.status),
        mode=chosen(account.mode),
        start=chosen(account.start),
        end=chosen(account.end),
        place=chosen(account.place),
        forum=chosen(account.forum),
        parties=account.parties,
        participants=account.participants,
        accounts=(AccountKey(account.document, account.id),),
        main=account.main,
        sources=1,
    )


def chosen(value: Any) -> Choice[Any]:
    return Choice(value, (), "the only account", Standing.STATED) if value is not None else Choice(None)


def series(*all_told: Told, as_of: str = "2024-12-31") -> tuple[Series, ...]:
    return series_of([e for e, _ in all_told], [r for _, r in all_told], as_of)


def sessions(*all_told: Told, as_of: str = "2024-12-31") -> tuple[Session, ...]:
    """The sessions of the only series that there is."""
    (one,) = series(*all_told, as_of=as_of)
    return one.sessions


PORTS = "Finland-Latvia Ports Dialogue"


def dialogue(number: int, start: str | None, words: str = "the", **fields: Any) -> Told:
    """A session of a dialogue; ``words`` stand before its name."""
    return told(number, f"The ministers met for {words} {PORTS} in Riga.", PORTS, start, **fields)


VIDEO = Mode.VIDEO
PLANNED = Status.PLANNED
CALL = EngagementKind.CALL
