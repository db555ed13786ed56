"""Who gets where: every page and endpoint by role, what is refused to whom, and that every change leaves a line."""

import re
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal
from fastapi.testclient import TestClient
from starlette.requests import Request
from starlette.responses import Response
from tests.users.conftest import OTHER, PASSWORD
from tests.web.conftest import hrefs, words
from tests.web.team import NAMES, SITE, Team, routes

from memcon.users import Role
from memcon.web import create_app
from memcon.web.guard import Guard
from memcon.web.hosts import HostNames
from memcon.web.visitors import Visitor

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
DONE = 204


@pytest.fixture
def team(path: Path, tmp_path: Path) -> Team:
    return Team(path, tmp_path)


def ask(team: Team, method: str, path: str, secret: str | None = None, status: int = DONE) -> Response:
    """Ask the guard alone, which lets in whom it would to a page that answers with ``status``."""
    headers = [(b"host", b"desk.example"), (b"sec-fetch-site", b"same-origin")]
    if secret is not None:
        headers.append((b"cookie", f"memcon-session={secret}".encode()))
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers,
             "scheme": "http", "server": ("desk.example", 80), "client": ("192.0.2.9", 5)}  # fmt: skip

    async def answer(request: Request) -> Response:
        return Response(status_code=status)

    guard = Guard(HostNames.of("192.0.2.7", ["desk.example"]), team.users)
    # a thread of its own: Playwright leaves a loop running in that of the tests, where no other can then be started
    with start_blocking_portal() as portal:
        return portal.call(guard, Request(scope), answer)


def every_address(team: Team) -> list[tuple[str, str]]:
    filled = [(m, re.sub(r"\{[^}]*\}", "x", r.path)) for r in routes(team.app) for m in sorted(r.methods or ())]
    assert len(filled) > 50
    return [(method, path) for method, path in filled if method not in ("HEAD", "OPTIONS", "TRACE")]


def least(method: str, path: str) -> Role | None:
    """The table of roles, told once more in the words of the how-to."""
    first = path.split("/")[1]
    if first == "login":
        return None
    if first in ("users", "audit"):
        return Role.ADMIN
    if path.startswith("/api/v1/rounds"):
        return Role.REVIEWER
    if first in ("account", "logout") or method == "GET" or path.startswith("/api/v1/texts/"):
        return Role.READER
    return Role.REVIEWER


def test_every_page_and_endpoint_by_role(team: Team) -> None:
    sessions = {role: team.users.log_in(name, PASSWORD, "") for role, name in NAMES.items()}
    for method, path in every_address(team):
        needed = least(method, path)
        for role, secret in sessions.items():
            let_in = needed is None or role.covers(needed)
            assert ask(team, method, path, secret).status_code == (DONE if let_in else 403), (method, path, role)
        for nobody in (None, "made up"):
            answer = ask(team, method, path, nobody)
            if needed is None:
                assert answer.status_code in (DONE, 413), (method, path)
            elif path.startswith(("/api/", "/feed")):
                assert answer.status_code == 401, (method, path)
                assert answer.headers["www-authenticate"].startswith("Bearer")
                assert answer.headers["content-type"] == "application/problem+json"
            else:
                assert answer.status_code == 303, (method, path)
                assert answer.headers["location"].startswith("/login")


def test_every_change_that_succeeds_leaves_a_line_and_none_that_fails(team: Team) -> None:
    secret = team.users.log_in(NAMES[Role.ADMIN], PASSWORD, "")
    own = ("login", "logout", "account", "users")
    changing = [(m, p) for m, p in every_address(team) if m in UNSAFE and p.split("/")[1] not in own]
    changing = [(m, p) for m, p in changing if not p.startswith("/api/v1/texts/")]
    assert ("POST", "/api/v1/decisions/merge") in changing
    for method, path in changing:
        for status in (200, 201, 303):
            ask(team, method, path, secret, status)
            entry = team.users.audit.entries(most=1)[0]
            told = (entry.who, entry.address, entry.what)
            assert told == (NAMES[Role.ADMIN], "192.0.2.9", f"{method} {path} {status}")
        before = team.noted()
        for status in (400, 403, 404, 409, 422, 500):
            ask(team, method, path, secret, status)
        assert team.noted() == before


