"""An engagement as a sitting of a forum: its names taken apart, its days and its level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from memcon.linking.engagements import CORRECTED, AccountKey, Engagement
from memcon.linking.forums.claims import claims_of
from memcon.linking.forums.levels import level_of
from memcon.linking.forums.named import Named, beside, talks_about
from memcon.linking.forums.series import Claim, LevelTold
from memcon.model import Account, EngagementKind, Reading, Status
from memcon.vocabulary.series_names import GATHERING, SeriesName, series_name
from memcon.vocabulary.states import codes

_SITTINGS = frozenset({EngagementKind.MEETING, EngagementKind.CONFERENCE, EngagementKind.CALL})
_MONTH = 7


@dataclass(frozen=True, slots=True)
class Sitting:
    """An engagement that is a session of a forum, with the names that its accounts give the forum."""

    engagement: Engagement
    named: tuple[Named, ...]
    level: LevelTold
    claims: tuple[Claim, ...] = ()

    @property
    def start(self) -> str | None:
        """The first day, an ISO prefix."""
        return self.engagement.start.preferred.value if self.engagement.start.preferred else None

    @property
    def end(self) -> str | None:
        """The last day, an ISO prefix; the first, where the last is not told."""
        return self.engagement.end.preferred.value if self.engagement.end.preferred else self.start

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers that words give it among all sessions of its level."""
        return frozenset(c.number for c in self.claims if c.mode is None and c.since is None)

    @property
    def told_on(self) -> str | None:
        """The last day on which a document tells of it, None where no document has a day of its own."""
        return max((n.reading.dated.value for n in self.named if n.reading.dated), default=None)

    @property
    def held(self) -> bool:
        """Whether it is told to have taken place, and not before its month."""
        status, told_on = self.engagement.status.preferred, self.told_on
        if status is None or status.value is not Status.HELD:
            return False
        return self.start is None or told_on is None or self.start[:_MONTH] <= told_on[:_MONTH]

    @property
    def city(self) -> str | None:
        """The city, if told."""
        return self.engagement.place.preferred.value.city if self.engagement.place.preferred else None

    @property
    def is_call(self) -> bool:
        """Whether it was a call."""
        kind = self.engagement.kind.preferred
        return (kind is not None and kind.value is EngagementKind.CALL) or any(n.beside.call for n in self.named)

    @property
    def parties(self) -> frozenset[str]:
        """The codes of the parties that are told to take part."""
        return frozenset(p.value for p in self.engagement.parties)


def sittings_of(engagements: Iterable[Engagement], readings: Iterable[Reading]) -> list[Sitting]:
    """Give the engagements that are sittings of a named forum, in the order of their days and ids."""
    by_document = {reading.document: reading for reading in readings}
    found = [s for e in engagements if (s := _sitting(e, by_document)) is not None]
    return sorted(found, key=lambda s: (s.start or "9999", s.end or "9999", s.engagement.id))


def _sitting(engagement: Engagement, readings: Mapping[str, Reading]) -> Sitting | None:
    kind = engagement.kind.preferred
    if kind is None or kind.value not in _SITTINGS:
        return None
    named = tuple(n for n in _corrected(engagement, readings) if tells_a_series(n.name))
    if not named or (kind.value is EngagementKind.CALL and all(n.only_talked_about for n in named)):
        return None
    return Sitting(engagement, named, level_of(engagement, named), tuple(claims_of(named)))


def _corrected(engagement: Engagement, readings: Mapping[str, Reading]) -> Iterator[Named]:
    """The accounts' names, or the one that a human gave in their place, at the words that tell of the engagement."""
    forum = engagement.forum.preferred
    if forum is None or forum.rule != CORRECTED:
        yield from _named(engagement, readings)
        return
    for key, account, reading in _told_by(engagement, readings):
        words = (account.forum.spans if account.forum else ()) or account.kind.spans
        if words:
            yield Named(key, account, reading, words[0], series_name(forum.value), by_hand=forum.value)


def _told_by(engagement: Engagement, readings: Mapping[str, Reading]) -> Iterator[tuple[AccountKey, Account, Reading]]:
    """The accounts of an engagement with their readings, where these are at hand."""
    for key in engagement.accounts:
        reading = readings.get(key.document)
        account = next((a for a in reading.accounts if a.id == key.account), None) if reading else None
        if reading is not None and account is not None:
            yield key, account, reading


def _named(engagement: Engagement, readings: Mapping[str, Reading]) -> Iterator[Named]:
    for key, account, reading in _told_by(engagement, readings):
        if account.forum is not None and account.forum.spans:
            span = account.forum.spans[0]
            block = next((b for b in reading.layout.blocks if b.span.start <= span.start < b.span.end), None)
            made = Named(key, account, reading, span, series_name(account.forum.value))
            if block is not None:
                start, end = span.start - block.span.start, span.end - block.span.start
                words = beside(block.span.text, start, end)
                made = replace(made, beside=words, only_talked_about=talks_about(block.span.text, start))
            yield made


def tells_a_series(name: SeriesName) -> bool:
    """Tell whether a name tells its series from others; "Ministerial Meeting" and "U.S. meeting" do not."""
    if name.known or name.topics or len(name.parties) > 1 or name.parties - codes():
        return True
    return name.of_parties and name.format != GATHERING
