"""Who looks at the pages and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, cast
from urllib.parse import quote, unquote

from fastapi import Depends, HTTPException, Request, Response

NAME_COOKIE = "memcon-name"
"""Where the browser of whoever sits at the machine keeps the name that decisions are signed with."""
_A_YEAR = 365 * 24 * 3600
_LONGEST = 80


class Role(StrEnum):
    """What a visitor may do; each role may do what those before it may."""

    READER = "reader"
    """Look at everything."""
    REVIEWER = "reviewer"
    """Decide, and add documents."""
    ADMIN = "admin"
    """Say who the users are."""


_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the name that decisions are signed with, None where nobody has given one yet, and the role."""

    name: str | None
    role: Role

    def may(self, role: Role) -> bool:
        """Tell whether the visitor may do what this role may."""
        return _RANK[self.role] >= _RANK[role]


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


Visiting = Annotated[Visitor, Depends(visitor_of)]
"""A page's parameter for who asks."""

Reviewing = Annotated[Visitor, Depends(reviewer_of)]
"""A page's parameter for who asks, where only reviewers may."""
