"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from starlette.responses import RedirectResponse

from memcon.errors import TooManyAttempts
from memcon.web import links
from memcon.web.rendering import page
from memcon.web.sessions import forget_session, keep_session, session_in
from memcon.web.visitors import TheUsers, Visiting, users_of

router = APIRouter(include_in_schema=False)
_WRONG = "The name or the password is wrong"


@router.get("/login", dependencies=[Depends(users_of)])
def login(request: Request, visitor: Visiting, next: str = "/") -> Response:
    """Ask for name and password; whoever has logged in goes on."""
    if visitor.logged_in:
        return RedirectResponse(links.local_path(next), 303)
    return _form(request, next)


@router.post("/login")
def log_in(
    request: Request,
    visitor: Visiting,
    users: TheUsers,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session under a new secret, whatever the browser came with."""
    try:
        secret = users.log_in(name, password, visitor.address)
    except TooManyAttempts as wait:
        answer = _form(request, next, str(wait).capitalize(), 429, name)
        answer.headers["Retry-After"] = str(wait.seconds)
        return answer
    if secret is None:
        return _form(request, next, _WRONG, 403, name)
    if (before := session_in(request)) is not None:
        users.end_session(before)
    answer = RedirectResponse(links.local_path(next), 303)
    keep_session(request, answer, secret)
    return answer


@router.post("/logout")
def log_out(request: Request, visitor: Visiting, users: TheUsers) -> Response:
    """End the session."""
    if (secret := session_in(request)) is not None:
        users.log_out(secret, visitor.address)
    answer = RedirectResponse(links.login(), 303)
    forget_session(request, answer)
    return answer


def _form(request: Request, following: str, problem: str = "", status: int = 200, name: str = "") -> Response:
    following = links.local_path(following)
    return page(request, "login.html", status, following=following, problem=problem, name=name)
