"""Which engagements are sessions of one series; a pure function of engagements and the readings they come from."""

from memcon.linking.forums.series import (
    Claim,
    LevelTold,
    Membership,
    NameInUse,
    Naming,
    Series,
    Session,
    SessionStatus,
    Verdict,
)
from memcon.linking.forums.stage import series_of

__all__ = [
    "Claim",
    "LevelTold",
    "Membership",
    "NameInUse",
    "Naming",
    "Series",
    "Session",
    "SessionStatus",
    "Verdict",
    "series_of",
]
