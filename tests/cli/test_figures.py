"""``memcon figures`` as a user runs it."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
ONE = """---
title: Readout of the Meeting of Foreign Minister Berg with Foreign Minister Quispe
publisher: Ministry of Foreign Affairs of Norway
published: 2023-05-04
---
Norwegian Foreign Minister Ola Berg met today in Oslo with Peruvian Foreign Minister Martín Quispe Rojas.

Minister Berg said that trade between the two countries reached $3 billion in 2022.

Minister Quispe thanked Norway for 200,000 doses of vaccine.
"""
OTHER = """---
title: Foreign Minister Quispe meets the Foreign Minister of Norway
publisher: Ministry of Foreign Affairs of Peru
published: 2023-05-05
---
On May 4, 2023, Peruvian Foreign Minister Martín Quispe Rojas met in Oslo with Norwegian Foreign Minister Ola Berg.

Minister Quispe noted that trade between the two countries reached about $3.1 billion in 2022.

He also thanked Norway for more than 300,000 doses of vaccine.
"""


@pytest.fixture
def record(tmp_path: Path, memcon) -> Path:  # type: ignore[no-untyped-def]
    path = tmp_path / "r.memcon"
    (tmp_path / "one.md").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    (tmp_path / "plain.md").write_text("Minister Ola Berg opened the new harbour in Oslo today.\n", encoding="utf-8")
    files = (
        tmp_path / "one.md",
        tmp_path / "other.md",
        tmp_path / "plain.md",
        SAMPLES / "01-agency-president-receives.txt",
    )
    assert memcon("add", *files, "-r", path)[0] == 0
    return path


def test_the_figures_of_a_pair_with_agreement_and_contradiction(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, err = memcon("figures", "NO", "Peru", "-r", record)
    assert (code, err) == (0, "")
    assert "3 billion USD · Ola Berg · as of 2022" in out
    assert "about 3.1 billion USD · Martín Quispe Rojas · as of 2022" in out
    plain = " ".join(out.split())
    assert "Contradicting one another - doses of vaccine: 200,000" in plain
    assert "told of one engagement, and no number fits both" in plain
    assert "Agreeing - trade: 3 billion USD (Ola Berg)" in plain
    assert max(map(len, out.splitlines())) <= 100


def test_as_json_with_places_in_the_document(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("figures", "--document", "01-agency-president-receives", "-r", record, "--format", "json")
    assert code == 0
    told = json.loads(out)
    assert [(f["low"], f["high"], f["unit"], f["approximation"]) for f in told["figures"]] == [
        (62e9, 62e9, "USD", "exact"),
        (30, None, "year", "more-than"),
    ]
    text = (SAMPLES / "01-agency-president-receives.txt").read_text(encoding="utf-8")
    assert all(text[f["start"] : f["end"]] == f["text"] for f in told["figures"])
    assert [d["name"] for d in told["documents"]] == ["01-agency-president-receives"]


def test_comparisons_name_their_figures_by_place(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    told = json.loads(memcon("figures", "NO", "PE", "-r", record, "-f", "json")[1])
    (differ,) = [c for c in told["comparisons"] if c["relation"] == "differ"]
    assert [told["figures"][differ[k]]["unit"] for k in ("first", "second")] == ["count", "count"]


def test_one_engagement(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    (row,) = [json.loads(x) for x in memcon("list", "-p", "NO", "-r", record, "-f", "json")[1].splitlines()]
    assert row["documents"] == 2
    code, out, _ = memcon("figures", "--engagement", row["id"], "-r", record)
    assert code == 0
    assert "[2]" in out


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        ((), 2, "give either parties, --engagement ID or --document ID"),
        (("KZ", "--document", "x"), 2, "give either parties"),
        (("Ruritania",), 2, "'Ruritania' is no party that memcon knows"),
        (("JP", "BR"), 0, "nothing found: no engagement of these parties is on record"),
        (("--engagement", "E-zzzz"), 2, "there is no engagement"),
        (("--document", "plain"), 0, "nothing found: there are no figures in these documents"),
    ],
)
def test_wrong_use_is_told_in_a_line(memcon, record: Path, words: tuple[str, ...], code: int, reason: str) -> None:  # type: ignore[no-untyped-def]
    got, out, err = memcon("figures", *words, "-r", record)
    assert (got, out) == (code, "")
    assert reason in err
    assert err.count("\n") == 1
