"""Logging in and out, one's account, the users and the audit, as a browser sees them."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.users.conftest import OTHER, PASSWORD
from tests.web.conftest import hrefs, words
from tests.web.team import NAMES, SITE, Team
from tests.web.test_pages import Outline

from memcon.record import Filters
from memcon.users import Role
from memcon.users.attempts import FREE
from memcon.web import links

COOKIE = "__Host-memcon-session"


@pytest.fixture
def team(path: Path, tmp_path: Path) -> Team:
    return Team(path, tmp_path)


def test_every_page_is_well_made(team: Team) -> None:
    team.users.add('<b>"Dee" & co', Role.READER, PASSWORD, by="<i>tests")
    team.users.tokens.make(team.users.get("Cas Admin"), "<script>x", Role.ADMIN, by="tests")
    with team.browser(Role.ADMIN) as browser, team.browser() as nobody:
        listed = [h for h in hrefs(browser.get("/users").text) if h.startswith("/users/")]
        pages = ["/account", "/users", *listed, "/audit", "/audit?who=Cas+Admin&before=5", "/audit?who=nobody"]
        found = [browser.get(page) for page in pages] + [nobody.get("/login?next=/search")]
        found += [
            browser.post("/account/tokens", data={"name": "new <b>", "role": "reader"}),
            browser.post("/users", data={"name": "x", "role": "king", "password": "<script>"}),
            browser.post("/account/password", data={"current": "x"}),
        ]
    assert len(listed) == 4
    for answer in found:
        outline = Outline()
        outline.feed(answer.text)
        assert outline.open == [], answer.url
        assert len(outline.ids) == len(set(outline.ids)), answer.url
        assert outline.headings[0] == 1, answer.url
        assert outline.headings.count(1) == 1, answer.url
        assert all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False)), answer.url
        assert outline.fields <= outline.labels, answer.url
        assert not [made for made in ("<script>", "<b>", "<i>") if made in answer.text], answer.url


@pytest.mark.parametrize("role", list(Role))
def test_log_in_goes_on_to_the_page_that_was_asked_for(team: Team, role: Role) -> None:
    with team.browser() as browser:
        asked = browser.get("/search?q=fisheries&told=all")
        assert asked.status_code == 303
        page = browser.get(asked.headers["location"]).text
        following = re.search(r'name="next" value="([^"]*)"', page)
        assert following is not None
        data = {"name": NAMES[role], "password": PASSWORD, "next": following[1].replace("&amp;", "&")}
        done = browser.post("/login", data=data)
        assert (done.status_code, done.headers["location"]) == (303, "/search?q=fisheries&told=all")
        page = browser.get(done.headers["location"]).text
        assert NAMES[role] in words(page)
        assert "Log out" in words(page)
        assert browser.get("/login?next=/forums").headers["location"] == "/forums"


@pytest.mark.parametrize("following", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"])
def test_log_in_leads_to_no_other_site(team: Team, following: str) -> None:
    with team.browser() as browser:
        assert "evil" not in browser.get("/login", params={"next": following}).text
        data = {"name": "Cas Admin", "password": PASSWORD, "next": following}
        assert browser.post("/login", data=data).headers["location"] == "/"
        assert browser.get("/login", params={"next": following}).headers["location"] == "/"


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(team: Team) -> None:
    with team.browser() as browser:
        for referer, following in (
            (f"{SITE}/account", "/login?next=%2Faccount"),
            ("https://evil.example/account", "/login"),
            ("http://[", "/login"),
        ):
            answer = browser.post("/account/tokens", data={"name": "x"}, headers={"referer": referer})
            assert (answer.status_code, answer.headers["location"]) == (303, following)


def test_the_cookie_is_for_this_host_only_and_no_script(team: Team) -> None:
    with team.browser() as browser:
        cookie = browser.post("/login", data={"name": "cas admin", "password": PASSWORD}).headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    told = {part.strip().casefold() for part in cookie.split(";")[1:]}
    assert told == {"httponly", "path=/", "samesite=lax", "secure"}
    with team.browser(site="http://desk.example") as browser:
        cookie = browser.post("/login", data={"name": "cas admin", "password": PASSWORD}).headers["set-cookie"]
    assert cookie.startswith("memcon-session=")
    assert "secure" not in cookie.casefold()


def test_log_in_gives_a_new_session_and_ends_the_one_before(team: Team) -> None:
    with team.browser(Role.READER) as browser:
        planted = browser.cookies[COOKIE]
        browser.post("/login", data={"name": "Cas Admin", "password": PASSWORD})
        assert browser.cookies[COOKIE] != planted
        assert team.users.in_session(planted) is None
    with team.browser() as browser:
        browser.cookies.set(COOKIE, "planted-by-somebody", domain="desk.example")
        browser.post("/login", data={"name": "Cas Admin", "password": PASSWORD})
        assert team.users.in_session("planted-by-somebody") is None


def test_log_out_ends_the_session_here_and_in_the_file(team: Team) -> None:
    with team.browser(Role.READER) as browser:
        secret = browser.cookies[COOKIE]
        answer = browser.post("/logout")
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
        assert COOKIE not in browser.cookies
        browser.cookies.set(COOKIE, secret, domain="desk.example")
        assert browser.get("/").status_code == 303
        assert browser.get("/logout").status_code == 303, "looking logs nobody out"


def test_what_is_wrong_is_not_told(team: Team) -> None:
    team.users.set_disabled("Ann Reader", True, by="tests")
    told = set()
    with team.browser() as browser:
        for name, password in (("Cas Admin", OTHER), ("Dee", PASSWORD), ("Ann Reader", PASSWORD), ("", "")):
            answer = browser.post("/login", data={"name": name, "password": password})
            assert answer.status_code == 403
            assert COOKIE not in answer.headers.get("set-cookie", "")
            told |= set(re.findall(r'role="alert"[^>]*>([^<]*)<', answer.text))
            assert password == "" or password not in answer.text
    assert told == {"The name or the password is wrong."}


def test_too_many_failures_wait(team: Team) -> None:
    with team.browser() as browser:
        wrong = {"name": "Cas Admin", "password": OTHER}
        for _ in range(FREE["name"]):
            assert browser.post("/login", data=wrong).status_code == 403
        for seconds in (1, 2, 4):
            answer = browser.post("/login", data={"name": "Cas Admin", "password": PASSWORD})
            assert answer.status_code == 429
            assert answer.headers["retry-after"] == str(seconds)
            plural = "s" if seconds > 1 else ""
            assert f"Too many log-ins have failed; try again in {seconds} second{plural}." in words(answer.text)
            team.clock.pass_(seconds=seconds)
            assert browser.post("/login", data=wrong).status_code == 403


def test_guessing_the_current_password_waits_too(team: Team) -> None:
    with team.browser(Role.READER) as browser:
        data = {"current": "wrong plain words", "new": OTHER, "again": OTHER}
        answers = [browser.post("/account/password", data=data).status_code for _ in range(FREE["name"] + 1)]
        assert answers == [400] * FREE["name"] + [429]
        assert browser.get("/").status_code == 200


def test_one_s_own_password(team: Team) -> None:
    with team.browser(Role.READER) as browser, team.browser(Role.READER) as elsewhere:
        before = browser.cookies[COOKIE]
        for data, why in (
            ({"current": PASSWORD, "new": OTHER, "again": OTHER + "x"}, "typed in two ways"),
            ({"current": OTHER, "new": OTHER, "again": OTHER}, "The current password is wrong"),
            ({"current": PASSWORD, "new": "short", "again": "short"}, "15 characters or more"),
            ({}, "The current password is wrong"),
        ):
            answer = browser.post("/account/password", data=data)
            assert answer.status_code == 400
            assert why in words(answer.text)
        answer = browser.post("/account/password", data={"current": PASSWORD, "new": OTHER, "again": OTHER})
        assert (answer.status_code, answer.headers["location"]) == (303, "/account")
        assert browser.cookies[COOKIE] != before
        assert browser.get("/account").status_code == 200
        assert elsewhere.get("/account").status_code == 303
    assert team.users.log_in("Ann Reader", OTHER, "")
    assert team.users.log_in("Ann Reader", PASSWORD, "") is None


def test_one_s_own_tokens(team: Team) -> None:
    with team.browser(Role.REVIEWER) as browser:
        roles = re.findall(r'<option value="(\w+)"', browser.get("/account").text)
        assert roles == ["reader", "reviewer"]
        later = (team.clock.now.date() + timedelta(days=30)).isoformat()
        answer = browser.post("/account/tokens", data={"name": "export", "role": "reviewer", "last_day": later})
        assert answer.status_code == 201
        secret = re.findall(r"memcon_[\w-]{43}", answer.text)[0]
        token = team.users.tokens.of(team.users.get("Ben Reviewer"))[0]
        assert (token.name, token.role, token.last_day) == ("export", Role.REVIEWER, date.fromisoformat(later))
        assert team.users.with_token(secret)
        for data, why in (
            ({"name": "export"}, "has a token 'export' already"),
            ({"name": "x", "role": "admin"}, "the role reviewer at most"),
            ({"name": "x", "last_day": "soon"}, "'soon' is no day"),
            ({"name": "x", "last_day": "2020-01-01"}, "is past"),
            ({"name": ""}, "1 to 80 characters"),
        ):
            answer = browser.post("/account/tokens", data=data)
            assert answer.status_code == 400
            assert why in words(answer.text)
        assert browser.post(f"/account/tokens/{token.id}/revoke").headers["location"] == "/account"
        assert team.users.with_token(secret) is None
        assert browser.post(f"/account/tokens/{token.id}/revoke").status_code == 404


def test_an_admin_adds_changes_and_removes_a_user(team: Team) -> None:
    with team.browser(Role.ADMIN) as browser, team.browser() as dee:
        data = {"name": "Åse Ødegård", "role": "reader", "password": PASSWORD}
        assert browser.post("/users", data=data).headers["location"] == "/users"
        page = next(h for h in hrefs(browser.get("/users").text) if "%C3%85" in h)
        login = {"name": "Åse Ødegård", "password": PASSWORD}
        assert dee.post("/login", data=login).status_code == 303
        assert dee.get("/").status_code == 200
        assert browser.post(f"{page}/role", data={"role": "reviewer"}).headers["location"] == page
        assert "Reviewer" in words(browser.get(page).text)
        assert dee.get("/").status_code == 303
        assert browser.post(f"{page}/password", data={"password": OTHER}).status_code == 303
        assert dee.post("/login", data=login).status_code == 403
        assert dee.post("/login", data=login | {"password": OTHER}).status_code == 303
        assert browser.post(f"{page}/disable").status_code == 303
        assert dee.get("/").status_code == 303
        assert "are not let in" in words(browser.get(page).text)
        assert browser.post(f"{page}/enable").status_code == 303
        assert dee.post("/login", data=login | {"password": OTHER}).status_code == 303
        assert browser.post(f"{page}/remove").headers["location"] == "/users"
        assert dee.get("/").status_code == 303
        for method, path in (("GET", page), ("POST", f"{page}/role"), ("POST", f"{page}/remove"),
                             ("POST", f"{page}/disable"), ("POST", f"{page}/password")):  # fmt: skip
            assert browser.request(method, path).status_code == 404


def test_what_an_admin_does_wrong_is_told(team: Team) -> None:
    with team.browser(Role.ADMIN) as browser:
        for path, data, why in (
            (
                "/users",
                {"name": "ann reader", "role": "reader", "password": PASSWORD},
                "There is a user ann reader already",
            ),
            ("/users", {"name": "Dee", "role": "king", "password": PASSWORD}, "'king' is no role"),
            ("/users", {"name": "Dee", "role": "reader", "password": "short"}, "A password has 15 characters"),
            ("/users", {}, "1 to 80 characters"),
            ("/users/Cas%20Admin/role", {"role": "reader"}, "Cas Admin is the only admin"),
            ("/users/Cas%20Admin/disable", {}, "Cas Admin is the only admin"),
            ("/users/Cas%20Admin/remove", {}, "Cas Admin is the only admin"),
            ("/users/Ann%20Reader/password", {"password": "short"}, "A password has 15 characters"),
            ("/users/Ann%20Reader/role", {"role": "king"}, "'king' is no role"),
        ):
            answer = browser.post(path, data=data)
            assert answer.status_code == 400, path
            assert why in words(answer.text)
    assert len(team.users.all()) == 3


def test_an_admin_revokes_the_token_of_another(team: Team) -> None:
    token, secret = team.users.tokens.make(team.users.get("Ann Reader"), "x", Role.READER, by="tests")
    with team.browser(Role.ADMIN) as browser:
        path = f"/users/Ann%20Reader/tokens/{token.id}/revoke"
        assert browser.post(path).status_code == 303
        assert browser.post(path).status_code == 404
    assert team.users.with_token(secret) is None


def test_the_audit_is_paged(team: Team) -> None:
    for number in range(250):
        team.users.audit.note("Ann Reader", "192.0.2.9", f"step {number:03}")
    told: list[str] = []
    with team.browser(Role.ADMIN) as browser:
        address = "/audit?who=Ann+Reader"
        while address:
            page = browser.get(address).text
            told += re.findall(r"step \d+", page)
            following = re.search(r'rel="next" href="([^"]*)"', page)
            address = following[1].replace("&amp;", "&") if following else ""
        assert browser.get("/audit?before=soon").status_code == 422
    assert told == [f"step {number:03}" for number in range(249, -1, -1)]


def test_a_reader_is_offered_nothing_that_they_cannot_do(team: Team) -> None:
    with team.browser(Role.READER) as browser:
        leads = hrefs(browser.get("/account").text)
        assert "/users" not in leads
        assert "/audit" not in leads
    with team.browser(Role.ADMIN) as browser:
        assert {"/users", "/audit"} <= set(hrefs(browser.get("/account").text))


def test_no_page_offers_a_reader_what_they_cannot_do(team: Team) -> None:
    from memcon.record import Record

    with Record.open(team.path) as record:
        engagement = links.engagement(record.newest(Filters(), 1)[0].id)
        document = links.document(record.documents()[0].id)
    pages = ["/", "/search?q=fisheries&told=all", "/forums", "/party/US", engagement, f"{engagement}/history", document]
    with team.browser(Role.READER) as browser:
        offered: set[str] = set()
        for address in pages:
            page = browser.get(address).text
            posts = re.findall(r"<form\b[^>]*>", page)
            assert [p for p in posts if 'method="post"' in p and 'action="/logout"' not in p] == [], address
            offered |= {h.partition("#")[0] for h in hrefs(page) if h.startswith("/")}
        offered -= {"/logout"}
        refused = [h for h in sorted(offered) if browser.get(h).status_code == 403]
    assert len(offered) > 30
    assert refused == []
