"""``memcon who`` and ``memcon office``, and what ``memcon show`` adds from other documents and rosters."""

from pathlib import Path

import pytest

TEXTS = {
    "2031-05-09": "Foreign Minister Aino Virta of Finland met today in Valletta with Maltese Foreign Minister Paul Vella. "
    "They discussed ferries.",
    "2031-06-12": "Finnish Foreign Minister Virta spoke by phone today with Maltese Foreign Minister Paul Vella. They "
    "discussed ports.",
    "2036-02-03": "Foreign Minister Aino Wirta of Finland met today in Helsinki with Estonian President Jaan Tamm. They "
    "discussed trade.",
}
ROSTER = "name,office,party,start,end\nAino Virta,Minister of Foreign Affairs,Finland,2030-06-20,2035-04-02\n"


@pytest.fixture
def memcon(memcon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("MEMCON_RECORD", str(tmp_path / "r.memcon"))
    for day, text in TEXTS.items():
        path = tmp_path / f"{day}.md"
        path.write_text(f"---\ntitle: Readout of {day}\npublished: {day}\n---\n{text}\n", "utf-8")
        assert memcon("add", path)[0] == 0
    (tmp_path / "mine.csv").write_text(ROSTER, "utf-8")
    assert memcon("roster", "add", tmp_path / "mine.csv")[0] == 0
    return memcon


def test_who_tells_offices_with_words_documents_and_roster(memcon) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("who", "virta")
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0].startswith("Aino Virta · FI · P-")
    assert "- Aino Virta, Minister of Foreign Affairs (Finland) · 2030-06-20 – 2035-04-02 [roster: mine.csv]" in lines
    assert "- Aino Virta, Foreign Minister (Finland) · seen 2031-05-09 – 2036-02-03 · 3 ×" in lines
    assert any("2031-05-09: “Foreign Minister” at" in line and "Readout of 2031-05-09" in line for line in lines)
    assert "besides" not in out
    assert memcon("who", "Nobody At-All")[:2] == (0, "")


def test_office_tells_its_holders_by_date(memcon) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("office", "minister of foreign affairs", "Malta", "--at", "2031-05")
    assert code == 0
    assert "Paul Vella, Foreign Minister (Malta) · seen 2031-05-09 – 2031-06-12 · 2 ×" in out
    assert "no document sees anybody in this office both before and after 2031-05" in out
    assert "no document" not in memcon("office", "foreign minister", "MT", "--at", "2031-05-20")[1]
    assert "seen 2031-05-09" in memcon("office", "foreign minister", "FI", "--at", "2040")[1], "the last before it"
    assert memcon("office", "archivist", "FI")[:2] == (0, "")
    assert memcon("office", "president", "Ruritania")[0] == 2
    for wrong in ("2031-13", "2031-02-30", "0000", "soon"):
        code, out, err = memcon("office", "foreign minister", "FI", "--at", wrong)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert f"--at '{wrong}' is no date" in err
        assert memcon("list", "--since", wrong)[0] == 2


def test_an_office_told_without_a_date_is_told_so(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page = tmp_path / "undated.md"
    page.write_text("Foreign Minister Marit Aas of Norway met with Icelandic Foreign Minister Jon Pall.\n", "utf-8")
    assert memcon("add", page)[0] == 0
    line = "  - Marit Aas, Foreign Minister (Norway) · date not reported"
    assert line in memcon("office", "foreign minister", "Norway")[1].splitlines()
    out = memcon("who", "Aas")[1]
    assert line in out.splitlines()
    assert "no date: “Foreign Minister” at 0, “Marit Aas” at 17" in out


def test_show_marks_what_is_not_in_the_accounts(memcon) -> None:  # type: ignore[no-untyped-def]
    out = " ".join(memcon("show", "--all")[1].split())
    assert "Not in these accounts: from other documents and rosters" in out
    assert "“Virta” [1] is Aino Virta (other documents name in full the only person" in out
    assert "in Readout of 2031-05-09)" in out
    flag = (
        "“Aino Wirta”, Foreign Minister [1], does not fit the date: Aino Virta, Minister of Foreign Affairs, 2030-06-20"
    )
    assert flag in out
    assert memcon("roster", "remove", "mine.csv")[0] == 0
    assert "does not fit" not in memcon("show", "--all")[1]
