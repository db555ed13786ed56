"""Join the accounts of one occasion into engagements; a pure function of the readings and of what people decided."""

from memcon.linking.constraints import Constraints, pair
from memcon.linking.engagements import AccountKey, Choice, Engagement, Ruling, Standing
from memcon.linking.joining import Joiner, join

__all__ = ["AccountKey", "Choice", "Constraints", "Engagement", "Joiner", "Ruling", "Standing", "join", "pair"]
