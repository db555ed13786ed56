"""The cookie of a session.

It is SameSite=Lax and not Strict: with Strict a link to an engagement in a mail or a chat would lead to the log-in page
although one is logged in. What Strict would forbid beyond that is looking, which changes nothing; whatever changes
something is asked for its origin (``cross_origin``). Over https the name has the prefix ``__Host-`` (RFC 6265bis), so
that no other host or path can set it.
"""

from __future__ import annotations

from fastapi import Request, Response

_NAME = "memcon-session"


def _name(request: Request) -> tuple[str, bool]:
    secure = request.url.scheme == "https"
    return (f"__Host-{_NAME}" if secure else _NAME), secure


def session_in(request: Request) -> str | None:
    """Give the secret of the session that came with a request; None where there is none."""
    return request.cookies.get(_name(request)[0]) or None


def keep_session(request: Request, response: Response, secret: str) -> None:
    """Have the browser keep a session, until it is closed."""
    name, secure = _name(request)
    response.set_cookie(name, secret, path="/", secure=secure, httponly=True, samesite="lax")


def forget_session(request: Request, response: Response) -> None:
    """Have the browser forget its session."""
    name, secure = _name(request)
    response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="lax")
