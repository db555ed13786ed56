"""``memcon compare`` as a user sees it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
WASHINGTON, OSLO, REPRINT = (
    SAMPLES / name for name in ("03-call-washington.md", "04-call-oslo.md", "05-call-reprint.txt")
)
GOLD = Path(__file__).parents[1] / "gold"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def record(tmp_path: Path, memcon: Run) -> Path:
    path = tmp_path / "r.memcon"
    assert memcon("add", WASHINGTON, OSLO, REPRINT, SAMPLES / "15-moscow-manner.md", "-r", path)[0] == 0
    return path


def listed(memcon: Run, record: Path, parties: set[str]) -> str:
    rows = [json.loads(x) for x in memcon("list", "-r", record, "-f", "json")[1].splitlines()]
    return str(next(row["id"] for row in rows if set(row["parties"]) == parties))


def test_two_files(memcon: Run) -> None:
    code, out, err = memcon("compare", WASHINGTON, OSLO, "--by-words")
    assert (code, err) == (0, "")
    assert "asked for by     │ not reported" in out
    assert "IN BOTH" in out
    assert "both speak of seas and freedom of navigation" in out


def test_an_engagement_of_the_record_without_its_reprint(memcon: Run, record: Path) -> None:
    call = listed(memcon, record, {"NO", "US"})
    code, out, _ = memcon("compare", call, "-r", record, "-f", "json", "--by-words")
    made = json.loads(out)
    assert code == 0
    assert sorted((made["a"], made["b"])) == ["03-call-washington", "04-call-oslo"]


def test_documents_of_the_record_by_name_and_a_file(memcon: Run, record: Path) -> None:
    made = json.loads(memcon("compare", "03-call-washington", OSLO, "-r", record, "-f", "json", "--by-words")[1])
    assert (made["a"], made["b"]) == ("03-call-washington", "04-call-oslo")


@pytest.mark.parametrize(("form", "head"), [("markdown", "# Side by side"), ("html", '<section class="comparison">')])
def test_formats_into_a_file(memcon: Run, tmp_path: Path, form: str, head: str) -> None:
    path = tmp_path / "out"
    assert memcon("compare", WASHINGTON, OSLO, "-f", form, "-o", path, "--by-words") == (0, "", "")
    assert path.read_text(encoding="utf-8").startswith(head)


def test_many_pairs(memcon: Run, tmp_path: Path) -> None:
    output = tmp_path / "sides.jsonl"
    given = ("--pairs", GOLD / "sides.jsonl", "--documents", GOLD / "sides.documents.jsonl", "-o", output, "--by-words")
    code, out, err = memcon("compare", *given)
    assert (code, out, err) == (0, f"8 pairs compared; written to {output}\n", "")
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["a"] for row in rows][:2] == ["straits-a", "barley-a"]
    assert all(list(row) == ["a", "b", "both", "only_a", "only_b", "contradict"] for row in rows)


def test_wrong_use_is_one_line(memcon: Run, record: Path, tmp_path: Path) -> None:
    broken, absent = tmp_path / "broken.jsonl", tmp_path / "absent.jsonl"
    broken.write_text('{"a": "straits-a"}\n')
    absent.write_text('{"a": "straits-a", "b": "nothing"}\n')
    alone = listed(memcon, record, {"AZ", "RU"})
    for words, code, said in (
        ((), 2, "give an engagement's ID"),
        ((WASHINGTON,), 2, "name a second"),
        ((alone, "-r", record), 2, "has one account only"),
        (("nothing", OSLO, "-r", record), 2, "there is no document 'nothing'"),
        (("nothing", OSLO, "-r", tmp_path / "none.memcon"), 2, "there is no record"),
        ((GOLD / "sides.documents.jsonl", OSLO), 2, "holds 16 documents"),
        (("--pairs", broken), 2, "go together"),
        (("--pairs", broken, "--documents", GOLD / "sides.documents.jsonl", "-o", tmp_path / "x"), 1, "broken.jsonl:1"),
        (
            ("--pairs", absent, "--documents", GOLD / "sides.documents.jsonl", "-o", tmp_path / "x"),
            2,
            "names 'nothing'",
        ),
    ):
        found = memcon("compare", *words)
        assert found[0] == code, (words, found)
        assert said in found[2]
        assert len(found[2].splitlines()) == 1
