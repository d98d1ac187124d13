"""One request of a signed-in (or not yet signed-in) member of staff, and the ways a page can answer it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse

from bot.console.words import Words
from bot.errors import NotFound
from bot.services.sign_in import SignedIn

if TYPE_CHECKING:
    from bot.runtime import Runtime

LIVE_HEADER = "lotse-live"


class Permission(StrEnum):
    """What a page needs; routes.py says which role has what."""

    ANYONE = "anyone"
    SIGNED_IN = "signed-in"
    QUEUE = "queue"
    TRANSCRIPTS = "transcripts"
    APPOINTMENTS = "appointments"
    PROBLEMS = "problems"
    WORKLIST = "worklist"
    CONTENT = "content"
    ACCOUNTS = "accounts"
    AUDIT = "audit"


@dataclass(frozen=True)
class Visit:
    """What a page gets. `form` holds the fields of a POST, the last of each name."""

    request: Request
    runtime: "Runtime"
    now: datetime
    words: Words
    csrf_token: str
    permissions: frozenset[Permission]
    signed_in: SignedIn | None = None
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def member(self) -> SignedIn:
        """Who is signed in; pages that need a permission may count on somebody."""
        if self.signed_in is None:
            raise NotFound("nobody is signed in")
        return self.signed_in

    @property
    def query(self) -> Mapping[str, str]:
        """The query of the address."""
        return self.request.query_params

    @property
    def live(self) -> str | None:
        """`visible` or `hidden` when an open page asks for its newest state by itself, else None."""
        return self.request.headers.get(LIVE_HEADER)

    def may(self, permission: str) -> bool:
        """Whether the role includes this permission."""
        return permission in self.permissions

    def path_uuid(self, name: str) -> uuid.UUID:
        """An id from the address. Raises NotFound when it is none."""
        try:
            return uuid.UUID(self.request.path_params[name])
        except ValueError:
            raise NotFound("not an id") from None

    def path_number(self, name: str) -> int:
        """A number from the address. Raises NotFound when it is none or too large for any table."""
        return number(self.request.path_params[name], largest=2**31 - 1)

    def phrase(self, key: str) -> str:
        """What people read, in the language of this member; names of services and offices."""
        return self.runtime.content.wording.phrase(key, self.words.language)

    def counsellors(self) -> Mapping[str, str]:
        """Shown names of the counsellors whose time can be booked, by key."""
        plans = self.runtime.content.current.services.counsellors
        return {key: plan.name for key, plan in plans.items()}

    def address(self) -> str:
        """The network address the request comes from."""
        return self.request.client.host if self.request.client else ""


def number(text: str, *, largest: int = 2**63 - 1) -> int:
    """A positive number written in digits. Raises NotFound for anything else."""
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 20 and int(text) <= largest):
        raise NotFound("not a number")
    return int(text)


def optional_number(text: str | None) -> int | None:
    """A positive number, or None when there is none to be read."""
    try:
        return number(text) if text else None
    except NotFound:
        return None


def redirect(path: str, **query: object) -> RedirectResponse:
    """Go to another page after a change."""
    given = {name: value for name, value in query.items() if value is not None}
    return RedirectResponse(f"{path}?{urlencode(given)}" if given else path, status_code=303)
