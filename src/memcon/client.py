"""A record over HTTP: each method is one endpoint of ``/api/v1``, and gives what it answers as plain values.

>>> from memcon.client import Client
>>> with Client("http://127.0.0.1:8460", author="R. Meyer") as desk:
...     for engagement in desk.engagements(party=["KZ", "US"], since="2023"):
...         print(engagement["id"], engagement["start"], desk.engagement(engagement["id"])["place"]["reason"])

What the answers hold is described in ``docs/reference/api.md``. It needs ``memcon[client]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

import httpx

from memcon.errors import MemconError

Row = dict[str, Any]


class ApiError(MemconError):
    """The server answered with a problem: ``status`` is that of HTTP, ``problem`` what RFC 9457 makes of it."""

    def __init__(self, status: int, problem: Row) -> None:
        super().__init__(str(problem.get("detail") or problem.get("title") or f"HTTP {status}"))
        self.status, self.problem = status, problem


class Client:
    """A desk's record at ``url``; decisions are made in the name of ``author``.

    ``timeout`` in seconds; reading a long document takes some. ``headers`` go with every request. Every method raises
    ApiError where the server answers with a problem, and httpx.HTTPError where it cannot be reached.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8460",
        *,
        author: str | None = None,
        timeout: float = 60,
        headers: dict[str, str] | None = None,
    ) -> None:
        self._http = httpx.Client(base_url=f"{url.rstrip('/')}/api/v1", timeout=timeout, headers=headers)
        self._author = author

    def __enter__(self) -> Client:
        """Give the client itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def documents(self) -> Iterator[Row]:
        """Give all documents, by day of publication."""
        return self._all("/documents")

    def document(self, reference: str) -> Row:
        """Give a document with its text, accounts and turns."""
        return self._get(f"/documents/{_in_path(reference)}")

    def add(self, text: str, **about: str) -> Row:
        """Have a text read; ``about`` are ``title``, ``publisher``, ``url``, ``published``, ``language``, ``name``."""
        return self._ask("POST", "/documents", json={"text": text, **about})

    def add_file(self, path: str | Path) -> Row:
        """Have a file read: text, Markdown, HTML, PDF, JSON, JSON Lines, RSS or Atom."""
        path = Path(path)
        kind = {"Content-Type": "application/octet-stream"}
        return self._ask("POST", "/files", params={"name": path.name}, content=path.read_bytes(), headers=kind)

    def engagements(self, **filters: Any) -> Iterator[Row]:
        """Give all engagements that fit, oldest first.

        Filters are ``party`` (one or several), ``person``, ``kind``, ``status``, ``since``, ``until``, ``place``,
        ``text``, ``topic``, ``mentioned``, ``sure``.
        """
        return self._all("/engagements", **filters)

    def engagement(self, reference: str) -> Row:
        """Give an engagement with every field's preferred value, rivals and reason, its accounts and decisions."""
        return self._get(f"/engagements/{_in_path(reference)}")

    def people(self, name: str | None = None) -> Iterator[Row]:
        """Give all people, or those whose name fits in any spelling."""
        return self._all("/people", name=name)

    def person(self, reference: str) -> Row:
        """Give a person with the offices held."""
        return self._get(f"/people/{_in_path(reference)}")

    def parties(self) -> list[Row]:
        """Give the parties with the number of their engagements."""
        return list(self._get("/parties")["items"])

    def forums(self, name: str | None = None, party: Sequence[str] = ()) -> list[Row]:
        """Give the forums, or those of a name or of parties."""
        return list(self._get("/forums", name=name, party=party)["items"])

    def forum(self, reference: str) -> Row:
        """Give a forum with its sessions."""
        return self._get(f"/forums/{_in_path(reference)}")

    def search(self, words: str, **filters: Any) -> Row:
        """Find words in the documents, and the engagements that these tell of; filters as of :meth:`engagements`."""
        return self._get("/search", words=words, **filters)

    def figures(self, *, party: Sequence[str] = (), engagement: str | None = None, document: str | None = None) -> Row:
        """Give the figures of all engagements of parties, of one engagement, or of one document."""
        return self._get("/figures", party=party, engagement=engagement, document=document)

    def compare(self, *documents: str, engagement: str | None = None, by_words: bool = False) -> Row:
        """Lay the accounts of an engagement, or documents, side by side."""
        return self._get("/compare", document=documents, engagement=engagement, by_words=by_words)

    def commitments(self, **filters: Any) -> list[Row]:
        """Give what was agreed and pledged; filters: ``party``, ``engagement``, ``still_open``, ``everything``."""
        return list(self._get("/commitments", **filters)["items"])

    def silence(self, **filters: Any) -> list[Row]:
        """Give what was looked for and not found; filters: ``party``, ``kind``."""
        return list(self._get("/silence", **filters)["items"])

    def phrases(self, *who: str, phrase: str | None = None) -> list[Row]:
        """Follow the set phrases of a party or two, or of a person, or one phrase."""
        return list(self._get("/phrases", who=who, phrase=phrase)["items"])

    def drift(self, one: str, other: str, *, by: str | None = None) -> list[Row]:
        """Give what became of every sentence from one readout on two parties to the next."""
        return list(self._get("/drift", party=[one, other], by=by)["items"])

    def decisions(self, of: str | None = None, *, look: bool = False) -> list[Row]:
        """Give the decisions, or those on an engagement, or those that want a second look."""
        return list(self._get("/decisions", of=of, look=look)["items"])

    def merge(self, *engagements: str, because: str | None = None) -> Row:
        """Decide that engagements are one."""
        return self._decide("merge", because, engagements=engagements)

    def apart(self, one: str, other: str, *, because: str | None = None) -> Row:
        """Decide that two engagements are never the same."""
        return self._decide("apart", because, engagements=[one, other])

    def split(self, engagement: str, accounts: Sequence[tuple[str, str]], *, because: str | None = None) -> Row:
        """Decide that accounts, by document's and account's id, are of another engagement than the rest."""
        keys = [{"document": document, "account": account} for document, account in accounts]
        return self._decide("split", because, engagement=engagement, accounts=keys)

    def correct(
        self,
        engagement: str,
        field: str,
        value: str,
        *,
        remove: bool = False,
        name: str | None = None,
        office: str | None = None,
        party: str | None = None,
        because: str | None = None,
    ) -> Row:
        """Correct a field; fields and values are those of ``memcon correct``."""
        person = {"name": name, "office": office, "party": party}
        told = {"engagement": engagement, "field": field, "value": value, "remove": remove}
        return self._decide("correct", because, **told, **person)

    def accept(self, engagement: str, field: str | None = None, *, because: str | None = None) -> Row:
        """Mark an engagement, or a field of it, as checked."""
        return self._decide("accept", because, engagement=engagement, field=field)

    def confirm(self, decision: str, engagement: str | None = None, *, because: str | None = None) -> Row:
        """Say, after a second look, that a decision holds."""
        return self._decide("accept", because, decision=decision, engagement=engagement)

    def undo(self, decision: str, *, because: str | None = None) -> Row:
        """Undo a decision."""
        return self._decide("undo", because, decision=decision)

    def _decide(self, verb: str, because: str | None, **told: Any) -> Row:
        values = {"author": self._author, "because": because, **told}
        return self._ask("POST", f"/decisions/{verb}", json={k: v for k, v in values.items() if v is not None})

    def _all(self, path: str, **asked: Any) -> Iterator[Row]:
        """Give the items of all pages."""
        page = self._get(path, **asked)
        yield from page["items"]
        while page["next"] is not None:
            page = self._get(path, **asked, cursor=page["next"])
            yield from page["items"]

    def _get(self, path: str, **asked: Any) -> Row:
        return self._ask("GET", path, params={k: v for k, v in asked.items() if v is not None})

    def _ask(self, method: str, path: str, **told: Any) -> Row:
        response = self._http.request(method, path, **told)
        if response.is_success:
            return dict(response.json())
        try:
            problem = dict(response.json())
        except ValueError:
            problem = {"title": response.reason_phrase}
        raise ApiError(response.status_code, problem)


def _in_path(reference: str) -> str:
    return quote(reference, safe="")
