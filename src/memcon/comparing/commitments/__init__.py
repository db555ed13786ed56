"""What was agreed and pledged, by whom, for whom, by when, and what later documents say of it."""

from memcon.comparing.commitments.ledger import commitments
from memcon.comparing.commitments.values import Binding, Commitment, Due, Fate, Later, Pledge, Standing

__all__ = ["Binding", "Commitment", "Due", "Fate", "Later", "Pledge", "Standing", "commitments"]
