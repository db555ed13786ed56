"""The original beside the text: whatever it holds, nothing in it runs, loads or leads anywhere."""

import re
import struct
import zlib
from html import unescape
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.model import Document
from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.sources import document_from_text
from memcon.web import create_app, links
from memcon.web.originals import cleaned, picture_of, saved_as, source_of

HOSTILE = """<!doctype html><html><head><title>x</title><meta http-equiv="refresh" content="0;url=http://evil.example">
<base href="http://evil.example/"><link rel="stylesheet" href="http://evil.example/a.css"><script>alert(1)</script></head>
<body onload="alert(2)" style="background:url(http://evil.example/b.png)"><h1>Call with the Minister</h1>
<p onclick="alert(3)">They spoke <a href="javascript:alert(4)">today</a>.</p><img src="http://evil.example/c.png" onerror="alert(5)">
<iframe src="http://evil.example"></iframe><svg><script>alert(6)</script><a xlink:href="javascript:alert(7)">s</a></svg>
<form action="http://evil.example"><input name="password"><button>Log in</button></form><style>p{color:red}</style>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(8)&gt;"></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=alert(9)>"></noscript><table><tr><td colspan="2" onmouseover="x()">a</td></tr></table>
<video src="http://evil.example/d"></video><object data="http://evil.example"></object></body></html>"""


def made(raw: bytes, media_type: str, name: str = "hostile") -> Document:
    return document_from_text("Call with the Minister\n\nThey spoke today.", name=name, raw=raw, media_type=media_type)


def test_a_cleaned_original_is_structure_and_words_only() -> None:
    page = cleaned(made(HOSTILE.encode(), "text/html"))
    body = page.split("<body>")[1]
    assert "<h1>Call with the Minister</h1>" in body
    assert "They spoke" in words(body)
    assert '<td colspan="2">a</td>' in body
    for tag in (
        "script",
        "img",
        "iframe",
        "svg",
        "form",
        "input",
        "button",
        "style",
        "link",
        "meta",
        "base",
        "object",
        "video",
    ):
        assert not re.search(rf"<{tag}\b", body), tag
    attributes = re.findall(r"<\w+\s+([^>]*)>", body)
    assert attributes == ['colspan="2"']
    assert "evil.example" not in re.sub(r">[^<]*<", "><", body)
    assert "javascript:" not in body


@pytest.mark.parametrize(
    "raw", [b"", b"<", b"\xff\xfe\x00", b"<p" * 3000, b"\x00\x01<script>alert(1)</script>", b"<p>\xe9t\xe9"]
)
def test_any_bytes_can_be_shown(raw: bytes) -> None:
    document = made(raw, "text/html")
    assert "<script>" not in cleaned(document)
    text, whole = source_of(document)
    assert whole
    assert "\x00" not in text


def test_a_long_original_is_cut() -> None:
    text, whole = source_of(made(b"a" * 500_000, "text/plain"))
    assert not whole
    assert len(text) == 400_000


@pytest.mark.parametrize("name", ['a"b\r\nSet-Cookie: x=1', "../../etc/passwd", "Rede von Außenminister", "", "x.html"])
def test_the_name_of_a_file_is_nothing_but_a_name(name: str) -> None:
    told = saved_as(made(b"x", "text/html", name))
    assert told.isascii()
    assert "\n" not in told
    assert "\r" not in told
    plain = re.fullmatch(r"attachment; filename=\"([A-Za-z0-9._-]+)\"; filename\*=UTF-8''([^ ;]+)", told)
    assert plain is not None
    assert "/" not in unquote(plain[2])
    assert unquote(plain[2]).endswith(".html")


@pytest.fixture(scope="module")
def browser_of_hostile(tmp_path_factory: pytest.TempPathFactory) -> "tuple[TestClient, str, str]":
    path = tmp_path_factory.mktemp("originals") / "r.memcon"
    page, pdf = made(HOSTILE.encode(), "text/html"), made(_pdf(), "application/pdf", "call")
    with Record.open(path) as record:
        record.link([d.id for d in (page, pdf) if record.add(d, read_document(d))])
    return TestClient(create_app(path), base_url="http://localhost", follow_redirects=False), page.id, pdf.id


def test_the_frame_may_do_nothing(browser_of_hostile: "tuple[TestClient, str, str]") -> None:
    browser, page, _ = browser_of_hostile
    beside = browser.get(links.beside(page))
    frame = re.search(r"<iframe[^>]*>", beside.text)
    assert frame is not None
    assert " sandbox " in frame[0]
    assert "allow-" not in frame[0]
    assert "frame-src 'self'" in beside.headers["content-security-policy"]
    answer = browser.get(f"/document/{page}/frame")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "alert" not in answer.text.replace("alert(8)", "")


def test_its_source_is_text(browser_of_hostile: "tuple[TestClient, str, str]") -> None:
    browser, page, _ = browser_of_hostile
    told = browser.get(links.beside(page, True)).text
    shown = re.search(r"<pre[^>]*>(.*?)</pre>", told, re.DOTALL)
    assert shown is not None
    assert unescape(shown[1]) == HOSTILE
    assert "<script>alert" not in told
    assert not [h for h in hrefs(told.replace(shown[0], "")) if "evil.example" in h]


def test_the_file_is_handed_out_to_be_saved(browser_of_hostile: "tuple[TestClient, str, str]") -> None:
    browser, page, _ = browser_of_hostile
    answer = browser.get(f"/document/{page}/original")
    assert answer.content == HOSTILE.encode()
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_a_pdf_is_shown_as_pictures(browser_of_hostile: "tuple[TestClient, str, str]") -> None:
    browser, page, pdf = browser_of_hostile
    told = browser.get(links.beside(pdf)).text
    assert f"/document/{pdf}/page-1.png" in hrefs(told)
    answer = browser.get(f"/document/{pdf}/page-1.png")
    assert answer.headers["content-type"] == "image/png"
    width, height = struct.unpack(">II", answer.content[16:24])
    assert (width, height) == (900, 900 * 200 // 300)
    data = answer.content[answer.content.index(b"IDAT") + 4 : -16]
    assert len(zlib.decompress(data)) == height * (1 + 3 * width)
    for wrong in (
        f"/document/{pdf}/page-2.png",
        f"/document/{pdf}/page-0.png",
        f"/document/{page}/page-1.png",
        f"/document/{pdf}/frame",
    ):
        assert browser.get(wrong).status_code == 404
    assert picture_of(made(b"%PDF-1.4 broken", "application/pdf"), 1) is None


def test_every_original_of_the_samples_is_there(browser: TestClient, record: Record) -> None:
    for document in record.documents():
        page = browser.get(links.beside(document.id))
        assert page.status_code == 200
        shown = re.search(r"data-text>(.*?)</section>", page.text, re.DOTALL)
        assert shown is not None
        assert unescape(re.sub(r"<[^>]*>", "", shown[1])) == document.text
        assert browser.get(f"/document/{document.id}/original").content == document.raw
        assert links.beside(document.id) in hrefs(browser.get(links.document(document.id)).text)
    assert browser.get("/document/03-call-washington/beside").status_code == 307
    assert browser.get("/document/none/beside").status_code == 404


def _pdf() -> bytes:
    """A PDF of one page of 300 by 200 points, with a script that asks to be run."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 4\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    )
