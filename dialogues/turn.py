"""The values that go into a dialogue and come out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from nlu.understanding import Decision, Understanding

if TYPE_CHECKING:
    from dialogues.services import Services

TurnKind = Literal["start", "text", "button", "location", "attachment"]


@dataclass(frozen=True)
class Turn:
    """One message as a dialogue sees it.

    `understanding` is set for free text only. `now` is an aware instant, `today` the local day of the offices.
    `owner` is who had the conversation when the turn was taken up.
    """

    kind: TurnKind
    now: datetime
    today: date
    text: str = ""
    payload: str = ""
    latitude: float | None = None
    longitude: float | None = None
    understanding: Understanding | None = None
    owner: Literal["assistant", "waiting", "staff", "closed"] = "assistant"
    language_hint: str | None = None

    @property
    def intent(self) -> str | None:
        """The intent to act on: that of a `do:` button, or of text understood surely enough; else None."""
        if self.kind == "button" and self.payload.startswith("do:"):
            return "do/" + self.payload.removeprefix("do:")
        understood = self.understanding
        if understood is None or understood.decision is not Decision.ANSWER:
            return None
        return understood.intent

    @property
    def pick(self) -> str | None:
        """What was chosen by a button of the open question, without the prefix; None for anything else."""
        return self.payload.removeprefix("pick:") if self.payload.startswith("pick:") else None


@dataclass(frozen=True)
class Text:
    """Words still to be found: a phrase key with its values.

    Keys without a colon are phrases (Fluent). Found in the content are `topic-title:<id>`, `topic:<id>`,
    `safety-title:<id>`, `safety:<id>`, `consent:<purpose>`, `privacy:`, `language:<code>`, and of the questionnaire
    `question:<form>/<version>/<name>`, `hint:…`, `why:…`, `constraint:…`, `warning:…`, `part:<form>/<version>/<part>`,
    `choice:<form>/<version>/<question>/<code>`. `rich:<phrase>` is a phrase with Markdown in it. `language-name:<code>`
    is what the person's language calls a language, also one that is not spoken here. Words are made of `link` (`url`),
    `strong` (`text`), `distance` (`metres`), `list` and `row` (`items`), `date` (`day`) and the like.
    Values are strings, numbers, dates, aware datetimes, other Texts, or tuples of these (worded as a list).
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Button:
    """A button: its label, and what it does: send its payload, open an address, or send where the person is."""

    label: Text
    payload: str | None = None
    url: str | None = None
    locate: bool = False


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Say:
    """One message to the person. `about` says what it is, the same in every language (kind, id).

    `language` overrides the conversation's. `replace`: takes the place of the last question on the screen.
    """

    text: Text
    about: tuple[str, str | None] | None = None
    buttons: Rows = ()
    language: str | None = None
    file: "File | None" = None
    replace: bool = False


@dataclass(frozen=True)
class File:
    """A file sent with a message."""

    name: str
    media_type: str
    content: str


@dataclass(frozen=True)
class Ask:
    """A message that waits for an answer; the flow's step of that name takes it and can ask it again.

    Buttons whose payload starts with `pick:` belong to this question only: pressed later, they are stale.
    """

    step: str
    say: Say
    keep: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Go:
    """Continue at once in another dialogue, with what it is given. `digress` comes back to this one afterwards."""

    flow: str
    given: Mapping[str, Any] = field(default_factory=dict)
    digress: bool = False


@dataclass(frozen=True)
class Done:
    """This dialogue is over; the one below it, if any, asks again unless `quiet`."""

    quiet: bool = False


@dataclass(frozen=True)
class NotMine:
    """This step cannot make anything of the turn: the router looks for who can, else says `instead` and asks again."""

    instead: tuple[Say, ...] = ()


Reply = tuple[Say | Ask | Go | Done | NotMine, ...]
StepFunction = Callable[[Turn, Mapping[str, Any], "Services"], Reply]


@dataclass(frozen=True)
class Step:
    """One question of a dialogue: `ask` says it (again), `take` makes something of the answer."""

    ask: StepFunction
    take: StepFunction
