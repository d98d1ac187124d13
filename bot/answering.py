"""Transaction B: answer what was stored, oldest first.

The conversation's row is locked, the message checked to be still unanswered, the dialogues decide, and the replies are
worded and queued, all in one commit. A text is understood before that, with no transaction open. Any process may do
this for any conversation, any number of times.
"""

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import transcript
from bot.channels.contract import Inbound, Outgoing
from bot.database import AWAY
from bot.local_time import local_day
from bot.models import ConversationRow, InboxRow
from bot.runtime import Runtime
from bot.services import handover
from bot.world import World
from dialogues.conversation import Conversation
from dialogues.respond import respond
from dialogues.turn import Turn
from nlu.understand import understand
from nlu.understanding import Understanding

ATTEMPTS = 3
"""A message that fails this often is put before a person instead of being tried again."""
LONGEST_TEXT = 4000

log = logging.getLogger(__name__)


@dataclass
class _Turn:
    """One run of transaction B: what goes in, and what came of it."""

    conversation: uuid.UUID
    understood: tuple[int, Understanding] | None
    inbox_id: int | None = None
    language: str = ""
    to_understand: str | None = None
    replies: list[Outgoing] | None = None
    more: bool = False


class Answering:
    """Answers conversations."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._database = runtime.database

    def work(
        self, conversation: uuid.UUID, understood: tuple[int, Understanding] | None = None
    ) -> Mapping[int, list[Outgoing]]:
        """Answer everything unanswered of the conversation, oldest first; raises nothing for a bad message.

        `understood` is what is understood already: a message's inbox id and its meaning. Returns the replies made here,
        by the inbox id of the message they answer. Raises what `AWAY` names when the database is away: that is nobody's
        fault, and the messages wait.
        """
        made: dict[int, list[Outgoing]] = {}
        while True:
            turn = _Turn(conversation, understood)
            try:
                with self._database.session() as session:
                    self._answer_next(session, turn)
            except AWAY:
                raise
            except Exception as error:
                log.exception("a message could not be answered", extra={"inbox": turn.inbox_id})
                if turn.inbox_id is None or not self._failed(conversation, turn.inbox_id, error):
                    return made
                continue
            if turn.inbox_id is not None and turn.replies is not None:
                made[turn.inbox_id] = turn.replies
            if turn.to_understand is not None and turn.inbox_id is not None:
                understood = turn.inbox_id, self.understand(turn.to_understand, turn.language)
            elif not turn.more:
                return made

    def understand(self, text: str, language: str) -> Understanding:
        """What the text means. NLU down is "not understood", not an error."""
        catalogue = self._runtime.content.current
        return understand(
            text[:LONGEST_TEXT],
            languages={code: catalogue.language(code).script for code in catalogue.enabled},
            prior=language,
            client=self._runtime.parser,
        )

    def _answer_next(self, session: Session, turn: "_Turn") -> None:
        """Transaction B: answer the oldest unanswered message, or say which text must be understood first."""
        row = session.get(ConversationRow, turn.conversation, with_for_update=True)
        oldest = session.scalars(
            select(InboxRow)
            .where(InboxRow.conversation_id == turn.conversation, InboxRow.answered_at.is_(None))
            .order_by(InboxRow.id)
            .limit(2)
        ).all()
        if row is None or not oldest:
            return
        pending, turn.more = oldest[0], len(oldest) > 1
        turn.inbox_id, turn.language = pending.id, row.language
        inbound = Inbound.from_json(pending.body)
        if inbound.kind != "text":
            turn.replies = self.answer(session, row, pending.id, inbound, None)
        elif turn.understood is not None and turn.understood[0] == pending.id:
            turn.replies = self.answer(session, row, pending.id, inbound, turn.understood[1])
        else:
            turn.to_understand = inbound.text
        if turn.replies is not None:
            pending.answered_at = self._runtime.clock()

    def answer(
        self,
        session: Session,
        row: ConversationRow,
        inbox_id: int,
        inbound: Inbound,
        understanding: Understanding | None,
    ) -> list[Outgoing]:
        """Let the dialogues decide, remember, and queue what they say; the caller has locked the row."""
        now = self._runtime.clock()
        wording = self._runtime.content.wording
        if row.owner == "closed":
            handover.reopen(session, row, now=now)
        row.language = wording.catalogue.spoken(row.language)
        world = World(session, row, wording, inbound, now=now, zone=self._runtime.settings.zone)
        turn = Turn(
            kind=inbound.kind,
            now=now,
            today=local_day(now, self._runtime.settings.zone),
            text=inbound.text,
            payload=inbound.payload,
            latitude=inbound.latitude,
            longitude=inbound.longitude,
            understanding=understanding,
            owner=row.owner,  # type: ignore[arg-type]
            language_hint=inbound.language_hint,
        )
        with session.no_autoflush:
            said, after = respond(Conversation.from_json(row.state), turn, world)
        if world.erasing:
            after = Conversation(after.language, language_chosen=True)
            world.carry_out_erasure()
        row.state, row.language = after.as_json(), after.language
        replies = [
            transcript.append_worded(
                session, row, wording.say(say, after.language, turn.today), inbox_id=inbox_id, now=now
            )
            for say in said
        ]
        if world.erasing:
            session.flush()
            world.forget_after_delivery()
        return replies

    def _failed(self, conversation: uuid.UUID, inbox_id: int, error: Exception) -> bool:
        """Count the failure; after the last attempt a person gets the message. True when work may go on."""
        now = self._runtime.clock()
        with self._database.session() as session:
            row = session.get(ConversationRow, conversation, with_for_update=True)
            pending = session.get(InboxRow, inbox_id)
            if row is None or pending is None or pending.answered_at is not None:
                return True
            pending.attempts += 1
            if pending.attempts < ATTEMPTS:
                return True
            pending.answered_at, pending.problem = now, "failed"
            log.error("gave up answering a message after %d attempts (%s)", ATTEMPTS, type(error).__name__)
            handover.hand_over(session, row, reason="failed", now=now)
            transcript.append_phrase(
                session,
                row,
                self._runtime.content.wording,
                "handover-failed",
                about=("handover", "waiting"),
                buttons=(("button-assistant", "assistant"),),
                inbox_id=pending.id,
                now=now,
            )
            return True
