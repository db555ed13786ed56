"""Join the accounts of one occasion into engagements; a pure function of the readings."""

from memcon.linking.engagements import AccountKey, Choice, Engagement
from memcon.linking.joining import join

__all__ = ["AccountKey", "Choice", "Engagement", "join"]
