"""What people decide: which accounts are of one occasion, which values are wrong, what is checked.

Engagements are a function of accounts and decisions: :func:`replay` says what linking must join and keep apart,
:func:`ruled` puts corrections into what linking made, :func:`decided` does all at once.
"""

from memcon.decisions.changes import change
from memcon.decisions.deciding import decided
from memcon.decisions.log import Entry, State
from memcon.decisions.replaying import Outcome, Replay, replay
from memcon.decisions.ruling import ruled
from memcon.decisions.values import Anchor, Change, Decision, Field, Told, Verb

__all__ = [
    "Anchor",
    "Change",
    "Decision",
    "Entry",
    "Field",
    "Outcome",
    "Replay",
    "State",
    "Told",
    "Verb",
    "change",
    "decided",
    "replay",
    "ruled",
]
