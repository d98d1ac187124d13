"""What can go wrong at the chat API: every problem has an address, a status and words in every language (RFC 9457)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

DATABASE_AWAY = (OperationalError, InterfaceError, NoConnectionFree)
"""The database is restarting or overloaded: nothing was done, the same request may be sent again."""

PROBLEMS: Mapping[str, HTTPStatus] = {
    "not-json": HTTPStatus.BAD_REQUEST,
    "unknown-token": HTTPStatus.UNAUTHORIZED,
    "not-found": HTTPStatus.NOT_FOUND,
    "method-not-allowed": HTTPStatus.METHOD_NOT_ALLOWED,
    "conversation-ended": HTTPStatus.GONE,
    "too-large": HTTPStatus(413),
    "wrong-shape": HTTPStatus(422),
    "bad-id": HTTPStatus(422),
    "empty-message": HTTPStatus(422),
    "text-too-long": HTTPStatus(422),
    "unknown-language": HTTPStatus(422),
    "unknown-place": HTTPStatus(422),
    "too-many-messages": HTTPStatus.TOO_MANY_REQUESTS,
    "too-many-conversations": HTTPStatus.TOO_MANY_REQUESTS,
    "too-many-connections": HTTPStatus.TOO_MANY_REQUESTS,
    "not-available": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Every problem by the last part of its address `/problems/<slug>`; the words are `chat-problem-<slug>`."""


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one part of the body; `field` as in `location.latitude`. Never what was sent."""

    field: str
    problem: str


@dataclass
class Problem(Exception):
    """A request that is not done. `language` is that of the conversation, when it is known."""

    slug: str
    language: str | None = None
    retry_after: int | None = None
    fields: Sequence[FieldProblem] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.slug)

    @property
    def status(self) -> HTTPStatus:
        """The HTTP status of this kind of problem."""
        return PROBLEMS[self.slug]

    def all_headers(self) -> dict[str, str]:
        """Headers the answer carries."""
        headers = dict(self.headers)
        if self.retry_after is not None:
            headers["Retry-After"] = str(self.retry_after)
        if self.status is HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = 'Bearer realm="chat"'
        return headers

    def as_json(self, title: str, detail: str) -> dict[str, object]:
        """The body, in the words given."""
        body: dict[str, object] = {
            "type": f"/problems/{self.slug}",
            "title": title,
            "status": int(self.status),
            "detail": detail,
        }
        if self.fields:
            body["fields"] = [{"field": part.field, "problem": part.problem} for part in self.fields]
        return body
