import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from memcon.web import links


def opened(address: str) -> tuple[str, str]:
    """Where a browser goes from https://desk.example: host and path, as the URL Standard parses it (4.4)."""
    bare = re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")
    if re.match("[a-zA-Z][a-zA-Z0-9+.-]*:", bare):
        return "elsewhere", bare
    if bare.startswith("//"):
        return bare.lstrip("/").partition("/")[0], ""
    return "desk.example", bare


@given(
    st.one_of(
        st.text(max_size=40),
        st.from_regex(r"[/\\\t\n a-z:.?#@%-]{0,20}", fullmatch=True),
        st.builds("/{}".format, st.text(max_size=20)),
    )
)
@example("//evil.example")
@example("/\\evil.example")
@example("/\t/evil.example")
@example("\\\\evil.example")
@example("https:evil.example")
@example("https://evil.example")
@example("javascript:alert(1)")
@example(" //evil.example")
@example("/\x00/evil.example")
@example("///evil.example")
def test_after_log_in_a_browser_stays_here(given_path: str) -> None:
    path = links.local_path(given_path)
    host, there = opened(path)
    assert host == "desk.example"
    assert there.startswith("/")
    assert path in ("/", given_path)


@pytest.mark.parametrize("path", ["/", "/search?q=a+b&party=KZ", "/document/x#c1-2", "/person/P-1", "/a//b", "/%2F/x"])
def test_pages_of_our_own_are_gone_to(path: str) -> None:
    assert links.local_path(path) == path


@pytest.mark.parametrize("path", ["/login", "/login?next=/login", "/logout"])
def test_nobody_goes_in_circles(path: str) -> None:
    assert links.local_path(path) == "/"


@given(st.text(max_size=40))
def test_the_log_in_page_keeps_where_one_was_going(following: str) -> None:
    told = parse_qs(urlsplit(links.login(following)).query, keep_blank_values=True).get("next", ["/"])[0]
    assert links.local_path(told) == links.local_path(following)


def test_a_user_s_name_is_one_part_of_an_address() -> None:
    assert links.user("Åse Ødegård #2?") == "/users/%C3%85se%20%C3%98deg%C3%A5rd%20%232%3F"
