"""Whether this process and what it needs are well, for machines: `/health/live`, `/health/ready`, `/metrics`."""

import logging
import time
from collections.abc import Callable, Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address

from fastapi import APIRouter
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.migrations import newest_version
from bot.models import ConversationRow, InboxRow, OutboxRow
from bot.runtime import Runtime

UNDELIVERED = ("queued", "sending", "failed", "uncertain")
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10)

log = logging.getLogger(__name__)


class Metrics:
    """What is counted. Labels are fixed words and route patterns, never an id or a text."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.requests = Counter(
            "lotse_http_requests", "Answered requests.", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "lotse_http_seconds",
            "Time to the last byte.",
            ("route",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.up = Gauge("lotse_up", "1 when it is well.", ("part",), registry=self.registry)
        self.queue = Gauge("lotse_queue", "Messages on their way.", ("kind",), registry=self.registry)
        self.conversations = Gauge(
            "lotse_conversations", "Conversations by owner.", ("owner",), registry=self.registry
        )


class Counted:
    """ASGI middleware: counts and times every request by its route."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = "500"
        started = time.perf_counter()

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            route = _pattern(scope)
            method = scope["method"] if scope["method"] in ("GET", "POST", "HEAD", "DELETE") else "other"
            self._metrics.requests.labels(method, route, status).inc()
            self._metrics.seconds.labels(route).observe(time.perf_counter() - started)


def _pattern(scope: Scope) -> str:
    """The route a request took, with names for values: an address may hold an id or a token."""
    if "endpoint" not in scope:
        return "other"
    path = str(scope["path"])
    for name, value in scope.get("path_params", {}).items():
        path = path.replace(str(value), f"{{{name}}}") if str(value) else path
    return path


def router(runtime: Runtime, metrics: Metrics, telegram: Callable[[], str]) -> APIRouter:
    """The addresses. `telegram` says `ok`, `off` or `down`."""
    routes = APIRouter(include_in_schema=False)
    allowed = runtime.settings.metrics_from

    async def live(_request: Request) -> Response:
        return JSONResponse({"live": "ok"})

    async def ready(_request: Request) -> Response:
        health = await run_in_threadpool(_health, runtime, telegram())
        return JSONResponse(health, 200 if health["database"] == "ok" else 503, {"Cache-Control": "no-store"})

    async def show_metrics(request: Request) -> Response:
        if not _may_read(request, allowed):
            return Response(
                "only from this machine; see LOTSE_METRICS_NETWORKS\n", 403, media_type="text/plain"
            )
        body = await run_in_threadpool(_measure, runtime, metrics, telegram())
        return Response(body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    routes.add_api_route("/health/live", live, methods=["GET", "HEAD"], response_model=None)
    routes.add_api_route("/health/ready", ready, methods=["GET", "HEAD"], response_model=None)
    routes.add_api_route("/metrics", show_metrics, methods=["GET"], response_model=None)
    return routes


def _health(runtime: Runtime, telegram: str) -> Mapping[str, object]:
    database, unanswered, undelivered = "ok", 0, 0
    try:
        with runtime.database.session() as session:
            session.execute(text("SET LOCAL statement_timeout = '3s'"))
            if session.scalar(text("SELECT version_num FROM alembic_version")) != newest_version():
                database = "not migrated"
            unanswered, undelivered = _queue(session)
    except SQLAlchemyError as error:
        log.warning("health: the database does not answer (%s)", type(error).__name__)
        database = "down"
    return {
        "database": database,
        "nlu": str(runtime.nlu.state),
        "telegram": telegram,
        "queue": {"unanswered": unanswered, "undelivered": undelivered},
    }


def _queue(session: Session) -> tuple[int, int]:
    unanswered = select(func.count()).where(InboxRow.answered_at.is_(None))
    undelivered = select(func.count()).where(OutboxRow.state.in_(UNDELIVERED))
    return session.scalar(unanswered) or 0, session.scalar(undelivered) or 0


def _measure(runtime: Runtime, metrics: Metrics, telegram: str) -> bytes:
    health = _health(runtime, telegram)
    for part in ("database", "nlu"):
        metrics.up.labels(part).set(health[part] == "ok")
    if telegram != "off":
        metrics.up.labels("telegram").set(telegram == "ok")
    queue = health["queue"]
    if health["database"] == "ok" and isinstance(queue, dict):
        for kind, count in queue.items():
            metrics.queue.labels(kind).set(count)
        with runtime.database.session() as session:
            by_owner = select(ConversationRow.owner, func.count()).group_by(ConversationRow.owner)
            counts = dict(session.execute(by_owner).all())
        for owner in ("assistant", "waiting", "staff", "closed"):
            metrics.conversations.labels(owner).set(counts.get(owner, 0))
    return generate_latest(metrics.registry)


def _may_read(request: Request, allowed: tuple[IPv4Network | IPv6Network, ...]) -> bool:
    """Whether the caller is in an allowed network; whoever comes through a proxy must be named in the setting."""
    host = request.client.host if request.client is not None else ""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    if address.is_loopback and "x-forwarded-for" in request.headers:
        return False
    return any(address in network for network in allowed)
