"""Jobs do their work through the queue, and may run twice."""

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from bot.channels.contract import Inbound
from bot.inbox import Inbox
from bot.jobs.answer_unanswered import answer_unanswered
from bot.jobs.app import Worker, job_app
from bot.jobs.schedule import SCHEDULE
from bot.models import InboxRow
from bot.runtime import Runtime


def unanswered(runtime: Runtime) -> int:
    with runtime.database.session() as session:
        return session.scalar(select(func.count()).where(InboxRow.answered_at.is_(None))) or 0


async def eventually(condition: Callable[[], bool]) -> bool:
    deadline = asyncio.get_running_loop().time() + 20
    while asyncio.get_running_loop().time() < deadline:
        if await asyncio.to_thread(condition):
            return True
        await asyncio.sleep(0.05)
    return False


def test_messages_left_unanswered_are_answered_once(runtime: Runtime) -> None:
    inbox = Inbox(runtime)
    for person in ("a", "b"):
        inbox.receive("terminal", person, Inbound(f"{person}1", "start"))
    assert answer_unanswered(runtime, inbox, older_than=timedelta(0)) == 2
    assert unanswered(runtime) == 0
    assert answer_unanswered(runtime, inbox, older_than=timedelta(0)) == 0


def test_a_message_that_just_came_is_left_to_whoever_is_answering_it(runtime: Runtime) -> None:
    inbox = Inbox(runtime)
    inbox.receive("terminal", "a", Inbound("1", "start"))
    assert answer_unanswered(runtime, inbox) == 0
    assert unanswered(runtime) == 1


@pytest.mark.parametrize("job", SCHEDULE, ids=lambda job: job.name)
async def test_every_job_runs_through_the_queue_and_leaves_nothing_there(runtime: Runtime, job) -> None:
    later = replace(runtime, clock=lambda: datetime.now(UTC) + timedelta(minutes=1))
    inbox = Inbox(later)
    Inbox(runtime).receive("terminal", uuid.uuid4().hex, Inbound("1", "start"))
    app = job_app(later, inbox)
    async with app.open_async():
        await app.configure_task(job.name).defer_async(timestamp=0)
        await app.run_worker_async(
            wait=False, install_signal_handlers=False, delete_jobs="always", listen_notify=False
        )
    with runtime.database.session() as session:
        left = session.execute(text("SELECT task_name, status::text FROM procrastinate_jobs")).all()
    assert [row for row in left if row.task_name == job.name] == []
    if job.name == "answer_unanswered":
        assert unanswered(runtime) == 0


async def test_the_worker_comes_back_after_it_lost_the_database(runtime: Runtime) -> None:
    worker = Worker(runtime, Inbox(runtime))

    def connected() -> bool:
        with runtime.database.session() as session:
            return bool(
                session.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%any%'"))
            )

    await worker.start()
    try:
        assert await eventually(connected)
        with runtime.database.session() as session:
            session.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%any%'")
            )
        assert await eventually(connected)
    finally:
        await worker.stop()
