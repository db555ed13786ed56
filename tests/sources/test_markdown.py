from collections.abc import Callable

import pytest

from memcon.model import Document
from memcon.sources import Failure

ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]


def test_the_head_gives_the_fields_and_the_body_stays_as_written(read_file: ReadFile) -> None:
    head = "---\ntitle: A Call\npublisher: Ministry\ndate: 2024-05-02\nurl: https://x.example/a\n---\n\n"
    found = read_file("a.md", head + "They *spoke*.\n\n- one\n")
    assert (found.title, found.publisher, found.published, found.url) == (
        "A Call",
        "Ministry",
        "2024-05-02",
        "https://x.example/a",
    )
    assert found.text == "A Call\n\nThey *spoke*.\n\n- one\n"
    assert found.media_type == "text/markdown"


def test_source_names_the_publisher_or_the_address(read_file: ReadFile) -> None:
    assert read_file("a.md", "---\nsource: Ministry\n---\nText").publisher == "Ministry"
    assert read_file("a.md", "---\nsource: https://x.example/a\n---\nText").url == "https://x.example/a"


def test_the_day_is_the_publisher_s(read_file: ReadFile) -> None:
    page = "---\nDate: 2024-05-02T23:30:00Z\nURL: https://www.mofa.go.jp/x\n---\nText"
    assert read_file("a.md", page).published == "2024-05-03"


@pytest.mark.parametrize(
    "page",
    [
        "No head, only text.\n",
        "---\nA rule above, and none below.\n",
        "---\nA line between rules\n---\nis no head.\n",
        "\n---\ntitle: too late\n---\n",
    ],
)
def test_a_page_without_a_head(read_file: ReadFile, page: str) -> None:
    found = read_file("a.md", page)
    assert (found.text, found.title) == (page, None)


def test_keys_that_are_no_words_do_no_harm(read_file: ReadFile) -> None:
    assert read_file("a.md", "---\n2022: x\ncontent: y\nhandler: z\n---\nText").text == "Text"


def test_a_head_that_is_no_yaml_is_named_by_its_line(read_bad: ReadBad) -> None:
    assert read_bad("a.md", "---\ntitle: a\nurl: [\n---\nText") == [Failure("a.md:4", "the front matter is not YAML")]
