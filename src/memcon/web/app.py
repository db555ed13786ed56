"""The application: pages, static files and, where it is there, the API, on one record."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

from memcon._version import __version__
from memcon.errors import RecordError
from memcon.web.pages import ROUTERS
from memcon.web.records import RecordFile
from memcon.web.rendering import error_page
from memcon.web.visitors import at_this_machine

_STATIC = Path(__file__).parent / "static"
_API = "/api/"
_SAFE = ("GET", "HEAD", "OPTIONS")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""Nothing is loaded from another host, no script stands in a page, and no other site learns what is looked at."""


def create_app(record_path: Path | str) -> FastAPI:
    """Make the application on the record at ``record_path``.

    It answers under a loopback name only, since there is no log-in yet: a page of another site that has its own name
    lead to this machine gets nothing. Raises RecordError where the record cannot be opened.
    """
    records = RecordFile(Path(record_path))
    records.record()  # what is wrong with it is told now, and not to whoever looks first

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        records.close()

    app = FastAPI(
        title="memcon", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=closing
    )
    app.state.records = records
    app.middleware("http")(_guarded)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RecordError, _record_error)
    if find_spec("memcon.web.api") is not None:
        app.include_router(import_module("memcon.web.api").api_router(records))
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    return app


def is_loopback(host: str) -> bool:
    """Tell whether a host's name or address is this machine's own, reached from nowhere else."""
    if host.rstrip(".").casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


async def _guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    host = _host(request.headers.get("host", ""))
    if host is None or not is_loopback(host):
        return PlainTextResponse("memcon answers on this machine only: use http://127.0.0.1 or http://localhost", 400)
    origin = request.headers.get("origin")
    if request.method not in _SAFE and origin is not None and urlsplit(origin).netloc != request.headers["host"]:
        return PlainTextResponse("a page of another site cannot change the record", 403)
    request.state.visitor = at_this_machine(request)
    response = await answer(request)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _host(header: str) -> str | None:
    """The name in a Host header, without the port."""
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(_API):
        return await http_exception_handler(request, error)
    return error_page(request, error.status_code, str(error.detail))


async def _record_error(request: Request, error: Exception) -> Response:
    if request.url.path.startswith(_API):
        return await http_exception_handler(request, HTTPException(503, str(error)))
    return error_page(request, 503, str(error))
