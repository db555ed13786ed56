"""Join accounts whose kind, people and dates plainly agree.

Two accounts are of one occasion where they are of the same kind and status allows it (planned and held may be one),
their first days agree, they have the same parties, and either the same forum or a named person in common from each
of two parties. Two accounts of one document are never joined. The result does not depend on the order of readings.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.reconciling import reconcile
from memcon.model import Account, EngagementKind, Reading
from memcon.reading.names import fold_name, same_person

Cluster = list[tuple[AccountKey, Account]]


def join(readings: Iterable[Reading]) -> tuple[Engagement, ...]:
    """Join the accounts of all readings into engagements, ordered by date, then by id; undated ones last."""
    accounts = sorted(
        ((AccountKey(r.document, a.id), a) for r in readings for a in r.accounts), key=lambda pair: pair[0]
    )
    engagements = [reconcile(_identity(cluster), cluster) for cluster in _clusters(accounts)]
    parts = _parts(engagements, dict(accounts))
    placed = [reconcile(e.id, _cluster_of(e, accounts), parts.get(e.id)) if e.id in parts else e for e in engagements]
    return tuple(sorted(placed, key=_order))


def _order(engagement: Engagement) -> tuple[str, str]:
    start = engagement.start.preferred
    return (start.value if start else "9999", engagement.id)


def _cluster_of(engagement: Engagement, accounts: Cluster) -> Cluster:
    wanted = set(engagement.accounts)
    return [pair for pair in accounts if pair[0] in wanted]


def _identity(cluster: Cluster) -> str:
    """A short id that stays the same as long as the first of its accounts does."""
    first = min(key for key, _ in cluster)
    return "E-" + hashlib.sha256(f"{first.document}/{first.account}".encode()).hexdigest()[:8]


def _clusters(accounts: Cluster) -> list[Cluster]:
    """Group accounts, comparing only those of the same kind, first day and parties."""
    blocks: dict[tuple[str, str, tuple[str, ...]], list[Cluster]] = defaultdict(list)
    alone: list[Cluster] = []
    for key, account in accounts:
        block = _block(account)
        if block is None:
            alone.append([(key, account)])
            continue
        for cluster in blocks[block]:
            if all(k.document != key.document for k, _ in cluster) and any(_agree(a, account) for _, a in cluster):
                cluster.append((key, account))
                break
        else:
            blocks[block].append([(key, account)])
    return alone + [cluster for block in blocks.values() for cluster in block]


def _block(account: Account) -> tuple[str, str, tuple[str, ...]] | None:
    """Accounts can only agree inside a block; one without a day or with fewer than two parties is in none."""
    parties = tuple(sorted({p.value for p in account.parties}))
    if account.start is None or len(account.start.value) < len("2022-05-09") or len(parties) < 2:
        return None
    return account.kind.value.value, account.start.value, parties


def _agree(a: Account, b: Account) -> bool:
    """Whether two accounts of one block are of one occasion."""
    if a.forum and b.forum and a.kind.value is EngagementKind.CONFERENCE:
        mine, theirs = set(fold_name(a.forum.value)), set(fold_name(b.forum.value))
        return 2 * len(mine & theirs) > min(len(mine), len(theirs))
    shared = {
        p.party.value
        for p in a.participants
        for q in b.participants
        if p.name
        and q.name
        and p.party
        and q.party
        and p.party.value == q.party.value
        and same_person(p.name.value, q.name.value)
    }
    if a.kind.value is EngagementKind.VISIT:
        same_country = a.place and b.place and a.place.value.country == b.place.value.country
        return bool(shared) and bool(same_country)
    return len(shared) >= 2


def _parts(engagements: list[Engagement], accounts: dict[AccountKey, Account]) -> dict[str, str]:
    """Give the engagement that each is part of, as the accounts tell it inside their documents."""
    of_account = {key: e.id for e in engagements for key in e.accounts}
    parts: dict[str, str] = {}
    for engagement in engagements:
        for key in engagement.accounts:
            within = accounts[key].part_of
            if within is not None and (whole := of_account.get(AccountKey(key.document, within))):
                parts.setdefault(engagement.id, whole)
    return {part: whole for part, whole in parts.items() if part != whole}
