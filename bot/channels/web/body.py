"""Reading a request's body, never more of it than allowed."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from bot.channels.web.problems import Problem
from bot.channels.web.shapes import problem_of

Shape = TypeVar("Shape", bound=BaseModel)


async def read_body(request: Request, limit: int) -> bytes:
    """The body. Raises Problem as soon as it is known to be over `limit` bytes, whatever its length claims."""
    claimed = request.headers.get("content-length", "")
    if claimed.isdecimal() and int(claimed[:20]) > limit:
        raise Problem("too-large")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise Problem("too-large")
        parts.append(part)
    return b"".join(parts)


def parsed(shape: type[Shape], body: bytes) -> Shape:
    """The body as `shape`. Raises Problem."""
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        raise problem_of(error) from None
