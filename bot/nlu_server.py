"""The Rasa server this process talks to: its own child, somebody else's, or none."""

import json
import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from bot.live import Event
from bot.settings import Settings
from nlu.rasa_client import NluUnavailable, RasaClient
from nlu.rasa_process import REPOSITORY, RasaProcess, State
from nlu.training import Examples, TrainedModel, TrainingFailed, train

POLL_SECONDS = 2.0
MODELS_KEPT = 3
NEW_MODEL = "model"
"""Kind of the event that tells running processes of a new model."""

log = logging.getLogger(__name__)


class NluServer(Protocol):
    """Where texts are understood. `client` answers, or raises NluUnavailable; look it up for every use."""

    @property
    def client(self) -> RasaClient:
        """The server as it is now."""

    @property
    def state(self) -> State:
        """Whether it answers."""

    def start(self) -> None:
        """Begin; returns at once."""

    def stop(self) -> None:
        """End everything that was begun."""

    def heard(self, event: Event) -> None:
        """Listener of `Live`: there may be a new model."""


class NoServer:
    """Nothing is understood: buttons, questionnaire and booking work all the same."""

    def __init__(self) -> None:
        self.client = RasaClient(None)
        self.state = State.DOWN

    def start(self) -> None:
        """Nothing to start."""

    def stop(self) -> None:
        """Nothing but connections to end."""
        self.client.close()

    def heard(self, event: Event) -> None:
        """Nothing to load."""


class OtherServer:
    """A Rasa server that somebody else runs; asked regularly whether it answers."""

    def __init__(self, find: Callable[[], tuple[str, str | None] | None]) -> None:
        """`find` says where it is now and its token."""
        self._find = find
        self.client = RasaClient(None)
        self.state = State.STARTING
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="nlu-watch", daemon=True)

    def start(self) -> None:
        """Begin asking."""
        self._look()
        self._thread.start()

    def stop(self) -> None:
        """Stop asking; the server itself goes on."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self.client.close()

    def heard(self, event: Event) -> None:
        """Whoever runs the server loads its models."""

    def _watch(self) -> None:
        while not self._stopping.wait(POLL_SECONDS):
            self._look()

    def _look(self) -> None:
        found = self._find()
        if found is not None and found != (self.client.url, self.client.token):
            self.client = RasaClient(*found)
        try:
            self.client.status()
            self.state = State.OK
        except NluUnavailable:
            self.state = State.DOWN


class OwnServer:
    """A Rasa server as a child process, with a model trained from the published examples when there is none yet.

    `folder` holds its models, its log and its address.
    """

    def __init__(self, settings: Settings, examples: Callable[[], Examples]) -> None:
        self.folder = settings.data_dir / "nlu"
        self._examples = examples
        self._absent = RasaClient(None)
        self._process: RasaProcess | None = None
        self._failed = False
        self._stopping = False
        self._wake = threading.Event()
        self._outdated = threading.Event()
        self._thread = threading.Thread(target=self._run, name="nlu-start", daemon=True)

    @property
    def client(self) -> RasaClient:
        """The child, or nobody while the first model is trained."""
        return self._process.client if self._process is not None else self._absent

    @property
    def state(self) -> State:
        """`starting` also while the first model is trained."""
        if self._process is not None:
            return self._process.state
        return State.DOWN if self._failed else State.STARTING

    def start(self) -> None:
        """Train if need be, then start the child; in a thread."""
        self._thread.start()

    def stop(self) -> None:
        """Stop the child. A training under way ends with this process and is begun anew next time."""
        self._stopping = True
        self._wake.set()
        self._thread.join(timeout=0.5 if self._process is None else 10)
        if self._process is not None:
            self._process.stop()
        address_file(self.folder).unlink(missing_ok=True)

    def heard(self, event: Event) -> None:
        """Another process trained a model: put it into use."""
        if event.kind == NEW_MODEL:
            self._outdated.set()
            self._wake.set()

    def _run(self) -> None:
        try:
            self._train_and_begin()
        except (TrainingFailed, NluUnavailable) as error:
            self._failed = self._process is None
            log.error("the model for understanding: %s", error)
        while not self._stopping:
            self._tell_address()
            self._load_newest()
            self._wake.wait(POLL_SECONDS)
            self._wake.clear()

    def _train_and_begin(self) -> None:
        """Begin with the newest model there is, so that texts are understood while a better one is trained."""
        newest = newest_model(self.folder)
        if newest is not None:
            self._begin(newest)
        trained = train_model(self.folder, self._examples())
        if self._process is None:
            self._begin(trained.path)
        elif newest != trained.path:
            self._outdated.set()

    def _load_newest(self) -> None:
        newest = newest_model(self.folder)
        if newest is None or not self._outdated.is_set():
            return
        if self._process is None:
            self._begin(newest)
            self._outdated.clear()
        elif self._process.state is State.OK:
            self._outdated.clear()
            try:
                self._process.load(newest)
                log.info("a new model is in use")
            except NluUnavailable as error:
                log.error("the new model cannot be loaded: %s", error)

    def _begin(self, model: Path) -> None:
        if self._stopping:
            return
        self._process = RasaProcess(environment=ENVIRONMENT, model=model, directory=self.folder)
        self._process.start()

    def _tell_address(self) -> None:
        """Let operators' commands use the same server: where it is, readable by its owner only."""
        client = self.client
        file = address_file(self.folder)
        if client.url is None:
            file.unlink(missing_ok=True)
        elif read_address(self.folder) != (client.url, client.token):
            descriptor = os.open(file.with_suffix(".new"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as opened:
                json.dump({"url": client.url, "token": client.token}, opened)
            file.with_suffix(".new").replace(file)


ENVIRONMENT = REPOSITORY / "nlu" / ".venv"


def address_file(folder: Path) -> Path:
    """Where a running application writes how to reach its Rasa server."""
    return folder / "address"


def read_address(folder: Path) -> tuple[str, str | None] | None:
    """URL and token of the running application's Rasa server, or None."""
    try:
        stored = json.loads(address_file(folder).read_text())
        return stored["url"], stored["token"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def newest_model(folder: Path) -> Path | None:
    """The model trained last, if any."""
    models = sorted((folder / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    return models[-1].resolve() if models else None


def train_model(folder: Path, examples: Examples) -> TrainedModel:
    """Train, or find what these examples were trained to before, and forget models long replaced.

    Raises TrainingFailed.
    """
    trained = train(examples, environment=ENVIRONMENT, directory=folder / "models")
    trained.path.touch()
    models = sorted((folder / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in models[MODELS_KEPT:]:
        old.unlink(missing_ok=True)
    if not trained.reused:
        log.info("model trained in %.0f s", trained.seconds)
    return trained


def shared_nlu_server(settings: Settings, examples: Callable[[], Examples]) -> NluServer:
    """For an operator's command: the server of the running application if it answers, else one of its own."""
    folder = settings.data_dir / "nlu"
    if settings.nlu_url is None and (address := read_address(folder)) is not None:
        client = RasaClient(*address)
        try:
            client.status()
            return OtherServer(lambda: read_address(folder))
        except NluUnavailable:
            log.info("the application's Rasa does not answer; starting one")
        finally:
            client.close()
    return nlu_server(settings, examples)


def nlu_server(settings: Settings, examples: Callable[[], Examples]) -> NluServer:
    """The server the settings ask for."""
    if settings.nlu_url is None:
        return OwnServer(settings, examples)
    token = settings.nlu_token.get_secret_value() if settings.nlu_token is not None else None
    address = settings.nlu_url, token
    return OtherServer(lambda: address)
