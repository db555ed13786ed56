import pytest

from memcon.vocabulary.publishers import host_in, publisher_of


@pytest.mark.parametrize("url", ["https://[x/y", "http://a]b/?x=[", "//[", "", None])
def test_an_address_that_makes_no_sense_has_no_host(url: str | None) -> None:
    assert host_in(url) == ""
    assert publisher_of(url, None) is None


def test_a_host_is_told_without_port_and_in_small_letters() -> None:
    assert host_in("https://WWW.Example.org:8460/a") == "www.example.org"
