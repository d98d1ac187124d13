"""People who chat over HTTP as the page does: every message has an id and is sent again until it is answered."""

import threading
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.reliability.understanding import NOT_UNDERSTOOD

PATIENCE = 240.0
"""Seconds after which a message that is still not answered counts as lost; generous, for a busy machine."""
PAUSE = 0.25

Step = tuple[str, str]
"""`text` or `button`, and what is written or pressed."""


SCRIPT: Sequence[Step] = (
    ("button", "menu"),
    ("text", "Wo melde ich meine neue Adresse an"),
    ("button", "topics"),
    ("button", "topic:kita-place"),
    ("text", NOT_UNDERSTOOD),
    ("button", "helpful:yes"),
    ("button", "a999:nothing"),
    ("text", "Ich suche einen Deutschkurs"),
    ("button", "privacy"),
    ("button", "my-data"),
    ("text", "Vielen Dank für die Hilfe"),
)
"""Buttons and texts, understood, not understood and stale; the answers depend on what was said before."""


class Unanswered(AssertionError):
    """A message was not answered, however often it was sent."""


@dataclass(frozen=True)
class Exchange:
    """A message and the replies that came back with it."""

    id: str
    step: Step
    replies: Sequence[Mapping[str, Any]]
    seconds: float

    @property
    def texts(self) -> list[str]:
        """The replies as shown."""
        return [message["text"] for message in self.replies]

    @property
    def abouts(self) -> list[str]:
        """What the replies are, as `kind` or `kind/id`."""
        return [
            "/".join(filter(None, (m["about"]["kind"], m["about"]["id"]))) for m in self.replies if m["about"]
        ]


@dataclass
class Person:
    """One person and their conversation. `addresses`: the application, or several processes of it taken in turns."""

    addresses: Sequence[str]
    language: str = "de"
    exchanges: list[Exchange] = field(default_factory=list)
    repeats: int = 0
    conversation: str = ""
    _token: str = ""
    _turn: int = 0

    def __post_init__(self) -> None:
        self._http = httpx.Client(trust_env=False, timeout=20)

    def __enter__(self) -> "Person":
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Open the conversation."""
        body = {"language": self.language, "place": "web"}
        opened = self._until(201, lambda base: self._http.post(f"{base}/api/chat/conversations", json=body))
        self.conversation, self._token = opened.json()["conversation"], opened.json()["token"]

    def twin(self, addresses: Sequence[str]) -> "Person":
        """The same person in a second window."""
        return Person(addresses, self.language, conversation=self.conversation, _token=self._token)

    @property
    def headers(self) -> dict[str, str]:
        """What shows who is calling."""
        return {"Authorization": f"Bearer {self._token}"}

    def send(self, step: Step, message_id: str | None = None) -> Exchange:
        """Send one message until it is answered. Raises Unanswered."""
        sent = message_id or str(uuid.uuid4())
        body = {"id": sent, step[0]: step[1]}
        begun = time.monotonic()
        answer = self._until(
            200,
            lambda base: self._http.post(f"{base}/api/chat/messages", json=body, headers=self.headers),
        )
        exchange = Exchange(sent, step, answer.json()["messages"], time.monotonic() - begun)
        self.exchanges.append(exchange)
        return exchange

    def drop(self, step: Step, seconds: float) -> None:
        """Send one message once, give up waiting after `seconds`, and never ask again."""
        body = {"id": str(uuid.uuid4()), step[0]: step[1]}
        base = self.addresses[0]
        try:
            self._http.post(f"{base}/api/chat/messages", json=body, headers=self.headers, timeout=seconds)
        except httpx.HTTPError:
            self.repeats += 1

    def talk(self, steps: Sequence[Step]) -> None:
        """Send messages one after the other."""
        for step in steps:
            self.send(step)

    def follow(self, other: "Person") -> None:
        """Say what the other said: the same talk, for comparison."""
        self.talk([exchange.step for exchange in other.exchanges])

    def transcript(self) -> list[dict[str, Any]]:
        """Everything said, as the page shows it."""
        answer = self._until(
            200, lambda base: self._http.get(f"{base}/api/chat/messages", headers=self.headers)
        )
        return list(answer.json()["messages"])

    def said(self) -> list[tuple[str, str]]:
        """Who said what, in order."""
        return [(message["from"], message["text"]) for message in self.transcript()]

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _until(self, status: int, request: Callable[[str], httpx.Response]) -> httpx.Response:
        """Ask until the answer has that status; a lost connection, 429 and 5xx are tried again, as the page does."""
        deadline = time.monotonic() + PATIENCE
        problem = ""
        while time.monotonic() < deadline:
            base = self.addresses[self._turn % len(self.addresses)]
            self._turn += 1
            try:
                answer = request(base)
                if answer.status_code == status:
                    return answer
                assert answer.status_code == 429 or answer.status_code >= 500, answer.text
                problem = answer.text
            except httpx.TransportError as error:
                problem = type(error).__name__
            self.repeats += 1
            time.sleep(PAUSE)
        raise Unanswered(problem)


class Crowd:
    """People who talk at the same time, each in a thread of their own; they open their conversations on entering."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = list(people)
        self._stopping = threading.Event()
        self._problems: list[BaseException] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> "Crowd":
        for person in self.people:
            person.open()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join(timeout=30)
        for person in self.people:
            person.close()

    def start(self, script: Sequence[Step]) -> None:
        """Everybody goes through `script` again and again, until `finish`."""
        self.begin(lambda person: self._repeat(person, script))

    def begin(self, act: Callable[[Person], object]) -> None:
        """Everybody does the same once; `finish` waits for them."""

        def guarded(person: Person) -> None:
            try:
                act(person)
            except Exception as error:  # noqa: BLE001 - told to whoever waits for the crowd
                self._problems.append(error)

        self._threads = [
            threading.Thread(target=guarded, args=(person,), daemon=True) for person in self.people
        ]
        for thread in self._threads:
            thread.start()

    def finish(self) -> None:
        """Let everybody finish their message; raises what went wrong first."""
        self._stopping.set()
        self._join()

    def _repeat(self, person: Person, script: Sequence[Step]) -> None:
        while not self._stopping.is_set():
            person.send(script[len(person.exchanges) % len(script)])

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()
        if self._problems:
            raise self._problems[0]
