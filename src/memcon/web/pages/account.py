"""One's own account: password and tokens."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from starlette.responses import RedirectResponse

from memcon.errors import TooManyAttempts, UsageError
from memcon.users import Role, Users
from memcon.users.values import role_named
from memcon.web import links
from memcon.web.rendering import page
from memcon.web.sessions import keep_session
from memcon.web.visitors import TheUsers, Visiting, Visitor

router = APIRouter(include_in_schema=False)


@router.get("/account")
def account(request: Request, visitor: Visiting, users: TheUsers) -> Response:
    """Show name, role and tokens, with what can be changed."""
    return _page(request, visitor, users)


@router.post("/account/password")
def password(
    request: Request,
    visitor: Visiting,
    users: TheUsers,
    current: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Change one's own password: all sessions end, and this browser gets a new one."""
    name = visitor.name or ""
    try:
        if new != again:
            raise UsageError("the new password was typed in two ways")
        if not users.is_password(name, current, visitor.address):
            raise UsageError("the current password is wrong")
        users.set_password(name, new, by=name, address=visitor.address)
        secret = users.log_in(name, new, visitor.address)
    except TooManyAttempts as wait:
        answer = _page(request, visitor, users, about_password=str(wait), status=429)
        answer.headers["Retry-After"] = str(wait.seconds)
        return answer
    except UsageError as error:
        return _page(request, visitor, users, about_password=str(error), status=400)
    answer = RedirectResponse(links.account(), 303)
    if secret is not None:
        keep_session(request, answer, secret)
    return answer


@router.post("/account/tokens")
def make_token(
    request: Request,
    visitor: Visiting,
    users: TheUsers,
    name: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = Role.READER.value,
    last_day: Annotated[str, Form()] = "",
) -> Response:
    """Make a token and show its secret, this once; the page is answered at once, since no address may lead to it."""
    who = visitor.name or ""
    try:
        made, secret = users.tokens.make(
            users.get(who), name, role_named(role), _day(last_day), by=who, address=visitor.address
        )
    except UsageError as error:
        return _page(request, visitor, users, about_token=str(error), status=400)
    return _page(request, visitor, users, made=made.name, secret=secret, status=201)


@router.post("/account/tokens/{reference}/revoke")
def revoke(reference: str, visitor: Visiting, users: TheUsers) -> Response:
    """Revoke a token of one's own."""
    who = visitor.name or ""
    try:
        users.tokens.revoke(users.get(who), reference, by=who, address=visitor.address)
    except UsageError as error:
        raise HTTPException(404, str(error)) from None
    return RedirectResponse(links.account(), 303)


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given.strip()) if given.strip() else None
    except ValueError:
        raise UsageError(f"{given!r} is no day; write it as 2026-09-30") from None


def _page(request: Request, visitor: Visitor, users: Users, status: int = 200, **told: str) -> Response:
    roles = [role for role in Role if visitor.may(role)]
    tokens = users.tokens.of(users.get(visitor.name or ""))
    said = {"about_password": "", "about_token": "", "made": "", "secret": ""} | told
    return page(request, "account.html", status, tokens=tokens, roles=roles, **said)
