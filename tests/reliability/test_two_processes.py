"""Two processes on one database work on the same conversations: every message is answered once, in order."""

import os
import subprocess
import sys
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channels.contract import Inbound
from bot.encryption import Keyring
from bot.inbox import Inbox
from bot.models import ConversationRow, OutboxRow
from bot.runtime import Runtime
from tests.application import Application
from tests.factories import make_conversation, say
from tests.reliability.people import Crowd, Person, Step
from tests.reliability.records import Records
from tests.reliability.running import records_of, running, wait_until
from tests.reliability.understanding import StubRasa

pytestmark = pytest.mark.timeout(600)

SAME_ANSWER_ALWAYS: Sequence[Step] = (
    ("button", "menu"),
    ("button", "topics"),
    ("text", "Wo melde ich meine neue Adresse an"),
    ("button", "privacy"),
    ("button", "topic:kita-place"),
    ("text", "Ich suche einen Deutschkurs"),
)
"""What is answered the same, whatever was said before."""


def expected(records: Records, conversation: uuid.UUID) -> dict[str, list[str]]:
    """What each message of an undisturbed talk was answered with."""
    inbox = records.inbox[conversation]
    return {one.said: reply for one, reply in zip(inbox, records.replies(conversation), strict=True)}


def wrong_answers(records: Records, conversation: uuid.UUID, right: dict[str, list[str]]) -> list[str]:
    """Messages that were answered with something else, or twice."""
    pairs = zip(records.inbox[conversation], records.replies(conversation), strict=True)
    return [f"{one.said}: {replies}" for one, replies in pairs if replies != right[one.said]]


@pytest.fixture
def two(folder: Path, runtime: Runtime, keyring: Keyring, stub_rasa: StubRasa) -> Iterator[list[Application]]:
    """Two applications with folders of their own on the test's database."""
    keyring.write(folder / "keys")
    settings = {
        "LOTSE_DATABASE_URL": runtime.database.url,
        "LOTSE_KEY_FILE": str(folder / "keys"),
        "LOTSE_NLU_URL": stub_rasa.address,
    }
    with running("web,worker,nlu", **settings) as one, running("web,worker,nlu", **settings) as other:
        yield [one, other]


def test_two_applications_answer_the_same_people(two: list[Application], stub_rasa: StubRasa) -> None:
    stub_rasa.delay = 0.02
    addresses = [application.address for application in two]
    with Crowd([Person(addresses) for _ in range(4)]) as crowd, Crowd([Person(addresses)]) as calm:
        twins = [person.twin(list(reversed(addresses))) for person in crowd.people for _ in range(2)]
        everybody = Crowd([*crowd.people, *twins])
        everybody.begin(lambda person: person.talk(SAME_ANSWER_ALWAYS * 3))
        everybody.finish()
        calm.people[0].talk(SAME_ANSWER_ALWAYS)
        for twin in twins:
            twin.close()
    records = records_of(two[0])
    right = expected(records, uuid.UUID(calm.people[0].conversation))
    assert records.faults() == []
    for person in crowd.people:
        conversation = uuid.UUID(person.conversation)
        assert len(records.inbox[conversation]) == 1 + 3 * 3 * len(SAME_ANSWER_ALWAYS)
        assert wrong_answers(records, conversation, right) == []


@contextmanager
def competitor(
    runtime: Runtime, keyring: Keyring, folder: Path, *arguments: str, **more: str
) -> Iterator[None]:
    """A process that does one thing on the test's database until the block ends."""
    keyring.write(folder / "keys")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")} | {
        "LOTSE_DATA_DIR": str(folder),
        "LOTSE_DATABASE_URL": runtime.database.url,
        "LOTSE_KEY_FILE": str(folder / "keys"),
        **more,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.competitor", *arguments],
        env=environment,
        cwd=Path(__file__).parent.parent.parent,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        with process.stdout:
            assert process.stdout.readline() == b"ready\n"
            yield
            process.terminate()
            assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()


def test_two_processes_that_want_the_same_messages_answer_each_once(
    runtime: Runtime, keyring: Keyring, folder: Path, stub_rasa: StubRasa
) -> None:
    stub_rasa.delay = 0.02
    inbox = Inbox(runtime)
    talks = [uuid.UUID(inbox.open_web(language="de", place="web")[0]) for _ in range(8)]
    calm = uuid.UUID(inbox.open_web(language="de", place="web")[0])
    with ExitStack() as both:
        for _ in range(2):
            both.enter_context(
                competitor(runtime, keyring, folder, "answer", "-", LOTSE_NLU_URL=stub_rasa.address)
            )
        for kind, said in SAME_ANSWER_ALWAYS:
            store(inbox, calm, kind, said)
            wait_until(lambda: not inbox.unanswered(), "the undisturbed talk is answered")
        for kind, said in SAME_ANSWER_ALWAYS * 4:
            for conversation in talks:
                store(inbox, conversation, kind, said)
        wait_until(lambda: not inbox.unanswered(), "everything is answered")
    records = Records.read(runtime.database)
    right = expected(records, calm)
    assert records.faults() == []
    for conversation in talks:
        assert len(records.inbox[conversation]) == 1 + 4 * len(SAME_ANSWER_ALWAYS)
        assert wrong_answers(records, conversation, right) == []


def store(inbox: Inbox, conversation: uuid.UUID, kind: str, said: str) -> None:
    given = {"text": said} if kind == "text" else {"payload": said}
    inbox.receive("web", str(conversation), Inbound(str(uuid.uuid4()), kind, **given))  # type: ignore[arg-type]


def test_two_processes_that_deliver_send_each_message_once_and_in_order(
    runtime: Runtime, keyring: Keyring, folder: Path
) -> None:
    people, messages = 12, 25
    notebook = folder / "notebook"
    with runtime.database.session() as session:
        talks = [
            make_conversation(session, channel="telegram", address=str(address)).id
            for address in range(people)
        ]
    with ExitStack() as both:
        for _ in range(2):
            both.enter_context(competitor(runtime, keyring, folder, "send", str(notebook)))
        for number in range(messages):
            for conversation in talks:
                queue(runtime, conversation, number)
        wait_until(lambda: states(runtime) == {"sent"}, "everything is sent")
    lines = [line.split() for line in notebook.read_text().splitlines()]
    sent = defaultdict(list)
    for address, number, _process in lines:
        sent[address].append(int(number))
    assert dict(sent) == {str(address): list(range(1, messages + 1)) for address in range(people)}
    assert len(Counter(process for _, _, process in lines)) == 2, "only one of the two did anything"


def queue(runtime: Runtime, conversation: uuid.UUID, number: int) -> None:
    """One more message for somebody on Telegram."""
    with runtime.database.session() as session:
        row = session.get_one(ConversationRow, conversation, with_for_update=True)
        say(session, row, f"Nachricht {number}", sender="assistant", now=datetime.now(UTC))


def states(runtime: Runtime) -> set[str]:
    with runtime.database.session() as session:
        return set(session.scalars(select(OutboxRow.state).distinct()))