def test_looking_leaves_no_line(team: Team) -> None:
    secret = team.users.log_in(NAMES[Role.ADMIN], PASSWORD, "")
    before = team.noted()
    for method, path in every_address(team):
        if method == "GET":
            ask(team, method, path, secret)
    ask(team, "POST", "/api/v1/texts/codings", secret)
    assert team.noted() == before


USERS = {
    ("POST", "/users"): ({"name": "Dee", "role": "reader", "password": PASSWORD}, "made user Dee"),
    ("POST", "/users/{name}/role"): ({"role": "reviewer"}, "gave Ann Reader the role reviewer"),
    ("POST", "/users/{name}/password"): ({"password": OTHER}, "set a new password of Ann Reader"),
    ("POST", "/users/{name}/disable"): ({}, "disabled Ann Reader"),
    ("POST", "/users/{name}/enable"): ({}, "enabled Ann Reader"),
    ("POST", "/users/{name}/tokens/{reference}/revoke"): ({}, "revoked token"),
    ("POST", "/account/tokens"): ({"name": "x", "role": "reader"}, "made token"),
    ("POST", "/account/tokens/{reference}/revoke"): ({}, "revoked token"),
    ("POST", "/account/password"): ({"current": PASSWORD, "new": OTHER, "again": OTHER}, "set a new password of Cas"),
    ("POST", "/users/{name}/remove"): ({}, "removed user Ann Reader"),
    ("POST", "/logout"): ({}, "logged out"),
    ("POST", "/login"): ({"name": "Cas Admin", "password": OTHER}, "logged in"),
}
"""What each page about users is sent, in an order in which all succeed, and what the audit says of it."""


def test_every_change_of_users_leaves_a_line(team: Team) -> None:
    own = {(m, r.path) for r in routes(team.app) for m in UNSAFE & set(r.methods or ())
           if r.path.split("/")[1] in ("login", "logout", "account", "users")}  # fmt: skip
    assert own == set(USERS), "each page about users stands in the table above"
    team.users.tokens.make(team.users.get("Ann Reader"), "t", Role.READER, by="tests")
    team.users.tokens.make(team.users.get("Cas Admin"), "t", Role.READER, by="tests")
    with team.browser(Role.ADMIN) as browser:
        for (_, path), (data, told) in USERS.items():
            before = len(team.noted())
            answer = browser.post(path.format(name="Ann Reader", reference="t"), data=data)
            assert answer.status_code in (201, 303), path
            lines = team.noted()[before:]
            assert [line for line in lines if line[0] == "Cas Admin" and line[1].startswith(told)], (path, lines)


def test_a_decision_is_made_in_the_name_of_whoever_is_logged_in(team: Team) -> None:
    with team.browser(Role.REVIEWER) as browser, team.program(Role.REVIEWER, Role.ADMIN) as program:
        one, other = (row["id"] for row in browser.get("/api/v1/engagements?limit=2").json()["items"])
        asked = {"engagements": [one, other], "author": "R. Meyer", "because": "seen both"}
        made = browser.post("/api/v1/decisions/apart", json=asked, headers={"memcon-author": "R. Meyer"})
        assert made.status_code == 201
        assert made.json()["author"] == "Ben Reviewer"
        again = program.post("/api/v1/decisions/undo", json={"decision": made.json()["id"], "author": "R. Meyer"})
        assert again.json()["author"] == "Cas Admin"
    lines = team.noted()
    assert ("Ben Reviewer", "POST /api/v1/decisions/apart 201") in lines
    assert lines[-1][0] == "Cas Admin"
    assert re.fullmatch(r"POST /api/v1/decisions/undo 201, with token T-\w+ 'for a reviewer'", lines[-1][1])


def test_a_reader_cannot_change_the_record_by_page_or_program(team: Team) -> None:
    asked = {"engagements": ["E-1", "E-2"]}
    with team.browser(Role.READER) as browser, team.program(Role.READER, Role.ADMIN) as program:
        for caller in (browser, program):
            answer = caller.post("/api/v1/decisions/apart", json=asked)
            assert answer.status_code == 403
            assert answer.json()["detail"] == "a reader cannot do this; ask an admin for the role of a reviewer"
            assert caller.get("/api/v1/decisions").status_code == 200
        assert "Not allowed" in words(browser.get("/users").text)


