"""Keeps one Rasa server running as a child process: started, watched, restarted, stopped."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import os
import secrets
import socket
import subprocess
import threading
import time
from enum import StrEnum
from pathlib import Path

from nlu.rasa_client import NluUnavailable, RasaClient

REPOSITORY = Path(__file__).resolve().parent.parent
START_SECONDS = 120.0
STOP_SECONDS = 5.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
STABLE_SECONDS = 60.0
"""A server that ran this long starts the back-off anew when it dies."""

_log = logging.getLogger(__name__)


class State(StrEnum):
    """starting: not answering yet; ok: answering; down: died and waiting for its restart, or stopped."""

    STARTING = "starting"
    OK = "ok"
    DOWN = "down"


class RasaProcess:
    """One Rasa server on a free loopback port. `client` stays the same object across restarts."""

    def __init__(self, *, environment: Path, model: Path, directory: Path) -> None:
        """`environment` is Rasa's virtual environment; logs and scratch files go into `directory`."""
        self._python = environment.absolute() / "bin" / "python"
        self._model = model.resolve()
        self.directory = directory.resolve()
        self._secret = secrets.token_hex(32)
        self.client = RasaClient(None, _admin_token(self._secret))
        self._state = State.DOWN
        self._changed = threading.Condition()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def state(self) -> State:
        """How the server is right now."""
        return self._state

    @property
    def pid(self) -> int | None:
        """The process id of the server, while there is one."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def start(self) -> None:
        """Start the server in the background and return at once. Calling it again changes nothing."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._stopping.clear()
        self._set_state(State.STARTING)
        self._thread = threading.Thread(target=self._supervise, name="rasa-process", daemon=True)
        self._thread.start()

    def wait_until_ok(self, seconds: float) -> bool:
        """Wait until the server answers; False when it does not within the time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._state is State.OK, seconds)

    def load(self, model: Path) -> None:
        """Put another model into use, now and at every restart. Raises NluUnavailable and keeps the old one."""
        model = model.resolve()
        self.client.load(model)
        self._model = model

    def stop(self) -> None:
        """Stop the server: first politely, then for good. Safe to call twice."""
        self._stopping.set()
        self.client.close()  # the server waits for open connections before it ends
        if self._thread is not None:
            self._thread.join(STOP_SECONDS * 3)
        self._set_state(State.DOWN)

    def _supervise(self) -> None:
        # Children are started in this thread only: to the kernel, "die with the parent" means this thread.
        pause = FIRST_PAUSE
        while not self._stopping.is_set():
            started = time.monotonic()
            self._set_state(State.STARTING)
            try:
                self._run_once()
            except OSError as error:
                _log.error("Rasa could not be started: %s", error)
            self.client.url = None
            if self._stopping.is_set():
                break
            self._set_state(State.DOWN)
            if time.monotonic() - started > STABLE_SECONDS:
                pause = FIRST_PAUSE
            _log.warning("Rasa ended; next start in %.1f s; see %s", pause, self.directory / "rasa.log")
            self._stopping.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _run_once(self) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{listener.getsockname()[1]}"
            self._child = child = self._spawn(listener)
        try:
            self.client.url = url
            give_up = time.monotonic() + START_SECONDS
            while not self._stopping.is_set() and child.poll() is None:
                if self.state is State.STARTING:
                    if self._answers():
                        self._set_state(State.OK)
                    elif time.monotonic() > give_up:
                        _log.error("Rasa does not answer %.0f s after its start", START_SECONDS)
                        break
                self._stopping.wait(0.2)
        finally:
            _end(child)

    def _answers(self) -> bool:
        try:
            self.client.status()
        except NluUnavailable:
            return False
        return True

    def _spawn(self, listener: socket.socket) -> subprocess.Popen[bytes]:
        self.directory.mkdir(parents=True, exist_ok=True)
        environment = rasa_environment(self.directory) | {
            "LOTSE_RASA_SOCKET": str(listener.fileno()),
            "LOTSE_RASA_SECRET": self._secret,
        }
        log = self.directory / "rasa.log"
        if log.exists():
            log.replace(self.directory / "rasa.log.1")
        with log.open("wb") as output:
            return subprocess.Popen(
                [self._python, "-W", "ignore", "-m", "nlu.components.serve", self._model],
                cwd=self.directory,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[listener.fileno()],
            )

    def _set_state(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()


def rasa_environment(directory: Path) -> dict[str, str]:
    """The environment variables Rasa runs with: quiet, no telemetry, no caches outside `directory`."""
    passed_on = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
    kept = {name: os.environ[name] for name in passed_on if name in os.environ}
    return kept | {
        "LOTSE_RASA_PARENT": str(os.getpid()),
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONUNBUFFERED": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(directory / "cache"),
        "LOG_LEVEL": "WARNING",
        "LOG_LEVEL_LIBRARIES": "ERROR",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "",
        "OMP_NUM_THREADS": "1",
        "MPLCONFIGDIR": str(directory / "cache"),
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }


def _admin_token(secret: str) -> str:
    """The bearer token Rasa's API accepts for `secret`: a JSON web token of an administrator (HS256)."""

    def encode(part: bytes) -> str:
        return base64.urlsafe_b64encode(part).rstrip(b"=").decode()

    claims = {"user": {"username": "lotse", "role": "admin"}}
    signed = ".".join(encode(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
    signature = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{encode(signature)}"


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()
