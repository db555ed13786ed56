import ipaddress
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.web.hosts import HostNames, host_named, is_every_address, is_loopback

DESK = HostNames.of("192.0.2.7", ["desk.example"])


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.8.8.8", "::1", "[::1]"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "localhost.example", "0.0.0.0", "::", "192.0.2.7", "127.0.0.1.example", "1"])
def test_not_loopback(host: str) -> None:
    assert not is_loopback(host)
    assert is_every_address(host) == (host in ("0.0.0.0", "::"))


@pytest.mark.parametrize(
    "header",
    ["desk.example", "DESK.example:8460", "desk.example.", "192.0.2.7", "192.0.2.7:80", "localhost:1", "[::1]:8460"],
)
def test_own_names_are_answered_at_any_port(header: str) -> None:
    assert DESK.answers(header)


@pytest.mark.parametrize(
    "header",
    ["", ":80", "evil.example", "desk.example.evil.example", "192.0.2.8", "desk.example@evil.example",
     "evil.example@desk.example", "desk.example/", "desk.example:80:80", "desk.example:x", " desk.example",
     "desk.example evil.example", "desk.example, evil.example", "[desk.example]", "desk.example:1234567", "[", "[::1"],
)  # fmt: skip
def test_no_other_name_is_answered(header: str) -> None:
    assert not DESK.answers(header)


def test_without_names_only_this_machine_is_answered() -> None:
    assert HostNames().answers("localhost")
    assert not HostNames().answers("192.0.2.7")


def test_on_every_address_any_ip_address_is_answered_and_no_other_name() -> None:
    every = HostNames.of("0.0.0.0", ["desk.example"])
    for header in ("192.0.2.7:8460", "[2001:db8::1]:8460", "desk.example", "localhost"):
        assert every.answers(header)
    assert not every.answers("evil.example")
    assert not DESK.answers("[2001:db8::1]")


def test_an_address_of_ipv6_is_its_own_name() -> None:
    assert HostNames.of("2001:db8::1", []).answers("[2001:db8::1]:8460")
    assert HostNames.of("[2001:DB8::1]", []).answers("[2001:db8::1]")


LIKE_HOSTS = st.one_of(
    st.text(max_size=40),
    st.from_regex(r"[a-z0-9.@:/\[\]-]{0,30}", fullmatch=True),
    st.builds(
        "{}{}{}".format, st.sampled_from(["", ".", "x.", "a@", "/"]), st.just("desk.example"), st.text(max_size=8)
    ),
)


@given(LIKE_HOSTS)
def test_what_is_answered_is_one_of_the_names_and_a_port(header: str) -> None:
    answered = DESK.answers(header)
    name = host_named(header)
    if answered:
        assert name is not None
        bare = re.sub(r":[0-9]*\Z", "", header).rstrip(".").casefold().strip("[]")
        own = bare in ("desk.example", "192.0.2.7", "localhost")
        assert own or ipaddress.ip_address(bare).is_loopback
