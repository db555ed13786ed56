"""Tell whether two offices, as different sources write them, are one: "Minister for Foreign Affairs", "EAM"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from memcon.vocabulary.fold import fold
from memcon.vocabulary.offices import Rank, fold_words, office_heads
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.table import data_file, read_table

Key = frozenset[str]
"""An office as the words that tell it apart, in one form."""

_FOREIGN = frozenset({"foreign", "minister"})
_BY_RANK = {
    frozenset({"head", "state"}): Rank.HEAD_OF_STATE,
    frozenset({"head", "government"}): Rank.HEAD_OF_GOVERNMENT,
}
_LEADING = frozenset({frozenset({"president"}), frozenset({"monarch"}), frozenset({"prime", "minister"}), *_BY_RANK})


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """Words of an office and what they mean; see ``data/office_forms.tsv``."""

    form: str
    means: str | None
    party: str | None


class MarkKind(StrEnum):
    """What a word does to an office it stands in."""

    SMALL = "small"
    RANK = "rank"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class OfficeMark:
    """A word that matters when offices are compared; see ``data/office_marks.tsv``."""

    word: str
    kind: MarkKind


@cache
def _marks(kind: MarkKind) -> frozenset[str]:
    return frozenset(row.word for row in read_table(data_file("office_marks.tsv"), OfficeMark) if row.kind is kind)


@cache
def _forms() -> tuple[dict[tuple[str, ...], list[OfficeForm]], int]:
    found: dict[tuple[str, ...], list[OfficeForm]] = {}
    for row in read_table(data_file("office_forms.tsv"), OfficeForm):
        found.setdefault(tuple(row.form.split()), []).append(row)
    return found, max(map(len, found))


@cache
def parties_with_forms() -> tuple[str, ...]:
    """Give the parties in which some titles stand for another office than elsewhere: a US Secretary of State."""
    return tuple(sorted({row.party for rows in _forms()[0].values() for row in rows if row.party is not None}))


@cache
def _singular() -> dict[str, str]:
    """The last words of plural heads with their singular: "Presidents" (Biden and Duda)."""
    found: dict[str, str] = {}
    for row, _ in office_heads().values():
        plural, head = (row.plural or row.head).casefold().split(), row.head.casefold().split()
        if plural[:-1] == head[:-1]:
            found[plural[-1]] = head[-1]
    return found


def _words(office: str) -> list[str]:
    plain = re.sub(r"[,;()“”\"]", " ", fold(office).replace("-", " ")).casefold()
    words = [word.strip(".") for word in plain.split() if word.strip(".")]
    return [_singular().get(word, word) for word in words]


def _formed(words: list[str], party: str | None) -> Iterator[str]:
    """The words of an office, every known form in the place of what it means."""
    forms, longest = _forms()
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            rows = forms.get(tuple(words[at : at + length]), ())
            row = next((r for r in rows if r.party is None or r.party == party), None)
            if row is not None:
                yield from (row.means or "").split()
                at += length
                break
        else:
            yield words[at]
            at += 1


@lru_cache(maxsize=65536)
def office_keys(office: str, party: str | None) -> tuple[Key, ...]:
    """Give an office as keys, a double office ("Prime Minister and Minister of Defence") as one for each part."""
    return tuple(as_written(office, party))


def as_written(office: str, party: str | None) -> dict[Key, str]:
    """Give the keys of an office, each with the part of the office that it was made of, in their order."""
    parts = re.split(r" and |/|; ", office)
    together: list[str] = []
    for part in parts:
        if together and not _has_head(part):
            together[-1] += f" and {part}"
        else:
            together.append(part)
    found: dict[Key, str] = {}
    for part in together:
        found.setdefault(_key(part, party), part.strip(" ,;"))
    return {key: part for key, part in found.items() if key}


def _has_head(part: str) -> bool:
    words = fold_words(part.strip(" ,"))
    runs = (words[at : at + length] for at in range(len(words)) for length in (1, 2, 3))
    return any(run in office_heads() for run in runs)


def _key(office: str, party: str | None) -> Key:
    words = list(_formed(_words(office), party))
    if "to" in words and words.index("to") > 0:  # "Ambassador to the Republic of Korea"
        cut = words.index("to")
        rest = [word for word in words[cut + 1 :] if word != "the"]
        code = party_code(" ".join(rest))
        words = [*words[:cut], code.casefold() if code != " ".join(rest) else " ".join(rest)]
    key = frozenset(words) - _marks(MarkKind.SMALL)
    if key >= _FOREIGN and not key & _marks(MarkKind.RANK):
        return _FOREIGN  # whatever else is in the portfolio: trade, expatriates, European affairs
    return key


def same_office(a: str, b: str, party: str | None) -> bool:
    """Tell whether two offices of one party are the same, or share a part that is."""
    return bool(set(office_keys(a, party)) & set(office_keys(b, party)))


def may_be_same_office(a: str, b: str, party: str | None) -> bool:
    """Tell whether one of two offices can be a shorter form of the other: "Minister", "Minister of Foreign Affairs"."""
    pairs = ((x, y) for x in office_keys(a, party) for y in office_keys(b, party))
    return any(shortens(x, y, party) or shortens(y, x, party) for x, y in pairs)


def shortens(short: Key, long: Key, party: str | None) -> bool:
    """Tell whether one key can be a shorter form of the other, or is the same."""
    if short <= long and not (long - short) & _marks(MarkKind.RANK):
        return True
    return party == "US" and short == frozenset({"secretary"}) and long == _FOREIGN


def is_of_the_moment(office: str) -> bool:
    """Tell whether an office is said to be held now: not "former President", "President-elect", "then Minister"."""
    return not set(_words(office)) & _marks(MarkKind.PAST)


def leads_a_state(office: str, party: str | None) -> bool:
    """Tell whether an office is that of a head of state or government."""
    return any(key in _LEADING for key in office_keys(office, party))


def asked_for(query: str, office: str | None, party: str | None) -> bool:
    """Tell whether ``office`` (None: a leader whose office is not told) is what a user's ``query`` asks for."""
    keys = office_keys(query, party)
    ranks = {_BY_RANK[key] for key in keys if key in _BY_RANK}
    if office is None:
        return bool(ranks) or any(key in _LEADING for key in keys)
    if ranks and any(_rank(key) in ranks for key in office_keys(office, party)):
        return True
    return same_office(query, office, party)


def _rank(key: Key) -> Rank | None:
    if key in (frozenset({"president"}), frozenset({"monarch"})):
        return Rank.HEAD_OF_STATE
    return Rank.HEAD_OF_GOVERNMENT if key == frozenset({"prime", "minister"}) else None
