"""The way in for every channel: what arrives is stored before anything else, so that nothing accepted is lost.

Transaction A is here, transaction B in `bot.answering`.
"""

import logging
import secrets
import threading
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot import transcript
from bot.answering import Answering
from bot.channels.contract import Inbound, Outgoing
from bot.encryption import lookup_hash, seal
from bot.errors import NotFound
from bot.models import ConversationRow, InboxRow
from bot.runtime import Runtime
from dialogues.conversation import Conversation

WEB = "web"
ATTEMPTS = 3
"""A message that fails this often is put before a person instead of being tried again."""
LONGEST_TEXT = 4000
MOST_KNOWN = 5000

STORE = text(
    """
    INSERT INTO inbox (conversation_id, channel, external_hash, body, received_at, answered_at, attempts)
    SELECT :conversation, :channel, :external_hash, :body, :now,
           CASE WHEN :answer AND NOT EXISTS (
               SELECT FROM inbox WHERE conversation_id = :conversation AND answered_at IS NULL
           ) THEN CAST(:now AS timestamptz) END, 0
    ON CONFLICT DO NOTHING
    RETURNING id, answered_at
    """
)
"""Stores a message once; answered at once only when none of the conversation waits."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Received:
    """A stored message. `new` is False for a redelivery."""

    conversation: uuid.UUID
    inbox_id: int
    new: bool


class Inbox:
    """The way in for every channel."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._database = runtime.database
        self._answering = Answering(runtime)
        self._guard = threading.Lock()
        self._known: dict[bytes, uuid.UUID] = {}

    def open_web(self, *, language: str | None, place: str) -> tuple[str, str, list[Outgoing]]:
        """Open a conversation of the web page: its id, its secret token, and the welcome."""
        token = secrets.token_urlsafe(32)
        conversation = uuid.uuid4()
        now = self._runtime.clock()
        with self._database.session() as session:
            session.add(
                ConversationRow(
                    id=conversation,
                    channel=WEB,
                    place=place,
                    address_hash=lookup_hash(WEB, token),
                    language=self._first_language(language),
                    state=Conversation(
                        self._first_language(language), language_chosen=bool(language)
                    ).as_json(),
                    created_at=now,
                    last_at=now,
                )
            )
        received = self._store(
            conversation, WEB, Inbound(f"{conversation}:start", "start", language_hint=language), now
        )
        self.work(conversation)
        return str(conversation), token, self.replies(received.inbox_id)

    def by_token(self, token: str) -> uuid.UUID | None:
        """The conversation of a web token, or None. A visit that has ended since is refused by `receive`."""
        address_hash = lookup_hash(WEB, token)
        with self._guard:
            if known := self._known.get(address_hash):
                return known
        with self._database.session() as session:
            found = session.scalar(_at_address(WEB, token))
        if found is not None:
            with self._guard:
                self._known[address_hash] = found
                if len(self._known) > MOST_KNOWN:
                    self._known.pop(next(iter(self._known)))
        return found

    def end_visit(self, conversation: uuid.UUID) -> None:
        """The token of a web conversation is dead from now on, in every process."""
        with self._guard:
            self._known = {known: one for known, one in self._known.items() if one != conversation}
        with self._database.session() as session:
            session.execute(
                update(ConversationRow).where(ConversationRow.id == conversation).values(address_hash=None)
            )

    def receive(self, channel: str, address: str, inbound: Inbound) -> Received:
        """Transaction A: store the message of the person at `address`; a redelivery is found, not stored again.

        `address` is the conversation's id on the web, else what the channel sends to. Raises NotFound when the web
        conversation is gone or the visit has ended.
        """
        now = self._runtime.clock()
        conversation = (
            uuid.UUID(address) if channel == WEB else self._conversation(channel, address, inbound, now)
        )
        return self._store(conversation, channel, inbound, now)

    def take(self, conversation: uuid.UUID, inbound: Inbound) -> tuple[Received, list[Outgoing] | None]:
        """Store a message of the web page and answer it; None when somebody else is answering it.

        What needs no understanding is stored and answered in one transaction, unless an older message waits. If
        answering fails, the message is stored all the same and tried again. Raises NotFound as `receive` does.
        """
        if inbound.kind != "text":
            try:
                received, replies = self._take_at_once(conversation, inbound)
                if replies is not None:
                    return received, replies
            except NotFound:
                raise
            except Exception:
                log.exception("a message could not be answered at once")
        now = self._runtime.clock()
        with self._database.session() as session:
            row = self._lock(session, conversation, WEB)
            received, _ = self._store_on(session, row, inbound, now, answer=False)
            language = row.language
        understood = None
        if received.new and inbound.kind == "text":
            understood = received.inbox_id, self._answering.understand(inbound.text, language)
        return received, self._answering.work(conversation, understood).get(received.inbox_id)

    def _take_at_once(
        self, conversation: uuid.UUID, inbound: Inbound
    ) -> tuple[Received, list[Outgoing] | None]:
        now = self._runtime.clock()
        with self._database.session() as session:
            row = self._lock(session, conversation, WEB)
            received, to_answer = self._store_on(session, row, inbound, now, answer=True)
            if not to_answer:
                return received, None
            return received, self._answering.answer(session, row, received.inbox_id, inbound, None)

    def keep_unparsable(
        self, channel: str, external_id: str, body: object, address: str | None = None
    ) -> None:
        """Keep what a channel sent and nobody can read, for staff to see.

        With the `address` it came from it belongs to that person's conversation, and is erased with it.
        """
        with self._database.session() as session:
            sender = session.scalar(_at_address(channel, address)) if address is not None else None
            session.execute(
                insert(InboxRow)
                .values(
                    conversation_id=sender,
                    channel=channel,
                    external_hash=lookup_hash(channel, external_id),
                    body={"unparsable": body},
                    received_at=self._runtime.clock(),
                    answered_at=self._runtime.clock(),
                    problem="unparsable",
                )
                .on_conflict_do_nothing()
            )

    def work(self, conversation: uuid.UUID) -> Mapping[int, list[Outgoing]]:
        """Answer everything unanswered of the conversation, here and now: see `Answering.work`."""
        return self._answering.work(conversation)

    def unanswered(self, received_before: datetime | None = None) -> list[uuid.UUID]:
        """Conversations with unanswered messages, those that wait longest first."""
        query = (
            select(InboxRow.conversation_id)
            .where(InboxRow.answered_at.is_(None), InboxRow.conversation_id.is_not(None))
            .group_by(InboxRow.conversation_id)
            .order_by(func.min(InboxRow.id))
        )
        if received_before is not None:
            query = query.having(func.min(InboxRow.received_at) < received_before)
        with self._database.session() as session:
            return [conversation for conversation in session.scalars(query) if conversation is not None]

    def is_answered(self, inbox_id: int) -> bool:
        """Whether the message was dealt with (a person's turn may stay without a reply)."""
        with self._database.session() as session:
            row = session.get(InboxRow, inbox_id)
            return row is None or row.answered_at is not None

    def replies(self, inbox_id: int) -> list[Outgoing]:
        """The replies to one message."""
        with self._database.session() as session:
            conversation = session.scalar(select(InboxRow.conversation_id).where(InboxRow.id == inbox_id))
            return transcript.replies(session, conversation, inbox_id) if conversation else []

    def _first_language(self, tag: str | None) -> str:
        catalogue = self._runtime.content.current
        return catalogue.known_language(tag) or catalogue.common_language

    def _conversation(self, channel: str, address: str, inbound: Inbound, now: datetime) -> uuid.UUID:
        """The conversation with the person at `address`, made when there is none."""
        query = _at_address(channel, address)
        with self._database.session() as session:
            if found := session.scalar(query):
                return found
            language = self._first_language(inbound.language_hint)
            session.execute(
                insert(ConversationRow)
                .values(
                    id=uuid.uuid4(),
                    channel=channel,
                    place=channel,
                    address_hash=lookup_hash(channel, address),
                    address=address,
                    language=language,
                    state=Conversation(language).as_json(),
                    owner="assistant",
                    unread=0,
                    last_number=0,
                    reachable=True,
                    created_at=now,
                    last_at=now,
                )
                .on_conflict_do_nothing()
            )
            return session.scalars(query).one()

    def _store(self, conversation: uuid.UUID, channel: str, inbound: Inbound, now: datetime) -> Received:
        with self._database.session() as session:
            row = self._lock(session, conversation, channel)
            received, _ = self._store_on(session, row, inbound, now, answer=False)
            return received

    def _lock(self, session: Session, conversation: uuid.UUID, channel: str) -> ConversationRow:
        row = session.get(ConversationRow, conversation, with_for_update=True)
        if row is None or (channel == WEB and row.address_hash is None):
            raise NotFound("this conversation has ended")
        return row

    def _store_on(
        self, session: Session, row: ConversationRow, inbound: Inbound, now: datetime, *, answer: bool
    ) -> tuple[Received, bool]:
        """Store a message on the locked row. With `answer` it is marked answered when no older one waits.

        Returns what was stored, and whether the caller has to answer it now.
        """
        external_hash = lookup_hash(row.channel, str(row.id), inbound.external_id)
        stored = session.execute(
            STORE,
            {
                "conversation": row.id,
                "channel": row.channel,
                "external_hash": external_hash,
                "body": seal(inbound.as_json()),
                "now": now,
                "answer": answer,
            },
        ).one_or_none()
        if stored is None:
            known = select(InboxRow.id).where(
                InboxRow.channel == row.channel, InboxRow.external_hash == external_hash
            )
            return Received(row.id, session.scalars(known).one(), new=False), False
        self._add_to_transcript(session, row, inbound, stored.id, now)
        return Received(row.id, stored.id, new=True), stored.answered_at is not None

    def _add_to_transcript(
        self, session: Session, row: ConversationRow, inbound: Inbound, inbox_id: int, now: datetime
    ) -> None:
        """What the person said, as they see it: a button by its label, a place by its coordinates."""
        row.erased_at = None
        row.reachable = True
        if row.owner in ("waiting", "staff"):
            row.unread += 1
        if inbound.kind == "start":
            return
        said = inbound.text
        if inbound.kind == "button":
            said = self._pressed_label(row, inbound.payload)
        elif inbound.kind == "location":
            said = f"{inbound.latitude:.5f}, {inbound.longitude:.5f}"
        transcript.append(
            session,
            row,
            sender="person",
            text=said,
            attachment=inbound.attachment,
            payload=inbound.payload or None,
            inbox_id=inbox_id,
            now=now,
        )

    def _pressed_label(self, row: ConversationRow, payload: str) -> str:
        """The label of a button of the last question, else what the payload means, else nothing."""
        asked: Mapping[str, str] = row.asked_labels or {}
        return asked.get(payload) or self._runtime.content.wording.payload_label(payload, row.language)


def _at_address(channel: str, address: str) -> Select[uuid.UUID]:
    """The conversation with the person at an address of a channel."""
    return select(ConversationRow.id).where(
        ConversationRow.channel == channel, ConversationRow.address_hash == lookup_hash(channel, address)
    )
