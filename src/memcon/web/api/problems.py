"""Errors as ``application/problem+json`` (RFC 9457), and what is the same for every answer: limits and ETags."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException as AnyHTTPException

from memcon.errors import MemconError, NothingFoundError, RecordError, SourceError, UsageError
from memcon.web.cross_origin import is_cross_origin
from memcon.web.limits import limited

MEDIA_TYPE = "application/problem+json"
_SMALL = 1_000_000
"""Bytes that a request may have where nothing is uploaded."""
_LOG = logging.getLogger(__name__)


class Wrong(BaseModel):
    """One thing that is wrong with a request."""

    at: str = Field(description="Where it stands: 'query limit', 'body because'.")
    message: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field("about:blank", description="The kind of problem; 'about:blank' says no more than the status.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="One line for people: what is wrong with which input, and what to do.")
    errors: list[Wrong] = Field(default_factory=list, description="What is wrong with the request, one by one.")


class ProblemError(Exception):
    """An error that is to be answered with a status of its own."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers


def problem_schema() -> dict[str, Any]:
    """Give the JSON Schema of a problem, in one piece."""
    schema = Problem.model_json_schema()
    schema["properties"]["errors"]["items"] = schema.pop("$defs")["Wrong"]
    return schema


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe, for OpenAPI, the statuses with which an endpoint tells of problems."""
    content = {MEDIA_TYPE: {"schema": problem_schema()}}
    return {s: {"description": HTTPStatus(s).phrase, "content": content} for s in statuses}


@contextmanager
def wrong_use(status: int, *, nothing_only: bool = False) -> Iterator[None]:
    """Answer a UsageError raised inside with ``status``; ``nothing_only``: only one that says that nothing fits."""
    try:
        yield
    except NothingFoundError as error:
        raise ProblemError(status, _said(error)) from None
    except UsageError as error:
        if nothing_only:
            raise
        raise ProblemError(status, _said(error)) from None


class Guarded(APIRoute):
    """A route that answers every error with a problem, reads no more than it should, and knows ETags."""

    largest = _SMALL

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Give what answers a request."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                _refuse_cross_origin(request)
                self._refuse_types(request)
                response = _unless_known(request, await handle(limited(request, self.largest)))
            except Exception as error:
                response = answer_to(error)
            return _head_of(response) if request.method == "HEAD" else response

        return guarded

    def _refuse_types(self, request: Request) -> None:
        """Answer 415 to a body of a type that is not read here; one without a type is taken for the first of them."""
        told = (self.openapi_extra or {}).get("requestBody", {}).get("content", {})
        types = tuple(told) or (("application/json",) if self.body_field is not None else ())
        given = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
        if types and given and given not in types:
            others = ", or as one of the types in Accept-Post" if len(types) > 1 else ""
            words = f"a body of the type {given} is not read here; send it as Content-Type {types[0]}{others}"
            raise ProblemError(415, words, {"Accept-Post": ", ".join(types)})


def answer_to(error: Exception) -> Response:
    """Give the answer that tells of an error; nothing of the program's inside is told."""
    if isinstance(error, ProblemError):
        return _answer(error.status, error.detail, headers=error.headers)
    if isinstance(error, RequestValidationError):
        wrong = [Wrong(at=" ".join(map(str, e["loc"])), message=str(e["msg"])) for e in error.errors()]
        return _answer(422, "; ".join(f"{w.at}: {w.message}" for w in wrong[:3]), wrong)
    if isinstance(error, AnyHTTPException | HTTPException):
        return _answer(error.status_code, str(error.detail), headers=dict(error.headers or {}))
    if isinstance(error, RecordError):
        _LOG.error("%s", error)
        return _answer(503, f"the record cannot be used now: {_said(error)}", headers={"Retry-After": "5"})
    if isinstance(error, UsageError | SourceError):
        return _answer(422, _said(error))
    if isinstance(error, MemconError):
        return _answer(500, _said(error))
    _LOG.error("an error that memcon did not expect", exc_info=error)
    return _answer(500, "memcon failed in a way that was not foreseen; its log tells more")


def _answer(
    status: int, detail: str, wrong: list[Wrong] | None = None, headers: dict[str, str] | None = None
) -> Response:
    problem = Problem(
        type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, errors=wrong or []
    )
    return Response(json.dumps(problem.model_dump()), status, headers, MEDIA_TYPE)


def _said(error: MemconError) -> str:
    """The message without the marks of options, the commands it recommends, and the folder of the record."""
    words = str(error).split("; see 'memcon")[0].removeprefix("--")
    if isinstance(error, RecordError):
        path, _, rest = words.partition(": ")
        return rest or path
    return words


def _unless_known(request: Request, response: Response) -> Response:
    """Tag an answer by its content, and leave the content out where the caller has it already (RFC 9110, 13.1.2)."""
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        return response
    # what is sent piece by piece has been tagged already, by the state of the record that it is made of
    tag = response.headers.get("etag") or tag_of(bytes(response.body))
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def tag_of(content: bytes) -> str:
    """Give the strong ETag of some bytes (RFC 9110, 8.8.3)."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def is_known(request: Request, tag: str) -> bool:
    """Tell whether the caller has what carries this ETag."""
    known = [t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")]
    return tag in known or known == ["*"]


def _head_of(response: Response) -> Response:
    """The answer without its content, of which the headers tell (RFC 9110, 9.3.2)."""
    if isinstance(response, StreamingResponse):
        head = Response(None, response.status_code, dict(response.headers))
        del head.headers["content-length"]
        return head
    response.body = b""
    return response


def _refuse_cross_origin(request: Request) -> None:
    """Refuse, in an application without our guard, what a page of another site has a browser send."""
    guarded = hasattr(request.state, "visitor")
    if not guarded and is_cross_origin(request.method, request.headers, session=False):
        raise ProblemError(403, "a page of another site cannot change the record")
