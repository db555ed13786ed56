"""The users, for admins: who there is, in which role, and what can be changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from starlette.responses import RedirectResponse

from memcon.errors import UsageError
from memcon.users import Role, User, Users
from memcon.users.values import role_named
from memcon.web import links
from memcon.web.rendering import page
from memcon.web.visitors import TheUsers, Visiting, Visitor, admin_of

router = APIRouter(include_in_schema=False, dependencies=[Depends(admin_of)])
Typed = Annotated[str, Form()]


@router.get("/users")
def all_users(request: Request, users: TheUsers) -> Response:
    """List the users."""
    return _list(request, users)


@router.post("/users")
def add(
    request: Request,
    admin: Visiting,
    users: TheUsers,
    name: Typed = "",
    role: Typed = Role.READER.value,
    password: Typed = "",
) -> Response:
    """Add a user."""
    try:
        users.add(name, role_named(role), password, by=admin.name or "", address=admin.address)
    except UsageError as error:
        return _list(request, users, str(error), name)
    return RedirectResponse(links.users(), 303)


@router.get("/users/{name}")
def user(request: Request, name: str, users: TheUsers) -> Response:
    """Show a user with what can be changed."""
    return _user(request, users, name)


@router.post("/users/{name}/role")
def role(request: Request, name: str, admin: Visiting, users: TheUsers, role: Typed = "") -> Response:
    """Give a user another role."""
    found = _found(users, name)
    try:
        users.set_role(found.name, role_named(role), by=admin.name or "", address=admin.address)
    except UsageError as error:
        return _user(request, users, name, str(error))
    return RedirectResponse(links.user(found.name), 303)


@router.post("/users/{name}/password")
def password(request: Request, name: str, admin: Visiting, users: TheUsers, password: Typed = "") -> Response:
    """Give a user another password."""
    found = _found(users, name)
    try:
        users.set_password(found.name, password, by=admin.name or "", address=admin.address)
    except UsageError as error:
        return _user(request, users, name, str(error))
    return RedirectResponse(links.user(found.name), 303)


@router.post("/users/{name}/disable")
def disable(request: Request, name: str, admin: Visiting, users: TheUsers) -> Response:
    """Let a user in no more."""
    return _set_disabled(request, users, admin, name, True)


@router.post("/users/{name}/enable")
def enable(request: Request, name: str, admin: Visiting, users: TheUsers) -> Response:
    """Let a user in again."""
    return _set_disabled(request, users, admin, name, False)


@router.post("/users/{name}/remove")
def remove(request: Request, name: str, admin: Visiting, users: TheUsers) -> Response:
    """Remove a user."""
    found = _found(users, name)
    try:
        users.remove(found.name, by=admin.name or "", address=admin.address)
    except UsageError as error:
        return _user(request, users, name, str(error))
    return RedirectResponse(links.users(), 303)


@router.post("/users/{name}/tokens/{reference}/revoke")
def revoke(name: str, reference: str, admin: Visiting, users: TheUsers) -> Response:
    """Revoke a user's token."""
    found = _found(users, name)
    try:
        users.tokens.revoke(found, reference, by=admin.name or "", address=admin.address)
    except UsageError as error:
        raise HTTPException(404, str(error)) from None
    return RedirectResponse(links.user(found.name), 303)


def _set_disabled(request: Request, users: Users, admin: Visitor, name: str, disabled: bool) -> Response:
    found = _found(users, name)
    try:
        users.set_disabled(found.name, disabled, by=admin.name or "", address=admin.address)
    except UsageError as error:
        return _user(request, users, name, str(error))
    return RedirectResponse(links.user(found.name), 303)


def _found(users: Users, name: str) -> User:
    try:
        return users.get(name)
    except UsageError as error:
        raise HTTPException(404, str(error)) from None


def _list(request: Request, users: Users, problem: str = "", name: str = "") -> Response:
    status = 400 if problem else 200
    return page(request, "users.html", status, users=users.all(), roles=list(Role), problem=problem, name=name)


def _user(request: Request, users: Users, name: str, problem: str = "") -> Response:
    found = _found(users, name)
    tokens, status = users.tokens.of(found), 400 if problem else 200
    return page(request, "user.html", status, user=found, tokens=tokens, roles=list(Role), problem=problem)
