"""The door of the console: who is there, may they, is the form ours; then the page, with headers that protect it."""

import hmac
import inspect
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import LIVE_HEADER, Permission, Visit, redirect
from bot.console.words import words
from bot.database import AWAY
from bot.encryption import lookup_hash
from bot.errors import NotFound
from bot.services import sign_in
from bot.services.staff import CONSOLE_LANGUAGES

if TYPE_CHECKING:
    from bot.runtime import Runtime

SESSION_COOKIE = "lotse_staff"
FORM_COOKIE = "lotse_form"
LARGEST_FORM = 256 * 1024

log = logging.getLogger(__name__)

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}

Page = Callable[[Visit], Response] | Callable[[Visit], Awaitable[Response]]
Grants = Mapping[str, frozenset[Permission]]


class FormTooLarge(Exception):
    """More was posted than any form of ours holds."""


def endpoint(
    page: Page, needs: Permission, grants: Grants, runtime: "Runtime"
) -> Callable[[Request], Awaitable[Response]]:
    """The ASGI side of a page: `needs` is checked before it runs, `grants` says what each role may."""

    async def answer(request: Request) -> Response:
        try:
            form = await _read_form(request) if request.method == "POST" else {}
            response = await _open(page, needs, grants, runtime, request, form)
        except FormTooLarge:
            response = await run_in_threadpool(_refusal, _nobody(request, runtime), "too-large", 413)
        except AWAY as error:
            log.error("a page could not be shown: %s", type(error).__name__)
            response = await run_in_threadpool(_refusal, _nobody(request, runtime), "unavailable", 503)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def set_session(response: Response, visit: Visit, token: str) -> Response:
    """Hand the session's token to the browser."""
    _set_cookie(response, visit.runtime, SESSION_COOKIE, token, seconds=int(sign_in.LONGEST.total_seconds()))
    return response


def end_session(response: Response) -> Response:
    """Take the token away from the browser."""
    response.delete_cookie(SESSION_COOKIE, path="/staff")
    return response


async def _open(
    page: Page,
    needs: Permission,
    grants: Grants,
    runtime: "Runtime",
    request: Request,
    form: Mapping[str, str],
) -> Response:
    member = await run_in_threadpool(_who, request, runtime)
    visit = _visit(request, runtime, member, form, grants)
    refusal = await run_in_threadpool(_refuse, visit, needs)
    if refusal is None:
        try:
            if inspect.iscoroutinefunction(page):
                response: Response = await page(visit)
            else:
                response = await run_in_threadpool(page, visit)  # type: ignore[arg-type]
        except NotFound:
            response = await run_in_threadpool(_refusal, visit, "not-found", 404)
    else:
        response = refusal
    if member is None and FORM_COOKIE not in request.cookies:
        _set_cookie(response, runtime, FORM_COOKIE, _form_secret(request), seconds=None)
    return response


def _who(request: Request, runtime: "Runtime") -> sign_in.SignedIn | None:
    token = request.cookies.get(SESSION_COOKIE)
    if not token:
        return None
    with runtime.database.session() as session:
        active = LIVE_HEADER not in request.headers and not request.url.path.endswith("/events")
        return sign_in.signed_in(session, token, now=runtime.clock(), active=active)


def _nobody(request: Request, runtime: "Runtime") -> Visit:
    """For pages that are shown without asking who is there."""
    return _visit(request, runtime, None, {}, {})


def _visit(
    request: Request,
    runtime: "Runtime",
    member: sign_in.SignedIn | None,
    form: Mapping[str, str],
    grants: Grants,
) -> Visit:
    if member is not None:
        csrf_token, language = member.csrf_token, member.language
        permissions = grants[member.role] | {Permission.ANYONE, Permission.SIGNED_IN}
    else:
        csrf_token = lookup_hash("form", _form_secret(request)).hex()
        language = _wished_language(request)
        permissions = frozenset({Permission.ANYONE})
    return Visit(
        request=request,
        runtime=runtime,
        now=runtime.clock(),
        words=words(language),
        csrf_token=csrf_token,
        permissions=permissions,
        signed_in=member,
        form=form,
    )


def _refuse(visit: Visit, needs: Permission) -> Response | None:
    if not visit.may(needs):
        if visit.signed_in is not None:
            return _refusal(visit, "not-found", 404)
        if visit.live is not None:
            return Response(status_code=401)
        wanted = visit.request.url.path
        if visit.request.method != "GET":
            return redirect("/staff/login")
        if visit.request.url.query:
            wanted += "?" + visit.request.url.query
        return redirect("/staff/login", next=wanted if wanted != "/staff" else None)
    if visit.request.method == "POST":
        given = visit.form.get("csrf", "")
        if not hmac.compare_digest(given.encode(), visit.csrf_token.encode()):
            return _refusal(visit, "stale-form", 403)
    return None


def _refusal(visit: Visit, what: str, status: int) -> Response:
    return render(visit, "refusal.html", status=status, what=what)


async def _read_form(request: Request) -> dict[str, str]:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            raise FormTooLarge
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return {}
    fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: value.replace("\x00", "") for name, value in fields}


def _form_secret(request: Request) -> str:
    """What ties a form to the browser before anybody is signed in."""
    known = request.cookies.get(FORM_COOKIE)
    if known:
        return known
    if not hasattr(request.state, "form_secret"):
        request.state.form_secret = secrets.token_urlsafe(24)
    return str(request.state.form_secret)


def _wished_language(request: Request) -> str:
    for part in request.headers.get("accept-language", "").split(","):
        wished = part.split(";")[0].strip()[:2].lower()
        if wished in CONSOLE_LANGUAGES:
            return wished
    return CONSOLE_LANGUAGES[0]


def _set_cookie(
    response: Response, runtime: "Runtime", name: str, value: str, *, seconds: int | None
) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/staff",
        secure=(runtime.settings.public_url or "").startswith("https:"),
        httponly=True,
        samesite="lax",
    )
