"""Who is calling: the conversation behind a token, and how it stands."""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import transcript
from bot.channels.contract import Outgoing
from bot.channels.web.problems import Problem
from bot.encryption import lookup_hash
from bot.inbox import Inbox
from bot.live import announce
from bot.models import ConversationRow
from bot.runtime import Runtime


class Visitors:
    """Conversations of the web chat, found by their tokens. Blocks: call it in a thread."""

    def __init__(self, runtime: Runtime, inbox: Inbox) -> None:
        self._runtime = runtime
        self._inbox = inbox

    def open(self, language: str | None, place: str) -> tuple[str, str, list[Outgoing]]:
        """Open a conversation: its id, its token, and the welcome."""
        conversation, secret, welcome = self._inbox.open_web(language=language, place=place)
        return conversation, f"{secret}.{_seal(secret)}", welcome

    def conversation(self, token: str) -> UUID:
        """The conversation of a token, which may have ended a moment ago. Raises Problem."""
        secret, _, seal = token.rpartition(".")
        if not hmac.compare_digest(seal, _seal(secret)):
            raise Problem("unknown-token")
        found = self._inbox.by_token(secret)
        if found is None:
            raise Problem("conversation-ended")
        return found

    def language(self, conversation: UUID) -> str | None:
        """The language a conversation is held in."""
        query = select(ConversationRow.language).where(ConversationRow.id == conversation)
        with self._runtime.database.session() as session:
            return session.scalar(query)

    def messages(self, token: str, after: int) -> list[Outgoing]:
        """All messages after a number, oldest first. Raises Problem."""
        with self._open(token) as (session, row):
            return transcript.messages(session, row.id, after)

    def state(self, token: str) -> tuple[str, str]:
        """Language and owner of the conversation. Raises Problem."""
        with self._open(token) as (_, row):
            return row.language, row.owner

    def end(self, token: str) -> None:
        """End the visit, and the streams that show it. Raises Problem."""
        with self._open(token) as (_, row):
            conversation = row.id
        self._inbox.end_visit(conversation)
        with self._runtime.database.session() as session:
            announce(session, "conversation", conversation=str(conversation))

    @contextmanager
    def _open(self, token: str) -> Iterator[tuple[Session, ConversationRow]]:
        """The conversation's row, unless the visit has ended: perhaps in another process. Raises Problem."""
        conversation = self.conversation(token)
        with self._runtime.database.session() as session:
            row = session.get(ConversationRow, conversation)
            if row is None or row.address_hash is None:
                raise Problem("conversation-ended")
            yield session, row


def _seal(secret: str) -> str:
    """Shows that a token was given out here, also when its conversation is long forgotten."""
    return lookup_hash("chat-token", secret)[:9].hex()
