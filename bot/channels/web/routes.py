"""Every address of the web chat."""

from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.chat import Chat
from bot.channels.web.headers import SecurityHeaders
from bot.channels.web.limits import Limits
from bot.channels.web.page import Pages
from bot.channels.web.problem_route import problem_route
from bot.channels.web.problems import Problem
from bot.channels.web.shapes import (
    ConversationShape,
    Location,
    MessagesShape,
    NewConversation,
    NewMessage,
    OpenedShape,
    ProblemShape,
)
from bot.channels.web.static_files import Static
from bot.channels.web.words import Words
from bot.inbox import Inbox
from bot.runtime import Runtime

METHODS = {
    "/api/chat/conversations": ("POST",),
    "/api/chat/messages": ("GET", "POST"),
    "/api/chat/events": ("GET",),
    "/api/chat/conversation": ("GET", "DELETE"),
    "/api/chat/words": ("GET",),
}
EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def router(runtime: Runtime, inbox: Inbox, limits: Limits = Limits()) -> APIRouter:  # noqa: B008 - frozen
    """The chat API, the chat page and the pages of its problems."""
    words = Words(runtime)
    chat, pages = Chat(runtime, inbox, words, limits), Pages(words)
    routes = APIRouter(route_class=problem_route(words), tags=["chat"])

    def add(method: str, path: str, endpoint: Any, **described: Any) -> None:
        problems = {"default": {"model": ProblemShape, "content": {"application/problem+json": {}}}}
        responses = {**problems, **described.pop("responses", {})}
        routes.add_api_route(
            path, endpoint, methods=[method], response_model=None, responses=responses, **described
        )

    add(
        "POST",
        "/api/chat/conversations",
        chat.open_conversation,
        **_takes(NewConversation),
        **_gives(201, OpenedShape),
    )
    add("POST", "/api/chat/messages", chat.post_message, **_takes(NewMessage), **_gives(200, MessagesShape))
    add("GET", "/api/chat/messages", chat.get_messages, **_gives(200, MessagesShape))
    add("GET", "/api/chat/events", chat.get_events)
    add("GET", "/api/chat/conversation", chat.get_conversation, **_gives(200, ConversationShape))
    add("DELETE", "/api/chat/conversation", chat.end_conversation, status_code=204)
    add("GET", "/api/chat/words", chat.get_words)
    routes.add_api_route(
        "/api/chat/{rest:path}", _nothing_here, methods=EVERY_METHOD, include_in_schema=False
    )
    for path, endpoint in {"/": pages.chat, "/problems/{slug}": pages.problem}.items():
        routes.add_api_route(
            path, endpoint, methods=["GET", "HEAD"], response_model=None, include_in_schema=False
        )
    return routes


def install(app: FastAPI, *, frame_ancestors: str = "'none'") -> None:
    """Static files under `/static`, and security headers on every answer that does not set its own."""
    app.mount("/static", Static(), name="static")
    app.add_middleware(SecurityHeaders, frame_ancestors=frame_ancestors)


async def _nothing_here(request: Request) -> Response:
    methods = METHODS.get(request.url.path)
    if methods is None:
        raise Problem("not-found")
    raise Problem("method-not-allowed", headers={"Allow": ", ".join(methods)})


def _takes(shape: type[NewConversation | NewMessage]) -> dict[str, Any]:
    schema = shape.model_json_schema()
    if schema.pop("$defs", None):
        schema["properties"]["location"] = Location.model_json_schema()
    content = {"application/json": {"schema": schema}}
    return {"openapi_extra": {"requestBody": {"required": True, "content": content}}}


def _gives(status: int, shape: type[OpenedShape | MessagesShape | ConversationShape]) -> dict[str, Any]:
    return {"status_code": status, "responses": {status: {"model": shape}}}
