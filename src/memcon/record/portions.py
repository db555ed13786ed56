"""Values for a condition of a query, as many at a time as SQLite takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_AT_ONCE = 500
"""SQLite takes at least 999 values in one query (its documentation, "Limits")."""


def portions(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut values into as many as one condition takes, in their order; nothing gives nothing."""
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
