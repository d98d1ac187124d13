"""Messages on their way to channels that are pushed to: claimed, sent outside any transaction, marked.

Of one conversation the oldest goes first, and the next only when it is settled. A message whose sending broke off
may have arrived: it is marked `uncertain` for staff to see, never sent twice by itself.
"""

import asyncio
import contextlib
import logging
import random
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session, aliased

from bot.channels.contract import Channel, Outgoing, SendError
from bot.database import AWAY
from bot.live import announce
from bot.logs import where
from bot.models import ConversationRow, OutboxRow
from bot.runtime import Runtime
from bot.services import erasure

MOST_AT_ONCE = 30
ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)
CLAIM_LASTS = timedelta(seconds=120)
"""A message claimed longer ago belongs to a process that is gone."""
LOOKS_EVERY = 5.0
SETTLE_PAUSES = (0.2, 0.5, 1, 2, 5, 5, 10, 10, 20)
"""Together less than CLAIM_LASTS."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Claimed:
    """One message this process sends now."""

    id: int
    at: datetime
    conversation: uuid.UUID
    channel: str
    address: Any
    message: Outgoing


class Outbox:
    """Delivers what is queued for its channels until it is stopped."""

    def __init__(self, runtime: Runtime, channels: Mapping[str, Channel]) -> None:
        self._runtime = runtime
        self._live = runtime.live
        self._channels = channels
        self._wake = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Deliver until cancelled; messages being sent then are finished first. A lost database is waited for."""
        listening = asyncio.create_task(self._listen())
        broken_before: datetime | None = self._runtime.clock() - self._claims_last()
        settle_at = time.monotonic()
        try:
            while True:
                self._wake.clear()
                try:
                    if time.monotonic() >= settle_at:
                        before = broken_before or self._runtime.clock() - CLAIM_LASTS
                        await asyncio.to_thread(self.settle_broken, before)
                        broken_before, settle_at = None, time.monotonic() + LOOKS_EVERY
                    await self._deliver_due()
                except Exception as error:  # noqa: BLE001 - deliveries must go on whatever happened
                    log.warning("deliveries wait: %s", where(error))
                await self._sleep()
        finally:
            listening.cancel()
            await asyncio.gather(*self._sending, return_exceptions=True)

    def settle_broken(self, claimed_before: datetime) -> int:
        """Messages whose process ended while sending may have arrived: mark them uncertain. Returns how many."""
        with self._runtime.database.session() as session:
            broken = session.execute(
                update(OutboxRow)
                .where(
                    OutboxRow.state == "sending",
                    OutboxRow.channel.in_(self._channels),
                    OutboxRow.claimed_at < claimed_before,
                )
                .values(state="uncertain", problem="the process ended while sending")
                .returning(OutboxRow.conversation_id)
            ).all()
            for (conversation,) in broken:
                announce(session, "conversation", conversation=str(conversation))
        return len(broken)

    async def _listen(self) -> None:
        async with self._live.subscribe() as events:
            async for event in events:
                if event.kind in ("outbox", "reconnected"):
                    self._wake.set()

    async def _sleep(self) -> None:
        # not wait_for: in Python 3.11 it forgets a cancellation that comes together with the event
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOKS_EVERY):
                await self._wake.wait()

    def _claims_last(self) -> timedelta:
        """How long another process may still be sending what it claimed: the embedded database has only one."""
        return timedelta(0) if self._runtime.settings.database_url is None else CLAIM_LASTS

    async def _deliver_due(self) -> None:
        while room := MOST_AT_ONCE - len(self._sending):
            claiming = asyncio.create_task(asyncio.to_thread(self._claim, room))
            try:
                claimed = await asyncio.shield(claiming)
            except asyncio.CancelledError:
                with contextlib.suppress(*AWAY):
                    self._begin(await claiming)  # claimed is claimed: it goes out before the end
                raise
            if not claimed:
                return
            self._begin(claimed)
            if len(self._sending) >= MOST_AT_ONCE:
                await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)

    def _begin(self, claimed: Sequence[Claimed]) -> None:
        for message in claimed:
            task = asyncio.create_task(self._deliver(message))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    def _claim(self, most: int) -> list[Claimed]:
        """Take the oldest due message of each conversation that has none on its way."""
        now = self._runtime.clock()
        earlier = aliased(OutboxRow)
        blocked = exists().where(
            earlier.conversation_id == OutboxRow.conversation_id,
            earlier.id < OutboxRow.id,
            earlier.state.in_(("queued", "sending")),
        )
        due = (
            select(OutboxRow)
            .where(
                OutboxRow.state == "queued",
                OutboxRow.channel.in_(self._channels),
                OutboxRow.next_try_at <= now,
                ~blocked,
            )
            .order_by(OutboxRow.id)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        with self._runtime.database.session() as session:
            rows = list(session.scalars(due))
            for row in rows:
                row.state, row.claimed_at, row.attempts = "sending", now, row.attempts + 1
            return [
                Claimed(
                    row.id,
                    now,
                    row.conversation_id,
                    row.channel,
                    row.address,
                    Outgoing.from_body(row.number, row.body["sender"], now, row.body),
                )
                for row in rows
            ]

    async def _deliver(self, claimed: Claimed) -> None:
        vendor_id: str | None = None
        problem: SendError | None = None
        try:
            vendor_id = await self._channels[claimed.channel].send(claimed.address, claimed.message)
        except SendError as error:
            problem = error
        except Exception as error:
            log.exception("sending failed in an unforeseen way")
            problem = SendError(type(error).__name__, uncertain=True)
        await self._store_outcome(claimed, vendor_id, problem)
        self._wake.set()

    async def _store_outcome(
        self, claimed: Claimed, vendor_id: str | None, problem: SendError | None
    ) -> None:
        """Mark what became of the message, as soon as the database lets us."""
        for pause in (*SETTLE_PAUSES, None):
            try:
                again_in = await asyncio.to_thread(self._settle, claimed, vendor_id, problem)
                if again_in is not None:
                    asyncio.get_running_loop().call_later(again_in.total_seconds(), self._wake.set)
                return
            except AWAY:
                if pause is not None:
                    await asyncio.sleep(pause)
                    continue
                log.exception("the outcome of a delivery could not be stored")
            except Exception:
                log.exception("the outcome of a delivery could not be stored")
                return

    def _settle(self, claimed: Claimed, vendor_id: str | None, problem: SendError | None) -> timedelta | None:
        """Mark what became of the message; says in what time it is to be tried again, if it is."""
        now = self._runtime.clock()
        with self._runtime.database.session() as session:
            row = session.get(OutboxRow, claimed.id, with_for_update=True)
            if row is None or row.claimed_at != claimed.at:
                return None
            if problem is None:
                row.state, row.sent_at, row.vendor_id, row.problem = "sent", now, vendor_id, None
            elif problem.retryable and row.attempts < ATTEMPTS:
                row.state, row.problem = "queued", problem.problem
                again_in = _pause(row.attempts, problem.retry_after)
                row.next_try_at = now + again_in
                return again_in
            else:
                row.state = "uncertain" if problem.uncertain else "failed"
                row.problem = problem.problem
                self._tell_staff(session, row, problem)
            if row.forget:
                session.flush()
                erasure.forget_delivered(session, row.conversation_id)
        return None

    @staticmethod
    def _tell_staff(session: Session, row: OutboxRow, problem: SendError) -> None:
        log.warning("a message was not delivered (%s)", row.state)
        if problem.unreachable:
            session.execute(
                update(ConversationRow)
                .where(ConversationRow.id == row.conversation_id)
                .values(reachable=False)
            )
        announce(session, "conversation", conversation=str(row.conversation_id))


def _pause(attempts: int, asked_for: float | None) -> timedelta:
    """How long to wait before the next attempt: as asked for, else doubling with a little chance."""
    if asked_for is not None:
        return timedelta(seconds=asked_for + 0.5)
    doubled = min(FIRST_PAUSE * float(2 ** (attempts - 1)), LONGEST_PAUSE)
    return doubled * random.uniform(0.8, 1.2)  # noqa: S311 - spreads load, guards nothing
