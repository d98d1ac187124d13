"""The worker: Procrastinate on the same database, running the schedule."""

import asyncio
import logging

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status

from bot.inbox import Inbox
from bot.jobs.schedule import SCHEDULE, Job
from bot.logs import where
from bot.runtime import Runtime

CONNECTIONS = 4
JOBS_AT_ONCE = 2
STOP_SECONDS = 10
LONGEST_PAUSE = 30.0

log = logging.getLogger(__name__)


def job_app(runtime: Runtime, inbox: Inbox) -> App:
    """A Procrastinate application that knows every job of the schedule; jobs carry no arguments but their time."""
    app = App(connector=PsycopgConnector(conninfo=runtime.database.dsn, min_size=1, max_size=CONNECTIONS))
    for job in SCHEDULE:
        _register(app, job, runtime, inbox)
    return app


def _register(app: App, job: Job, runtime: Runtime, inbox: Inbox) -> None:
    def run(timestamp: int) -> None:
        try:
            job.run(runtime, inbox)
        except Exception as error:
            log.error("job %s failed (for %d): %s", job.name, timestamp, where(error))
            raise

    task = app.task(name=job.name, queueing_lock=job.name)(run)
    app.periodic(cron=job.cron, periodic_id=job.name)(task)


class Worker:
    """Runs jobs until it is stopped, also across restarts of the database."""

    def __init__(self, runtime: Runtime, inbox: Inbox) -> None:
        self._runtime = runtime
        self._inbox = inbox
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start in the background."""
        self._task = asyncio.create_task(self._run(), name="worker")

    async def stop(self) -> None:
        """Let running jobs end, then stop."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        pause = 1.0
        while True:
            try:
                app = job_app(self._runtime, self._inbox)
                async with app.open_async():
                    await _forget_broken_off(app)
                    pause = 1.0
                    await app.run_worker_async(
                        concurrency=JOBS_AT_ONCE,
                        install_signal_handlers=False,
                        delete_jobs="always",
                        shutdown_graceful_timeout=STOP_SECONDS,
                    )
            except (ConnectorException, OSError) as error:
                log.warning("the worker lost the database (%s)", type(error).__name__)
            except Exception as error:  # noqa: BLE001 - the worker must come back whatever happened
                log.error("the worker broke off: %s", where(error))
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)


async def _forget_broken_off(app: App) -> None:
    """Remove jobs of workers that were killed: the schedule brings them again."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=60):
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
