"""Say in words why accounts are taken for one occasion: every weight, its running sum, and the odds at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from memcon.exporting.quoting import WIDTH
from memcon.linking.evidence import Weighed

_LEAST = 0.05
"""Bits below which an outcome is not worth a line."""


def waterfall(weighed: Weighed) -> Iterator[str]:
    """Give one line for each outcome that moves the odds: its weight in bits, the sum so far, the words for it."""
    total = 0.0
    for level in weighed.levels:
        total += level.bits
        if abs(level.bits) >= _LEAST:
            yield from _wrapped(f"{level.bits:+6.1f}  {total:+6.1f}  {level.words}")
    yield f"        {total:+6.1f}  {odds(total)}"


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, subsequent_indent=" " * 16, drop_whitespace=True)


def odds(bits: float) -> str:
    """Say odds in words: "odds 40 to 1 that they are one occasion"; even odds are 0 bits."""
    ratio = round(2 ** min(abs(bits), 40))
    return f"odds {ratio:,} to 1 that they are {'one occasion' if bits >= 0 else 'different occasions'}"
