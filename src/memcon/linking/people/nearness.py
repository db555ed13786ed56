"""Which names can have to do with one another, so that a new mention is told apart from those of its neighbourhood.

Who somebody is depends on the names that his can be one with, and on nothing else. Full names are of one **circle** if
a chain of such names leads from one to the other: :func:`memcon.linking.people.identities.full_names` tells the
mentions of a circle apart in the same way whatever else is told. A bare name depends on the circles of the full names
that it can stand for, and changes none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from memcon.vocabulary.spellings import is_bare, name_letters, name_words, one_name_in_words

Form = tuple[str | None, tuple[str, ...]]
"""A name as mentions of one party give it: the party, and the words in one spelling."""


class Forms(Protocol):
    """All forms of full names, found by what they begin with."""

    def beginning(self, begins: str, party: str | None) -> Iterable[Form]:
        """Give the forms of a party and of none, of every party for None, of which a word has this beginning.

        ``begins`` are two letters of a word itself, or one of those of :func:`name_letters`.
        """

    def spelt(self, words: tuple[str, ...]) -> Iterable[Form]:
        """Give the forms of these words in any party."""


def form_of(name: str, party: str | None) -> Form:
    """Give the form of a name."""
    return party, name_words(name)


def is_full(words: tuple[str, ...]) -> bool:
    """Tell whether words, as :func:`name_words` gives them, are those of a full name."""
    return sum(len(word) > 1 for word in words) > 1


def beginnings(words: tuple[str, ...]) -> frozenset[str]:
    """Give the two letters with which the words of full names in one circle begin, some of them the same."""
    return frozenset(word[:2] for word in words if len(word) > 1)


def circle(seeds: Iterable[Form], forms: Forms) -> set[Form]:
    """Give the forms of full names that are of one circle with any of ``seeds``, which are among them."""
    found: set[Form] = set()
    rest = list(seeds)
    while rest:
        form = rest.pop()
        if form not in found:
            found.add(form)
            rest += _beside(form, forms) - found
    return found


def _beside(form: Form, forms: Forms) -> set[Form]:
    party, words = form
    near = {other for begins in beginnings(words) for other in forms.beginning(begins, party)}
    return {other for other in near if one_name_in_words(words, other[1])} | set(forms.spelt(words))


def may_be_one(name: tuple[str, ...], party: str | None, forms: Forms) -> set[Form]:
    """Give the forms that can be one with a full name of a party, however differently the words begin."""
    near = {other for letter in name_letters(name) for other in forms.beginning(letter, party)}
    return {other for other in near if one_name_in_words(name, other[1])}


__all__ = ["Form", "Forms", "beginnings", "circle", "form_of", "is_bare", "is_full", "may_be_one"]
