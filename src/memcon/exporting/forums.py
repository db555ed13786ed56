"""Series of forums in words: a list of them, and one with its names, sessions and parties."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from memcon.exporting.words import party_in_words, place_in_words
from memcon.linking.forums import Claim, Membership, NameInUse, Naming, Series, Session, SessionStatus, Verdict
from memcon.model import Document, Span

WIDTH = 100
_TITLE = 60
_COUNTED = (SessionStatus.HELD, SessionStatus.PLANNED, SessionStatus.UNCONFIRMED)
_ROW = "{:>4}  {:>7}  {:>11}  {:>6}  {:<23}  {}"
_NAME_AT = len(_ROW.format(*[""] * 6))
_Documents = Callable[[str], Document]


def series_list(series: Sequence[Series]) -> str:
    """Write one line a series: sessions by status, first and last day, and the name."""
    lines = [_ROW.format("held", "planned", "unconfirmed", "no day", "first and last day", "forum")]
    for one in series:
        count = Counter(session.status for session in one.sessions)
        numbers = [count[status] or "" for status in _COUNTED]
        row = _ROW.format(*numbers, len(one.undated) or "", _days_of(one.sessions), called(one))
        lines += textwrap.wrap(row, WIDTH, subsequent_indent=" " * _NAME_AT, drop_whitespace=True) or [row]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def called(series: Series) -> str:
    """Give a series' name with its parties, where each pair has its own."""
    return f"{series.name} ({'–'.join(series.parties)})" if series.parties else series.name


def sessions_in_words(series: Series) -> str:
    """Say how many sessions there are: "3 sessions (2 held, 1 planned)"."""
    count = Counter(session.status.value for session in series.sessions)
    total = len(series.sessions)
    order = [status.value for status in SessionStatus]
    told = ", ".join(f"{count[status]} {status}" for status in sorted(count, key=order.index))
    words = f"{total} session{'' if total == 1 else 's'}" + (f" ({told})" if told else "")
    return words + (f", {len(series.undated)} told without a day" if series.undated else "")


def _days_of(sessions: Sequence[Session]) -> str:
    starts = [s.start for s in sessions if s.start]
    ends = [s.end or s.start or "" for s in sessions if s.start]
    return _range(min(starts), max(ends)) if starts else ""


def _range(first: str, last: str | None) -> str:
    return first if last in (None, first) else f"{first} – {last}"


def series_in_full(series: Series, document: _Documents) -> str:
    """Write one series: names in use, sessions in order with their levels, parties and numbers, parties by date.

    ``document`` gives a document by its id.
    """
    lines = [*_wrap(called(series), ""), *_wrap(sessions_in_words(series), "  ")]
    lines += ["", "Names in use", *_names(series, document)]
    for number, session in enumerate(series.sessions, start=1):
        lines += ["", "Sessions"] if number == 1 else []
        lines += _session(session, f"{number:>3}  ", document)
    if series.undated:
        lines += ["", "Told without a day that tells them apart (not counted)"]
        lines += [line for session in series.undated for line in _loose(session, document)]
    if series.members:
        lines += ["", "Parties at the sessions held", *_members(series.members)]
    return "\n".join(lines) + "\n"


def _names(series: Series, document: _Documents) -> Iterator[str]:
    for name in series.names:
        yield from _wrap(_name(name, document), "  - ", "    ")
    if series.abbreviations:
        yield from _wrap(f"abbreviated {', '.join(series.abbreviations)}", "  - ", "    ")


def _name(name: NameInUse, document: _Documents) -> str:
    times = f" · {len(name.namings)} ×" if len(name.namings) > 1 else ""
    return f"{name.name}{times} · first {_where(name.namings[0].span, document)}"


def _session(session: Session, mark: str, document: _Documents) -> Iterator[str]:
    inner = " " * len(mark)
    level = session.level.level.value if session.level.level else "level not told"
    if session.level.portfolio and session.level.level:
        level += f" ({session.level.portfolio})"
    days = _range(session.start, session.end) if session.start else "no day told"
    kind = "call" if session.call else session.mode
    where = place_in_words(session.place) if session.place else kind or "place not reported"
    yield from _wrap(" · ".join((days, session.status.value, level, where)), mark, inner)
    joined = f" ({session.joined})" if session.joined else ""
    yield from _wrap(", ".join(session.engagements) + joined, inner)
    parties = ", ".join(session.parties) if session.parties else "not reported"
    yield from _wrap(f"parties: {parties}", inner)
    if session.level.level is not None:
        yield from _wrap(f"level: {session.level.reason}", inner)
    yield from _named(session.namings, inner, document)
    for claims in _same(session.claims):
        yield from _claim(claims, inner, document)


def _loose(session: Session, document: _Documents) -> Iterator[str]:
    facts = [session.engagements[0], session.status.value, session.level.level.value if session.level.level else ""]
    facts.append(place_in_words(session.place) if session.place else "")
    why = session.joined or "no day is told"
    told = _where(session.namings[0].span, document)
    yield from _wrap(f"{' · '.join(f for f in facts if f)} · {why} · told as {told}", "  - ", "    ")


def _named(namings: Sequence[Naming], indent: str, document: _Documents) -> Iterator[str]:
    """Where the session is told of: the account that tells most of it, and how many more there are."""
    more = f", and {len(namings) - 1} more" if len(namings) > 1 else ""
    yield from _wrap(f"told as {_where(namings[0].span, document)}{more}", indent, indent + "  ")


def _same(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    """Claims of one number and verdict together, so that many accounts of one do not fill the page."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.number, claim.level, claim.mode, claim.verdict, claim.reason), []).append(claim)
    return found.values()


def _claim(claims: Sequence[Claim], indent: str, document: _Documents) -> Iterator[str]:
    first, *more = claims
    times = f", and {len(more)} more" if more else ""
    verdict = {
        Verdict.FITS: f"fits as number {first.number}",
        Verdict.CONTRADICTED: f"is contradicted as number {first.number}",
        Verdict.CANNOT_BE_TOLD: f"cannot be told to be number {first.number}",
    }[first.verdict]
    said = f"{_words(first.words)} {verdict}: {first.reason} · {_place(first.words, document)}{times}"
    yield from _wrap(said, indent, indent + "  ")


def _where(span: Span, document: _Documents) -> str:
    return f"{_words(span)} {_place(span, document)}"


def _words(span: Span) -> str:
    return f"“{' '.join(span.text.split())}”"


def _place(span: Span, document: _Documents) -> str:
    source = document(span.document)
    title = textwrap.shorten(source.title or source.name, _TITLE, placeholder=" …")
    return f"at {span.start} in {title} ({source.id[:12]})"


def _members(members: Sequence[Membership]) -> Iterator[str]:
    for member in members:
        seen = f"{member.sessions} session{'' if member.sessions == 1 else 's'}"
        days = f", {_range(member.first, member.last)}" if member.first else ""
        told = seen + days if member.sessions else "never told to take part"
        definition = " · a member by definition" if member.by_definition else ""
        yield from _wrap(f"{party_in_words(member.party)} · {told}{definition}", "  - ", "    ")


def _wrap(text: str, indent: str, follow: str | None = None) -> list[str]:
    follow = indent if follow is None else follow
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_long_words=False, break_on_hyphens=False
    )
