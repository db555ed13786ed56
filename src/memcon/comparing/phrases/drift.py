"""How the wording moves from one account to the next that the same issuer gives of the same parties' dealings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.comparing.material import Material, Undated, day_of, in_order, parties_of
from memcon.comparing.names import name_words, words_of_offices
from memcon.comparing.phrases.alignment import Change, Line, align, line_of
from memcon.comparing.phrases.finding import matches_in, outermost
from memcon.comparing.sentences import sentences_of
from memcon.linking.engagements import Engagement
from memcon.model import Account, DocumentKind
from memcon.vocabulary.set_phrases import known_finders

REPORTS = frozenset({DocumentKind.READOUT, DocumentKind.NEWS, DocumentKind.JOINT_STATEMENT})


@dataclass(frozen=True, slots=True)
class Telling:
    """One account in a series: the document, its engagement and that engagement's first day (ISO)."""

    document: str
    engagement: str
    day: str


Succession = tuple[str, Telling, Telling]
"""The issuer, and two of its accounts of which one follows the other."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one account to the next: its sentences' changes, and the set phrases that came and went.

    ``issuer`` is the publisher's name, else its host, else the parties whose organ it is.
    """

    issuer: str
    before: Telling
    after: Telling
    changes: tuple[Change, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]


def drift(material: Material, parties: tuple[str, ...]) -> list[Step]:
    """Give the steps between successive readouts of the dealings of just these parties, by issuer and day.

    The sentence that tells the occasion itself is not compared.
    """
    return steps_of(material, successions(material, parties))


def successions(material: Material, parties: tuple[str, ...]) -> list[Succession]:
    """Give what the steps of :func:`drift` lie between, in their order, without comparing anything."""
    return [
        (issuer, before, after)
        for issuer, told in series_of(material, parties).items()
        for before, after in pairwise(told)
    ]


def steps_of(material: Material, several: Iterable[Succession]) -> list[Step]:
    """Compare the accounts of some successions, in the order given."""
    lines: dict[str, list[Line]] = {}
    found = []
    for issuer, before, after in several:
        for telling in (before, after):
            if telling.document not in lines:
                lines[telling.document] = lines_of(material, telling.document)
        found.append(_step(issuer, before, after, lines[before.document], lines[after.document]))
    return found


def series_of(material: Material, parties: tuple[str, ...]) -> dict[str, list[Telling]]:
    """Give the successive readouts of the dealings of just these parties, by issuer.

    Reprints and undated accounts are left out; a document stands once, for its first engagement.
    """
    series: dict[str, list[Telling]] = {}
    for engagement in in_order(e for e in material.engagements if parties_of(e) == frozenset(parties)):
        if day_of(engagement) == Undated:
            continue
        for document in _reports(material, engagement):
            told = series.setdefault(_issuer(material, document), [])
            if all(t.document != document for t in told):
                told.append(Telling(document, engagement.id, day_of(engagement)))
    return dict(sorted(series.items()))


def _reports(material: Material, engagement: Engagement) -> Iterable[str]:
    """The documents that report an engagement as their subject in their own words, in the order of their ids."""
    for key in engagement.accounts:
        account = material.accounts[key]
        kind = material.readings[key.document].kind.value
        told = account.kind.spans[:1]
        if account.main and kind in REPORTS and not (told and material.is_copied(key.document, told[0])):
            yield key.document


def _issuer(material: Material, document: str) -> str:
    whole = material.documents[document]
    return whole.publisher or whole.url or ", ".join(sorted(material.issuers[document]))


def _step(issuer: str, before: Telling, after: Telling, old: Sequence[Line], new: Sequence[Line]) -> Step:
    then, now = (phrases_in(lines) for lines in (old, new))
    came = tuple(p for p in now if p not in then)
    went = tuple(p for p in then if p not in now)
    return Step(issuer, before, after, tuple(align(old, new)), came, went)


def phrases_in(lines: Iterable[Line]) -> tuple[str, ...]:
    """Give the known set phrases that lines have, in the order of the table."""
    finders = known_finders()
    found = {phrase for line in lines for phrase, _, _ in outermost(matches_in(line.span.text, finders))}
    return tuple(phrase for phrase in finders if phrase in found)


def lines_of(material: Material, document: str) -> list[Line]:
    """Give the sentences of a document without the one that tells the occasion, ready for comparison."""
    accounts = [a for a in material.readings[document].accounts if a.main]
    names = _names(accounts)
    told = [s for a in accounts for s in a.kind.spans]
    return [
        line_of(span, names)
        for span in sentences_of(material, document)
        if not any(span.start <= s.start < span.end for s in told)
    ]


def _names(accounts: Iterable[Account]) -> frozenset[str]:
    """The words of the participants' names and of offices."""
    return words_of_offices() | name_words(p for a in accounts for p in a.participants)
