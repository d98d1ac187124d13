"""Every page of the console with its permission, and what each role may: the one place that decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.routing import Route as StarletteRoute
from starlette.staticfiles import StaticFiles

from bot.console import (
    account,
    accounts,
    appointments,
    audit,
    conversations,
    events,
    problems,
    sign_in,
    understanding,
    validity,
    worklist,
)
from bot.console.door import Page, endpoint
from bot.console.visit import Permission, Visit
from bot.errors import NotFound

if TYPE_CHECKING:
    from bot.runtime import Runtime


@dataclass(frozen=True)
class Route:
    """One page: how it is reached, what answers, and the permission it needs."""

    method: Literal["GET", "POST"]
    path: str
    page: Page
    needs: Permission


GRANTS: Mapping[str, frozenset[Permission]] = {
    "counsellor": frozenset(
        {Permission.QUEUE, Permission.TRANSCRIPTS, Permission.APPOINTMENTS, Permission.PROBLEMS}
    ),
    "editor": frozenset({Permission.WORKLIST, Permission.CONTENT}),
    "analyst": frozenset({Permission.QUEUE, Permission.WORKLIST}),
    "administrator": frozenset(
        {
            Permission.QUEUE,
            Permission.TRANSCRIPTS,
            Permission.APPOINTMENTS,
            Permission.PROBLEMS,
            Permission.WORKLIST,
            Permission.CONTENT,
            Permission.ACCOUNTS,
            Permission.AUDIT,
        }
    ),
}
"""What each role may, beside what everybody who is signed in may."""


def nothing_here(visit: Visit) -> Response:
    """Whatever else lies under /staff."""
    raise NotFound(visit.request.url.path)


ANYONE, SIGNED_IN = Permission.ANYONE, Permission.SIGNED_IN
CONVERSATION = "/staff/conversations/{conversation}"

ROUTES: tuple[Route, ...] = (
    Route("GET", "/staff/login", sign_in.show_form, ANYONE),
    Route("POST", "/staff/login", sign_in.sign_in_now, ANYONE),
    Route("GET", "/staff/setup/{token}", sign_in.show_setup, ANYONE),
    Route("POST", "/staff/setup/{token}", sign_in.set_up, ANYONE),
    Route("GET", "/staff", account.home, SIGNED_IN),
    Route("GET", "/staff/", account.home, SIGNED_IN),
    Route("POST", "/staff/logout", sign_in.sign_out, SIGNED_IN),
    Route("GET", "/staff/account", account.show, SIGNED_IN),
    Route("POST", "/staff/account/password", account.change_password, SIGNED_IN),
    Route("POST", "/staff/account/language", account.change_language, SIGNED_IN),
    Route("POST", "/staff/account/duty", account.change_duty, SIGNED_IN),
    Route("GET", "/staff/events", events.stream, SIGNED_IN),
    Route("GET", "/staff/conversations", conversations.show_list, Permission.QUEUE),
    Route("GET", CONVERSATION, conversations.show, Permission.TRANSCRIPTS),
    Route("POST", CONVERSATION + "/take-over", conversations.take_over, Permission.TRANSCRIPTS),
    Route("POST", CONVERSATION + "/reply", conversations.reply, Permission.TRANSCRIPTS),
    Route("POST", CONVERSATION + "/note", conversations.add_note, Permission.TRANSCRIPTS),
    Route("POST", CONVERSATION + "/give-back", conversations.give_back, Permission.TRANSCRIPTS),
    Route("POST", CONVERSATION + "/close", conversations.close, Permission.TRANSCRIPTS),
    Route("POST", CONVERSATION + "/alarm", conversations.acknowledge_alarm, Permission.TRANSCRIPTS),
    Route("GET", "/staff/appointments", appointments.show, Permission.APPOINTMENTS),
    Route("GET", "/staff/problems", problems.show, Permission.PROBLEMS),
    Route("POST", "/staff/problems/attended", problems.attend, Permission.PROBLEMS),
    Route("POST", "/staff/outbox/{outbox}/send-again", problems.send_again, Permission.PROBLEMS),
    Route("POST", "/staff/outbox/{outbox}/dismiss", problems.dismiss, Permission.PROBLEMS),
    Route("GET", "/staff/worklist", worklist.show, Permission.WORKLIST),
    Route("POST", "/staff/worklist/{entry}/example", worklist.take, Permission.CONTENT),
    Route("POST", "/staff/worklist/{entry}/dismiss", worklist.dismiss, Permission.CONTENT),
    Route("POST", "/staff/worklist/{entry}/undo", worklist.undo, Permission.CONTENT),
    Route("GET", "/staff/understanding", understanding.show, Permission.CONTENT),
    Route("POST", "/staff/understanding/train", understanding.train, Permission.CONTENT),
    Route("POST", "/staff/understanding/back", understanding.go_back, Permission.CONTENT),
    Route("GET", "/staff/validity", validity.show, Permission.CONTENT),
    Route("GET", "/staff/texts/{language}/{name:path}", validity.show_text, Permission.CONTENT),
    Route("GET", "/staff/accounts", accounts.show_list, Permission.ACCOUNTS),
    Route("POST", "/staff/accounts", accounts.add, Permission.ACCOUNTS),
    Route("GET", "/staff/accounts/{account}", accounts.show, Permission.ACCOUNTS),
    Route("POST", "/staff/accounts/{account}", accounts.change, Permission.ACCOUNTS),
    Route("POST", "/staff/accounts/{account}/deactivate", accounts.deactivate, Permission.ACCOUNTS),
    Route("POST", "/staff/accounts/{account}/activate", accounts.activate, Permission.ACCOUNTS),
    Route("POST", "/staff/accounts/{account}/reset-password", accounts.reset_password, Permission.ACCOUNTS),
    Route("GET", "/staff/audit", audit.show, Permission.AUDIT),
    Route("GET", "/staff/{nothing:path}", nothing_here, SIGNED_IN),
    Route("POST", "/staff/{nothing:path}", nothing_here, SIGNED_IN),
)

STATIC = "/staff/static"
"""Stylesheet and scripts; anyone may fetch them."""


def console_routes(runtime: "Runtime") -> list[BaseRoute]:
    """The console for an application to include: every page of ROUTES, and the files pages are made of."""
    files = StaticFiles(directory=Path(__file__).parent / "static")
    pages = [
        StarletteRoute(
            route.path,
            endpoint(route.page, route.needs, GRANTS, runtime),
            methods=[route.method],
            include_in_schema=False,
        )
        for route in ROUTES
    ]
    return [Mount(STATIC, files, name="console-static"), *pages]
