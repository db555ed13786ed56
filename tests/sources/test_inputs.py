"""Every kind of input, with what can be wrong with it."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import SourceError, documents
from memcon.model import Document
from memcon.sources import Failure, document_from_record, document_from_text
from memcon.sources.days import iso_day

PAGE = """<!DOCTYPE html><html><head><title>Ministers meet in Riga</title><script>var a = 1;</script>
<meta property="article:published_time" content="2024-05-02"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ministers meet in Riga</h1><p>Foreign Minister Virta of Finland met today in Riga with Foreign Minister Ozols of
Latvia, and they spoke for an hour about the safety of shipping in the Baltic Sea.</p><p>They agreed to meet again in the
autumn, and thanked the coast guards of both countries for their work.</p></article><footer>Imprint</footer></body></html>"""

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Releases</title><link>https://www.mofa.go.jp/x</link><description>d</description>
<item><title>A &amp; B</title><link>https://www.mofa.go.jp/x/1</link><guid isPermaLink="false">one</guid>
<pubDate>Tue, 11 Jun 2024 20:30:00 +0000</pubDate><content:encoded><![CDATA[<p>First&nbsp;paragraph.</p><script>x()</script>
<p>Second one.</p>]]></content:encoded></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id><updated>2024-01-02T00:00:00Z</updated>
<entry><title>Entry</title><id>e1</id><link href="https://www.state.gov/e1"/><published>2024-01-02T03:00:00Z</published>
<content type="html">&lt;p&gt;The Secretary met the Minister.&lt;/p&gt;</content></entry></feed>"""


def pdf(text: str) -> bytes:
    """A PDF of one page with a line of text, or with none."""
    stream = b"BT /F1 12 Tf 72 720 Td (" + text.encode() + b") Tj ET" if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    end = len(out)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % end
    )


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path) -> Document:
    (found,) = documents([path])
    return found


def test_plain_text_in_three_encodings(tmp_path: Path) -> None:
    words = "Außenminister Müller traf Präsident Łukasz in Kraków und sprach über die Zusammenarbeit."
    assert only(write(tmp_path, "a.txt", words)).text == words
    assert only(write(tmp_path, "b.txt", words.encode("utf-16"))).text == words
    latin = "Le président a reçu le ministre à l'Élysée; ils ont évoqué la coopération européenne."
    assert only(write(tmp_path, "c.txt", latin.encode("latin-1"))).text == latin


def test_line_ends_are_made_one_and_the_bytes_are_kept(tmp_path: Path) -> None:
    found = only(write(tmp_path, "a.txt", b"One\r\ntwo\rthree\n"))
    assert found.text == "One\ntwo\nthree\n"
    assert found.raw == b"One\r\ntwo\rthree\n"


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    head = "---\ntitle: A Call\npublisher: Ministry\ndate: 2024-05-02\nurl: https://x.example/a\n---\nThey *spoke*.\n"
    found = only(write(tmp_path, "a.md", head))
    assert (found.title, found.publisher, found.published, found.url) == (
        "A Call",
        "Ministry",
        "2024-05-02",
        "https://x.example/a",
    )
    assert found.text == "A Call\n\nThey *spoke*."


def test_html_gives_its_main_text_and_keeps_the_page(tmp_path: Path) -> None:
    found = only(write(tmp_path, "a.html", PAGE))
    assert "spoke for an hour about the safety of shipping" in found.text
    assert "Home" not in found.text
    assert "var a" not in found.text
    assert found.published == "2024-05-02"
    assert found.raw == PAGE.encode()


def test_pdf_with_a_text_layer(tmp_path: Path) -> None:
    found = only(write(tmp_path, "a.pdf", pdf("The ministers met in Riga.")))
    assert found.text.strip() == "The ministers met in Riga."


def test_json_lines_array_and_object(tmp_path: Path) -> None:
    rows = [{"doc": "a", "text": "One."}, {"doc": "b", "title": "T", "text": "Two.", "published": "2024-05-02"}]
    lines = "\n".join(json.dumps(r) for r in rows)
    assert [d.name for d in documents([write(tmp_path, "a.jsonl", lines)])] == ["a", "b"]
    assert [d.text for d in documents([write(tmp_path, "a.json", json.dumps(rows))])] == ["One.", "T\n\nTwo."]
    one = only(write(tmp_path, "b.json", json.dumps(rows[0])))
    assert one.id == next(iter(documents([tmp_path / "a.jsonl"]))).id, (
        "a line is the same document alone or among others"
    )


