"""Put the endpoints together, describe them, and answer for what is not there."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.routing import compile_path

from memcon._version import __version__
from memcon.web.api.compare import Compare
from memcon.web.api.decisions import Decisions
from memcon.web.api.documents import Documents
from memcon.web.api.engagements import Engagements
from memcon.web.api.exports import Exports
from memcon.web.api.figures import Figures
from memcon.web.api.forums import Forums
from memcon.web.api.history import Histories
from memcon.web.api.measures import Measures
from memcon.web.api.offices import Offices
from memcon.web.api.over_time import OverTime
from memcon.web.api.people import People
from memcon.web.api.problems import MEDIA_TYPE, Guarded, ProblemError, problem_schema
from memcon.web.api.queue import Queue
from memcon.web.api.reasons import Reasons
from memcon.web.api.reprints import Reprints
from memcon.web.api.rounds import Rounds
from memcon.web.api.search import Search
from memcon.web.api.searches import Searches
from memcon.web.api.texts import OfTexts
from memcon.web.records import RecordFile

PREFIX = "/api/v1"
_PARTS = (
    Documents,
    Engagements,
    Reasons,
    Reprints,
    People,
    Offices,
    Forums,
    Search,
    Searches,
    Figures,
    Compare,
    OverTime,
    Decisions,
    Queue,
    Histories,
    Rounds,
    OfTexts,
    Measures,
    Exports,
)
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
_ABOUT = """The record of one desk: documents, the engagements that they tell of, and what people decided.

Every value names the words it comes from: document, first code point, code point after the last, and the words.
Lists come in pages; `next` is the `cursor` of the page that follows. Answers carry an ETag; send it as If-None-Match
to be told with 304 that nothing has changed. Errors are `application/problem+json` (RFC 9457)."""


def api_router(record: str | Path | RecordFile) -> APIRouter:
    """Give the router of the API under ``/api/v1`` for the record at this path, or for one that pages have in view.

    The record is opened by the first request, and made by the first upload where it is not there. Include the router
    in an application; its description is at ``/api/v1/openapi.json``. Where a middleware sets
    ``request.state.memcon_author``, decisions are made in that name, else in the one that the caller gives.
    """
    router = _endpoints(record if isinstance(record, RecordFile) else RecordFile(Path(record)))
    told = _described(router)

    def describe() -> JSONResponse:
        return JSONResponse(told)

    router.add_api_route("/openapi.json", describe, include_in_schema=False)
    for route in _routes(router):
        if route.methods and "GET" in route.methods:
            route.methods.add("HEAD")
    allowed = _allowed(_routes(router))

    def nothing(request: Request) -> Response:
        path = request.path_params["rest"]
        methods = sorted({m for pattern, some in allowed for m in some if pattern.fullmatch(f"{PREFIX}/{path}")})
        if methods and request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ", ".join(methods)})
        if methods:
            words = f"{request.method} is not done here; what is: {', '.join(methods)}"
            raise ProblemError(405, words, {"Allow": ", ".join(methods)})
        raise ProblemError(404, f"there is nothing at {PREFIX}/{path}; see {PREFIX}/openapi.json")

    router.add_api_route("/{rest:path}", nothing, methods=_METHODS, include_in_schema=False)
    return router


def description() -> dict[str, Any]:
    """Give the OpenAPI 3.1 description of the API."""
    return _described(_endpoints(RecordFile(Path())))


def _endpoints(records: RecordFile) -> APIRouter:
    router = APIRouter(prefix=PREFIX, route_class=Guarded, generate_unique_id_function=_name)
    for part in _PARTS:
        part(records).add_to(router)
    return router


def _routes(router: APIRouter) -> list[APIRoute]:
    return [route for route in router.routes if isinstance(route, APIRoute)]


def _described(router: APIRouter) -> dict[str, Any]:
    told = get_openapi(
        title="memcon", version=__version__, openapi_version="3.1.0", description=_ABOUT, routes=router.routes
    )
    operations = [operation for path in told["paths"].values() for operation in path.values()]
    for answer in (answer for operation in operations for answer in operation["responses"].values()):
        if MEDIA_TYPE in answer.get("content", {}):
            answer["content"][MEDIA_TYPE]["schema"] = {"$ref": "#/components/schemas/Problem"}
    for operation in (path["get"] for path in told["paths"].values() if "get" in path):
        operation["responses"]["304"] = {"description": "Nothing has changed since the answer with the ETag sent."}
    told["components"]["schemas"]["Problem"] = problem_schema()
    _tell_of_log_in(told, operations)
    return _well_named(told)


def _tell_of_log_in(told: dict[str, Any], operations: list[dict[str, Any]]) -> None:
    """Say that a token is asked for where users log in, and that on a loopback address none is."""
    words = "A token of a user, made on /account or by `memcon user token`; on a loopback address none is needed."
    told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer", "description": words}}
    told["security"] = [{"token": []}, {}]
    problem = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    refusals = {
        "401": {"description": "No token, or one that is not good, where users log in.", "content": problem},
        "403": {"description": "The role may not do this.", "content": problem},
    }
    for operation in operations:
        operation["responses"] = {**refusals, **operation["responses"]}


def _well_named(told: dict[str, Any]) -> dict[str, Any]:
    """Call schemas of some type by their titles: PageOfDocumentRow, which pydantic writes Page_DocumentRow_."""
    words = json.dumps(told)
    for name, schema in told["components"]["schemas"].items():
        if name.endswith("_"):
            words = words.replace(f'"{name}"', f'"{schema["title"]}"').replace(f'/{name}"', f'/{schema["title"]}"')
    named: dict[str, Any] = json.loads(words)
    return named


def _name(route: APIRoute) -> str:
    return route.name


def _allowed(routes: list[APIRoute]) -> list[tuple[re.Pattern[str], set[str]]]:
    """The patterns of paths with their methods."""
    found: dict[str, set[str]] = defaultdict(set)
    for route in routes:
        found[route.path] |= {"OPTIONS", *(route.methods or ())}
    return [(compile_path(path)[0], methods) for path, methods in found.items()]
