"""Hold coded documents against a gold coding, fact by fact."""

from memcon.scoring.facts import Tally, score

__all__ = ["Tally", "score"]
