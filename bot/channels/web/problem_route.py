"""Routes of the chat API: a Problem on the way becomes an answer in words the caller reads."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.problems import DATABASE_AWAY, Problem
from bot.channels.web.words import Words

log = logging.getLogger(__name__)

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def problem_response(problem: Problem, request: Request, words: Words) -> Response:
    """The answer, in the conversation's language or else the caller's."""
    language = problem.language or words.wished(request.headers.get("accept-language", ""))
    title, detail = words.problem(problem.slug, language)
    headers = {"Content-Language": language, "Cache-Control": "no-store", **problem.all_headers()}
    body = to_json(problem.as_json(title, detail))
    return Response(body, problem.status, headers, media_type="application/problem+json")


def problem_route(words: Words) -> type[APIRoute]:
    """A route class that knows the words."""

    class ProblemRoute(APIRoute):
        def get_route_handler(self) -> Handler:
            handle = super().get_route_handler()

            async def handle_problems(request: Request) -> Response:
                try:
                    return await handle(request)
                except Problem as problem:
                    return problem_response(problem, request, words)
                except DATABASE_AWAY:
                    return problem_response(Problem("not-available", retry_after=1), request, words)
                except (HTTPException, RequestValidationError):
                    raise
                except Exception:
                    log.exception("a request could not be answered")
                    return problem_response(Problem("not-available", retry_after=5), request, words)

            return handle_problems

    return ProblemRoute
