"""Which documents a phrase is followed through: a pair's, a person's, or all."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.comparing.material import MOST_PARTIES, Material, Undated, day_of, in_order, parties_of
from memcon.comparing.phrases.values import Scope
from memcon.comparing.voices import sayings
from memcon.linking.engagements import Engagement
from memcon.vocabulary.spellings import any_word_fits, is_bare, one_name
from memcon.vocabulary.states import state_name


def scope_of_parties(material: Material, parties: tuple[str, ...]) -> Scope:
    """Give the dealings of some parties: occasions at which all were, with at most six parties in all."""
    wanted = frozenset(parties)
    found = [e for e in material.engagements if wanted <= parties_of(e) and len(e.parties) <= MOST_PARTIES]
    name = " – ".join(state_name(p) or p for p in parties)
    return _scope(material, name, found, parties=parties)


def scope_of_person(material: Material, name: str) -> Scope:
    """Give somebody's words: the documents of occasions that he took part in, and those in which he speaks."""
    found = [e for e in material.engagements if any(p.name and means(name, p.name.value) for p in e.participants)]
    speaking = [
        document
        for document in material.documents
        if any(means(name, speaker) for saying in sayings(material, document) for speaker in saying.speakers)
    ]
    return _scope(material, name, found, speaking, person=name)


def scope_of_all(material: Material) -> Scope:
    """Give the whole record."""
    return _scope(material, "the whole record", material.engagements, material.documents)


def means(asked: str, name: str) -> bool:
    """Tell whether ``asked``, a name or surname in any spelling, can mean the person called ``name``."""
    return any_word_fits(asked, name) if is_bare(asked) else one_name(asked, name)


def _scope(
    material: Material,
    name: str,
    engagements: Iterable[Engagement],
    further: Iterable[str] = (),
    *,
    parties: tuple[str, ...] = (),
    person: str | None = None,
) -> Scope:
    told = {e.id: {k.document for k in e.accounts if material.accounts[k].main} for e in engagements}
    kept = in_order(e for e in engagements if told[e.id])
    days: dict[str, str] = {}
    for engagement in kept:
        for document in told[engagement.id]:
            days.setdefault(document, day_of(engagement))
    for document in further:
        days.setdefault(document, material.day(document) or Undated)
    documents = tuple(sorted(days, key=lambda d: (days[d], d)))
    return Scope(name, documents, tuple(kept), parties, person)
