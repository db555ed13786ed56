"""What every request passes before a page or endpoint is asked, and every answer on its way out."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlsplit

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, RedirectResponse

from memcon.errors import UsersError
from memcon.users import Users
from memcon.web import access, links
from memcon.web.api.problems import ProblemError, answer_to
from memcon.web.cross_origin import SAFE, is_cross_origin
from memcon.web.hosts import HostNames, host_named
from memcon.web.rendering import error_page
from memcon.web.sessions import session_in
from memcon.web.visitors import Visitor, at_this_machine

Answer = Callable[[Request], Awaitable[Response]]

_LOG = logging.getLogger(__name__)
_LARGEST_LOG_IN = 16_384
"""Bytes that are taken from somebody who has not logged in."""
_BEARER = "bearer "
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # with no-referrer a browser would send "Origin: null" with our own forms too (Fetch, "append a request Origin")
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Nothing is loaded from another host, no script stands in a page, and no other site learns what is looked at."""
_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


class Guard:
    """Lets in who may come in, says who it is, and notes what was changed."""

    def __init__(self, hosts: HostNames, users: Users | None) -> None:
        """Without users, whoever reaches the application may do everything; that is for loopback addresses only."""
        self._hosts, self._users = hosts, users

    async def __call__(self, request: Request, answer: Answer) -> Response:
        """Answer a request, or refuse it."""
        response = await self._answer(request, answer)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if self._users is not None and not access.is_static(request.scope["path"]):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    async def _answer(self, request: Request, answer: Answer) -> Response:
        request.state.visitor = Visitor(None, None, address=_address_of(request))
        if not self._hosts.answers(request.headers.get("host", "")):
            return PlainTextResponse(self._wrong_host(request), 400)
        if self._users is None:
            return await self._at_this_machine(request, answer)
        if access.is_static(request.scope["path"]) and request.method in SAFE:
            return await answer(request)
        try:
            refusal = await run_in_threadpool(self._refusal, request, self._users)
            if refusal is not None:
                return refusal
            response = await answer(request)
            if _changed(request, response):
                await run_in_threadpool(_note, request, response, self._users)
        except UsersError as error:
            _LOG.error("%s", error)
            return _refused(request, 503, "the users cannot be read now")
        return response

    async def _at_this_machine(self, request: Request, answer: Answer) -> Response:
        if any(name in request.headers for name in _PROXIED):
            words = "this came through a proxy, and nobody has to log in: start memcon serve with --proxy"
            return PlainTextResponse(words, 403)
        request.state.visitor = at_this_machine(request)
        if is_cross_origin(request.method, request.headers, session=False):
            return _refused(request, 403, "a page of another site cannot change the record")
        return await answer(request)

    def _refusal(self, request: Request, users: Users) -> Response | None:
        """Find out who asks, and give the answer to those who may not."""
        method, path = request.method, request.scope["path"]
        header, secret = request.headers.get("authorization", ""), session_in(request)
        token = header[len(_BEARER) :].strip() if header.lower().startswith(_BEARER) else None
        # what shows a token and has no session is no browser that could be misled
        if not (token and secret is None) and is_cross_origin(method, request.headers, session=secret is not None):
            return _refused(request, 403, "a page of another site cannot change the record")
        if token is not None:
            if not _with_token(request, users, token):
                return _unknown(request, "this token is not known, or its last day is past", "invalid_token")
            if access.is_for_passwords(path):
                return _refused(request, 403, "no token can do this; log in with your password")
        elif secret is not None:
            _in_session(request, users, secret)
        visitor: Visitor = request.state.visitor
        if access.is_open(path):
            return None if visitor.logged_in else _too_large(request)
        if visitor.role is None:
            return _not_logged_in(request)
        role = access.role_needed(method, path)
        if not visitor.may(role):
            return _refused(request, 403, f"a {visitor.role} cannot do this; ask an admin for the role of a {role}")
        return None

    def _wrong_host(self, request: Request) -> str:
        if self._users is None:
            return "memcon answers on this machine only: use http://127.0.0.1 or http://localhost"
        name = host_named(request.headers.get("host", ""))
        return "memcon does not answer under this name" + (f"; start it with --name {name}" if name else "")


def _with_token(request: Request, users: Users, secret: str) -> bool:
    found = users.with_token(secret)
    if found is None:
        return False
    user, token = found
    role = token.role if user.role.covers(token.role) else user.role
    request.state.visitor = Visitor(user.name, role, True, _address_of(request))
    request.state.memcon_author = user.name
    request.state.token = token
    return True


def _in_session(request: Request, users: Users, secret: str) -> None:
    user = users.in_session(secret)
    if user is not None:
        request.state.visitor = Visitor(user.name, user.role, True, _address_of(request))
        request.state.memcon_author = user.name


def _address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def _changed(request: Request, response: Response) -> bool:
    path = request.scope["path"]
    return access.changes(request.method, path) and response.status_code < 400 and not access.notes_itself(path)


def _note(request: Request, response: Response, users: Users) -> None:
    visitor: Visitor = request.state.visitor
    token = getattr(request.state, "token", None)
    by = f", with token {token.id} {token.name!r}" if token else ""
    what = f"{request.method} {quote(request.scope['path'])} {response.status_code}{by}"
    users.audit.note(visitor.name or "", visitor.address, what)


def _refused(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    if access.is_for_programs(request.scope["path"]) or headers:
        return answer_to(ProblemError(status, detail, headers))
    return error_page(request, status, detail)


def _unknown(request: Request, detail: str, error: str = "") -> Response:
    """The answer to a program that has not said who it is (RFC 6750, 3)."""
    told = f'Bearer realm="memcon", error="{error}"' if error else 'Bearer realm="memcon"'
    return _refused(request, 401, detail, {"WWW-Authenticate": told})


def _not_logged_in(request: Request) -> Response:
    if access.is_for_programs(request.scope["path"]):
        return _unknown(request, "say who you are with 'Authorization: Bearer TOKEN'; tokens are made on /account")
    return RedirectResponse(links.login(_wanted(request)), 303)


def _wanted(request: Request) -> str:
    """The page to go to after log-in: the one asked for, or the one with the form that was sent."""
    if request.method in SAFE:
        path, query = quote(request.scope["path"]), request.scope["query_string"].decode("latin-1")
        return f"{path}?{query}" if query else path
    try:
        sent_from = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return "/"
    return sent_from.path if sent_from.netloc == request.headers.get("host") else "/"


def _too_large(request: Request) -> Response | None:
    """Refuse to read more than a log-in from somebody who is not known."""
    if request.method in SAFE:
        return None
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length) <= _LARGEST_LOG_IN:
        return None
    return PlainTextResponse("this is no log-in", 413)
