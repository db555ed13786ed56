"""What is a part of what: meetings within a visit, sessions and meetings within a conference."""

from __future__ import annotations

from memcon.linking.evidence import same_named, travellers
from memcon.linking.tellings import Telling
from memcon.linking.windows import Exactness, Window, first_day
from memcon.model import EngagementKind, Mode, Status

_WITHIN_VISITS = frozenset({EngagementKind.MEETING, EngagementKind.CEREMONY, EngagementKind.CONFERENCE})

_SOON = 14
"""Days from an announcement within which a journey without a date begins."""


def may_be_part(part: Telling, whole: Telling) -> bool:
    """Tell whether an account may tell of a part of what another tells of.

    Within one document it is what the document says. Of two documents it is a meeting in the country of a visit, with
    a traveller, on a day of the visit or the day before or after; or one without a day that its document is about.
    """
    if part.key.document == whole.key.document:
        return part.account.part_of == whole.key.account or _conference_of_visit(part, whole)
    if whole.kind is not EngagementKind.VISIT or part.kind not in _WITHIN_VISITS or not _in_person(part):
        return False
    if whole.country is None or part.country != whole.country:
        return False
    if not _days_fit(part, whole):
        return False
    return any(same_named(p, q) for p in part.people if p.name for q in travellers(whole))


def one_stay(undated: Telling, dated: Telling) -> bool:
    """Tell whether an account without a date can be of the stay in a country that another document dates.

    It is its document's subject and was held in person, and somebody from abroad takes part in both.
    """
    if undated.key.document == dated.key.document or undated.window.exactness is not Exactness.UNKNOWN:
        return False
    held = all(t.account.status.value is Status.HELD for t in (undated, dated))
    if not (held and undated.account.main and dated.window.exact and _in_person(undated) and _in_person(dated)):
        return False
    if undated.country is None or undated.country != dated.country or undated.window.gap(dated.window):
        return False
    return any(p.name and same_named(p, q) for p in travellers(undated) for q in travellers(dated))


def may_date(told: Telling, other: Telling) -> bool:
    """Tell whether one account's day can tell another's year, in a document that has no day itself."""
    same = told.key.document == other.key.document and told.key != other.key
    return same and told.told_on is None and told.account.date_words is not None and other.account.main


def _conference_of_visit(part: Telling, whole: Telling) -> bool:
    """A conference in the country of a visit of which the same document tells, without a day or on its days."""
    if whole.kind is not EngagementKind.VISIT or part.kind is not EngagementKind.CONFERENCE:
        return False
    if part.country is None or part.country != whole.country or not whole.window.exact:
        return False
    at_the_time = whole.window.holds(part.window) if part.window.exact else not _dated(part)
    return at_the_time and any(p.party in part.parties for p in travellers(whole))


def _dated(part: Telling) -> bool:
    return part.window.exactness not in (Exactness.UNKNOWN, Exactness.BOUNDED)


def _in_person(part: Telling) -> bool:
    return part.account.mode is None or part.account.mode.value is Mode.IN_PERSON


def _days_fit(part: Telling, whole: Telling) -> bool:
    reach = reach_of(whole)
    if reach is None:
        return False
    if part.window.exact:
        return part.window.gap(reach) == 0
    held = part.account.status.value is Status.HELD
    return whole.window.exact and not _dated(part) and held and part.account.main and part.window.gap(whole.window) == 0


def reach_of(visit: Telling) -> Window | None:
    """Give the days on which what is done in the country belongs to a visit.

    They are its own, with the day before and after; the month where only that is told; and where nothing is told, the
    days about its document's own, since people speak so of a visit under way, or the two weeks after it of one to come.
    """
    window = visit.window
    if window.exact:
        return Window(window.first - 1, window.last + 1, Exactness.DAY)
    if window.exactness is Exactness.MONTH:
        return window
    if window.exactness is not Exactness.BOUNDED or visit.told_on is None:
        return None
    day = first_day(visit.told_on)
    if visit.account.status.value is Status.PLANNED:
        return Window(day, day + _SOON, Exactness.BOUNDED)
    return Window(day - 1, day + 1, Exactness.BOUNDED)
