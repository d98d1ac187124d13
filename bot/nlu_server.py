"""The Rasa servers this process talks to: its own child, somebody else's, or none."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from bot.database import Database
from bot.live import Event
from bot.model_folder import ENVIRONMENT, Lessons, ModelFolder
from bot.nlu_address import address_file, read_address, tell_address
from bot.nlu_group import ServerGroup
from bot.settings import Settings
from nlu.rasa_client import NluUnavailable, Parser, RasaClient
from nlu.rasa_process import RasaProcess, State
from nlu.training import TrainedModel, TrainingFailed

POLL_SECONDS = 2.0
WAIT_SECONDS = 60.0
BACK_SECONDS = 10.0
"""A child that is not back after that long is started anew with the model it shall have."""
NEW_MODEL = "model"
"""Kind of the event that tells running processes of a new model."""

log = logging.getLogger(__name__)


class NluServer(Protocol):
    """Where texts are understood. `client` answers, or raises NluUnavailable; look it up for every use."""

    @property
    def client(self) -> Parser:
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

    def use(self, model: Path) -> None:
        """Put a model into use; returns when it answers. No text is lost or refused meanwhile.

        Raises NluUnavailable, and keeps the model before.
        """


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

    def use(self, model: Path) -> None:
        """There is nobody to use it."""
        raise NluUnavailable("no server")


class OtherServer:
    """The Rasa server of the running application, for an operator's command; asked regularly whether it answers."""

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

    def use(self, model: Path) -> None:
        """Wait until the application has loaded it."""
        wait_until_loaded(self.client, model)

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

    `folder` holds its models, its log and its address. With `retrain` a model that does not come from the published
    examples is replaced at the start; without, the first one only is made here, and the publisher makes the others.
    """

    def __init__(self, settings: Settings, lessons: Callable[[], Lessons], *, retrain: bool = True) -> None:
        self.folder = settings.data_dir / "nlu"
        self._models = ModelFolder(self.folder)
        self._lessons = lessons
        self._retrain = retrain
        self._swapping = threading.Lock()
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

    def use(self, model: Path) -> None:
        """Load it into the child, or start the child with it when that does not answer."""
        with self._swapping:
            process = self._process
            if process is not None and process.wait_until_ok(BACK_SECONDS):
                process.load(model)
            else:
                if process is not None:
                    process.stop()
                self._begin(model)
                if self._process is None or not self._process.wait_until_ok(WAIT_SECONDS):
                    raise NluUnavailable("Rasa does not start with this model")
        log.info("a new model is in use")

    def _run(self) -> None:
        try:
            self._train_and_begin()
        except (TrainingFailed, NluUnavailable) as error:
            self._failed = self._process is None
            log.error("the model for understanding: %s", error)
        while not self._stopping:
            tell_address(self.folder, self.client)
            self._load_newest()
            self._wake.wait(POLL_SECONDS)
            self._wake.clear()

    def _train_and_begin(self) -> None:
        """Begin with the newest model there is, so that texts are understood while a better one is trained."""
        newest = self._models.live
        if newest is not None:
            self._begin(newest)
            if not self._retrain or self._models.is_up_to_date(self._lessons()):
                return
        trained = self._models.train_first(self._lessons())
        log.info("model trained in %.0f s", trained.seconds)
        if self._process is None:
            self._begin(trained.path)
        elif newest != trained.path:
            self._outdated.set()

    def _load_newest(self) -> None:
        newest = self._models.live
        if newest is None or not self._outdated.is_set():
            return
        if self._process is None:
            self._begin(newest)
            self._outdated.clear()
        elif self._process.state is not State.STARTING:
            self._outdated.clear()
            try:
                self.use(newest)
            except NluUnavailable as error:
                log.error("the new model cannot be loaded: %s", error)

    def _begin(self, model: Path) -> None:
        if self._stopping:
            return
        self._process = RasaProcess(environment=ENVIRONMENT, model=model, directory=self.folder)
        self._process.start()


def newest_model(folder: Path) -> Path | None:
    """The model trained last, if any."""
    return ModelFolder(folder).live


def train_model(folder: Path, lessons: Lessons) -> TrainedModel:
    """Train and use without comparing; the same lessons are not trained again. Raises TrainingFailed."""
    return ModelFolder(folder).train_first(lessons)


def wait_until_loaded(client: RasaClient, model: Path, seconds: float = WAIT_SECONDS) -> None:
    """Wait until a server that somebody else looks after has the model. Raises NluUnavailable."""
    deadline = time.monotonic() + seconds
    while Path(client.status()).name != model.name:
        if time.monotonic() > deadline:
            raise NluUnavailable("the application did not load the model; its log says why")
        time.sleep(0.1)


def shared_nlu_server(
    settings: Settings, lessons: Callable[[], Lessons], database: Database | None = None
) -> NluServer:
    """For an operator's command: the server of the running application if it answers, else one of its own."""
    folder = settings.data_dir / "nlu"
    if not settings.nlu_urls and (address := read_address(folder)) is not None:
        client = RasaClient(*address)
        try:
            client.status()
            return OtherServer(lambda: read_address(folder))
        except NluUnavailable:
            log.info("the application's Rasa does not answer; starting one")
        finally:
            client.close()
    return nlu_server(settings, lessons, database)


def nlu_server(
    settings: Settings,
    lessons: Callable[[], Lessons],
    database: Database | None = None,
    *,
    retrain: bool = True,
) -> NluServer:
    """The servers the settings ask for. With `database` models are exchanged together with other processes."""
    if not settings.nlu_urls:
        return OwnServer(settings, lessons, retrain=retrain)
    return ServerGroup.of(settings, database)
