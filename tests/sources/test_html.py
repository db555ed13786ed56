from collections.abc import Callable

import pytest

from memcon.model import Document
from memcon.sources import Failure

ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]

BODY = """<nav><a href="/">Home</a></nav><article><h1>Ministers speak</h1><p>Press Release</p>
<p>Office of the Spokesperson</p><p>RIGA, 3 May 2024 (BNA) -- Foreign Minister Ozols spoke by telephone today with Foreign
Minister Virta of Finland about the safety of shipping&nbsp;in the Baltic Sea.</p><ul><li>ships</li><li>nets</li></ul>
<p>###</p><p>Press contact: press@bna.example</p></article><footer>Imprint</footer>"""


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    return (
        f"<!DOCTYPE html><html{attributes}><head><title>Ministers speak</title>{head}</head><body>{body}</body></html>"
    )


def test_the_main_text_with_its_dateline_and_press_lines(read_file: ReadFile) -> None:
    source = page("<script>var tracked = 1;</script><style>p { color: red }</style>")
    found = read_file("a.html", source)
    assert found.text.split("\n\n") == [
        "Ministers speak",
        "Press Release",
        "Office of the Spokesperson",
        "RIGA, 3 May 2024 (BNA) -- Foreign Minister Ozols spoke by telephone today with Foreign Minister Virta of "
        "Finland about the safety of shipping in the Baltic Sea.",
        "- ships",
        "- nets",
        "###",
        "Press contact: press@bna.example",
    ]
    assert found.raw == source.encode()


def test_what_the_page_says_of_itself(read_file: ReadFile) -> None:
    head = (
        '<link rel="canonical" href="https://www.mofa.go.jp/press/1.html"><meta property="og:site_name" '
        'content="Ministry of Foreign Affairs of Japan">'
    )
    found = read_file("a.html", page(head, attributes=' lang="en-GB"'))
    assert (found.title, found.publisher, found.url, found.language) == (
        "Ministers speak",
        "Ministry of Foreign Affairs of Japan",
        "https://www.mofa.go.jp/press/1.html",
        "en",
    )


JAPAN = '<link rel="canonical" href="https://www.mofa.go.jp/press/1.html">'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("", None),
        ('<meta property="article:published_time" content="2018-05-02T20:30:00+00:00">', "2018-05-02"),
        (JAPAN + '<meta property="article:published_time" content="2018-05-02T20:30:00+00:00">', "2018-05-03"),
        (JAPAN + '<script type="application/ld+json">{"datePublished": "2018-05-02T20:30:00Z"}</script>', "2018-05-03"),
        ('<meta name="date" content="2018-05-02">', "2018-05-02"),
        ('<meta name="date" content="05/11/2018">', None),
        ('<meta name="date" content="1962-10-22">', "1962-10-22"),
        ('<meta name="date" content="2090-10-22">', "2090-10-22"),
    ],
)
def test_the_day_is_the_publisher_s_and_never_a_guess(read_file: ReadFile, head: str, day: str | None) -> None:
    assert read_file("a.html", page(head)).published == day


def test_an_encoding_that_the_page_declares(read_file: ReadFile) -> None:
    words = "Министр иностранных дел встретился сегодня в Риге с коллегой и обсудил сотрудничество двух стран."
    source = page('<meta charset="windows-1251">', f"<h1>Заявление</h1><p>{words}</p>")
    assert words in read_file("a.html", source.encode("cp1251")).text


def test_a_stray_control_character_does_not_cost_the_page(read_file: ReadFile) -> None:
    assert "Foreign Minister Ozols" in read_file("a.html", page().replace("Press Release", "Press\x02Release")).text


@pytest.mark.parametrize(
    "source", ["<html><body></body></html>", "<html><script>x()</script></html>", "<!DOCTYPE html>"]
)
def test_a_page_without_a_text(read_bad: ReadBad, source: str) -> None:
    assert read_bad("a.html", source) == [
        Failure("a.html", "no main text is found in this page; save its text as a .txt file")
    ]


@pytest.mark.parametrize(
    ("many", "last"),
    [("<td>a</td>" * 6_000, "</tr></table>"), ("<a href='/x'>y</a> " * 6_000, "")],
)
def test_a_page_that_would_take_minutes_is_refused(read_bad: ReadBad, many: str, last: str) -> None:
    body = f"{BODY}<table><tr>{many}{last}" if last else f"{BODY}<p>{many}</p>"
    (failure,) = read_bad("a.html", page(body=body))
    assert failure.reason == (
        "is a page with 6,000 elements beside one another, and at most 5,000 are read; save its text as a .txt file"
    )


@pytest.mark.parametrize("begins", ["<div>", "<table><tr><td>", "<b><i>", "<ul><li>"])
def test_deep_nesting_takes_no_time(read_file: ReadFile, begins: str) -> None:
    assert "Foreign Minister Ozols" in read_file("a.html", page(body=BODY + begins * 100_000)).text
