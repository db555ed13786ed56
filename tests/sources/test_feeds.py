from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.model import Document
from memcon.sources import Failure, documents, feeds
from memcon.sources.given import Input

Given = Callable[..., Input]
ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]

ITEM = """<item><title>A &amp; B</title><link>https://www.mofa.go.jp/x/1</link><guid isPermaLink="false">one</guid>
<pubDate>Tue, 11 Jun 2024 20:30:00 +0000</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>First&nbsp;paragraph.</p><script>x()</script>
<p>Second one.</p>]]></content:encoded></item>"""


def rss(*items: str, root: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"{root} '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Releases</title>'
        f"<link>https://www.mofa.go.jp/x</link><description>d</description>{''.join(items)}</channel></rss>"
    )


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id><updated>2024-01-02T00:00:00Z</updated>
<entry><title type="html">An &lt;i&gt;entry&lt;/i&gt;</title><id>e1</id><link href="https://www.state.gov/e1"/>
<published>2024-01-02T03:00:00Z</published>%s</entry></feed>"""


def test_full_content_and_the_publisher_s_day(read_file: ReadFile) -> None:
    found = read_file("a.rss", rss(ITEM))
    assert (found.name, found.title, found.publisher, found.url, found.published) == (
        "one",
        "A & B",
        "Releases",
        "https://www.mofa.go.jp/x/1",
        "2024-06-12",
    )
    assert found.text == "A & B\n\nFirst\u00a0paragraph.\n\nSecond one."
    assert found.raw.startswith(b"<item")
    assert found.raw.endswith(b"</item>")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<content type="html">&lt;p&gt;They met.&lt;/p&gt;</content>', "They met."),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They</p><p>met.</p></div></content>',
            "They\n\nmet.",
        ),
        ('<content type="text">They met: 3 &lt; 4.</content>', "They met: 3 < 4."),
        ("<summary>They met.</summary>", "They met."),
    ],
)
def test_atom_and_its_types_of_content(read_file: ReadFile, content: str, text: str) -> None:
    found = read_file("a.atom", ATOM % content)
    assert (found.published, found.title, found.text) == ("2024-01-01", "An entry", f"An entry\n\n{text}")


def test_the_description_stands_in_for_missing_content(read_file: ReadFile) -> None:
    bare = "<item><title>T</title><description>&lt;p&gt;They met.&lt;/p&gt;</description></item>"
    assert read_file("a.rss", rss(bare)).text == "T\n\nThey met."


def test_an_entry_is_the_same_document_in_each_download_of_its_feed(given_of: Given) -> None:
    other = ITEM.replace("one</guid>", "two</guid>")
    once = list(feeds.read(given_of(rss(ITEM))))
    again = list(feeds.read(given_of(rss(other, "\n", ITEM, root=' xmlns:dc="http://purl.org/dc/elements/1.1/"'))))
    ids = [[f.id for f in found if isinstance(f, Document)] for found in (once, again)]
    assert ids[0] == ids[1][1:]
    assert len(set(ids[1])) == 2


def test_an_entry_without_text_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text(rss("<item><title>Only a title</title></item>", ITEM))
    failures: list[Failure] = []
    assert [d.name for d in documents([path], on_failure=failures.append)] == ["one"]
    assert failures == [Failure(f"{path}#1", "holds no text")]


def test_a_feed_that_is_not_well_formed_is_read(read_file: ReadFile) -> None:
    broken = rss(ITEM).replace("<title>Releases</title>", "<title>Releases & more</title>")
    assert read_file("a.rss", broken).text.endswith("Second one.")


def test_no_entity_of_a_feed_is_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not read")
    evil = rss(ITEM).replace("<rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss', 1)
    path = tmp_path / "evil.rss"
    path.write_text(evil.replace("A &amp; B", "A &x; B").replace("Short.", "&x;"))
    found = list(documents([path], on_failure=lambda failure: None))
    assert all("do not read" not in d.text and b"do not read" not in d.raw for d in found)


def test_entities_that_grow_without_end_are_not_expanded(tmp_path: Path) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    path = tmp_path / "laughs.rss"
    path.write_text(rss(ITEM).replace("<rss", f"<!DOCTYPE rss [{entities}]><rss", 1).replace("Short.", "&a9;"))
    found = list(documents([path], on_failure=lambda failure: None))
    assert all(len(d.text) < 10_000 for d in found)


def test_the_words_of_a_feed_are_never_taken_for_a_file(tmp_path: Path, read_bad: ReadBad) -> None:
    (tmp_path / "other.rss").write_text(rss(ITEM))
    assert read_bad("a.rss", str(tmp_path / "other.rss")) == [Failure("a.rss", "is no RSS or Atom feed")]


def test_a_feed_without_entries(read_bad: ReadBad) -> None:
    assert read_bad("a.rss", rss()) == [Failure("a.rss", "is a feed without entries")]


def test_a_prefix_that_is_not_declared_does_not_cost_the_feed(read_file: ReadFile) -> None:
    undeclared = rss(ITEM).replace(' xmlns:content="http://purl.org/rss/1.0/modules/content/"', "")
    assert "paragraph" in read_file("a.rss", undeclared).text


def test_an_encoding_that_cannot_be_is_a_failure(read_bad: ReadBad) -> None:
    assert read_bad("a.rss", rss(ITEM).encode().replace(b"UTF-8", b"UT\xfaF-8")) == [
        Failure("a.rss", "is no RSS or Atom feed")
    ]
