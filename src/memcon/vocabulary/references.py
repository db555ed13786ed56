"""Ways of naming people without their names: "they", "both sides", "the Kazakh leader", "the guest"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.table import data_file, read_table


class Who(StrEnum):
    """Whom a reference means."""

    ALL = "all"
    STATE_HEAD = "state-head"
    GUEST = "guest"
    HOST = "host"
    DIPLOMAT = "diplomat"
    COUNTERPART = "counterpart"
    SIDE = "side"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Reference:
    """A way of naming people; see ``data/references.tsv``."""

    form: str
    who: Who


@cache
def _references() -> dict[str, Who]:
    return {row.form: row.who for row in read_table(data_file("references.tsv"), Reference)}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_references(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b")


def reference_at(words: str) -> Who | None:
    """Tell whom ``words`` (a subject) mean if they are a known way of naming people, else None."""
    folded = " ".join(words.casefold().split())
    whole = _references().get(folded) or _references().get(re.sub(r"^(?:the|his|her|both|these|two) ", "", folded))
    if whole:
        return whole
    found = _pattern().search(folded)
    return _references()[found.group()] if found else None
