"""Parties by any of their names: states and organisations together."""

from __future__ import annotations

from functools import cache

from memcon.vocabulary.fold import fold
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.states import states


@cache
def _codes() -> dict[str, str]:
    """Codes of parties by folded name."""
    found = {o.code.casefold(): o.code for o in organisations()}
    found.update({fold(n).casefold(): o.code for o in organisations() for n in o.names})
    found.update({fold(n).casefold(): s.code for s in states() for n in s.names})
    found.update({s.code.casefold(): s.code for s in states()})
    return found


def party_code(name: str) -> str:
    """Give the code of a party named by code or name; the name itself where it is unknown."""
    return _codes().get(fold(name.strip()).casefold(), name.strip())
