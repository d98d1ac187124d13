"""What every channel and the application say to each other."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

InboundKind = Literal["start", "text", "button", "location", "attachment"]
Sender = Literal["person", "assistant", "staff", "system"]


@dataclass(frozen=True)
class Attachment:
    """A file a person sent, as a reference: it stays with the channel. `kind`: photo, file, voice, video, contact."""

    kind: str
    reference: str
    name: str = ""
    size: int | None = None


@dataclass(frozen=True)
class Inbound:
    """One thing a person did, as a channel received it.

    `external_id` is unique within the channel: the same one again is the same message.
    `kind` says which of the other fields count: `start` opens the talk (`payload`: deep link parameter or empty,
    `text` is empty), `button` carries `payload`, `location` carries latitude and longitude.
    `language_hint` is what the person's device says (IETF tag), only a first guess.
    """

    external_id: str
    kind: InboundKind
    text: str = ""
    payload: str = ""
    latitude: float | None = None
    longitude: float | None = None
    attachment: Attachment | None = None
    language_hint: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The stored form, without what is empty; `from_json` reads every form ever stored."""
        stored = {name: value for name, value in vars(self).items() if value not in (None, "")}
        if self.attachment is not None:
            stored["attachment"] = vars(self.attachment)
        return stored

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Inbound":
        """The value stored by `as_json`."""
        attachment = stored.get("attachment")
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        return cls(**{**known, "attachment": Attachment(**attachment) if attachment else None})


@dataclass(frozen=True)
class Button:
    """A button as shown: exactly one of `payload` (ASCII, at most 64 bytes), `url` and `locate` (send the location)."""

    label: str
    payload: str | None = None
    url: str | None = None
    locate: bool = False


@dataclass(frozen=True)
class About:
    """What a message is, the same in every language: see docs/interfaces.md."""

    kind: str
    id: str | None = None


@dataclass(frozen=True)
class Outgoing:
    """One worded message of the transcript, ready to be shown.

    `text` is plain text with bidi isolates around inserted values; `html` is the same with markup, or None.
    `buttons` are rows. `payload` is what a person pressed. `replaces` is the number of the message whose place this
    one takes on the screen. `author` is the shown name of a member of staff.
    """

    number: int
    sender: Sender
    text: str
    language: str
    direction: Literal["ltr", "rtl"]
    at: datetime
    html: str | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    about: About | None = None
    author: str | None = None
    attachment: Attachment | None = None
    file: "File | None" = None
    payload: str | None = None
    replaces: int | None = None

    def body(self) -> dict[str, Any]:
        """What is stored of it, encrypted (number, sender and time are columns)."""
        stored: dict[str, Any] = {"text": self.text, "language": self.language, "direction": self.direction}
        for name in ("html", "author", "payload", "replaces"):
            if (value := getattr(self, name)) is not None:
                stored[name] = value
        for name in ("about", "attachment", "file"):
            if (part := getattr(self, name)) is not None:
                stored[name] = vars(part)
        if self.buttons:
            stored["buttons"] = [[_given(button) for button in row] for row in self.buttons]
        return stored

    @classmethod
    def from_body(cls, number: int, sender: Sender, at: datetime, body: dict[str, Any]) -> "Outgoing":
        """The value stored by `body`."""
        about, attachment, file = body.get("about"), body.get("attachment"), body.get("file")
        return cls(
            number=number,
            sender=sender,
            at=at,
            text=body["text"],
            html=body.get("html"),
            language=body["language"],
            direction=body["direction"],
            buttons=tuple(tuple(Button(**button) for button in row) for row in body.get("buttons", ())),
            about=About(**about) if about else None,
            author=body.get("author"),
            attachment=Attachment(**attachment) if attachment else None,
            file=File(**file) if file else None,
            payload=body.get("payload"),
            replaces=body.get("replaces"),
        )


def _given(button: Button) -> dict[str, str | bool]:
    return {name: value for name, value in vars(button).items() if value not in (None, False)}


@dataclass(frozen=True)
class File:
    """A text file sent with a message (a person's own data), UTF-8."""

    name: str
    media_type: str
    content: str = field(repr=False)


class SendError(Exception):
    """A message did not go out.

    `retryable`: try again later (after `retry_after` seconds when given). `unreachable`: the person blocked the
    channel; stop sending. `uncertain`: it may have arrived; do not send again by itself.
    """

    def __init__(
        self,
        problem: str,
        *,
        retryable: bool = False,
        retry_after: float | None = None,
        unreachable: bool = False,
        uncertain: bool = False,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.retryable = retryable
        self.retry_after = retry_after
        self.unreachable = unreachable
        self.uncertain = uncertain


class Channel(Protocol):
    """A channel that has to be pushed to."""

    name: str

    async def send(self, address: Any, message: Outgoing) -> str | None:
        """Send one message and return the channel's id of it. Raises SendError."""