def test_no_token_manages_users_whatever_its_role(team: Team) -> None:
    with team.program(Role.ADMIN) as program:
        assert program.get("/search").status_code == 200
        assert program.get("/feed.atom").status_code == 200
        for path in ("/account", "/users", "/audit"):
            assert program.get(path).status_code == 403
        for path in ("/account/tokens", "/account/password", "/users", "/users/Ann%20Reader/remove", "/logout"):
            assert program.post(path, data={"name": "x", "role": "admin"}).status_code == 403
    assert len(team.users.all()) == 3


def test_a_token_may_no_more_than_its_owner_has_left(team: Team) -> None:
    with team.program(Role.REVIEWER) as program:
        asked = {"engagements": ["E-1", "E-2"]}
        assert program.post("/api/v1/decisions/apart", json=asked).status_code == 404
        team.users.set_role("Ben Reviewer", Role.READER, by="Cas Admin")
        assert program.post("/api/v1/decisions/apart", json=asked).status_code == 403
        team.users.set_disabled("Ben Reviewer", True, by="Cas Admin")
        assert program.get("/api/v1/decisions").status_code == 401


@pytest.mark.parametrize("header", ["Bearer made-up", "Bearer ", "bearer memcon_x", "Bearer \xff"])
def test_a_wrong_token_is_told_everywhere(team: Team, header: str) -> None:
    with team.browser(Role.ADMIN) as browser:
        for path in ("/", "/api/v1/decisions", "/login", "/users"):
            answer = browser.get(path, headers={b"authorization": header.encode("latin-1")})
            assert answer.status_code == 401, path
            assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_other_ways_to_authorize_are_none(team: Team) -> None:
    with team.browser() as browser:
        answer = browser.get("/api/v1/decisions", auth=(NAMES[Role.ADMIN], PASSWORD))
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="memcon"'


