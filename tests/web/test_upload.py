"""Adding documents by the page: what is kept, what is refused, and that nothing is kept by halves."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import SAMPLES, hrefs, words

from memcon.model import Document, Reading
from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.sources import document_from_record
from memcon.web import create_app, intake, links
from memcon.web.pages import upload

TEXT = "Foreign Minister Anna Virta of Finland met today with Foreign Minister Olav Berg of Norway in Helsinki."
ADDRESS = "http://127.0.0.1:8460"


@pytest.fixture
def own(path: Path, tmp_path: Path) -> Path:
    """A record that the test may change."""
    return Path(shutil.copy(path, tmp_path / "own.memcon"))


@pytest.fixture
def desk(own: Path) -> Iterator[TestClient]:
    with TestClient(create_app(own), base_url=ADDRESS, follow_redirects=False) as client:
        yield client


def known(path: Path) -> set[str]:
    with Record.open(path) as record:
        return {document.id for document in record.documents()}


def refusal(answer: Any) -> str:
    """The line on the form that says what is wrong."""
    assert answer.status_code == 422
    page = answer.text
    assert 'role="alert"' in page
    return words(page.split('role="alert"')[1].partition(">")[2].split("</p>")[0])


def file(name: str, data: bytes | str) -> tuple[str, tuple[str, bytes]]:
    return "file", (name, data.encode() if isinstance(data, str) else data)


def test_a_pasted_text_is_read_with_what_was_typed(desk: TestClient, own: Path) -> None:
    before = known(own)
    typed = {"text": TEXT.replace(" met", "\r\nmet"), "publisher": "Ministry", "published": "2022-05-09"}
    answer = desk.post("/add", data=typed | {"title": "Virta  meets\tBerg", "url": "https://example.org/a"})
    (new,) = known(own) - before
    assert (answer.status_code, answer.headers["location"]) == (303, f"{links.document(new)}?added=new")
    with Record.open(own) as record:
        document = record.document(new)
        (engagement,) = record.engagements_of(new)
    assert document.text == f"Virta meets Berg\n\n{TEXT.replace(' met', chr(10) + 'met')}"
    assert (document.publisher, document.published, document.url) == ("Ministry", "2022-05-09", "https://example.org/a")
    assert engagement.start.preferred
    assert engagement.start.preferred.value == "2022-05-09"
    said = words(desk.get(answer.headers["location"]).text)
    assert "Added. 1 new engagement." in said
    assert "this source only" in said


def test_the_page_and_the_api_take_a_text_for_the_same_document(desk: TestClient) -> None:
    typed = {"text": TEXT, "publisher": "Ministry", "published": "2022-05-09"}
    desk.post("/add", data=typed)
    assert desk.post("/api/v1/documents", json=typed).json()["new"] is False


def test_a_file_is_completed_by_what_was_typed_where_it_does_not_say_so(desk: TestClient, own: Path) -> None:
    page = f"<html><head><title>Virta meets Berg</title></head><body><article><p>{TEXT}</p></article></body></html>"
    typed = {"title": "Not this", "publisher": "Ministry", "published": "2022-05-09"}
    answer = desk.post("/add", data=typed, files=[file("C:\\pages\\page.html", page)])
    with Record.open(own) as record:
        document = record.document(answer.headers["location"].split("/")[-1].split("?")[0])
    assert (document.name, document.title) == ("page", "Virta meets Berg")
    assert (document.publisher, document.published) == ("Ministry", "2022-05-09")


def test_what_is_there_already_changes_nothing_and_is_led_to(desk: TestClient, own: Path) -> None:
    before = own.read_bytes()
    sample = SAMPLES / "04-call-oslo.md"
    answer = desk.post("/add", data={"publisher": "Somebody else"}, files=[file(sample.name, sample.read_bytes())])
    with Record.open(own) as record:
        document = record.document("04-call-oslo")
    assert answer.headers["location"] == f"{links.document(document.id)}?added=known"
    assert "On record already; nothing was changed. It tells of 2 engagements." in words(
        desk.get(answer.headers["location"]).text
    )
    assert own.read_bytes() == before


def test_an_engagement_of_other_documents_is_joined(desk: TestClient) -> None:
    desk.post("/add", data={"text": TEXT, "publisher": "Ministry of Finland", "published": "2022-05-09"})
    other = TEXT.replace("Foreign Minister Anna Virta of Finland met", "Anna Virta, Foreign Minister of Finland, met")
    answer = desk.post("/add", data={"text": other, "publisher": "Ministry of Norway", "published": "2022-05-09"})
    said = words(desk.get(answer.headers["location"]).text)
    assert "Added. 1 engagement, already on record." in said
    assert "all 2 sources" in said


def test_several_files_at_once(desk: TestClient, own: Path) -> None:
    before = known(own)
    sample = SAMPLES / "04-call-oslo.md"
    files = [
        file("a.txt", TEXT),
        file("again.txt", TEXT),
        file("b.txt", "Nothing happened."),
        file(sample.name, sample.read_bytes()),
    ]
    answer = desk.post("/add", data={"published": "2022-05-09"}, files=files)
    new = known(own) - before
    assert len(new) == 2
    page = desk.get(answer.headers["location"]).text
    assert "2 documents added" in words(page)
    assert "1 new engagement. 1 document was on record already" in words(page)
    assert {links.document(one) for one in new} <= set(hrefs(page))
    assert len([href for href in hrefs(page) if href.startswith("/document/")]) == 3


@pytest.mark.parametrize(
    ("data", "files", "said"),
    [
        ({}, [], "choose a file, or paste a text"),
        ({"text": " \n "}, [], "choose a file, or paste a text"),
        ({"text": TEXT}, [file("a.txt", TEXT)], "not both at once"),
        ({"text": TEXT, "published": "soon"}, [], "'soon' is no day; write it like 2024-03-05"),
        ({"text": TEXT, "published": "2022-02-30"}, [], "is no day"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, [], "is no address"),
        ({"text": TEXT, "url": "https://"}, [], "is no address"),
        ({"text": TEXT, "url": "https://[x"}, [], "is no address"),
        ({}, [file("a.png", b"\x89PNG\r\n")], "a.png is not a kind of document that memcon reads (a picture"),
        ({}, [file("empty.txt", b"")], "empty.txt holds no text"),
        ({}, [file("a.txt", TEXT), file("b.docx", b"PK\x03\x04")], "b.docx is not a kind"),
        ({}, [file("a.jsonl", '{"text": "One."}\n{"text": \n')], "a.jsonl:2 "),
        ({"title": "One"}, [file("a.txt", TEXT), file("b.txt", "Other.")], "these are 2 documents; leave out title"),
        ({"url": "https://example.org"}, [file("a.txt", TEXT), file("b.txt", "Other.")], "these are 2 documents"),
        ({"file": "no file"}, [], "choose a file"),
    ],
)  # fmt: skip
def test_where_anything_is_wrong_nothing_is_added_and_what_was_typed_stays(
    desk: TestClient, own: Path, data: dict[str, str], files: list[Any], said: str
) -> None:
    before = own.read_bytes()
    kept = {"publisher": '<Ministry> & "Co"'}
    answer = desk.post("/add", data=data | kept, files=files)
    told = refusal(answer)
    assert told.startswith("Nothing was added:")
    assert said in told
    assert 'value="&lt;Ministry&gt; &amp; &#34;Co&#34;"' in answer.text
    for field in ("title", "published", "url"):
        if field in data:
            assert f'name="{field}" value="{data[field]}"' in answer.text
    if data.get("text", "").strip():
        assert TEXT in answer.text
    assert answer.text.count('aria-invalid="true"') == 1
    assert own.read_bytes() == before


def test_too_much_is_refused_in_one_line(desk: TestClient, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "LARGEST", 2_000_000)
    before = own.read_bytes()
    assert "more than 2 MB; send less" in refusal(desk.post("/add", files=[file("a.txt", b"a" * 2_100_000)]))
    monkeypatch.setattr(upload, "MOST", 2)
    many = "".join(f'{{"text": "Document {n}."}}\n' for n in range(3))
    assert "these are 3 documents; send 2 at once" in refusal(desk.post("/add", files=[file("a.jsonl", many)]))
    assert own.read_bytes() == before


def test_half_a_form_adds_nothing(desk: TestClient, own: Path) -> None:
    before = own.read_bytes()
    head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    headers = {"content-type": "multipart/form-data; boundary=b"}
    for body in (head[:-4], head + TEXT, head + TEXT + "\r\n--", "nonsense", ""):
        assert refusal(desk.post("/add", content=body.encode(), headers=headers)).startswith("Nothing was added")
    assert refusal(desk.post("/add", content=b"x", headers={"content-type": "multipart/form-data"}))
    assert own.read_bytes() == before


def test_the_same_bytes_are_the_same_document_by_page_and_command(desk: TestClient, own: Path, tmp_path: Path) -> None:
    from memcon.sources import documents

    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    answer = desk.post("/add", files=[file("a.txt", TEXT)])
    (document,) = documents([path])
    assert answer.headers["location"] == f"{links.document(document.id)}?added=new"


def test_ids_of_what_was_added_must_be_there(desk: TestClient) -> None:
    assert desk.get("/added?new=0123456789abcdef").status_code == 404


def test_taking_in_reads_each_document_once(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(document: Document) -> Reading:
        read.append(document.id)
        return read_document(document)

    monkeypatch.setattr("memcon.record.intake.read_document", reading)
    document = document_from_record({"text": TEXT})
    with Record.open(own) as record:
        first = intake.taken_in(record, [document, document])
        again = intake.taken_in(record, [document])
    assert read == [document.id]
    assert [t.new for t in first] == [True, True]
    assert [t.new for t in again] == [False]
    assert again[0].engagements == first[0].engagements != ()


def test_a_record_that_has_gone_is_not_begun_anew(desk: TestClient, own: Path) -> None:
    own.unlink()
    answer = desk.post("/add", data={"text": TEXT})
    assert answer.status_code == 503
    assert f"The record {own.name}: there is no record." in answer.text
    assert not own.exists()
