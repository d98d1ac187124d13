"""The JSON of the chat API: what comes in is checked strictly, what goes out is described for the API's readers."""

import re
import unicodedata
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from bot.channels.contract import Inbound
from bot.channels.web.problems import FieldProblem, Problem

LONGEST_TEXT = 4000
HIGHEST_NUMBER = 2**31 - 1

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x85")


class Strict(BaseModel):
    """Nothing is converted, nothing unknown is let through, nothing sent is repeated in an error."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class NewConversation(Strict):
    """Open a conversation. `language`: one that is switched on, or null to be asked."""

    language: str | None = None
    place: str = "web"


class Location(Strict):
    """A point on earth, in degrees."""

    latitude: float = Field(ge=-90, le=90, allow_inf_nan=False)
    longitude: float = Field(ge=-180, le=180, allow_inf_nan=False)


class NewMessage(Strict):
    """Exactly one of text, button and location; `id` is made by the sender, who may send it again."""

    id: UUID
    text: str | None = None
    button: Annotated[str, Field(pattern=r"^[\x20-\x7e]{1,64}$")] | None = None
    location: Location | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "NewMessage":
        if [self.text, self.button, self.location].count(None) != 2:
            raise ValueError("exactly one of text, button and location")
        return self

    def inbound(self) -> Inbound:
        """The message as the application takes it. Raises Problem for an empty or too long text."""
        external_id = str(self.id)
        if self.location is not None:
            return Inbound(
                external_id, "location", latitude=self.location.latitude, longitude=self.location.longitude
            )
        if self.button is not None:
            return Inbound(external_id, "button", payload=self.button)
        return Inbound(external_id, "text", text=cleaned(self.text or ""))


def cleaned(text: str) -> str:
    """Text without control characters but newlines and without space around it. Raises Problem when nothing is left."""
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text.replace("\t", " "))).strip()
    if not any(unicodedata.category(character)[0] not in "CZ" for character in text):
        raise Problem("empty-message")
    if len(text) > LONGEST_TEXT:
        raise Problem("text-too-long")
    return text


def problem_of(error: ValidationError) -> Problem:
    """The problem a body has that does not fit."""
    errors = error.errors(include_url=False, include_context=False, include_input=False)
    if any(part["type"] == "json_invalid" for part in errors):
        return Problem("not-json")
    fields = [FieldProblem(_place_of(part), part["type"]) for part in errors]
    if all(part.field == "id" and part.problem.startswith("uuid") for part in fields):
        return Problem("bad-id", fields=fields)
    return Problem("wrong-shape", fields=fields[:20])


def _place_of(error: ErrorDetails) -> str:
    """Where in the body it is; of a part nobody asked for only what it stands in: its name may be anything."""
    place = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
    return ".".join(map(str, place)) or "body"


class ButtonShape(Strict):
    """A button: `payload` is sent back when it is pressed, `url` is opened, with `locate` the location is sent."""

    label: str
    payload: str | None = None
    url: str | None = None
    locate: bool = False


class AboutShape(Strict):
    """What a message is, the same in every language."""

    kind: str
    id: str | None


class AttachmentShape(Strict):
    """A file the person sent through another channel, as a reference."""

    kind: str
    name: str
    size: int | None


class FileShape(Strict):
    """A text file that comes with a message."""

    name: str
    media_type: str
    content: str


class MessageShape(Strict):
    """One message. `author`, `payload`, `replaces`, `attachment` and `file` are left out when there are none."""

    number: int
    sender: Literal["person", "assistant", "staff", "system"] = Field(alias="from")
    text: str
    html: str | None
    language: str
    direction: Literal["ltr", "rtl"]
    buttons: list[list[ButtonShape]]
    about: AboutShape | None
    at: str
    author: str | None = None
    payload: str | None = None
    replaces: int | None = None
    attachment: AttachmentShape | None = None
    file: FileShape | None = None


class MessagesShape(Strict):
    """Messages, oldest first."""

    messages: list[MessageShape]


class OpenedShape(Strict):
    """A new conversation; whoever holds the token is the person."""

    conversation: str
    token: str
    messages: list[MessageShape]


class ConversationShape(Strict):
    """How a conversation stands: its language, and who has it now."""

    language: str
    direction: Literal["ltr", "rtl"]
    owner: Literal["assistant", "waiting", "staff", "closed"]


class ProblemShape(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    fields: list[dict[str, Any]] = []
