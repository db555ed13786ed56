"""Where things are: the permanent address of every page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from memcon.model import Span


def engagement(reference: str) -> str:
    """The page of an engagement, by its id."""
    return f"/engagement/{quote(reference, safe='')}"


def document(reference: str) -> str:
    """The page of a document, by its id."""
    return f"/document/{quote(reference, safe='')}"


def beside(reference: str, source: bool = False) -> str:
    """The page of a document's text beside its original, by its id; ``source``: the original as its source."""
    return with_query(f"{document(reference)}/beside", {"source": "1" if source else ""})


def words(span: Span) -> str:
    """The page of a document at some words."""
    return f"{document(span.document)}#{anchor(span.start, span.end)}"


def with_hits(reference: str, words: str) -> str:
    """The page of a document, words that were searched for marked."""
    return with_query(document(reference), {"q": words})


def hit(reference: str, words: str) -> str:
    """The page of a document at the first of the words that were searched for."""
    return with_query(f"{document(reference)}/hit", {"q": words})


def anchor(start: int, end: int) -> str:
    """The anchor of a half-open range of code points."""
    return f"c{start}-{end}"


def person(reference: str) -> str:
    """The page of a person, by the id."""
    return f"/person/{quote(reference, safe='')}"


def party(code: str) -> str:
    """The page of a party, by its code or its name as written."""
    return f"/party/{quote(code, safe='')}"


def office(party_code: str, title: str, year: str = "") -> str:
    """The page of an office of a party, by any form of the office's name; with the engagements of one year."""
    return with_query(f"/office/{quote(party_code, safe='')}/{quote(title, safe='')}", {"year": year})


def pair(one: str, other: str) -> str:
    """The page of all dealings of two parties."""
    return f"/pair/{quote(one, safe='')}/{quote(other, safe='')}"


def phrases(one: str, other: str, ending: str = "", **asked: str) -> str:
    """The page of the phrases of two parties over time; ``asked`` is what it is asked for."""
    return with_query(f"{pair(one, other)}/phrases{ending}", asked)


def forum(slug: str) -> str:
    """The page of a forum's series."""
    return f"/forum/{quote(slug, safe='')}"


def forum_of(engagement_id: str) -> str:
    """The page of the series that an engagement is a session of."""
    return f"/forum-of/{quote(engagement_id, safe='')}"


def compare(engagement_id: str, ending: str = "", a: str = "", b: str = "") -> str:
    """The page of the accounts of an engagement side by side, of two documents (ids) where they are told."""
    return with_query(f"/compare/{quote(engagement_id, safe='')}{ending}", {"a": a, "b": b})


def saved(name: str) -> str:
    """The page of a saved search, by its name."""
    return f"/saved/{quote(name, safe='')}"


def search(values: Mapping[str, str | list[str]] | None = None, /, **more: str | list[str]) -> str:
    """The page of a search, empty values left out."""
    return with_query("/search", {**(values or {}), **more})


def with_query(path: str, values: Mapping[str, str | list[str]] | Mapping[str, str]) -> str:
    """An address with a query, empty values left out."""
    told = {name: value for name, value in values.items() if value}
    return f"{path}?{urlencode(told, doseq=True)}" if told else path


def round(reference: str) -> str:
    """The page of a round of blind review."""
    return f"/review/rounds/{quote(reference, safe='')}"


def review(engagement_id: str, label: str = "") -> str:
    """The review of one engagement, at the field with a label of the engagement's page where one is given."""
    field = {"last day": "date"}.get(label.lower(), label.lower())
    return with_query("/review", {"engagement": engagement_id, "item": f"{engagement_id}.{field}" if field else ""})


def history(reference: str) -> str:
    """The page of what befell an engagement."""
    return f"{engagement(reference)}/history"


def statements(engagement_id: str, done: str = "") -> str:
    """The page on which the statements of an engagement are corrected; ``done`` is the decision made last."""
    return with_query(f"{engagement(engagement_id)}/statements", {"done": done})


def login(following: str = "/") -> str:
    """The page to log in on, and where to go then."""
    return with_query("/login", {"next": "" if local_path(following) == "/" else following})


def account() -> str:
    """The page of whoever is logged in: password and tokens."""
    return "/account"


def users() -> str:
    """The page of all users."""
    return "/users"


def user(name: str) -> str:
    """The page of a user, by name."""
    return f"/users/{quote(name, safe='')}"


def audit(**values: str) -> str:
    """The page of the audit; values are ``who`` and ``before``, the number of a line."""
    return with_query("/audit", values)


def local_path(given: str) -> str:
    """Give an address if it leads to a page of this site, else the first page.

    Browsers take a backslash for a slash and leave out tabs and line ends (WHATWG URL, 4.4), so that what begins with
    one slash is only ours where no such character is in it.
    """
    ours = given.startswith("/") and not given.startswith("//") and "\\" not in given
    if not ours or any(ord(c) <= 32 or ord(c) == 127 for c in given):
        return "/"
    return "/" if given.partition("?")[0] in ("/login", "/logout") else given
