"""Pairs compared and codings scored over HTTP: as the commands do."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from memcon.comparing.sides import compare, sides_of
from memcon.exporting.coded import coded
from memcon.exporting.sides import pair_as_objects
from memcon.record import Record
from memcon.scoring import score

A, B = "03-call-washington", "04-call-oslo"


def test_pairs_are_compared_as_the_command_does(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        read = {n: (d := record.document(n), record.reading(d.id)) for n in (A, B)}
        wanted = pair_as_objects(compare(sides_of([read[A], read[B]]), by_words=True))
        text = read[B][0].text
    before = path.read_bytes()
    pairs = [{"a": A, "b": B}, {"a": A, "b": "mine"}]
    given = {"pairs": pairs, "documents": [{"text": text, "name": "mine"}], "by_words": True}
    first, second = api.post("/api/v1/texts/comparisons", json=given).json()["items"]
    assert first == wanted
    assert second["b"] == "mine"
    assert second["both"]
    missing = api.post("/api/v1/texts/comparisons", json={"pairs": [{"a": A, "b": "none"}]})
    assert (missing.status_code, "none" in missing.json()["detail"]) == (404, True)
    assert path.read_bytes() == before


def test_the_record_is_scored_against_a_coding_of_ones_own(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        own = [coded(record.reading(record.document(n).id), n) for n in (A, B)]
    told = api.post("/api/v1/texts/scores", json={"gold": own}).json()
    assert told["all"]["f1"] == 1
    assert told["errors"] == []
    changed = [{**own[0], "kind": "news", "engagements": []}, own[1]]
    answer = api.post("/api/v1/texts/scores", json={"gold": changed, "errors": True}).json()
    tally = score({one["doc"]: one for one in changed}, {one["doc"]: one for one in own})
    assert tuple(answer["all"][n] for n in ("precision", "recall", "f1", "gold")) == tally.scores()
    assert answer["errors"] == tally.faults
    assert {row["fact"] for row in answer["items"]} >= {"document kind", "participant"}
    both = api.post("/api/v1/texts/scores", json={"gold": changed, "coded": own, "errors": True}).json()
    assert both == answer
    assert api.post("/api/v1/texts/scores", json={"gold": [{"doc": "none"}]}).status_code == 404


@pytest.mark.parametrize(
    "gold", [[], [{}], [{"doc": A, "engagements": [{"kind": "call"}]}], [{"doc": A, "statements": 3}], "gold"]
)
def test_what_is_no_coding_is_refused(api: TestClient, gold: object) -> None:
    assert api.post("/api/v1/texts/scores", json={"gold": gold}).status_code == 422


def test_a_coding_with_little_in_it_can_be_scored(api: TestClient) -> None:
    gold = [{"doc": "x", "engagements": [{"id": "e"}], "statements": [{"text": ""}], "turns": [{"starts": ""}]}]
    told = api.post("/api/v1/texts/scores", json={"gold": gold, "coded": gold}).json()
    assert told["all"]["gold"] >= 1
