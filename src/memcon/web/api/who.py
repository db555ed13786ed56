"""Who asks, and in whose name something is done."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Query, Request

from memcon.web.api.problems import ProblemError


def logged_in(request: Request) -> str | None:
    """Give who is logged in, as a middleware has found out (``request.state.memcon_author``); None where nobody is."""
    name: str | None = getattr(request.state, "memcon_author", None)
    return name


def _author(
    request: Request,
    memcon_author: Annotated[str | None, Header(description="Who decides, where the body does not say so.")] = None,
) -> str | None:
    return logged_in(request) or memcon_author


def _reviewer(
    request: Request,
    reviewer: Annotated[
        str | None, Query(min_length=1, description="Who reviews; not believed where somebody is logged in.")
    ] = None,
) -> str | None:
    return logged_in(request) or (" ".join(reviewer.split()) or None if reviewer else None)


Author = Annotated[str | None, Depends(_author)]
"""Who decides: whoever is logged in, else who is named in the header."""

Reviewer = Annotated[str | None, Depends(_reviewer)]
"""Who reviews: whoever is logged in, else who is named in the query."""


def named(author: str | None, given: str | None) -> str:
    """Give in whose name something is done: by :data:`Author`, else as the body says; answers 422 where nobody is."""
    name = author or given
    if name is None or not name.strip():
        raise ProblemError(422, "a decision needs an author: give 'author', or the header Memcon-Author")
    return name
