"""Logging: one line per event, and never anything a person wrote, a token, or the text of an exception."""

import asyncio
import contextlib
import logging
import sys
import threading
import traceback
from collections.abc import Iterable
from types import TracebackType
from typing import Any

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
QUIET = {
    "alembic": logging.WARNING,
    "apscheduler": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "multipart": logging.WARNING,
    "procrastinate": logging.WARNING,
    "psycopg.pool": logging.ERROR,
    "pyxform": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "telegram": logging.WARNING,
    "uvicorn": logging.WARNING,
    "uvicorn.access": logging.CRITICAL,
}
HIDDEN = "***"
CONTROL = {code: " " for code in (*range(32), 127, 0x85, 0x2028, 0x2029)}

log = logging.getLogger(__name__)


class OneLine(logging.Formatter):
    """An event as one line; of an exception only its type and the place in the code, of secrets nothing."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(FORMAT)
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        record.message = record.getMessage()
        record.asctime = self.formatTime(record)
        line = self.formatMessage(record)
        if record.exc_info and record.exc_info[1] is not None:
            line = f"{line}: {where(record.exc_info[1])}"
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line.translate(CONTROL)


class StandardError(logging.Handler):
    """Writes to standard error. A line that cannot be made is not shown as logging would: with all its values."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line."""
        try:
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()
        except Exception:  # noqa: BLE001 - logging must not break what it reports on
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say only where the broken line came from."""
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(
                f"a log line of {record.name} at {record.pathname}:{record.lineno} could not be written\n"
            )


def where(error: BaseException) -> str:
    """Type and place of an exception and of what caused it, without its text: that may be what a person wrote."""
    places = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)
        place = f" at {frames[-1].filename}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
        ours = next((frame for frame in reversed(frames) if "site-packages" not in frame.filename), None)
        if ours is not None and ours is not frames[-1]:
            place += f" (from {ours.filename}:{ours.lineno} in {ours.name})"
        places.append(f"{type(current).__name__}{place}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return " <- ".join(places)


def set_up(level: str, *, secrets: Iterable[str] = ()) -> None:
    """Log to standard error from now on, uncaught exceptions included; `secrets` are blotted out everywhere."""
    handler = StandardError()
    handler.setFormatter(OneLine(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name, quietest in QUIET.items():
        logger = logging.getLogger(name)
        logger.setLevel(max(quietest, root.level))
        logger.handlers.clear()
        logger.propagate = True
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Report what goes wrong in tasks nobody waits for in the same way; asyncio itself would print its text."""
    loop.set_exception_handler(_uncaught_in_loop)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("uncaught exception", exc_info=(kind, error, trace))


def _uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    error = arguments.exc_value
    if error is not None and not isinstance(error, SystemExit):
        name = arguments.thread.name if arguments.thread is not None else "?"
        log.error("uncaught exception in thread %s", name, exc_info=(type(error), error, error.__traceback__))


def _uncaught_in_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, BaseException):
        log.error("uncaught exception in a task", exc_info=(type(error), error, error.__traceback__))
    else:
        log.error("the event loop reports a problem")
