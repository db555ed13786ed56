"""The coding of documents that somebody else wrote and coded: a floor under the score, so that no change sinks it."""

import json
from pathlib import Path

import pytest

from memcon import documents, read_document
from memcon.exporting.coded import coded
from memcon.scoring import score

GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize(
    ("inputs", "coding", "least"),
    [
        ("manners.documents.jsonl", "manners.coded.jsonl", 0.95),
        ("files", "files.coded.jsonl", 0.96),
        ("east.documents.jsonl", "east.coded.jsonl", 0.86),
        ("west.documents.jsonl", "west.coded.jsonl", 0.88),
        ("north.documents.jsonl", "north.coded.jsonl", 0.93),
        ("world.documents.jsonl", "world.coded.jsonl", 0.92),
        ("brief.documents.jsonl", "brief.coded.jsonl", 0.98),
    ],
)
def test_the_score_does_not_sink(inputs: str, coding: str, least: float) -> None:
    gold = {row["doc"]: row for row in map(json.loads, (GOLD / coding).read_text(encoding="utf-8").splitlines())}
    found = {d.name: coded(read_document(d), d.name) for d in documents([GOLD / inputs])}
    assert found.keys() == gold.keys()
    tally = score(gold, found)
    assert tally.scores()[2] >= least
