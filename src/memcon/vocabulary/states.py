"""States and other parties that have a country code, with their names, adjectives, peoples and seats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.vocabulary.table import data_file, read_table


@dataclass(frozen=True, slots=True)
class State:
    """A state; see ``data/states.tsv``. The first of ``names`` is the usual one, the first of ``seats`` today's."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    metonyms: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """Give all states in the order of the file."""
    return read_table(data_file("states.tsv"), State)


@cache
def _by_code() -> dict[str, State]:
    return {state.code: state for state in states()}


def state(code: str) -> State | None:
    """Give the state with this code, or None."""
    return _by_code().get(code)


def state_name(code: str) -> str | None:
    """Give the usual name of the state with this code, or None."""
    found = _by_code().get(code)
    return found.names[0] if found else None


def capital_of(code: str) -> str | None:
    """Give the city that is the seat of government of the state with this code today, or None."""
    found = _by_code().get(code)
    return found.seats[0] if found and found.seats else None


@cache
def codes() -> frozenset[str]:
    """Give the codes of all states."""
    return frozenset(row.code for row in states())


@cache
def names() -> frozenset[str]:
    """Give the names of all states."""
    return frozenset(name for row in states() for name in row.names)
