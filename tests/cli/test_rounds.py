"""``memcon round`` from the shell."""

import json
from pathlib import Path

import pytest

from memcon import Record
from memcon.reviewing import Verdict

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def record(memcon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    assert memcon("add", SAMPLES / "03-call-washington.md", SAMPLES / "04-call-oslo.md")[0] == 0
    return tmp_path / "record.memcon"


def test_a_round_from_making_to_agreement(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    assert memcon("round", "list")[2] == "nothing found: there is no round; make one with 'memcon round make'\n"
    code, out, _ = memcon("round", "make", "Pilot", "-w", "Ann", "-w", "Bo", "-n", "3", "--author", "Ann")
    assert (code, out[-40:]) == (0, ": Pilot: 3 items, the first of the queue\n"[-40:])
    assert "Ann 0 of 3, Bo 0 of 3" in memcon("round", "list")[1]
    (told,) = memcon("round", "list", "--format", "json")[1].splitlines()
    assert json.loads(told)["answered"] == {"Ann": 0, "Bo": 0}
    code, _, err = memcon("round", "agreement", "Pilot")
    assert (code, err) == (2, "memcon: Pilot is blind until Ann and Bo answered everything\n")
    with Record.open(record) as store:
        for number, verdict in enumerate((Verdict.ACCEPT, Verdict.ACCEPT, Verdict.REJECT), start=1):
            store.answer_item("Pilot", number, "Ann", verdict)
            store.answer_item("Pilot", number, "Bo", Verdict.ACCEPT)
    code, out, _ = memcon("round", "agreement", "Pilot")
    assert code == 0
    assert "2 of 3" in out.splitlines()[1]
    assert "67%" in out.splitlines()[1]
    everything, *fields = map(json.loads, memcon("round", "agreement", "Pilot", "-f", "json")[1].splitlines())
    assert (everything["field"], everything["pairs"][0]["agreed"], everything["mean_kappa"]) == ("all fields", 2, None)
    assert sum(row["pairs"][0]["items"] for row in fields) == 3


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("make", "x", "-w", "Ann"), "two reviewers or more"),
        (("make", "x", "-w", "Ann", "-w", "Bo", "--field", "colour"), "there is no field"),
        (("make", "x", "-w", "Ann", "-w", "Bo", "-n", "0"), "1 to 1000"),
        (("agreement", "none"), "there is no round"),
    ],
)
def test_wrong_use_is_one_line(memcon, record: Path, words: tuple[str, ...], why: str) -> None:  # type: ignore[no-untyped-def]
    code, _, err = memcon("round", *words)
    assert code == 2
    assert why in err
    assert err.count("\n") == 1
