"""``memcon forum``."""

import json
from pathlib import Path

import pytest

TEXTS = {
    "2030-05-17": "Foreign Minister Aino Virta of Finland and Foreign Minister Janis Ozols of Latvia met in Helsinki on "
    "May 17, 2030, for the inaugural Finland-Latvia Ports Dialogue. They discussed ferries.",
    "2031-05-09": "Foreign Minister Janis Ozols of Latvia and Foreign Minister Aino Virta of Finland met in Riga on "
    "May 9, 2031, for the third Finland-Latvia Ports Dialogue. They discussed ports.",
    "2031-06-12": "Foreign Minister Aino Virta of Finland and Foreign Minister Jaan Tamm of Estonia met in Tallinn on "
    "June 12, 2031, for the Finland-Estonia Ports Dialogue. They discussed trade.",
}


@pytest.fixture
def memcon(memcon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("MEMCON_RECORD", str(tmp_path / "r.memcon"))
    for day, text in TEXTS.items():
        path = tmp_path / f"{day}.md"
        path.write_text(f"---\ntitle: Readout of {day}\npublished: {day}\n---\n{text}\n", "utf-8")
        assert memcon("add", path)[0] == 0
    return memcon


def test_the_list_and_one_series(memcon) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("forum")
    assert code == 0
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert rows[1:] == [
        "2 2030-05-17 – 2031-05-09 Finland-Latvia Ports Dialogue (FI–LV)",
        "1 2031-06-12 Finland-Estonia Ports Dialogue (EE–FI)",
    ]
    code, out, _ = memcon("forum", "ports dialogue", "finland", "LV")
    text = " ".join(out.split())
    assert code == 0
    assert all(len(line) <= 100 for line in out.splitlines())
    assert "1 2030-05-17 · held · ministers · Helsinki, Finland E-" in text
    assert "“inaugural Finland-Latvia Ports Dialogue” fits as number 1: no earlier session is on record" in text
    assert "“third Finland-Latvia Ports Dialogue” cannot be told to be number 3: 1 of the 2 earlier ones is" in text
    assert "- Latvia · 2 sessions, 2030-05-17 – 2031-05-09" in text


def test_json_has_the_words_of_everything(memcon) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("forum", "Finland-Latvia Ports Dialogue", "--format", "json")
    assert code == 0
    (one,) = [json.loads(line) for line in out.splitlines()]
    assert one["parties"] == ["FI", "LV"]
    assert [s["start"] for s in one["sessions"]] == ["2030-05-17", "2031-05-09"]
    assert one["sessions"][1]["claims"][0]["words"]["text"] == "third Finland-Latvia Ports Dialogue"
    assert one["names"][0]["name"] == "Finland-Latvia Ports Dialogue"
    assert one["names"][0]["namings"][0]["span"]["text"] == "inaugural Finland-Latvia Ports Dialogue"
    assert len(memcon("forum", "--format", "json")[1].splitlines()) == 2


def test_what_cannot_be_shown_is_said_in_a_line(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    code, _, err = memcon("forum", "Ports Dialogue")
    assert code == 2
    assert "fits 2 forums: Finland-Latvia Ports Dialogue (FI–LV); Finland-Estonia Ports Dialogue (EE–FI)" in err
    assert memcon("forum", "Baltic Ports Forum")[:2] == (0, "")
    assert memcon("forum", "Ports Dialogue", "Ruritania")[0] == 2
    assert memcon("forum", "-r", tmp_path / "none.memcon")[0] == 2
    assert all(line.startswith("memcon: ") and line.count("\n") == 1 for line in [err])
