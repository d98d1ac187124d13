"""Rasa servers that somebody else runs, used as one; models are loaded on one after the other."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.database import AWAY, Database
from bot.live import Event, announce
from bot.model_folder import ModelFolder
from bot.services import trainings
from bot.settings import Settings
from nlu.rasa_client import NluUnavailable, RasaClient
from nlu.rasa_group import RasaGroup
from nlu.rasa_process import State

POLL_SECONDS = 2.0
SETTLE_SECONDS = 0.2
"""For texts that other processes have just sent to a server that is about to load a model."""
HOLD_SECONDS = 65.0
LOADING, LOADED = "model-loading", "model-loaded"
"""Kinds of the events that tell every process which of several servers takes no texts just now."""

log = logging.getLogger(__name__)


class ServerGroup:
    """Rasa servers that somebody else runs. They read models from the same path as this process.

    One that comes back with another model than the one in use is given that.
    """

    def __init__(
        self,
        addresses: Sequence[str],
        token: str | None,
        *,
        live_model: Callable[[], Path | None] = lambda: None,
        tell: Callable[[str, int], None] = lambda _kind, _server: None,
    ) -> None:
        """`live_model` is the model that was put into use last; `tell` tells every process of LOADING and LOADED."""
        self.client = RasaGroup([RasaClient(address, token) for address in addresses])
        self.state = State.STARTING
        self._live_model = live_model
        self._tell = tell
        self._swapping = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="nlu-watch", daemon=True)

    @classmethod
    def of(cls, settings: Settings, database: Database | None) -> "ServerGroup":
        """The servers of the settings; with a database, models are exchanged together with other processes."""
        token = settings.nlu_token.get_secret_value() if settings.nlu_token is not None else None
        if database is None:
            return cls(settings.nlu_urls, token)

        def tell(kind: str, server: int) -> None:
            try:
                with database.session() as session:
                    announce(session, kind, server=server)
            except AWAY as error:
                log.warning("other processes do not hear of a model being loaded (%s)", type(error).__name__)

        def live_model() -> Path | None:
            try:
                with database.session() as session:
                    live = trainings.live(session)
            except AWAY:
                return None
            return ModelFolder(settings.data_dir / "nlu").model(live.model) if live and live.model else None

        return cls(settings.nlu_urls, token, live_model=live_model, tell=tell)

    def start(self) -> None:
        """Begin asking."""
        self._look()
        self._thread.start()

    def stop(self) -> None:
        """Stop asking; the servers themselves go on."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self.client.close()

    def heard(self, event: Event) -> None:
        """Another process lets a server load a model: keep texts from it until that is done."""
        if event.kind in (LOADING, LOADED):
            server = int(event.ids.get("server", -1))
            if 0 <= server < len(self.client.clients):
                turnstile = self.client.clients[server].turnstile
                if event.kind == LOADING:
                    turnstile.close(HOLD_SECONDS)
                else:
                    turnstile.open()

    def use(self, model: Path) -> None:
        """Load it on one server after the other, so that one always answers."""
        with self._swapping:
            self.client.load(model, self._load)

    def _load(self, client: RasaClient, model: Path) -> None:
        server = self.client.clients.index(client)
        client.turnstile.close(HOLD_SECONDS)
        try:
            self._tell(LOADING, server)
            time.sleep(SETTLE_SECONDS)
            client.load(model)
        finally:
            client.turnstile.open()
            self._tell(LOADED, server)

    def _watch(self) -> None:
        while not self._stopping.wait(POLL_SECONDS):
            self._look()

    def _look(self) -> None:
        found = self.client.look()
        self.state = State.OK if found else State.DOWN
        if not found or not self._swapping.acquire(blocking=False):
            return
        try:
            wanted = self._live_model()
            for client, name in found.items():
                if wanted is not None and name != wanted.name:
                    log.warning("a server has another model (%s) than the one in use; loading it", name)
                    self._load(client, wanted)
        except NluUnavailable as error:
            log.error("a server cannot load the model in use: %s", error)
        finally:
            self._swapping.release()
