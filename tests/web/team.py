"""What the tests of log-in share: a record for a team, and its browsers and programs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from tests.users.conftest import CHEAP, PASSWORD, Clock

from memcon.users import Role, Users
from memcon.web import create_app
from memcon.web.hosts import HostNames

NAMES = {Role.READER: "Ann Reader", Role.REVIEWER: "Ben Reviewer", Role.ADMIN: "Cas Admin"}
SITE = "https://desk.example"


class Team:
    """A record with one user of each role, all with the same password."""

    def __init__(self, samples: Path, folder: Path, *names: str) -> None:
        self.path = Path(shutil.copy(samples, folder / "record.memcon"))
        self.clock = Clock()
        self.users = Users.open(self.path, create=True, clock=self.clock, passwords=CHEAP)
        for role, name in NAMES.items():
            self.users.add(name, role, PASSWORD, by="tests")
        self.app: FastAPI = create_app(self.path, self.users, HostNames.of("192.0.2.7", ["desk.example", *names]))

    @contextmanager
    def browser(self, role: Role | None = None, site: str = SITE) -> Iterator[TestClient]:
        """A browser, logged in where a role is given, that says like a browser where its requests come from."""
        with TestClient(self.app, base_url=site, follow_redirects=False) as browser:
            browser.headers["origin"] = site
            if role is not None:
                answer = browser.post("/login", data={"name": NAMES[role], "password": PASSWORD})
                assert answer.status_code == 303
            yield browser

    @contextmanager
    def program(self, role: Role, owner: Role | None = None) -> Iterator[TestClient]:
        """A program with a token of the role, of the user with the same role or of ``owner``."""
        user = self.users.get(NAMES[owner or role])
        _, secret = self.users.tokens.make(user, f"for a {role}", role, by="tests")
        with TestClient(self.app, base_url=SITE, follow_redirects=False) as program:
            program.headers["authorization"] = f"Bearer {secret}"
            yield program

    def noted(self) -> list[tuple[str, str]]:
        """Who and what of the audit, oldest first, without what the set-up did."""
        return [(e.who, e.what) for e in reversed(self.users.audit.entries(most=1000)) if e.who != "tests"]


def routes(app: FastAPI) -> list[APIRoute]:
    """Every page and endpoint of an application."""
    found: list[APIRoute] = []
    for route in app.routes:
        inner = getattr(route, "original_router", None)
        found += [r for r in (inner.routes if inner else [route]) if isinstance(r, APIRoute)]
    return found
