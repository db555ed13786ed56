"""Organisations and bodies that are parties of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.vocabulary.table import data_file, read_table


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with the forms of its name; see ``data/organisations.tsv``."""

    code: str
    names: tuple[str, ...]


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give all organisations in the order of the file."""
    return read_table(data_file("organisations.tsv"), Organisation)


@cache
def organisation_codes() -> frozenset[str]:
    """Give the codes of all organisations."""
    return frozenset(row.code for row in organisations())
