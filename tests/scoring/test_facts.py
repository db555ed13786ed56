import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from memcon.scoring import score
from memcon.scoring.likeness import overlap, pair, same_date

SHARED = Path(__file__).parents[3] / "shared"


def coding(**changes: Any) -> dict[str, Any]:
    engagement: dict[str, Any] = {
        "id": "e1",
        "main": True,
        "kind": "call",
        "status": "held",
        "mode": "phone",
        "start": "2022-05-09",
        "end": "2022-05-09",
        "place": None,
        "forum": None,
        "parties": ["US", "LT"],
        "participants": [{"name": "Dana Whitlow", "office": "Secretary of State", "party": "US"}],
    }
    engagement.update(changes)
    statement = {
        "engagement": "e1",
        "speakers": ["Dana Whitlow"],
        "act": "support",
        "mode": "indirect",
        "text": "thanked Lithuania for its help",
    }
    return {"doc": "a", "kind": "readout", "engagements": [engagement], "statements": [statement]}


def test_a_coding_agrees_with_itself() -> None:
    tally = score({"a": coding()}, {"a": coding()})
    assert tally.scores()[:3] == (1.0, 1.0, 1.0)
    assert tally.faults == []


def test_a_wrong_field_is_one_missed_and_one_invented() -> None:
    tally = score({"a": coding()}, {"a": coding(kind="meeting")})
    assert (tally.missed["kind"], tally.invented["kind"], tally.right["kind"]) == (1, 1, 0)
    assert tally.scores("status")[2] == 1.0


def test_a_document_that_is_lacking_is_missed_whole() -> None:
    precision, recall, f1, gold = score({"a": coding()}, {}).scores()
    assert (precision, recall, f1) == (0.0, 0.0, 0.0)
    assert gold == 11  # kind of document, engagement and its 5 fields, 2 parties, 1 person, 1 statement


def test_pairs_are_one_to_one_and_best_first() -> None:
    pairs, left, right = pair([1, 5], [4, 2, 9], lambda a, b: -abs(a - b), -3)
    assert sorted(pairs) == [(1, 2), (5, 4)]
    assert left == []
    assert right == [9]


def test_dates_and_texts() -> None:
    assert same_date("2022-05", "2022-05-09")
    assert not same_date("2022-05", None)
    assert overlap("thanked the host", "Thanked the host.") == 1.0
    assert overlap("", "x") == 0.0


@pytest.mark.skipif(not (SHARED / "bench/score.py").exists(), reason="the shared scorer is not there")
def test_the_measure_is_the_shared_scorer_s(tmp_path: Path) -> None:
    gold = [json.loads(line) for line in (SHARED / "gold/dev.coded.jsonl").read_text(encoding="utf-8").splitlines()]
    coded = json.loads(json.dumps(gold))
    for number, document in enumerate(coded):
        for engagement in document["engagements"][:: number % 2 + 1]:
            engagement["kind"], engagement["participants"] = "meeting", engagement["participants"][:1]
        document["statements"] = document.get("statements", [])[1:]
    for name, rows in (("gold", gold), ("coded", coded)):
        (tmp_path / name).write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    theirs = subprocess.run(
        [sys.executable, str(SHARED / "bench/score.py"), str(tmp_path / "gold"), str(tmp_path / "coded")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    tally = score({d["doc"]: d for d in gold}, {d["doc"]: d for d in coded})
    for line in theirs.splitlines()[1:]:
        name = line[:24].strip()
        expected = [f"{x:.3f}" for x in tally.scores(None if name == "all facts" else name)[:3]]
        assert line[24:].split()[:3] == expected, line
