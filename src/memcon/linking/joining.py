"""Join the accounts of all documents into engagements.

Accounts that share a block are compared and the evidence weighed (:mod:`memcon.linking.evidence`); what is linked, with
what may be part of it, makes a neighbourhood, and each neighbourhood is resolved by itself into occasions. The result
is a function of the set of readings: neither their order nor whether they come at once matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.linking.constraints import NONE, Constraints
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.evidence import weigh
from memcon.linking.neighbourhoods import Neighbourhoods
from memcon.linking.resolving import identity, resolve
from memcon.linking.tellings import tellings_of
from memcon.model import Reading


def join(readings: Iterable[Reading], constraints: Constraints = NONE) -> tuple[Engagement, ...]:
    """Join the accounts of all readings into engagements, ordered by date, then by id; undated ones last.

    ``constraints`` are what people decided: pairs of accounts to be joined and pairs to be kept apart.
    """
    joiner = Joiner(constraints)
    joiner.add(readings)
    return joiner.engagements()


def neighbourhoods(near: Neighbourhoods) -> Iterator[tuple[str, list[Engagement]]]:
    """Give each neighbourhood of accounts with its engagements; its name is made from the first of its accounts."""
    for group in near.of(sorted(near.tellings)):
        yield identity(group), resolve(group, near.bits, weigh, near.constraints)


class Joiner:
    """Engagements that are kept up to date while documents come and go, at the cost of their neighbourhoods."""

    def __init__(self, constraints: Constraints = NONE) -> None:
        self._all = Neighbourhoods(constraints)
        self._engagements: dict[str, Engagement] = {}
        self._of: dict[AccountKey, str] = {}

    def add(self, readings: Iterable[Reading]) -> int:
        """Add documents and give the number of accounts whose occasions were made anew."""
        fresh = [t for reading in readings for t in tellings_of(reading)]
        self._all.add(fresh)
        return self._resolve({t.key for t in fresh})

    def remove(self, document: str) -> int:
        """Take out a document and give the number of accounts whose occasions were made anew."""
        keys = self._all.of_document(document)
        touched = {k for group in self._all.of(keys) for k in (t.key for t in group)} - keys
        self._forget(keys)
        self._all.remove(document)
        return self._resolve(touched)

    def engagements(self) -> tuple[Engagement, ...]:
        """Give all engagements, ordered by date, then by id; undated ones last."""
        return tuple(sorted(self._engagements.values(), key=by_date))

    def _forget(self, keys: Iterable[AccountKey]) -> None:
        for key in keys:
            if (known := self._of.pop(key, None)) is not None:
                self._engagements.pop(known, None)

    def _resolve(self, keys: set[AccountKey]) -> int:
        made = 0
        groups = list(self._all.of(sorted(keys)))
        self._forget(t.key for group in groups for t in group)
        for group in groups:
            for engagement in resolve(group, self._all.bits, weigh, self._all.constraints):
                self._engagements[engagement.id] = engagement
                self._of.update(dict.fromkeys(engagement.accounts, engagement.id))
            made += len(group)
        return made


def by_date(engagement: Engagement) -> tuple[str, str]:
    """What engagements are put in order by: date, then id; undated ones last."""
    start = engagement.start.preferred
    return (start.value if start else "9999", engagement.id)
