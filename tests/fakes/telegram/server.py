"""The fake as a web application: `/bot<token>/<method>` for bots, `/control/<action>` for tests in other processes."""

import asyncio
import contextlib
import inspect
from collections.abc import AsyncIterator, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.judge import Upload, find_method, judge, judged_answer
from tests.fakes.telegram.methods import answer
from tests.fakes.telegram.world import CallRecord, World

ACTIONS = frozenset(
    name for name, _ in inspect.getmembers(World, inspect.isfunction) if not name.startswith("_")
)


def application(world: World) -> Starlette:
    """The web application of one fake."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        posting = asyncio.create_task(world.deliveries.post_forever())
        yield
        posting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await posting

    async def api(request: Request) -> Response:
        return await _api(world, request)

    async def control(request: Request) -> Response:
        action = request.path_params["action"]
        if action not in ACTIONS:
            return JSONResponse({"problem": f"no action {action!r}"}, status_code=404)
        try:
            return JSONResponse({"result": getattr(world, action)(**await request.json())})
        except ApiError as error:
            return JSONResponse({"problem": error.description}, status_code=error.code)

    routes = [
        Route("/bot{token}/{method}", api, methods=["GET", "POST"]),
        Route("/control/{action}", control, methods=["POST"]),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


async def _api(world: World, request: Request) -> Response:
    name = request.path_params["method"]
    given: Mapping[str, Any] = {}
    try:
        if request.path_params["token"] != world.token:
            raise ApiError(401, "Unauthorized")
        name = find_method(name).__api_method__
        given, files = await _parameters(request)
        call = judge(name, given, files)
        given = call.given
        fault = world.take_fault(name, given.get("chat_id"))
        if fault is None:
            return _answered(world, name, given, await answer(world, call))
        if fault.apply:
            await answer(world, call)
        await asyncio.sleep(fault.delay)
        if fault.retry_after is not None:
            raise ApiError(
                429, f"Too Many Requests: retry after {fault.retry_after}", retry_after=fault.retry_after
            )
        if fault.garbage:
            world.calls.append(CallRecord(name, given, fault.status or 200, "garbage"))
            return Response("<html>Bad gateway?", status_code=fault.status or 200, media_type="text/html")
        if fault.status is not None:
            raise ApiError(fault.status, fault.description)
        if fault.apply:
            return _answered(world, name, given, True)
        return _answered(world, name, given, await answer(world, call))
    except ApiError as error:
        world.calls.append(CallRecord(name, given, error.code, error.description))
        body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
        if error.retry_after is not None:
            body["parameters"] = {"retry_after": error.retry_after}
        return JSONResponse(body, status_code=error.code)


def _answered(world: World, name: str, given: Mapping[str, Any], result: Any) -> Response:
    world.calls.append(CallRecord(name, given, 200))
    shown = result if name == "getUpdates" else judged_answer(name, result)
    return JSONResponse({"ok": True, "result": shown})


async def _parameters(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    given: dict[str, Any] = dict(request.query_params)
    files: dict[str, Upload] = {}
    media_type = request.headers.get("content-type", "")
    if media_type.startswith("application/json"):
        given.update(await request.json())
    elif media_type:
        async with request.form() as form:
            for parameter, value in form.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    files[parameter] = Upload(value.filename or "", value.content_type or "", content)
                else:
                    given[parameter] = value
    return given, files
