"""One of several processes on one database: `python -m tests.reliability.competitor answer|send FILE`.

`answer` answers whatever is unanswered, over and over. `send` delivers to Telegram's people, but writes each message as
one line into FILE instead. Settings come from the environment, as the application's do. Both end with SIGTERM.
"""

import asyncio
import contextlib
import logging
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

from bot.channels.contract import Outgoing
from bot.database import start_database
from bot.inbox import Inbox
from bot.model_folder import Lessons
from bot.nlu_server import nlu_server
from bot.outbox import Outbox
from bot.runtime import Runtime, start_runtime
from bot.settings import load_settings

logging.basicConfig(level=logging.WARNING)


class Notebook:
    """A channel that writes down what it would send: one line, in one write."""

    name = "telegram"

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def send(self, address: Any, message: Outgoing) -> str:
        """Write the line, a little later."""
        await asyncio.sleep(random.uniform(0, 0.005))
        os.write(self._file, f"{address} {message.number} {os.getpid()}\n".encode())
        return str(message.number)


def answer(runtime: Runtime) -> None:
    """Answer everything, without looking who else does."""
    inbox = Inbox(runtime)
    told_to_stop = False

    def stop(*_: object) -> None:
        nonlocal told_to_stop
        told_to_stop = True

    signal.signal(signal.SIGTERM, stop)
    print("ready", flush=True)
    while not told_to_stop:
        for conversation in inbox.unanswered():
            inbox.work(conversation)


async def send(runtime: Runtime, file: Path) -> None:
    """Deliver until told to stop."""
    outbox = asyncio.create_task(Outbox(runtime, {"telegram": Notebook(file)}).run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, outbox.cancel)
    print("ready", flush=True)
    with contextlib.suppress(asyncio.CancelledError):
        await outbox


def main(what: str, file: str) -> None:
    """Do it."""
    settings = load_settings()
    with contextlib.closing(start_database(settings)) as database:
        runtime = start_runtime(
            settings, database, nlu=lambda content: nlu_server(settings, lambda: Lessons.of(content.whole()))
        )
        try:
            if what == "answer":
                answer(runtime)
            else:
                asyncio.run(send(runtime, Path(file)))
        finally:
            runtime.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
