"""Logging in, in a browser: to the page asked for and out again, each page about users, and pages of other sites."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.checks import stands_out, violations
from tests.browser.conftest import DESK, NARROWEST, Looking, Site, Troubles
from tests.browser.serving import served
from tests.users.conftest import CHEAP, PASSWORD

from memcon.users import Role, Users


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """An admin, and a reader whose name is long."""
    made = Users.open(tmp_path / "record.memcon", create=True, passwords=CHEAP)
    made.add("R. Meyer", Role.ADMIN, PASSWORD, by="tests")
    made.add("Ann-Kathrin von der Wietersheim-Hohenlohe", Role.READER, PASSWORD, by="tests")
    made.tokens.make(made.get("R. Meyer"), "nightly export", Role.READER, by="tests")
    return made


@pytest.fixture
def site(samples: Path, tmp_path: Path, users: Users) -> Iterator[Site]:
    """A server on which users log in."""
    path = Path(shutil.copy(samples, tmp_path / "record.memcon"))
    with served(path, users) as url:
        yield Site(url, path)


def log_in(page: Page, name: str = "R. Meyer", password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_log_in_leads_to_the_page_asked_for_and_log_out_ends_it(site: Site, page: Page, troubles: Troubles) -> None:
    page.goto("/forums")
    expect(page).to_have_title("Log in · memcon")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_label("Name")).to_be_focused()
    log_in(page, password="wrong plain words")
    expect(page.get_by_role("alert")).to_have_text("The name or the password is wrong.")
    expect(page.get_by_label("Password")).to_be_focused()
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.url}/forums")
    expect(page.get_by_role("link", name="R. Meyer")).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(f"{site.url}/login")
    page.goto("/forums")
    expect(page).to_have_url(re.compile("/login"))
    troubles.expect("403")


def test_a_token_is_shown_once_and_lets_a_program_in(site: Site, page: Page, users: Users) -> None:
    page.goto("/account")
    log_in(page)
    page.get_by_label("What it is for").fill("morning list")
    page.get_by_role("button", name="Make token").click()
    secret = page.get_by_role("status").get_by_text(re.compile("^memcon_")).inner_text()
    found = users.with_token(secret)
    assert found is not None
    assert found[1].name == "morning list"
    page.goto("/account")
    expect(page.get_by_role("row", name="morning list")).to_be_visible()
    assert secret not in page.content()
    page.get_by_role("button", name="Revoke morning list").click()
    expect(page.get_by_role("row", name="morning list")).to_have_count(0)
    assert users.with_token(secret) is None


def test_an_admin_adds_a_user_and_gives_another_role(site: Site, page: Page, users: Users) -> None:
    page.goto("/users")
    log_in(page)
    page.get_by_label("Name", exact=True).fill("T. Okafor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Add user").click()
    page.get_by_role("link", name="T. Okafor").click()
    page.get_by_label("Role").select_option("reviewer")
    page.get_by_role("button", name="Set role").click()
    expect(page.get_by_text("Reviewer, added")).to_be_visible()
    assert users.get("T. Okafor").role is Role.REVIEWER
    page.get_by_role("link", name="Users").click()
    page.get_by_role("link", name="What was changed").click()
    expect(page.get_by_role("row", name="gave T. Okafor the role reviewer")).to_contain_text("127.0.0.1")


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "dark"), (NARROWEST, "light")])
def test_pages_about_users_are_open_to_everybody(
    site: Site, look: Looking, users: Users, size: tuple[int, int], scheme: str
) -> None:
    page = look(size, scheme)
    page.goto("/login")
    assert (violations(page), stands_out(page)) == ([], [])
    log_in(page)
    expect(page.get_by_role("link", name="R. Meyer")).to_be_visible()
    for address in ("/account", "/users", "/users/R.%20Meyer", "/audit"):
        page.goto(address)
        assert (address, violations(page), stands_out(page)) == (address, [], [])


def test_the_head_of_the_page_holds_a_long_name_on_a_phone(site: Site, look: Looking, users: Users) -> None:
    page = look(NARROWEST)
    page.goto("/")
    log_in(page, "Ann-Kathrin von der Wietersheim-Hohenlohe")
    expect(page.get_by_role("button", name="Log out")).to_be_visible()
    assert stands_out(page) == []
    expect(page.get_by_role("link", name="Review", exact=True)).to_have_count(0)


def test_a_page_of_another_site_changes_nothing(site: Site, page: Page, users: Users, troubles: Troubles) -> None:
    form = (
        f'<form method="post" action="{site.url}/users"><input name="name" value="Mallory"><input name="role" '
        f'value="admin"><input name="password" value="{PASSWORD}"><button>Win a prize</button></form>'
    )
    page.goto("/users")
    log_in(page)
    expect(page).to_have_title("Users · memcon")
    page.route("http://evil.example/", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto("http://evil.example/")
    page.get_by_role("button", name="Win a prize").click()
    expect(page.get_by_text("A page of another site cannot change the record.")).to_be_visible()
    assert len(users.all()) == 2
    page.goto("/users")
    expect(page).to_have_title("Users · memcon")
    troubles.expect("403")
    troubles.expect("elsewhere: http://evil.example/")
