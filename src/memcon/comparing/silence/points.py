"""Points that one side dropped: set phrases and sentences of its readouts, and commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from memcon.comparing.commitments import Commitment, Fate, Standing
from memcon.comparing.material import Material
from memcon.comparing.phrases.alignment import REWORDED, Line, likeness
from memcon.comparing.phrases.drift import Telling, lines_of, phrases_in, series_of
from memcon.comparing.silence.sources import sources_of
from memcon.comparing.silence.values import Absence, AbsenceKind
from memcon.linking.engagements import AccountKey
from memcon.model import Span
from memcon.vocabulary.commitments import Firmness
from memcon.vocabulary.set_phrases import known_finders, lowered

NEAR = 44.0
"""Likeness (0 to 100) from which a later sentence may be on the same point, so that its absence is not said."""
HABIT = 2
"""Successive readouts in which a point must have stood before its absence is one, and in which it must be absent."""


def dropped_points(material: Material, pairs: Iterable[tuple[str, ...]]) -> Iterator[Absence]:
    """Give the phrases and sentences of an issuer's successive readouts on a pair that its later ones do not have.

    A point counts where it stood in two readouts or more in a row and in none since.
    """
    for pair in pairs:
        for told in series_of(material, pair).values():
            if len(told) >= 2 * HABIT:
                lines = [lines_of(material, t.document) for t in told]
                yield from _phrases(material, told, lines)
                yield from _sentences(material, told, lines)


def _phrases(material: Material, told: Sequence[Telling], lines: Sequence[Sequence[Line]]) -> Iterator[Absence]:
    with_it = [frozenset(phrases_in(one)) for one in lines]
    for phrase in sorted(frozenset().union(*with_it)):
        last = max(i for i, one in enumerate(with_it) if phrase in one)
        run = _run([phrase in one for one in with_it], last)
        if run >= HABIT and last < len(told) - HABIT:
            words = _place(material, phrase, lines[last])
            what = f"“{phrase}”, which the {run} readouts before had"
            yield _absence(material, AbsenceKind.PHRASE, told, last, what, words)


def _place(material: Material, phrase: str, lines: Sequence[Line]) -> Span:
    """The first words of a readout that are a form of the phrase."""
    finder = known_finders()[phrase]
    start, span = next((start, x.span) for x in lines for start in finder.find(lowered(x.span.text)))
    return material.documents[span.document].span(span.start + start[0], span.start + start[1])


def _sentences(material: Material, told: Sequence[Telling], lines: Sequence[Sequence[Line]]) -> Iterator[Absence]:
    for last in range(HABIT - 1, len(told) - HABIT):
        for line in lines[last]:
            if any(_in(line, one, NEAR) for one in lines[last + 1 :]):
                continue
            run = _run([_in(line, one) for one in lines[: last + 1]], last)
            if run >= HABIT:
                what = f"a point which the {run} readouts before had"
                yield _absence(material, AbsenceKind.POINT, told, last, what, line.span)


def _in(line: Line, lines: Sequence[Line], least: float = REWORDED) -> bool:
    return any(likeness(line.key, other.key) >= least for other in lines)


def _run(with_it: Sequence[bool], last: int) -> int:
    """How many in a row, up to ``last``, have it."""
    run = 0
    while run <= last and with_it[last - run]:
        run += 1
    return run


def _absence(
    material: Material, kind: AbsenceKind, told: Sequence[Telling], last: int, what: str, words: Span
) -> Absence:
    later = [t.document for t in told[last + 1 :]]
    issuers = tuple(sorted(material.issuers[told[last].document]))
    party = issuers[0] if len(issuers) == 1 else None
    sources = sources_of(material, later)
    return Absence(kind, told[last].engagement, told[last].day, issuers, party, what, words, sources, len(later))


def dropped_commitments(material: Material, commitments: Iterable[Commitment]) -> Iterator[Absence]:
    """Give the commitments that one side's account tells and the other's does not, and those never mentioned again.

    The latter only where a document reports them as definite or they have a date, and later documents were there.
    """
    for commitment in commitments:
        words = commitment.pledge.words
        if commitment.standing is Standing.ONE:
            for party in commitment.not_told_by:
                documents = _accounts_of(material, commitment, party)
                yield Absence(
                    AbsenceKind.COMMITMENT,
                    commitment.engagement,
                    commitment.day,
                    commitment.told_by,
                    party,
                    f"{commitment.pledge.binding.value}, in one side's account of the same engagement only",
                    words,
                    sources_of(material, documents),
                    len(documents),
                )
        definite = commitment.pledge.firm is Firmness.DEFINITE and not commitment.pledge.spoken
        firm = definite or commitment.due is not None
        if commitment.fate is Fate.NOT_FOUND and firm:
            yield Absence(
                AbsenceKind.COMMITMENT,
                commitment.engagement,
                commitment.day,
                commitment.told_by,
                None,
                f"{commitment.pledge.binding.value}, not mentioned again",
                words,
                sources_of(material, commitment.searched),
                commitment.looked_at,
            )


def _own(material: Material, key: AccountKey) -> bool:
    account = material.accounts[key]
    return account.main and not material.is_copied(key.document, account.kind.spans[0])


def _accounts_of(material: Material, commitment: Commitment, party: str) -> list[str]:
    engagement = next(e for e in material.engagements if e.id == commitment.engagement)
    return sorted(
        {k.document for k in engagement.accounts if party == material.homes[k.document] and _own(material, k)}
    )
