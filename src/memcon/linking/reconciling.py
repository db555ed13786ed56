"""Choose among what several accounts say of one occasion; every value is kept, and the choice has its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from memcon.linking.engagements import AccountKey, Choice, Engagement
from memcon.linking.reprints.values import OF_SOURCE
from memcon.model import STATED, Account, Cited, Participant
from memcon.reading.names import fold_name, same_person

T = TypeVar("T")
Cluster = list[tuple[AccountKey, Account]]


def reconcile(identity: str, cluster: Cluster, part_of: str | None = None) -> Engagement:
    """Make the engagement of a cluster of accounts, its accounts in the order of their keys."""
    cluster = sorted(cluster, key=lambda pair: pair[0])

    def choose(field: Callable[[Account], Cited[T] | None]) -> Choice[T]:
        return _choose(cluster, field)

    return Engagement(
        id=identity,
        kind=choose(lambda a: a.kind),
        status=choose(lambda a: a.status),
        mode=choose(lambda a: a.mode),
        start=choose(lambda a: a.start),
        end=choose(lambda a: a.end),
        place=choose(lambda a: a.place),
        forum=choose(lambda a: a.forum),
        parties=tuple(_parties(cluster)),
        participants=tuple(_participants(cluster)),
        accounts=tuple(key for key, _ in cluster),
        main=any(a.main for _, a in cluster),
        sources=len({key.document for key, _ in cluster}),
        part_of=part_of,
    )


def _choose(cluster: Cluster, field: Callable[[Account], Cited[T] | None]) -> Choice[T]:
    """Prefer the value most accounts give; among those, one told as a subject, then one stated rather than derived."""
    told = [(key, value, account.main) for key, account in cluster if (value := field(account)) is not None]
    told = [t for t in told if t[1].rule != OF_SOURCE] or told  # a reprint dated by its source tells nothing more
    if not told:
        return Choice(None)
    counts = Counter(str(value.value) for _, value, _ in told)
    best = max(
        told, key=lambda t: (counts[str(t[1].value)], t[2], t[1].rule == STATED, [-ord(c) for c in t[0].document])
    )
    rivals = tuple((key, value) for key, value, _ in told)
    return Choice(best[1], rivals, _reason(counts, len(cluster), len(told), best))


def _reason(counts: Counter[str], accounts: int, told: int, best: tuple[AccountKey, Cited[T], bool]) -> str:
    mine = counts[str(best[1].value)]
    if accounts == 1:
        return "the only account"
    if told == 1:
        return "the only account that tells"
    if mine == told:
        return f"all {told} accounts that tell agree"
    if mine > 1:
        return f"{mine} of {told} accounts that tell say so"
    main = "the document tells it as its subject" if best[2] else "no account tells it as its subject"
    return f"{told} accounts differ; {main}"


def _parties(cluster: Cluster) -> list[Cited[str]]:
    found: dict[str, Cited[str]] = {}
    for _, account in cluster:
        for party in account.parties:
            found.setdefault(party.value, party)
    return list(found.values())


def _participants(cluster: Cluster) -> list[Participant]:
    """Everybody once, with the fullest form of the name and of the office; those known by office only, if new."""
    people: list[Participant] = []
    for _, account in cluster:
        for participant in account.participants:
            known = next((n for n, p in enumerate(people) if _same(p, participant)), None)
            if known is None:
                people.append(participant)
            else:
                people[known] = _fuller(people[known], participant)
    return people


def _same(a: Participant, b: Participant) -> bool:
    if a.party and b.party and a.party.value != b.party.value:
        return False
    if a.name and b.name:
        return same_person(a.name.value, b.name.value)
    return bool(
        a.office and b.office and a.party and b.party and fold_name(a.office.value) == fold_name(b.office.value)
    )


def _fuller(a: Participant, b: Participant) -> Participant:
    return Participant(_longer(a.name, b.name), _longer(a.office, b.office), a.party or b.party)


def _longer(a: Cited[str] | None, b: Cited[str] | None) -> Cited[str] | None:
    if a is None or b is None:
        return a or b
    return b if len(b.value) > len(a.value) else a
