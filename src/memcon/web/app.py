"""The application: pages, static files and the API, on one record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from memcon._version import __version__
from memcon.errors import RecordError
from memcon.users import Users
from memcon.web.access import API
from memcon.web.api import api_router
from memcon.web.guard import Guard
from memcon.web.hosts import HostNames
from memcon.web.pages import ROUTERS
from memcon.web.records import RecordFile
from memcon.web.rendering import error_page

_STATIC = Path(__file__).parent / "static"


def create_app(record_path: Path | str, users: Users | None = None, hosts: HostNames | None = None) -> FastAPI:
    """Make the application on the record at ``record_path``.

    With ``users`` everybody has to log in, and it answers under the names of ``hosts``. Without, whoever reaches it may
    do everything, so that it answers under loopback names only. Raises RecordError where the record cannot be opened.
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
    app.state.users = users
    app.middleware("http")(Guard(hosts if hosts is not None and users is not None else HostNames(), users))
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RecordError, _record_error)
    for router in (api_router(records), *ROUTERS):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    return app


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(API):
        return await http_exception_handler(request, error)
    return error_page(request, error.status_code, str(error.detail))


async def _record_error(request: Request, error: Exception) -> Response:
    if request.url.path.startswith(API):
        return await http_exception_handler(request, HTTPException(503, str(error)))
    path: Path = request.app.state.records.path
    return error_page(request, 503, f"the record {str(error).replace(str(path), path.name)}")  # no folders are told
