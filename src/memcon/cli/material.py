"""What the commands over time share: what is said where there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.cli.saying import nothing_found
from memcon.comparing.material import Material, parties_of


def nothing_of(material: Material, parties: Sequence[str], words: str) -> None:
    """Say that nothing was found: ``words``, or that the record has no engagement of the parties to look at."""
    of = f" of {' and '.join(parties)}" if parties else ""
    looked_at = any(frozenset(parties) <= parties_of(e) for e in material.engagements)
    nothing_found(words if looked_at else f"the record has no engagement{of}; see 'memcon list'")
