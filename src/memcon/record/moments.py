"""Moments as the record writes them: UTC, ISO 8601, to the microsecond, so that their order is that of their letters.

Whole seconds would not do: what changes in the second in which a saved search was looked at would never be new in it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_1970 = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def now() -> str:
    """Give the present moment."""
    return _written(datetime.now(UTC))


def since_1970(moment: str) -> int:
    """Give the microseconds from the beginning of 1970 to a moment."""
    return (datetime.fromisoformat(moment) - _1970) // _MICROSECOND


def after_1970(microseconds: int) -> str:
    """Give the moment so many microseconds after the beginning of 1970, for at most sixteen digits (the year 2286)."""
    return _written(_1970 + microseconds * _MICROSECOND)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
