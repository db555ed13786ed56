"""The examples of docs/how-to/api.md, run as they stand against a server on a record of the samples."""

import doctest
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.test_client import record, url
from tests.web.api.conftest import samples

__all__ = ["record", "samples", "url"]

HOW_TO = Path(__file__).parent.parent / "docs/how-to/api.md"
TEXT = HOW_TO.read_text(encoding="utf-8")
SERVED = "http://127.0.0.1:8460"
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASKED = re.compile(r"<!-- asked: GET ([^>]*) -->\n```json\n(.*?)```", re.DOTALL)
ELLIPSIS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_every_example_is_of_a_sort_that_is_run() -> None:
    sorts = {sort for sort, _ in FENCED.findall(TEXT)}
    assert sorts <= {"python", "console", "json", ""}
    assert len(ASKED.findall(TEXT)) == sum(sort == "json" for sort, _ in FENCED.findall(TEXT))
    alone = [body for sort, body in FENCED.findall(TEXT) if sort == ""]
    assert all(line.startswith(("pip install", "memcon ")) for body in alone for line in body.splitlines())


@pytest.mark.parametrize(("asked", "shown"), ASKED.findall(TEXT), ids=[a for a, _ in ASKED.findall(TEXT)])
def test_an_answer_is_as_shown(url: str, asked: str, shown: str) -> None:
    path, _, keys = asked.partition(" | ")
    answer: Any = httpx.get(f"{url}{path}").json()
    for key in keys.split():
        answer = answer[int(key) if isinstance(answer, list) else key]
    assert answer == json.loads(shown)


def test_python_does_what_is_shown(url: str) -> None:
    code = "\n".join(body for sort, body in FENCED.findall(TEXT) if sort == "python" and ">>>" in body)
    test = doctest.DocTestParser().get_doctest(code.replace(SERVED, url), {}, "api.md", str(HOW_TO), 0)
    assert len(test.examples) >= 12
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0


def test_python_to_be_put_into_a_program_is_python(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(record.parent)
    (block,) = (body for sort, body in FENCED.findall(TEXT) if sort == "python" and ">>>" not in body)
    values: dict[str, Any] = {}
    exec(block, values)
    assert values["app"].routes


def commands() -> Iterator[tuple[str, str]]:
    """Each command in a console with what is shown below it."""
    for sort, body in FENCED.findall(TEXT):
        if sort == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                words = re.match(r"(?:.*\\\n)*.*\n", part)
                assert words is not None
                yield words[0], part[words.end() :]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_a_console_shows_what_is_shown(url: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><head><title>Foreign Minister Virta met Minister Berg</title></head><body><p>Foreign Minister Anna Virta "
        "of Finland met Foreign Minister Olav Berg of Norway in Turku on 9 May 2022.</p></body></html>"
    )
    number = 0
    for words, shown in commands():
        done = subprocess.run(
            ["bash", "-c", words.replace(SERVED, url)], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert doctest.OutputChecker().check_output(shown, done.stdout.rstrip() + "\n", ELLIPSIS), done.stdout
        number += 1
    assert number >= 8
