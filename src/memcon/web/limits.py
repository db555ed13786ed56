"""How much of a request is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import HTTPException, Request


def limited(request: Request, largest: int) -> Request:
    """Give the request, of which no more than ``largest`` bytes are read; answers 413 where there are more."""
    too_large = HTTPException(413, f"the request is larger than {largest:,} bytes; send less at once")
    told = request.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told) > largest:
        raise too_large
    receive: Callable[[], Awaitable[Any]] = request.receive
    taken = 0

    async def counted() -> Any:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > largest:
            raise too_large
        return message

    return Request(request.scope, counted)
