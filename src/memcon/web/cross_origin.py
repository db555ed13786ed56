"""Whether a request that would change something was sent by a page of another site.

A browser tells: by ``Sec-Fetch-Site`` where it trusts the connection (https, loopback), else by ``Origin``. The order
of questions is that of ``CrossOriginProtection`` in Go 1.25's net/http (F. Valsorda, "Cross-Site Request Forgery",
2025), which OWASP's CSRF Prevention Cheat Sheet calls Fetch Metadata; no form needs a secret for it. One thing is
stricter: a request without both headers, which no browser of today sends, is refused where it has a session.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""


def is_cross_origin(method: str, headers: Mapping[str, str], *, session: bool) -> bool:
    """Tell whether a request must be refused for where it comes from.

    ``headers`` are found by names in small letters; ``session`` says whether a browser's session came with it.
    """
    if method in SAFE:
        return False
    site = headers.get("sec-fetch-site")
    if site:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    if origin:
        return _host(origin) != headers.get("host", "").casefold()
    return session


def _host(origin: str) -> str | None:
    """Host and port of an origin; None for ``null`` and for what is none."""
    try:
        return urlsplit(origin).netloc.casefold() or None
    except ValueError:
        return None
