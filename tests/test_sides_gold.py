"""Comparisons of invented accounts made by hand: a floor under the score, so that no change sinks it."""

import json
from pathlib import Path

import pytest

from memcon import documents, read_document
from memcon.comparing.sides import compare, sides_of
from memcon.comparing.sides.embeddings import is_installed
from memcon.exporting.sides import pair_as_objects
from memcon.scoring import score_sides

GOLD = Path(__file__).parent / "gold"
ROWS = {
    (row["a"], row["b"]): row
    for row in map(json.loads, (GOLD / "sides.jsonl").read_text(encoding="utf-8").splitlines())
}


@pytest.mark.parametrize(
    ("by_words", "placement", "pairs"),
    [
        pytest.param(False, 0.88, 0.88, marks=pytest.mark.skipif(not is_installed(), reason="no encoder")),
        (True, 0.82, 0.82),
    ],
)
def test_the_score_does_not_sink(by_words: bool, placement: float, pairs: float) -> None:
    known = {d.name: (d, read_document(d)) for d in documents([GOLD / "sides.documents.jsonl"])}
    given = {key: pair_as_objects(compare(sides_of([known[n] for n in key]), by_words=by_words)) for key in ROWS}
    tally = score_sides(ROWS, given)
    assert tally.placement >= placement
    assert tally.pairs_f1 >= pairs


def test_the_spans_made_by_hand_stand_in_the_documents() -> None:
    texts = {d.name: d.text for d in documents([GOLD / "sides.documents.jsonl"])}
    for (a, b), row in ROWS.items():
        for x, y, *_ in (*row["both"], *row["contradict"]):
            assert x in texts[a]
            assert y in texts[b]
        assert all(x in texts[a] for x in row["only_a"])
        assert all(x in texts[b] for x in row["only_b"])


def test_numbers_dates_and_denials_that_contradict_are_found() -> None:
    known = {d.name: (d, read_document(d)) for d in documents([GOLD / "sides.documents.jsonl"])}
    found = {
        key[0]: [c.conflict.value for r in compare(sides_of([known[n] for n in key]), by_words=True).rows for c in r.contradictions]
        for key in ROWS
    }  # fmt: skip
    assert (found["railway-a"], found["gas-a"], found["somalia-a"]) == (["numbers"], ["dates"], ["numbers"])
    assert (found["straits-a"], found["barley-a"], found["patriot-a"]) == ([], [], [])
