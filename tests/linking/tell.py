"""Accounts and readings for tests of linking, made by hand."""

from dataclasses import replace
from typing import Any

from memcon.linking import join
from memcon.linking.constraints import NONE, Constraints
from memcon.linking.tellings import Telling, tellings_of
from memcon.model import (
    Account,
    Block,
    BlockKind,
    Cited,
    DateRole,
    DocumentKind,
    EngagementKind,
    Layout,
    Mode,
    Participant,
    Place,
    Reading,
    Span,
    StatedDate,
    Status,
)


def told(value: Any, rule: str = "stated") -> Any:
    return None if value is None else Cited(value, (), rule)


def account(number: int = 1, **fields: Any) -> Account:
    """An account of a call of two ministers; a field given as None is not told."""
    values: dict[str, Any] = {
        "main": True,
        "kind": EngagementKind.CALL,
        "status": Status.HELD,
        "mode": None,
        "start": "2024-05-02",
        "rule": "stated",
        "parties": ("FI", "LV"),
        "people": (("Aino Virta", "FI"), ("Janis Ozols", "LV")),
        "country": None,
        "city": None,
        "forum": None,
    } | fields
    place = Place(values["city"], values["country"]) if values["country"] or values["city"] else None
    return Account(
        id=f"e{number}",
        document="",
        main=values["main"],
        kind=Cited(values["kind"], ()),
        status=Cited(values["status"], ()),
        mode=told(values["mode"]),
        start=told(values["start"], values["rule"]),
        end=told(values.get("end", values["start"]), values["rule"]),
        place=told(place),
        forum=told(values["forum"]),
        parties=tuple(Cited(p, ()) for p in values["parties"]),
        participants=tuple(Participant(Cited(n, ()), None, Cited(p, ())) for n, p in values["people"]),
        part_of=values.get("part_of"),
        date_words=values.get("date_words"),
    )


def visit(number: int = 1, country: str = "LV", start: str | None = "2024-05-02", **fields: Any) -> Account:
    """An account of a Finnish minister's visit."""
    values: dict[str, Any] = {
        "kind": EngagementKind.VISIT,
        "mode": Mode.IN_PERSON,
        "people": (("Aino Virta", "FI"),),
        "parties": ("FI", country),
    }
    return account(number, country=country, start=start, **(values | fields))


def meeting(number: int = 1, country: str | None = "LV", start: str | None = "2024-05-02", **fields: Any) -> Account:
    """An account of a meeting of two ministers."""
    values: dict[str, Any] = {"kind": EngagementKind.MEETING, "mode": Mode.IN_PERSON}
    return account(number, country=country, start=start, **(values | fields))


def conference(number: int = 1, forum: str | None = "Baltic Ports Forum", **fields: Any) -> Account:
    """An account of a conference that names no people."""
    values: dict[str, Any] = {"kind": EngagementKind.CONFERENCE, "people": ()}
    return account(number, forum=forum, **(values | fields))


def reading(name: str, *accounts: Account, dated: str | None = None, reprinted: str | None = None) -> Reading:
    """A document's reading; ``dated`` is its own day, ``reprinted`` the date of a reprint on it."""
    line = Span(name, 0, 10, "words here")
    dates = (StatedDate(DateRole.REPRINTED, reprinted, line),) if reprinted else ()
    layout = Layout(dates=dates)
    return Reading(name, "test", Cited(DocumentKind.READOUT, ()), "en", layout, accounts, dated=told(dated))


def with_words(made: Reading, text: str, word: str) -> Reading:
    """The reading with a text in which its first account's kind is told by ``word``."""
    at = text.index(word)
    block = Block(BlockKind.TEXT, Span(made.document, 0, len(text), text))
    first = made.accounts[0]
    kind = Cited(first.kind.value, (Span(made.document, at, at + len(word), word),))
    accounts = (replace(first, kind=kind), *made.accounts[1:])
    return replace(made, layout=replace(made.layout, blocks=(block,)), accounts=accounts)


def telling(name: str, made: Account, **fields: Any) -> Telling:
    """One account as linking compares it."""
    return tellings_of(reading(name, made, **fields))[0]


def joined(*readings: Reading, constraints: Constraints = NONE) -> list[list[str]]:
    """Which accounts were joined: "document/account", sorted."""
    return sorted(sorted(f"{k.document}/{k.account}" for k in e.accounts) for e in join(readings, constraints))
