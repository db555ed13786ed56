import hashlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import SourceError
from memcon.sources import document_from_record, document_from_text

FILLED = st.text(min_size=1).filter(lambda t: bool(t.strip()))


def plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(FILLED)
def test_a_text_is_kept_but_for_its_line_ends(text: str) -> None:
    found = document_from_text(text)
    assert found.text == plain_line_ends(text)
    assert found.raw.decode() == text
    assert found.id == hashlib.sha256(text.encode()).hexdigest()
    assert found == document_from_text(text)


@given(FILLED, FILLED)
def test_a_title_stands_at_the_head_and_the_body_is_kept(title: str, text: str) -> None:
    found = document_from_text(text, title=title)
    assert found.text.endswith(plain_line_ends(text))
    assert found.title is not None
    head = found.text.lstrip().split("\n", 1)[0].lstrip("#")
    assert " ".join(head.split()) == " ".join(found.title.lstrip("#").split())


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none(), max_size=3), FILLED)
def test_the_id_of_a_record_does_not_hang_on_the_order_of_its_fields(fields: dict[str, object], text: str) -> None:
    record = fields | {"text": text}
    backwards = dict(reversed(list(record.items())))
    assert document_from_record(record).id == document_from_record(backwards).id


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("They met.", "A Call\n\nThey met."),
        ("A Call\nThey met.", "A Call\nThey met."),
        ("\n# A  Call\n\nThey met.", "\n# A  Call\n\nThey met."),
        ("A Call was made.", "A Call\n\nA Call was made."),
    ],
)
def test_a_title_is_not_said_twice(body: str, text: str) -> None:
    assert document_from_text(body, title=" A\nCall ").text == text


def test_no_break_spaces_and_tags_stay() -> None:
    found = document_from_record({"text": "One.\u00a0 Two<br>.", "title": "A\u00a0 Title"})
    assert found.text == "A\u00a0 Title\n\nOne.\u00a0 Two<br>."
    assert found.text.startswith(found.title or "?")


def test_the_day_of_publication() -> None:
    assert document_from_text("x", published="May 9, 2022").published == "2022-05-09"
    assert document_from_text("x", published="in spring").published is None
    assert document_from_text("x", published=date(2022, 5, 9)).published == "2022-05-09"
    late = {"text": "x", "date": "2022-05-09T23:30:00Z", "url": "https://www.mofa.go.jp/x"}
    assert document_from_record(late).published == "2022-05-10"


def test_a_record_s_other_names() -> None:
    found = document_from_record({"id": 7, "content": "Words.", "date": "9 May 2022", "source": "Ministry"})
    assert (found.name, found.text, found.published, found.publisher) == ("7", "Words.", "2022-05-09", "Ministry")
    linked = document_from_record({"text": None, "body": "Words.", "source": "https://x.example/a"})
    assert (linked.text, linked.url, linked.publisher) == ("Words.", "https://x.example/a", None)


def test_the_language_is_known_only_where_the_source_states_it() -> None:
    assert document_from_record({"text": "Words in English."}).language is None
    assert document_from_record({"text": "Words in English.", "language": "en"}).language == "en"


@pytest.mark.parametrize(
    ("record", "reason"),
    [({"doc": "a"}, 'has no "text"'), ({"text": " \n"}, "holds no text"), ({"text": 5}, "holds no text")],
)
def test_a_record_without_text(record: dict[str, object], reason: str) -> None:
    with pytest.raises(SourceError, match=f"record: {reason}"):
        document_from_record(record)


@pytest.mark.parametrize("field", ["text", "title", "publisher"])
def test_half_a_character_cannot_be_kept(field: str) -> None:
    record = {"text": "Words."} | json.loads(f'{{"{field}": "A \\ud83d B"}}')
    with pytest.raises(SourceError, match=r"half a character \(\\ud83d\)"):
        document_from_record(record)


def test_a_text_longer_than_any_release_is_refused() -> None:
    with pytest.raises(SourceError, match="holds 500,001 characters, and at most 500,000 are read"):
        document_from_text("a" * 500_001)
    assert len(document_from_text("a" * 500_000).text) == 500_000
