"""How the client asks: connections, pages, ETags, and errors in the server's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from types import TracebackType
from typing import Any, Self

import httpx

from memcon.errors import MemconError

Row = dict[str, Any]


class ApiError(MemconError):
    """The server answered with a problem: ``status`` is that of HTTP, ``problem`` what RFC 9457 makes of it."""

    def __init__(self, status: int, problem: Row) -> None:
        super().__init__(str(problem.get("detail") or problem.get("title") or f"HTTP {status}"))
        self.status, self.problem = status, problem


class UnreachableError(MemconError):
    """The server cannot be reached, or did not answer in time; its cause is httpx's error."""


class Asking:
    """A server at ``url``; decisions are made in the name of ``author``.

    ``token`` says who asks where users log in. ``timeout`` in seconds; reading a long document takes some. ``headers``
    go with every request. In ``kept``, where it is given, each answer is kept under its address beside its ETag, and
    what has not changed since is not sent again; a dict will do, or a shelf that outlives the program.

    Every method raises ApiError where the server answers with a problem, UnreachableError where there is no answer.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8460",
        *,
        author: str | None = None,
        token: str | None = None,
        timeout: float = 60,
        headers: dict[str, str] | None = None,
        kept: MutableMapping[str, tuple[str, str]] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        given = dict(headers or {}) | ({"Authorization": f"Bearer {token}"} if token else {})
        base = f"{url.rstrip('/')}/api/v1"
        self._http = httpx.Client(base_url=base, timeout=timeout, headers=given, transport=transport)
        self._author, self._kept = author, kept

    def __enter__(self) -> Self:
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

    def _all(self, path: str, **asked: Any) -> Iterator[Row]:
        """Give the items of all pages."""
        page = self._get(path, **asked)
        yield from page["items"]
        while page["next"] is not None:
            page = self._get(path, **asked, cursor=page["next"])
            yield from page["items"]

    def _get(self, path: str, **asked: Any) -> Row:
        return self._ask("GET", path, params=_asked(asked))

    def _ask(self, method: str, path: str, **told: Any) -> Row:
        return dict(json.loads(self._sent(method, path, **told).text))

    def _sent(self, method: str, path: str, **told: Any) -> httpx.Response:
        """Send a request and give the answer, the kept one where nothing has changed."""
        request = self._http.build_request(method, path, **told)
        kept = self._kept if method == "GET" else None
        known = kept.get(str(request.url)) if kept is not None else None
        if known is not None:
            request.headers["If-None-Match"] = known[0]
        try:
            response = self._http.send(request)
        except httpx.HTTPError as error:
            raise UnreachableError(f"{request.url}: {error or type(error).__name__}") from error
        if known is not None and response.status_code == httpx.codes.NOT_MODIFIED:
            return httpx.Response(200, text=known[1])
        _raise_problem(response)
        if kept is not None and "etag" in response.headers and response.headers["content-type"] == "application/json":
            kept[str(request.url)] = (response.headers["etag"], response.text)
        return response

    def _lines(self, path: str, **asked: Any) -> Iterator[str]:
        try:
            with self._http.stream("GET", path, params=_asked(asked)) as response:
                if not response.is_success:
                    response.read()
                _raise_problem(response)
                yield from response.iter_lines()
        except httpx.HTTPError as error:
            raise UnreachableError(f"{self._http.base_url}: {error or type(error).__name__}") from error


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}


def _raise_problem(response: httpx.Response) -> None:
    if response.is_success:
        return
    try:
        problem = dict(json.loads(response.text))
    except ValueError:
        problem = {"title": response.reason_phrase}
    raise ApiError(response.status_code, problem)
