"""Who is calling: the conversation behind a token, and how it stands."""

import hmac
from collections.abc import Callable
from typing import TypeVar
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

Result = TypeVar("Result")


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
        """The conversation of a token. Raises Problem when there is none, or none any more."""
        secret, _, seal = token.rpartition(".")
        if not hmac.compare_digest(seal, _seal(secret)):
            raise Problem("unknown-token")
        found = self._inbox.by_token(secret)
        if found is None:
            raise Problem("conversation-ended")
        return found

    def end(self, token: str) -> None:
        """End the visit, and the streams that show it. Raises Problem."""
        conversation = self.conversation(token)
        self._inbox.end_visit(conversation)
        with self._runtime.database.session() as session:
            announce(session, "conversation", conversation=str(conversation))

    def language(self, conversation: UUID) -> str | None:
        """The language a conversation is held in."""
        query = select(ConversationRow.language).where(ConversationRow.id == conversation)
        return self._read(lambda session: session.scalar(query))

    def messages(self, token: str, after: int) -> list[Outgoing]:
        """All messages after a number, oldest first. Raises Problem."""
        conversation = self.conversation(token)
        return self._read(lambda session: transcript.messages(session, conversation, after))

    def state(self, token: str) -> tuple[str, str]:
        """Language and owner of the conversation. Raises Problem."""
        conversation = self.conversation(token)
        query = select(ConversationRow.language, ConversationRow.owner).where(
            ConversationRow.id == conversation
        )
        row = self._read(lambda session: session.execute(query).one_or_none())
        if row is None:
            raise Problem("conversation-ended")
        return row.language, row.owner

    def _read(self, read: Callable[[Session], Result]) -> Result:
        with self._runtime.database.session() as session:
            return read(session)


def _seal(secret: str) -> str:
    """Shows that a token was given out here, also when its conversation is long forgotten."""
    return lookup_hash("chat-token", secret)[:9].hex()
