"""Hold coded documents against a gold coding, fact by fact."""

from memcon.scoring.facts import Tally, score
from memcon.scoring.sides import SidesTally, score_sides

__all__ = ["SidesTally", "Tally", "score", "score_sides"]
