"""What two or more sides say of one engagement, point beside point, and in what they contradict one another."""

from memcon.comparing.sides.comparison import compare, sides_of
from memcon.comparing.sides.embeddings import Encoder, encoder
from memcon.comparing.sides.values import (
    Commitment,
    Comparison,
    Conflict,
    Contradiction,
    Fact,
    Match,
    Point,
    Row,
    Side,
)

__all__ = [
    "Commitment",
    "Comparison",
    "Conflict",
    "Contradiction",
    "Encoder",
    "Fact",
    "Match",
    "Point",
    "Row",
    "Side",
    "compare",
    "encoder",
    "sides_of",
]
