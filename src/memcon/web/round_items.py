"""Items and agreement of a blind round as their pages show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.agreement import Agreement, Interval, mean_kappa
from memcon.decisions.values import Field
from memcon.exporting.citing import title_of_engagement
from memcon.exporting.rounds import item_sources, item_words
from memcon.exporting.words import day_in_words, party_in_words
from memcon.model import Account
from memcon.record import Record
from memcon.reviewing import RoundAnswer, RoundItem, Verdict
from memcon.reviewing.rounds import agreements
from memcon.reviewing.values import FORMS
from memcon.web.review_items import CHOICES, LABELS, Quoted, quotations

VERDICTS = {
    Verdict.ACCEPT: "right as read",
    Verdict.REJECT: "not told",
    Verdict.VALUE: "another value",
    Verdict.UNKNOWN: "cannot tell",
}

_ENOUGH = 10
"""Items from which a large-sample interval is shown at all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item as every reviewer of its round sees it: what was read when the round was made, and the words."""

    title: str
    label: str
    values: tuple[str, ...]
    written: str
    form: str
    choices: tuple[str, ...]
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of agreement."""

    name: str
    pair: str
    items: int
    agreed: int
    raw: str
    kappa: str
    note: str
    mean: str = ""


def asked(record: Record, item: RoundItem) -> Asked:
    """Give an item from its accounts alone, so that nothing decided since shows."""
    engagement = record.engagement_of_item(item)
    sources = item_sources(record, item)
    title = " – ".join(_parties(sources)) or (title_of_engagement(engagement) if engagement else item.engagement)
    return Asked(
        title,
        LABELS[item.field],
        tuple(_in_words(item)),
        item.value,
        FORMS.get(item.field, ""),
        tuple(str(c) for c in CHOICES.get(item.field, ())),
        quotations(sources, item_words(sources, item)),
    )


def _parties(sources: Sequence[tuple[object, object, Account]]) -> list[str]:
    return list(dict.fromkeys(party_in_words(p.value) for _, _, account in sources for p in account.parties))[:4]


def _in_words(item: RoundItem) -> Iterator[str]:
    match item.field:
        case Field.DATE if item.value != "none":
            days = item.value.split("/")
            yield day_in_words(days[0], days[-1])
        case Field.PARTIES:
            yield from (party_in_words(code) for code in item.value.split("; "))
        case Field.PLACE:
            *city, last = item.value.split(", ")
            yield ", ".join([*city, party_in_words(last)])
        case _:
            yield from item.value.splitlines()


def agreement_view(
    items: Sequence[RoundItem], answers: Mapping[str, Mapping[int, RoundAnswer]]
) -> list[tuple[str, list[Row], str]]:
    """Give, overall and by field, a row for each pair of reviewers, and the mean of kappa where there are more."""
    found = []
    for name, pairs in agreements(items, answers):
        label = LABELS[Field(name)] if name in set(Field) else "All fields"
        rows = [_row(label, " and ".join(pair), one) for pair, one in pairs]
        mean = mean_kappa(one for _, one in pairs) if len(pairs) > 1 else None
        found.append((label, rows, "" if mean is None else _signed(mean)))
    return found


def _row(name: str, pair: str, one: Agreement) -> Row:
    raw = "–" if one.raw is None else f"{one.raw:.0%}{_range(one.raw_interval, '.0%')}"
    told = one.interval if one.items >= _ENOUGH and one.error else None
    kappa = "not defined" if one.kappa is None else f"{_signed(one.kappa)}{_range(told, '.2f')}"
    return Row(name, pair, one.items, one.agreed, raw, kappa, one.undefined or "")


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _range(interval: Interval | None, form: str) -> str:
    if interval is None:
        return ""
    return f" ({format(interval.low, form)} to {format(interval.high, form)})".replace("-", "−")


def confusion(
    items: Sequence[RoundItem], answers: Mapping[str, Mapping[int, RoundAnswer]]
) -> list[tuple[str, str, list[tuple[str, list[tuple[int, int]]]]]]:
    """Give for each pair of reviewers a table of verdicts: of the first by line, of the second by column.

    A cell has the number of items and, of those, how many are the same answer: two other values can differ.
    """
    names = list(answers)
    tables = []
    for n, a in enumerate(names):
        for b in names[n + 1 :]:
            both = [(answers[a][i.number].answer, answers[b][i.number].answer) for i in items]
            lines = [
                (VERDICTS[v], [_cell([x == y for x, y in both if (x.verdict, y.verdict) == (v, w)]) for w in Verdict])
                for v in Verdict
            ]
            tables.append((a, b, lines))
    return tables


def _cell(same: list[bool]) -> tuple[int, int]:
    return len(same), sum(same)
