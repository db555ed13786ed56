import contextlib
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import SourceError, documents
from memcon.model import Document
from memcon.sources import Failure
from memcon.sources.detect import BY_SUFFIX
from memcon.sources.given import Input, InputError


def names(found: list[Document]) -> list[str]:
    return [d.name for d in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/a.txt", ".hidden/d.txt", "sub/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text {name}")
    return tmp_path


def test_a_folder_is_read_in_order_without_hidden_files(folder: Path) -> None:
    found = list(documents([folder]))
    assert [d.text for d in found] == ["Text a.txt", "Text b.txt", "Text sub/c.txt", "Text sub/deep/a.txt"]
    assert [d.origin for d in found] == [str(folder / d.text.removeprefix("Text ")) for d in found]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a", "b"]),
        ("[b]*", ["b"]),
        ("s*", ["c", "a"]),
        ("**/*.txt", ["a", "b", "c", "a"]),
        ("**", ["a", "b", "c", "a"]),
    ],
)
def test_globs_name_files_and_folders(folder: Path, pattern: str, expected: list[str]) -> None:
    assert names(list(documents([str(folder / pattern)]))) == expected


def test_a_file_with_the_signs_of_a_glob_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("One.")
    assert names(list(documents([tmp_path / "a[1].txt"]))) == ["a[1]"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [(b"From a pipe.", ["From a pipe."]), (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."])],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [d.text for d in documents(["-"])] == texts


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "aa.docx").write_bytes(b"PK\x03\x04")
    (folder / "empty").mkdir()
    failures: list[Failure] = []
    paths = [folder / "missing: a.txt", folder, folder / "*.html", folder / "empty", folder / "b.txt"]
    found = list(documents(paths, on_failure=failures.append))
    assert names(found) == ["a", "b", "c", "a", "b"]
    assert [(f.origin, f.reason.split(" (")[0]) for f in failures] == [
        (str(folder / "missing: a.txt"), "cannot be opened"),
        (str(folder / "aa.docx"), "is not a kind of document that memcon reads"),
        (str(folder / "*.html"), "nothing fits this pattern"),
        (str(folder / "empty"), "is a folder without files to read"),
    ]


def test_without_a_listener_the_first_failure_is_raised(folder: Path) -> None:
    found = documents([folder / "a.txt", folder / "missing.txt", folder / "b.txt"])
    assert next(found).name == "a"
    with pytest.raises(SourceError, match=r"missing\.txt: cannot be opened"):
        next(found)


@given(st.sampled_from(sorted(BY_SUFFIX)), st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_documents_or_a_failure(suffix: str, data: bytes) -> None:
    given_bytes = Input(f"a{suffix}", b"", io.BytesIO(data))
    found: list[object] = []
    with contextlib.suppress(InputError):
        found += BY_SUFFIX[suffix](given_bytes)
    assert all(isinstance(f, Document | InputError) for f in found)
