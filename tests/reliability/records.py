"""What the database holds after a test, read once, and what is wrong with it."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.database import Database
from bot.models import InboxRow, MessageRow, OutboxRow
from bot.services import delivery


@dataclass(frozen=True)
class Stored:
    """One inbound message."""

    id: int
    conversation: uuid.UUID
    said: str
    answered: bool
    problem: str | None


@dataclass(frozen=True)
class Said:
    """One message of a transcript."""

    number: int
    sender: str
    inbox_id: int | None
    text: str


@dataclass(frozen=True)
class Sending:
    """One message for a channel that is pushed to."""

    id: int
    number: int
    state: str
    vendor_id: str | None
    text: str


@dataclass(frozen=True)
class Records:
    """Inbound messages, transcripts and the outbox by conversation, and the outbox rows staff are shown."""

    inbox: Mapping[uuid.UUID, Sequence[Stored]]
    transcripts: Mapping[uuid.UUID, Sequence[Said]]
    outbox: Mapping[uuid.UUID, Sequence[Sending]]
    shown_to_staff: frozenset[int]

    @classmethod
    def read(cls, database: Database) -> "Records":
        """Everything there is."""
        with database.session() as session:
            return cls(_inbox(session), _transcripts(session), _outbox(session), _shown(session))

    def faults(self, conversation: uuid.UUID | None = None) -> list[str]:
        """Messages without an answer, answered out of order, or numbered with a gap; of all, or of one."""
        found = []
        for key in [conversation] if conversation else self.inbox:
            said = self.transcripts[key]
            if [one.number for one in said] != list(range(1, len(said) + 1)):
                found.append(f"{key}: numbers are not 1 to {len(said)}")
            latest = 0
            for stored in self.inbox[key]:
                replies = [o.number for o in said if o.inbox_id == stored.id and o.sender != "person"]
                if not stored.answered or stored.problem:
                    found.append(f"{key}: message {stored.id} is not answered ({stored.problem})")
                elif not replies:
                    found.append(f"{key}: message {stored.id} was met with silence")
                elif replies[0] < latest:
                    found.append(f"{key}: message {stored.id} was answered before an earlier one")
                latest = max([latest, *replies])
        return found

    def replies(self, conversation: uuid.UUID) -> list[list[str]]:
        """The texts that answered each inbound message, in the order they came in."""
        said = self.transcripts[conversation]
        return [
            [one.text for one in said if one.inbox_id == stored.id and one.sender != "person"]
            for stored in self.inbox[conversation]
        ]


def _inbox(session: Session) -> Mapping[uuid.UUID, Sequence[Stored]]:
    found: dict[uuid.UUID, list[Stored]] = defaultdict(list)
    for row in session.scalars(select(InboxRow).order_by(InboxRow.id)):
        assert row.conversation_id is not None, f"an inbound message could not be read ({row.problem})"
        said = row.body.get("text") or row.body.get("payload") or ""
        stored = Stored(row.id, row.conversation_id, said, row.answered_at is not None, row.problem)
        found[row.conversation_id].append(stored)
    return found


def _transcripts(session: Session) -> Mapping[uuid.UUID, Sequence[Said]]:
    found: dict[uuid.UUID, list[Said]] = defaultdict(list)
    for row in session.scalars(select(MessageRow).order_by(MessageRow.number)):
        found[row.conversation_id].append(Said(row.number, row.sender, row.inbox_id, row.body["text"]))
    return found


def _outbox(session: Session) -> Mapping[uuid.UUID, Sequence[Sending]]:
    found: dict[uuid.UUID, list[Sending]] = defaultdict(list)
    for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id)):
        sending = Sending(row.id, row.number, row.state, row.vendor_id, row.body["text"])
        found[row.conversation_id].append(sending)
    return found


def _shown(session: Session) -> frozenset[int]:
    return frozenset(one.outbox_id for one in delivery.undelivered(session))
