"""Each file under ``files`` gives the documents that stand in the ``.expected.json`` beside it."""

import json
from pathlib import Path

import pytest

from memcon.sources import documents
from memcon.sources.detect import BY_SUFFIX

FILES = Path(__file__).parent / "files"
EXPECTED = ".expected.json"
FIELDS = ("name", "media_type", "title", "publisher", "url", "published", "language", "text")
INPUTS = sorted(path for path in FILES.iterdir() if not path.name.endswith(EXPECTED))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_file_gives_what_is_expected(path: Path) -> None:
    found = [{field: getattr(document, field) for field in FIELDS} for document in documents([path])]
    assert found == json.loads(path.with_name(path.name + EXPECTED).read_text(encoding="utf-8"))


def test_each_kind_of_text_has_a_pair() -> None:
    readers = {reader.__module__ for suffix, reader in BY_SUFFIX.items() if suffix != ".pdf"}
    assert {BY_SUFFIX[path.suffix].__module__ for path in INPUTS} == readers
