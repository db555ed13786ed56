"""How set phrases and the wording of accounts move over time: a pure function of readings and engagements."""

from memcon.comparing.phrases.alignment import Change, Fate, Piece
from memcon.comparing.phrases.drift import Step, drift, steps_of, successions
from memcon.comparing.phrases.histories import histories, history
from memcon.comparing.phrases.scopes import scope_of_all, scope_of_parties, scope_of_person
from memcon.comparing.phrases.values import Form, History, Scope, Silence, Use

__all__ = [
    "Change",
    "Fate",
    "Form",
    "History",
    "Piece",
    "Scope",
    "Silence",
    "Step",
    "Use",
    "drift",
    "histories",
    "history",
    "scope_of_all",
    "scope_of_parties",
    "scope_of_person",
    "steps_of",
    "successions",
]
