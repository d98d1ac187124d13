"""One kept-open HTTP connection, as cheap as it can be, so that the load generator is not what is measured."""

import asyncio
import json
import re
from collections.abc import Mapping

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
LONGEST_WAIT = 30.0


def encode(method: str, path: str, body: object, headers: Mapping[str, str]) -> bytes:
    """The bytes of a JSON request."""
    content = json.dumps(body).encode()
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/json",
        f"Content-Length: {len(content)}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


class HttpConnection:
    """Asks one thing after the other; opened again by itself after a failure."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and body; (0, b"") when the connection broke, took too long, or said nothing we understand."""
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                return await self._ask(request)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            self.close()
            return 0, b""

    async def _ask(self, request: bytes) -> tuple[int, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        if length is None:
            raise ValueError("an answer without a length")
        return int(head[9:12]), await reader.readexactly(int(length[1]))

    def close(self) -> None:
        """Close the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None
