"""Who looks at the pages and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast
from urllib.parse import quote, unquote

from fastapi import Depends, HTTPException, Request, Response

from memcon.users import Role, Users

__all__ = [
    "Reviewing",
    "Role",
    "TheUsers",
    "Visiting",
    "Visitor",
    "admin_of",
    "at_this_machine",
    "remember",
    "reviewer_of",
    "users_of",
    "visitor_of",
]

NAME_COOKIE = "memcon-name"
"""Where the browser of whoever sits at the machine keeps the name that decisions are signed with."""
_A_YEAR = 365 * 24 * 3600
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the name that decisions are signed with, None where nobody has given one yet, and the role."""

    name: str | None
    role: Role | None
    """None: has not logged in, and may do nothing."""
    logged_in: bool = False
    """False for whoever sits at this machine and needs no log-in."""
    address: str = ""
    """Where the request comes from."""

    def may(self, role: Role | str) -> bool:
        """Tell whether the visitor may do what this role may; in templates ``visitor.may("reviewer")``."""
        return self.role is not None and self.role.covers(Role(role))

    def author(self, given: str) -> str:
        """Give the name that signs a decision: the visitor's own, else the one given in a form; empty for neither."""
        return self.name or " ".join(given.split())


def at_this_machine(request: Request) -> Visitor:
    """Give whoever sits at this machine: may do everything, under the name that the browser remembers."""
    return Visitor(unquote(request.cookies.get(NAME_COOKIE, "")).strip()[:_LONGEST] or None, Role.ADMIN)


def remember(response: Response, name: str) -> None:
    """Have the browser remember the name of whoever sits at this machine."""
    value = quote(" ".join(name.split())[:_LONGEST])
    response.set_cookie(NAME_COOKIE, value, max_age=_A_YEAR, httponly=True, samesite="strict")


def visitor_of(request: Request) -> Visitor:
    """Give who asks, as the application has found out."""
    return cast(Visitor, request.state.visitor)


def reviewer_of(request: Request) -> Visitor:
    """Give who asks if they may decide; answers 403 where not."""
    visitor = visitor_of(request)
    if not visitor.may(Role.REVIEWER):
        raise HTTPException(403, "a reader cannot change the record; ask an admin for the role of a reviewer")
    return visitor


def admin_of(request: Request) -> Visitor:
    """Give who asks if they may say who the users are; answers 403 where not."""
    visitor = visitor_of(request)
    if not visitor.may(Role.ADMIN):
        raise HTTPException(403, "only an admin may see this")
    return visitor


def users_of(request: Request) -> Users:
    """Give the users; answers 404 where there are none, since nobody logs in."""
    users: Users | None = request.app.state.users
    if users is None:
        raise HTTPException(404, "nobody logs in here, since only this machine is answered")
    return users


Visiting = Annotated[Visitor, Depends(visitor_of)]
"""A page's parameter for who asks."""

Reviewing = Annotated[Visitor, Depends(reviewer_of)]
"""A page's parameter for who asks, where only reviewers may."""

TheUsers = Annotated[Users, Depends(users_of)]
"""A page's parameter for the users."""
