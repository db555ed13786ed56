"""The names under which the application answers.

A page of another site can have its own name lead to this machine (DNS rebinding); the browser then takes both for one
site. What it cannot do is send another Host than that name, so that names which are not ours are not answered.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:@/?#\\\s]+)(?::[0-9]{0,5})?")


def is_loopback(host: str) -> bool:
    """Tell whether a host's name or address is this machine's own, reached from nowhere else."""
    if host.rstrip(".").casefold() == "localhost":
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def is_every_address(host: str) -> bool:
    """Tell whether an address to listen on means all that the machine has (0.0.0.0, ::)."""
    address = _address(host)
    return address is not None and address.is_unspecified


def host_named(header: str) -> str | None:
    """Give the name in a Host header, without the port; None where it is none."""
    found = _HOST.fullmatch(header)
    return found[1].rstrip(".").casefold() if found else None


@dataclass(frozen=True)
class HostNames:
    """Which Host headers are answered: loopback names always, and these."""

    names: frozenset[str] = frozenset()
    any_address: bool = False
    """Whether every IP address is answered; one cannot be the name of another site."""

    @classmethod
    def of(cls, host: str, names: list[str]) -> HostNames:
        """Give the names for an application that listens on ``host`` and was told these further names."""
        every = is_every_address(host)
        return cls(frozenset(_plain(name) for name in (*names, *(() if every else (host,)))), every)

    def answers(self, header: str) -> bool:
        """Tell whether a request with this Host header is answered."""
        host = host_named(header)
        if host is None:
            return False
        plain = _plain(host)
        return is_loopback(host) or plain in self.names or (self.any_address and _address(plain) is not None)


def _plain(name: str) -> str:
    return name.strip().strip("[]").rstrip(".").casefold()


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None
