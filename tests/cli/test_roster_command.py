"""The roster's commands as a user runs them."""

import csv
import io
import json
from pathlib import Path


def test_an_own_roster_in_one_step(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    record, mine = tmp_path / "r.memcon", tmp_path / "mine.csv"
    mine.write_text("name,office,party,start\nAino Virta,Minister of Foreign Affairs,Finland,2031-05-09\n", "utf-8")
    assert memcon("roster", "add", mine, "-r", record) == (0, f"1 entry of mine.csv kept in {record}\n", "")
    code, out, _ = memcon("roster", "list", "-r", record, "-p", "FI", "-o", "foreign minister", "-f", "csv")
    assert code == 0
    assert [r["name"] for r in csv.DictReader(io.StringIO(out))] == ["Aino Virta"]
    found = memcon("roster", "list", "-r", record, "--at", "2030", "-p", "FI", "-o", "foreign minister")
    assert found == (0, "", "nothing found: no entry fits these filters\n")
    assert memcon("roster", "remove", "mine.csv", "-r", record)[0] == 0
    assert memcon("roster", "remove", "mine.csv", "-r", record)[0] == 2


def test_list_without_a_record(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    nowhere = tmp_path / "none.memcon"
    code, out, _ = memcon("roster", "list", "-r", nowhere, "-n", "Zelensky", "-f", "json")
    assert code == 0
    assert [json.loads(line)["party"] for line in out.splitlines()] == ["UA", "UA"]
    assert "seen until 2022" in memcon("roster", "list", "-r", nowhere, "-p", "Ukraine", "-o", "president")[1]
    assert not nowhere.exists()


def test_what_is_wrong_is_told_in_one_line(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    wrong, record = tmp_path / "w.csv", tmp_path / "r.memcon"
    wrong.write_text("name,party\nA,FI\nB\n", "utf-8")
    assert memcon("roster", "add", wrong, "-r", record) == (1, "", f"memcon: {wrong}:3: 1 cells where 2 are due\n")
    wrong.write_text("name,party\n", "utf-8")
    assert memcon("roster", "add", wrong, "-r", record)[0] == 2
    assert memcon("roster", "add", tmp_path / "x.csv", "-r", record)[0] == 2
    assert memcon("roster", "list", "--at", "May")[0] == 2