@pytest.mark.parametrize("headers", [
    {"origin": "https://evil.example"}, {"origin": "null"}, {"origin": ""},
    {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
])  # fmt: skip
@pytest.mark.parametrize("address", ["/api/v1/decisions/apart", "/users", "/account/password", "/logout", "/login"])
def test_a_page_of_another_site_changes_nothing(team: Team, address: str, headers: dict[str, str]) -> None:
    with team.browser(Role.ADMIN) as browser:
        before = team.noted()
        data = {"name": "Dee", "role": "admin", "password": PASSWORD}
        answer = browser.post(address, data=data, headers=headers)
        assert answer.status_code == 403
        assert "another site" in answer.text
        assert team.noted() == before
        assert browser.get("/account").status_code == 200
    assert len(team.users.all()) == 3


def test_a_program_with_a_token_needs_no_origin_but_a_session_beside_it_does(team: Team) -> None:
    asked = {"engagements": ["E-1", "E-2"]}
    with team.program(Role.REVIEWER) as program, team.browser(Role.REVIEWER) as browser:
        strange = {"origin": "https://evil.example"}
        assert program.post("/api/v1/decisions/apart", json=asked).status_code == 404
        both = {"authorization": program.headers["authorization"]} | strange
        assert browser.post("/api/v1/decisions/apart", json=asked, headers=both).status_code == 403


def test_only_the_names_given_are_answered(team: Team) -> None:
    with team.browser(Role.ADMIN) as browser:
        for host in ("evil.example", "192.0.2.8", "desk.example.evil.example", ""):
            answer = browser.get("/login", headers={"host": host})
            assert answer.status_code == 400, host
        assert "--name evil.example" in browser.get("/", headers={"host": "evil.example:8460"}).text
        for host in ("desk.example", "192.0.2.7:8460", "localhost"):
            assert browser.get("/login", headers={"host": host}).status_code in (200, 303), host


def test_pages_are_not_kept_by_anybody(team: Team) -> None:
    with team.browser(Role.READER) as browser:
        assert browser.get("/").headers["cache-control"] == "no-store"
        assert browser.get("/account").headers["cache-control"] == "no-store"
        assert browser.get("/api/v1/decisions").headers["cache-control"] in ("no-cache", "no-store")
        assert "no-store" not in browser.get("/static/memcon.css").headers.get("cache-control", "")


def test_refusals_too_forbid_what_is_not_ours(team: Team) -> None:
    with team.browser() as browser:
        answers = [
            browser.get("/"),
            browser.get("/api/v1/decisions"),
            browser.get("/", headers={"host": "evil.example"}),
            browser.post("/login", headers={"origin": "https://evil.example"}),
        ]
    for answer in answers:
        assert answer.status_code in (303, 400, 401, 403)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "same-origin", "else a browser sends 'Origin: null' with our forms"


def test_whoever_has_not_logged_in_sees_nothing_of_the_record(team: Team) -> None:
    with team.browser() as browser:
        page = browser.get("/login").text
        assert hrefs(page)
        assert not [h for h in hrefs(page) if h.startswith(("/engagement", "/search", "/party"))]
        assert browser.get("/static/memcon.css").status_code == 200
        assert browser.post("/login", content=b"x" * 20_000).status_code == 413
        assert browser.post("/login", content=iter([b"name=x"])).status_code == 413


def test_a_file_of_users_that_cannot_be_read_lets_nobody_in(team: Team, caplog: pytest.LogCaptureFixture) -> None:
    with team.browser(Role.ADMIN) as browser:
        path = team.users._file.path
        path.rename(path.with_suffix(".gone"))
        answer = browser.get("/")
        assert answer.status_code == 503
        assert str(path) not in answer.text
        assert browser.get("/api/v1/decisions").status_code == 503
    assert str(path) in caplog.text


def test_passwords_and_secrets_are_in_no_log_and_no_audit(team: Team, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    secrets = [PASSWORD, OTHER, "wrong plain words"]
    with team.browser(Role.ADMIN) as browser:
        secrets += list(browser.cookies.values())
        browser.post("/login", data={"name": "wrong plain words", "password": "wrong plain words"})
        browser.post("/users", data={"name": "Dee", "role": "reader", "password": OTHER})
        browser.post("/users", data={"name": "Dee", "role": "reader", "password": "wrong plain words"})
        browser.post("/users/Dee/password", data={"password": PASSWORD})
        browser.post("/account/password", data={"current": PASSWORD, "new": OTHER, "again": OTHER})
        made = browser.post("/account/tokens", data={"name": "x", "role": "admin"}).text
        secrets += re.findall(r"memcon_[\w-]{43}", made)
        assert len(secrets) == 5
        assert secrets[-1] not in browser.get("/account").text
        pages = browser.get("/audit").text
    told = caplog.text + pages + repr(team.noted())
    assert [secret for secret in secrets if secret in told] == []


def test_at_this_machine_there_is_nothing_to_log_in_to(path: Path) -> None:
    with TestClient(create_app(path), base_url="http://localhost", follow_redirects=False) as browser:
        page = browser.get("/").text
        assert "Log out" not in page
        for address in ("/login", "/account", "/users", "/audit"):
            answer = browser.get(address)
            assert answer.status_code == 404
            assert "nobody logs in here" in words(answer.text).casefold()
        assert browser.post("/login", data={"name": "x", "password": "y"}).status_code == 404


def test_names_are_nothing_without_users(path: Path) -> None:
    app = create_app(path, hosts=HostNames.of("0.0.0.0", ["desk.example"]))
    with TestClient(app, base_url=SITE) as browser:
        assert browser.get("/").status_code == 400


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip", "X-Forwarded-Host"])
def test_at_this_machine_nobody_comes_through_a_proxy(browser: TestClient, header: str) -> None:
    answer = browser.get("/", headers={header: "192.0.2.1"})
    assert answer.status_code == 403
    assert "--proxy" in answer.text


def test_a_page_of_another_site_changes_nothing_at_this_machine(browser: TestClient) -> None:
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert browser.post("/search", headers=headers).status_code == 403
        assert browser.post("/api/v1/decisions/merge", json={}, headers=headers).status_code == 403
    for headers in ({"origin": "http://127.0.0.1:8460"}, {"sec-fetch-site": "same-origin"}, {}):
        assert browser.post("/search", headers=headers).status_code == 405


def test_who_may_nothing_may_nothing() -> None:
    assert not Visitor(None, None).may("reader")
