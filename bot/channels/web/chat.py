"""The chat API's endpoints: check what comes in, hand it to the core in one hop, show what comes out."""

from http import HTTPStatus

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web import message_json
from bot.channels.web.body import parsed, read_body
from bot.channels.web.events import Streams
from bot.channels.web.limits import Buckets, Limits, network_of
from bot.channels.web.problems import Problem
from bot.channels.web.shapes import HIGHEST_NUMBER, NewConversation, NewMessage
from bot.channels.web.turns import Turns
from bot.channels.web.visitors import Visitors
from bot.channels.web.words import Words
from bot.inbox import Inbox
from bot.runtime import Runtime

PLACES = ("web", "kiosk")
LONGEST_TOKEN = 200


class Chat:
    """The endpoints; every one of them may raise Problem."""

    def __init__(self, runtime: Runtime, inbox: Inbox, words: Words, limits: Limits) -> None:
        self._words = words
        self._limits = limits
        self._visitors = Visitors(runtime, inbox)
        self._turns = Turns(inbox, self._visitors, limits)
        self._streams = Streams(self._visitors, runtime.live, limits)
        self._newcomers = Buckets(limits.conversations)

    async def open_conversation(self, request: Request) -> Response:
        """Open a conversation; the answer holds its token and the welcome."""
        wish = parsed(NewConversation, await read_body(request, self._limits.body))
        if wish.language is not None and wish.language not in self._words.enabled:
            raise Problem("unknown-language")
        if wish.place not in PLACES:
            raise Problem("unknown-place")
        if seconds := self._newcomers.take(network_of(request.client.host if request.client else "")):
            raise Problem("too-many-conversations", retry_after=seconds)
        conversation, token, welcome = await anyio.to_thread.run_sync(
            lambda: self._visitors.open(wish.language, wish.place)
        )
        body = message_json.messages(welcome, conversation=conversation, token=token)
        return _json(body, HTTPStatus.CREATED)

    async def post_message(self, request: Request) -> Response:
        """Take one message; the answer holds the replies to it."""
        token = _token(request)
        sent = parsed(NewMessage, await read_body(request, self._limits.body))
        return _json(message_json.messages(await self._turns.take(token, sent)))

    async def get_messages(self, request: Request) -> Response:
        """All messages after a number."""
        token, after = _token(request), _number(request.query_params.get("after", "0"))
        shown = await anyio.to_thread.run_sync(self._visitors.messages, token, after)
        return _json(message_json.messages(shown))

    async def get_events(self, request: Request) -> Response:
        """All messages after a number, and those to come, as server-sent events."""
        token, after = _token(request), _number(request.query_params.get("after", "0"))
        seen = request.headers.get("last-event-id", "")
        return await self._streams.open(token, max(after, _number(seen)) if seen else after)

    async def get_conversation(self, request: Request) -> Response:
        """How the conversation stands."""
        language, owner = await anyio.to_thread.run_sync(self._visitors.state, _token(request))
        language = self._words.spoken(language)
        state = {"language": language, "direction": self._words.direction(language), "owner": owner}
        return JSONResponse(state, headers={"Cache-Control": "no-store"})

    async def end_conversation(self, request: Request) -> Response:
        """End the visit; the token is dead from now on."""
        await anyio.to_thread.run_sync(self._visitors.end, _token(request))
        return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Cache-Control": "no-store"})

    async def get_words(self, request: Request) -> Response:
        """The page's own words in one language."""
        language = request.query_params.get("language", "")
        if language not in self._words.enabled:
            raise Problem("unknown-language")
        words = {
            "language": language,
            "direction": self._words.direction(language),
            "words": self._words.page(language),
        }
        return JSONResponse(words, headers={"Cache-Control": "no-cache", "Content-Language": language})


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not 0 < len(token) <= LONGEST_TOKEN or not token.isascii():
        raise Problem("unknown-token")
    return token


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 10) or int(text) > HIGHEST_NUMBER:
        raise Problem("wrong-shape")
    return int(text)


def _json(body: bytes, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(body, status, {"Cache-Control": "no-store"}, media_type="application/json")
