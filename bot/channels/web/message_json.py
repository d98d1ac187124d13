"""A message as the chat API shows it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from pydantic_core import to_json

from bot.channels.contract import Button, Outgoing


def instant(at: datetime) -> str:
    """`2026-11-20T09:00:00Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def message(shown: Outgoing) -> dict[str, Any]:
    """One message as JSON values."""
    value: dict[str, Any] = {
        "number": shown.number,
        "from": shown.sender,
        "text": shown.text,
        "html": shown.html,
        "language": shown.language,
        "direction": shown.direction,
        "buttons": [[_button(button) for button in row] for row in shown.buttons],
        "about": {"kind": shown.about.kind, "id": shown.about.id} if shown.about else None,
        "at": instant(shown.at),
    }
    if shown.author is not None:
        value["author"] = shown.author
    if shown.payload is not None:
        value["payload"] = shown.payload
    if shown.replaces is not None:
        value["replaces"] = shown.replaces
    if shown.attachment is not None:
        attachment = shown.attachment
        value["attachment"] = {"kind": attachment.kind, "name": attachment.name, "size": attachment.size}
    if shown.file is not None:
        file = shown.file
        value["file"] = {"name": file.name, "media_type": file.media_type, "content": file.content}
    return value


def messages(shown: Iterable[Outgoing], **beside: Any) -> bytes:
    """`{"messages": […]}`, with what else belongs beside them before it."""
    return to_json({**beside, "messages": [message(one) for one in shown]})


def _button(button: Button) -> dict[str, str | bool | None]:
    if button.locate:
        return {"label": button.label, "locate": True}
    if button.url is not None:
        return {"label": button.label, "url": button.url}
    return {"label": button.label, "payload": button.payload}
