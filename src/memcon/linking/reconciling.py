"""Choose among what several accounts say of one occasion; every value is kept, and the choice has its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from memcon.linking.deriving import NOTHING, Derived
from memcon.linking.engagements import AccountKey, Choice, Engagement, Standing
from memcon.linking.evidence import same_named
from memcon.linking.reprints.values import OF_SOURCE
from memcon.linking.tellings import Person, Telling, person_of
from memcon.model import STATED, Account, Cited, Participant, Place, Status
from memcon.vocabulary.forum_names import forum_name

T = TypeVar("T")
Told = tuple[Telling, Cited[T]]
_LATE = frozenset({"date.publication", "date.of-document"})


def reconcile(
    identity: str, cluster: Sequence[Telling], part_of: str | None = None, derived: Derived = NOTHING
) -> Engagement:
    """Make the engagement of a cluster of accounts, which come in the order of their keys."""
    status = _status(cluster)
    held = status.preferred is not None and status.preferred.value is Status.HELD
    return Engagement(
        id=identity,
        kind=_choose(_naming_forum(cluster), lambda a: a.kind, others=cluster),
        status=status,
        mode=_choose(cluster, lambda a: a.mode),
        start=_day(cluster, lambda a: a.start, derived.start, derived.reason, held=held),
        end=_day(cluster, lambda a: a.end, derived.end, derived.reason, held=held),
        place=_choose(cluster, lambda a: a.place, fullness=_place_fullness, agree=_places_agree),
        forum=_choose(cluster, lambda a: a.forum, fullness=len, agree=_forums_agree),
        parties=tuple(_parties(cluster)),
        participants=tuple(_participants(cluster)),
        accounts=tuple(t.key for t in cluster),
        main=any(t.account.main for t in cluster),
        sources=len({t.key.document for t in cluster}),
        part_of=part_of,
    )


def _naming_forum(cluster: Sequence[Telling]) -> Sequence[Telling]:
    """Give the accounts that name the forum, which tells what sort of occasion it was; all where none does."""
    return [t for t in cluster if t.account.forum is not None] or cluster


def _told(cluster: Sequence[Telling], field: Callable[[Account], Cited[T] | None]) -> list[Told[T]]:
    return [(t, value) for t in cluster if (value := field(t.account)) is not None]


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _choose(
    cluster: Sequence[Telling],
    field: Callable[[Account], Cited[T] | None],
    fullness: Callable[[T], int] = lambda _: 0,
    agree: Callable[[T, T], bool] = _equal,
    others: Sequence[Telling] = (),
) -> Choice[T]:
    """Prefer the value that most accounts support, then the fullest, one told as a subject, one stated, a surer one.

    ``others`` are all accounts where ``cluster`` has only those that are to be preferred.
    """
    told = _told(cluster, field)
    if not told:
        return Choice(None)
    support = {str(v.value): sum(agree(v.value, w.value) for _, w in told) for _, v in told}
    same = Counter(str(v.value) for _, v in told)

    def rank(item: Told[T]) -> tuple[Any, ...]:
        telling, value = item
        return (
            support[str(value.value)],
            fullness(value.value),
            telling.account.main,
            same[str(value.value)],
            value.rule == STATED,
            value.confidence or 0,
        )

    best = max(told, key=rank)  # of equals the first, by key
    if len(others) > len(cluster):
        every = _told(others, field)
        alike = sum(agree(best[1].value, value.value) for _, value in every)
        chosen = _choice(others, every, best, alike, agree)
        return chosen if alike == len(every) else replace(chosen, reason="as the accounts that name the forum tell")
    return _choice(cluster, told, best, support[str(best[1].value)], agree)


def _choice(
    cluster: Sequence[Telling], told: list[Told[T]], best: Told[T], support: int, agree: Callable[[T, T], bool]
) -> Choice[T]:
    rivals = tuple((t.key, value) for t, value in told)
    contradicted = any(not agree(best[1].value, value.value) for _, value in told)
    standing = Standing.CONTRADICTED if contradicted else _standing(best[1])
    return Choice(best[1], rivals, _reason(len(cluster), len(told), support, best[0]), standing)


def _standing(value: Cited[Any]) -> Standing:
    return Standing.STATED if value.rule == STATED else Standing.DERIVED


def _reason(accounts: int, told: int, support: int, best: Telling) -> str:
    if accounts == 1:
        return "the only account"
    if told == 1:
        return "the only account that tells"
    if support == told:
        return f"all {told} accounts that tell agree"
    if support > 1:
        return f"{support} of {told} accounts that tell say so"
    main = "the document tells it as its subject" if best.account.main else "no account tells it as its subject"
    return f"{told} accounts differ; {main}"


def _status(cluster: Sequence[Telling]) -> Choice[Status]:
    """Held, where any account says so; a plan that no account confirms stays a plan."""
    told = _told(cluster, lambda a: a.status)
    found = {v.value for _, v in told}
    wanted = next(s for s in (Status.HELD, Status.CANCELLED, Status.PLANNED) if s in found)
    best = max((x for x in told if x[1].value is wanted), key=lambda x: (x[0].account.main, x[1].confidence or 0))
    rivals = tuple((t.key, value) for t, value in told)
    clash = {Status.HELD, Status.CANCELLED} <= found
    standing = Standing.CONTRADICTED if clash else _standing(best[1])
    count = sum(v.value is wanted for _, v in told)
    if wanted is Status.PLANNED:
        reason = "announced; no account says that it took place"
    elif len(found) == 1:
        reason = _reason(len(cluster), len(told), count, best[0])
    elif wanted is Status.HELD:
        reason = "told as held afterwards; the other accounts were written before"
    else:
        reason = "called off after it was announced"
    return Choice(best[1], rivals, reason, standing)


def _day(
    cluster: Sequence[Telling],
    field: Callable[[Account], Cited[str] | None],
    derived: Cited[str] | None,
    reason: str,
    *,
    held: bool,
) -> Choice[str]:
    """Prefer the most exact date, of those one told afterwards, one that is not merely the day of publication."""
    told = _told(cluster, field)
    told = [t for t in told if t[1].rule != OF_SOURCE] or told  # a reprint dated by its source tells nothing more
    pages = tuple((t.key, page) for t in cluster if t.account.main for page in t.reprinted)
    rivals = tuple((t.key, value) for t, value in told) + pages
    note = f"; {', '.join(sorted({p.value for _, p in pages}))} is the date of a reprint" if pages else ""
    if derived is not None:
        return Choice(derived, rivals, reason + note, _standing(derived))
    if not told:
        return Choice(None, rivals, "not reported" + note)
    support = {v.value: sum(_dates_agree(v.value, w.value) for _, w in told) for _, v in told}

    def rank(item: Told[str]) -> tuple[Any, ...]:
        telling, value = item
        exact, late = len(value.value), value.rule in _LATE
        after = telling.account.status.value is Status.HELD or not held
        return (
            exact,
            not telling.leg,
            after and not late,
            support[value.value],
            not late,
            telling.account.main,
            value.confidence or 0,
        )

    best = max(told, key=rank)
    chosen = _choice(cluster, told, best, support[best[1].value], _dates_agree)
    return Choice(best[1], rivals, _day_reason(chosen.reason, told, best) + note, chosen.standing)


def _day_reason(reason: str, told: list[Told[str]], best: Told[str]) -> str:
    """Say why one day is preferred where the accounts differ."""
    others = [(t, v) for t, v in told if not _dates_agree(v.value, best[1].value)]
    if not others:
        exact = any(len(v.value) < len(best[1].value) for _, v in told)
        return "the most exact of the dates told, which agree" if exact else reason
    if all(v.rule in _LATE for _, v in others) and best[1].rule not in _LATE:
        return f"{reason}; {', '.join(sorted({v.value for _, v in others}))} is a day of publication"
    if all(t.account.status.value is Status.PLANNED for t, _ in others):
        return f"{reason}; the rest was announced beforehand"
    return reason


def _dates_agree(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _place_fullness(place: Place) -> int:
    return bool(place.city) + bool(place.country)


def _places_agree(a: Place, b: Place) -> bool:
    if a.country and b.country and a.country != b.country:
        return False
    return not (a.city and b.city) or a.city.casefold() == b.city.casefold()


def _forums_agree(a: str, b: str) -> bool:
    return a == b or forum_name(a).same_as(forum_name(b))


def _parties(cluster: Sequence[Telling]) -> list[Cited[str]]:
    found: dict[str, Cited[str]] = {}
    for telling in cluster:
        for party in telling.account.parties:
            found.setdefault(party.value, party)
    return list(found.values())


def _participants(cluster: Sequence[Telling]) -> list[Participant]:
    told = (
        (t.key, n, *each) for t in cluster for n, each in enumerate(zip(t.people, t.account.participants, strict=True))
    )
    return [participant for participant, _ in _once(told)]


def people_told(
    accounts: Iterable[tuple[AccountKey, Account]],
) -> list[tuple[Participant, tuple[tuple[AccountKey, int], ...]]]:
    """Give everybody once, with the fullest form of the name and of the office; those known by office only, if new.

    ``accounts`` are those of one occasion, in the order of their keys; with each participant comes which one of which
    account it is, counted from 0.
    """
    return _once((key, n, person_of(p), p) for key, account in accounts for n, p in enumerate(account.participants))


def _once(
    told: Iterable[tuple[AccountKey, int, Person, Participant]],
) -> list[tuple[Participant, tuple[tuple[AccountKey, int], ...]]]:
    people: list[tuple[Person, Participant]] = []
    places: list[list[tuple[AccountKey, int]]] = []
    for key, number, person, participant in told:
        known = next((n for n, (p, _) in enumerate(people) if same_named(p, person)), None)
        if known is None:
            people.append((person, participant))
            places.append([(key, number)])
        else:
            fuller = _fuller(people[known][1], participant)
            people[known] = (person_of(fuller), fuller)
            places[known].append((key, number))
    return [(participant, tuple(at)) for (_, participant), at in zip(people, places, strict=True)]


def _fuller(a: Participant, b: Participant) -> Participant:
    return Participant(_longer(a.name, b.name), _longer(a.office, b.office), a.party or b.party)


def _longer(a: Cited[str] | None, b: Cited[str] | None) -> Cited[str] | None:
    if a is None or b is None:
        return a or b
    return b if len(b.value) > len(a.value) else a
