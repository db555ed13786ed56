import pytest

from memcon.linking.reprints.texts import Text, addresses_in, host_of, plain_address
from memcon.reading.layout import read_layout

from .conftest import page


@pytest.mark.parametrize(
    "url",
    [
        "https://www.state.gov/a/b/",
        "http://state.gov/a/b?utm=1#top",
        "www.State.gov/A/b.",
        "https://state.gov/a/b",
    ],
)
def test_forms_of_one_address(url: str) -> None:
    assert plain_address(url) == "state.gov/a/b"
    assert addresses_in(f"see {url} for more") == {"state.gov/a/b"}


@pytest.mark.parametrize("url", ["http://[bad", "", "//", "::", None])
def test_what_is_no_address_has_no_host(url: str | None) -> None:
    assert host_of(url) is None or isinstance(host_of(url), str)
    assert plain_address(url or "") is not None


def text(words: str, *, url: str | None = None, publisher: str | None = None, published: str | None = None) -> Text:
    document = page(words, "page", url=url, publisher=publisher, published=published)
    return Text(document, read_layout(document))


def test_whom_a_text_names_as_its_source() -> None:
    source = text("They met.", url="https://www.akorda.kz/en/1", publisher="Akorda")
    by_line = text("They met at the palace today.\n\nSource: https://www.akorda.kz/en/1")
    by_host = text("They met at the palace today.\n\nSource: https://www.akorda.kz/ru/99")
    by_name = text("They met, Kazinform has learned from the Akorda press service.", publisher="Kazinform")
    assert by_line.names_address(source)
    assert by_host.names_address(source) is None
    assert by_host.names_outlet(source)
    assert by_name.names_outlet(source)
    assert source.names_outlet(by_name) is None


def test_a_page_that_names_its_own_address_is_no_reprint() -> None:
    own = text("They met today.\n\nSource: https://akorda.kz/en/1", url="https://www.akorda.kz/en/1")
    assert own.named == ()


def test_the_day_of_a_page_is_that_of_the_reprint() -> None:
    words = "Fri. Mar 14th, 2025\nA call\n\nThey spoke at length.\n\noriginally published at World - FJORD POST"
    assert text(words, published="2025-03-15").day == "2025-03-14"
    assert text("They spoke at length.", published="2025-03-15").day == "2025-03-15"
