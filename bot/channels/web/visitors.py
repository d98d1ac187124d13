"""Who is calling: the conversation behind a token, and how it stands."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import transcript
from bot.channels.contract import Outgoing
from bot.channels.web.problems import Problem
from bot.inbox import Inbox
from bot.models import ConversationRow
from bot.runtime import Runtime

Result = TypeVar("Result")


class Visitors:
    """Conversations of the web chat, found by their tokens. Blocks: call it in a thread."""

    def __init__(self, runtime: Runtime, inbox: Inbox) -> None:
        self._runtime = runtime
        self._inbox = inbox

    def conversation(self, token: str) -> UUID:
        """The conversation of a token. Raises Problem when there is none, or none any more."""
        found = self._inbox.by_token(token)
        if found is None:
            raise Problem("unknown-token")
        return found

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
