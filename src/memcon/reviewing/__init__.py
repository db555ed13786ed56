"""What a human should look at first, and what follows from an answer.

:func:`doubts_of` tells which fields of an engagement are in doubt and how much hangs on each; :func:`weakest_join`
where its accounts hold together least. :mod:`~memcon.reviewing.values` turns a field into words that a human can
change, and changed words into corrections; :mod:`~memcon.reviewing.rounds` is for reviewers who must not see one
another's answers.
"""

from memcon.reviewing.doubting import Doubted, doubts_of
from memcon.reviewing.items import Action, ItemKind, Reference
from memcon.reviewing.joins import Join, weakest_join
from memcon.reviewing.rounds import Answer, Round, RoundAnswer, RoundItem, Verdict

__all__ = [
    "Action",
    "Answer",
    "Doubted",
    "ItemKind",
    "Join",
    "Reference",
    "Round",
    "RoundAnswer",
    "RoundItem",
    "Verdict",
    "doubts_of",
    "weakest_join",
]
