import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.sources.markup import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("Only words", "Only words"),
        ("<p>One &amp; two&#8217;s&nbsp;end</p>\n\n<p>Three</p>", "One & two’s\u00a0end\n\nThree"),
        ("Riga<br/>Latvia", "Riga\n\nLatvia"),
        ("<p>a\n   long line</p>", "a long line"),
        ("<p>two  spaces</p>", "two  spaces"),
        ("<p>a<script>x()</script><style>p{}</style> b<!-- c --></p>", "a b"),
        ("<ul><li>One</li><li>Two <b>bold</b></li></ul>", "One\n\nTwo bold"),
        ("<table><tr><td>10:00</td><td>Call</td></tr></table>", "10:00\n\nCall"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("<p>unclosed <i>tags", "unclosed tags"),
    ],
)
def test_the_text_of_markup(markup: str, text: str) -> None:
    assert text_of(markup) == text


@given(st.text())
def test_any_markup_gives_a_text(markup: str) -> None:
    assert "\n\n\n" not in text_of(markup)


@given(st.lists(st.text("abc dé.", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_paragraphs_come_back(paragraphs: list[str]) -> None:
    assert text_of("".join(f"<p>{p}</p>" for p in paragraphs)) == "\n\n".join(paragraphs)
