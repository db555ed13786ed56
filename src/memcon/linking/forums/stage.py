"""Put the stage together: sittings, series, sessions, numbers, members."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.forums.counting import checked
from memcon.linking.forums.grouping import SeriesKey, grouped
from memcon.linking.forums.series import Membership, NameInUse, Naming, Series, Session, SessionStatus
from memcon.linking.forums.sessions import sessions_of
from memcon.linking.forums.told import Sitting, sittings_of
from memcon.model import Reading, Span
from memcon.vocabulary.fold import fold
from memcon.vocabulary.forums import forums
from memcon.vocabulary.ordinals import ordinals_in
from memcon.vocabulary.series_names import GATHERING, counts_sessions, known_series, series_name

_YEAR = re.compile(r"^(?:19|20)\d\d ")
_SESSION_OF = re.compile(r"^(?:[Mm]eeting|[Ss]ession|[Rr]ound) of (?:the )?(?=[A-Z])")
_ABBREVIATION = re.compile(r"^ \(([A-Z][\w+&-]{1,11})\)")


def series_of(engagements: Iterable[Engagement], readings: Iterable[Reading], as_of: str | None) -> tuple[Series, ...]:
    """Give the series that the engagements are sessions of, those with most sessions first, then by name.

    ``readings`` are those of the engagements' documents; ``as_of`` is the newest day of any document (ISO), by which
    a planned session is to come or unconfirmed. The result does not depend on the order of what is handed in.
    """
    by_document = {reading.document: reading for reading in readings}
    sittings = sittings_of(engagements, by_document.values())
    found = [_series(key, group, by_document, as_of) for key, group in grouped(sittings).items()]
    return tuple(sorted(found, key=lambda s: (-len(s.sessions), s.name.casefold(), s.parties)))


def _series(key: SeriesKey, group: Sequence[Sitting], readings: dict[str, Reading], as_of: str | None) -> Series:
    sessions, undated = checked(*sessions_of(group, as_of))
    names = _names(group, readings)
    return Series(
        name=key.known or _called(key, names, sessions),
        parties=key.parties if key.of_parties else (),
        names=names,
        members=_members(key, sessions),
        sessions=tuple(sessions),
        undated=tuple(undated),
        abbreviations=_abbreviations(key, names, readings),
    )


def _names(group: Sequence[Sitting], readings: dict[str, Reading]) -> tuple[NameInUse, ...]:
    """The names in use, the most used first; forms that differ in capitals or apostrophes alone are one.

    Places stand in the order of their documents' days.
    """

    def told_on(naming: Naming) -> tuple[str, AccountKey, Span]:
        dated = readings[naming.key.document].dated
        return dated.value if dated else "9999", naming.key, naming.span

    found: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
    for sitting in group:
        for named in sitting.named:
            naming = Naming(named.key, sitting.engagement.id, named.span)
            name = unnumbered(named.by_hand or " ".join(naming.span.text.split()))
            found[fold(name).casefold().replace("'", "")].append((name, naming))
    names = []
    for told in found.values():
        forms = Counter(name for name, _ in told)
        best = min(forms, key=lambda form: (-forms[form], form))
        names.append(NameInUse(best, tuple(sorted((n for _, n in told), key=told_on))))
    return tuple(sorted(names, key=lambda n: (-len(n.namings), n.name)))


def unnumbered(name: str) -> str:
    """Give a name without the number or year at its beginning: "Third Baltic Ports Forum"."""
    name = _YEAR.sub("", name)
    first = next(iter(ordinals_in(name)), None)
    if first is not None and first.start == 0 and counts_sessions(name, first):
        name = re.sub(r"^(?: ever| annual|[ -])+", "", name[first.end :])
    return name


def _called(key: SeriesKey, names: Sequence[NameInUse], sessions: Sequence[Session]) -> str:
    """What a series is called that the vocabulary has no name for: the most used name, of equals the shortest.

    A body's sittings at several levels are called by a name that tells none, or by the body: "NATO", and not "NATO
    Summit".
    """
    if not key.topics and key.format == GATHERING and len({s.level.level for s in sessions} - {None}) > 1:
        names = [name for name in names if series_name(name.name).level is None]
    if not names:
        return "–".join(key.parties)
    most = len(names[0].namings)
    forms = [_SESSION_OF.sub("", n.name) for n in names if len(n.namings) == most]
    return min(forms, key=lambda n: (len(n), n))


def _abbreviations(key: SeriesKey, names: Sequence[NameInUse], readings: dict[str, Reading]) -> tuple[str, ...]:
    """What stands in brackets after a name: "Trade and Technology Council (TTC)"."""
    found: Counter[str] = Counter()
    for naming in (n for name in names for n in name.namings):
        for block in readings[naming.key.document].layout.blocks:
            if block.span.start <= naming.span.start < block.span.end:
                match = _ABBREVIATION.match(block.span.text[naming.span.end - block.span.start :])
                if (
                    match
                    and match[1] not in (*_CODES, *key.parties)
                    and series_name(match[1]).known in (None, key.known)
                ):
                    found[match[1]] += 1
    return tuple(sorted(found, key=lambda a: (-found[a], a)))


_CODES = frozenset({"US", "UK", "EU", "UN", "ET", "EST", "EDT"})


def _members(key: SeriesKey, sessions: Sequence[Session]) -> tuple[Membership, ...]:
    """The parties of sessions held, and those that take part by definition, in the order of their codes."""
    codes = next((row.forums for row in known_series() if row.series == key.known), (key.known,))
    own = {p for code in codes if code in forums() for p in forums()[code].parties}
    seen: dict[str, list[Session]] = {party: [] for party in (*own, *(key.parties if key.of_parties else ()))}
    for session in sessions:
        if session.status is SessionStatus.HELD:
            for party in session.parties:
                seen.setdefault(party, []).append(session)
    return tuple(
        Membership(
            party,
            len(found),
            min((s.start for s in found if s.start), default=None),
            max((s.end or s.start or "" for s in found), default=None) or None,
            party in own,
        )
        for party, found in sorted(seen.items())
    )