def test_feeds_have_full_content_and_the_publisher_s_day(tmp_path: Path) -> None:
    found = only(write(tmp_path, "a.rss", FEED))
    assert (found.name, found.title, found.published) == ("one", "A & B", "2024-06-12")
    assert found.text == "A & B\n\nFirst\u00a0paragraph.\n\nSecond one."
    assert found.raw.startswith(b"<item")
    atom = only(write(tmp_path, "a.atom", ATOM))
    assert (atom.published, atom.text) == ("2024-01-01", "Entry\n\nThe Secretary met the Minister.")


def test_no_entity_of_a_feed_is_resolved(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret", "do not read")
    evil = FEED.replace("<rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss', 1).replace(
        "Second", "&x;"
    )
    for found in documents([write(tmp_path, "evil.rss", evil)]):
        assert "do not read" not in found.text
        assert b"do not read" not in found.raw


def test_kinds_are_told_without_a_suffix(tmp_path: Path) -> None:
    assert only(write(tmp_path, "page", PAGE)).media_type == "text/html"
    assert only(write(tmp_path, "print", pdf("Hello there."))).media_type == "application/pdf"
    assert only(write(tmp_path, "feed", FEED)).media_type == "application/xml"
    assert only(write(tmp_path, "lines", '{"text": "x y"}')).media_type == "application/json"


def test_folders_globs_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", ".e.txt"):
        write(tmp_path, name, f"Text {name}")
    assert [d.name for d in documents([tmp_path])] == ["a", "b", "c"]
    assert [d.name for d in documents([str(tmp_path / "*.txt")])] == ["a", "b"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe.")))
    assert [d.text for d in documents(["-"])] == ["From a pipe."]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", pdf(""), "has no text layer"),
        ("b.pdf", b"%PDF-1.4 broken", "is not a readable PDF"),
        ("c.bin", bytes(range(256)) * 4, "is not a kind of document that memcon reads"),
        ("d.txt", b"  \n ", "holds no text"),
        ("e.html", b"<html><body></body></html>", "no main text"),
        ("f.rss", b"<rss></rss>", "is no feed"),
        ("g.json", b'{"doc": "a"}', 'has no "text"'),
        ("h.md", b"---\ntitle: [\n---\nText", "front matter is not YAML"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    bad, good = write(tmp_path, name, data), write(tmp_path, "z.txt", "Good.")
    failures: list[Failure] = []
    assert [d.text for d in documents([bad, good], on_failure=failures.append)] == ["Good."]
    assert [(f.origin.split(":")[0], reason in f.reason) for f in failures] == [(str(bad), True)], failures
    with pytest.raises(SourceError, match=name):
        list(documents([bad]))


def test_a_wrong_line_is_named_by_file_and_line(tmp_path: Path) -> None:
    failures: list[Failure] = []
    path = write(tmp_path, "a.jsonl", '{"text": "One."}\nnot json\n{"text": "Three."}\n')
    assert [d.text for d in documents([path], on_failure=failures.append)] == ["One.", "Three."]
    assert failures == [Failure(f"{path}:2", "is not JSON")]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        list(documents([tmp_path / "nothing.txt"]))


@given(st.text(min_size=1).filter(lambda t: bool(t.strip())))
def test_a_text_is_kept_but_for_its_line_ends(text: str) -> None:
    found = document_from_text(text)
    assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert found == document_from_text(text)


def test_a_record_s_other_names() -> None:
    found = document_from_record({"id": "x", "content": "Words.", "date": "9 May 2022", "source": "Ministry"})
    assert (found.name, found.text, found.published, found.publisher) == ("x", "Words.", "2022-05-09", "Ministry")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-05-09", "2022-05-09"),
        ("2022-05-09T23:30:00Z", "2022-05-09"),
        ("Mon, 09 May 2022 23:30:00 +0000", "2022-05-09"),
        ("May 9, 2022", "2022-05-09"),
        ("09.05.2022", "2022-05-09"),
        ("May 2022", None),
        ("soon", None),
        (None, None),
    ],
)
def test_days(text: str | None, day: str | None) -> None:
    assert iso_day(text) == day


def test_a_day_is_the_publisher_s() -> None:
    assert iso_day("2022-05-09T23:30:00Z", url="https://www.mofa.go.jp/x") == "2022-05-10"
    assert iso_day("2022-05-09T03:00:00Z", url="https://www.state.gov/x") == "2022-05-08"
