"""What each rule of derivation means, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.vocabulary.table import data_file, read_table


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which a value is derived; see ``data/rules.tsv``."""

    rule: str
    meaning: str


@cache
def rules() -> dict[str, str]:
    """Give every rule's meaning by its name."""
    return {row.rule: row.meaning for row in read_table(data_file("rules.tsv"), Rule)}


def meaning_of(rule: str) -> str:
    """Give a rule's meaning in words; the rule's own name where the table lacks it."""
    return rules().get(rule, rule)
