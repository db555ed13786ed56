"""The history of each set phrase in a scope."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.comparing.material import Material, Undated, day_of
from memcon.comparing.phrases.distinctive import find_distinctive
from memcon.comparing.phrases.finding import find_uses
from memcon.comparing.phrases.grammar import is_whole
from memcon.comparing.phrases.values import History, Scope, Silence, Use
from memcon.linking.engagements import Engagement
from memcon.vocabulary.set_phrases import finder_of, known_finders, set_phrase, set_phrases

_TRIED = 3
FOUND = 15
"""How many phrases found by counting are followed."""


def histories(material: Material, scope: Scope, *, found: int = FOUND) -> list[History]:
    """Give the histories of the known set phrases that a scope uses and of up to ``found`` that counting finds.

    Known ones come first, those of the most documents first. With ``found`` 0 nothing is counted, and the documents
    outside the scope do not matter.
    """
    uses = find_uses(material, scope, known_finders())
    senses = {row.phrase: row.sense for row in set_phrases()}
    told = [_history(scope, phrase, f"known: {senses[phrase]}", u) for phrase, u in uses.items() if u]
    told = sorted(told, key=lambda h: (-h.documents, h.phrase))
    if found <= 0:
        return told
    new = [d for d in find_distinctive(material, scope) if not _is_known(d.words)][: found * _TRIED]
    counted = find_uses(material, scope, {d.words: finder_of((d.words,)) for d in new})
    whole = [d for d in new if counted[d.words] and is_whole(material, counted[d.words])]
    return told + [_history(scope, d.words, d.why, counted[d.words]) for d in whole[:found]]


def _is_known(words: str) -> bool:
    return any(True for finder in known_finders().values() for _ in finder.find(words))


def history(material: Material, scope: Scope, phrase: str) -> History | None:
    """Give the history of one phrase in any form, with the variants of a known one; None where nobody uses it."""
    row = set_phrase(phrase)
    forms: Iterable[str] = row.forms if row else (phrase,)
    uses = find_uses(material, scope, {phrase: finder_of(forms)})[phrase]
    why = f"known: {row.sense}" if row else "asked for"
    return _history(scope, row.phrase if row else phrase, why, uses) if uses else None


def _history(scope: Scope, phrase: str, why: str, uses: Sequence[Use]) -> History:
    told = {e for use in uses for e in use.engagements}
    dated = [e for e in scope.engagements if day_of(e) != Undated]
    with_it = [e.id in told for e in dated]
    if True not in with_it:
        return History(phrase, why, tuple(uses))
    first, last = with_it.index(True), len(with_it) - 1 - with_it[::-1].index(True)
    runs = _runs(dated[first : last + 1], with_it[first : last + 1])
    gap = max(runs, key=len, default=[])
    since = dated[last + 1 :]
    return History(phrase, why, tuple(uses), _silence(gap), _silence(since))


def _runs(engagements: Sequence[Engagement], with_it: Sequence[bool]) -> list[list[Engagement]]:
    """The runs of engagements without the phrase."""
    runs: list[list[Engagement]] = [[]]
    for engagement, used in zip(engagements, with_it, strict=True):
        if used:
            runs.append([])
        else:
            runs[-1].append(engagement)
    return [run for run in runs if run]


def _silence(run: Sequence[Engagement]) -> Silence | None:
    return Silence(len(run), day_of(run[0]), day_of(run[-1])) if run else None
