"""The application as `make run` starts it, on a data folder of its own; when it answers, and when it understands."""

import json
import os
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from bot.content.catalogue import Catalogue
from bot.embedded_postgres import EmbeddedPostgres
from tests.bench.waiting import POLL_SECONDS, NotStarted, end, free_port, wait_for_answer

REPOSITORY = Path(__file__).parent.parent.parent
PAGE_SECONDS = 120
UNDERSTOOD_SECONDS = 600


@dataclass
class Start:
    """Seconds from the command to the page, to an answered button, to a trained model, to an understood text.

    `trained` is None when the model was there.
    """

    page: float
    button: float
    trained: float | None
    understood: float


@dataclass
class Application:
    """`lotse serve` on one data folder; may be started again and again."""

    folder: Path
    catalogue: Catalogue
    port: int = field(default_factory=free_port)
    _child: subprocess.Popen[bytes] | None = None

    def start(self) -> Start:
        """Start it and return when it understands. Raises NotStarted."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")}
        environment = {"LOTSE_DATA_DIR": str(self.folder), "LOTSE_PORT": str(self.port)}
        trained_before = bool(self._models())
        started = time.monotonic()
        with (self.folder / "lotse.log").open("ab") as log:
            self._child = subprocess.Popen(
                [REPOSITORY / ".venv" / "bin" / "lotse", "serve"],
                cwd=REPOSITORY, env=kept | environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        wait_for_answer(f"{self._address}/", self._child, PAGE_SECONDS)
        page = time.monotonic() - started
        token = self._open()
        self._say(token, button="menu")
        button = time.monotonic() - started
        trained = None if trained_before else self._wait_for_model() - started
        return Start(page, button, trained, self._wait_until_understood() - started)

    def stop(self) -> None:
        """Stop it, the database and Rasa with it."""
        if self._child is not None:
            end(self._child)

    def processes(self) -> dict[str, list[psutil.Process]]:
        """Its processes by what they are."""
        assert self._child is not None
        postmaster = EmbeddedPostgres(self.folder / "postgres").running()
        database = [postmaster.process, *postmaster.process.children(recursive=True)] if postmaster else []
        application = psutil.Process(self._child.pid)
        return {
            "application": [application],
            "rasa": application.children(recursive=True),
            "postgresql": database,
        }

    @property
    def _address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _models(self) -> list[Path]:
        return list((self.folder / "nlu" / "models").glob("*.tar.gz"))

    def _wait_for_model(self) -> float:
        deadline = time.monotonic() + UNDERSTOOD_SECONDS
        while not self._models():
            if time.monotonic() > deadline:
                raise NotStarted("no model was trained")
            time.sleep(POLL_SECONDS)
        return time.monotonic()

    def _wait_until_understood(self) -> float:
        """When a sentence of the examples was answered with its topic."""
        topic = next(iter(self.catalogue.topics))
        language = self.catalogue.master_language
        sentence = self.catalogue.examples()[f"faq/{topic}"][language][0]
        deadline = time.monotonic() + UNDERSTOOD_SECONDS
        while time.monotonic() < deadline:
            if self._get("/health/ready")["nlu"] == "ok":
                replies = self._say(self._open(), text=sentence)
                if any(reply["about"] == {"kind": "answer", "id": topic} for reply in replies):
                    return time.monotonic()
            time.sleep(POLL_SECONDS)
        raise NotStarted("free text is not understood")

    def _open(self) -> str:
        body = {"language": self.catalogue.master_language, "place": "web"}
        return str(self._post("/api/chat/conversations", body, {})["token"])

    def _say(self, token: str, **part: str) -> list[dict[str, Any]]:
        headers = {"Authorization": f"Bearer {token}"}
        body = {"id": str(uuid.uuid4()), **part}
        return list(self._post("/api/chat/messages", body, headers)["messages"])

    def _post(self, path: str, body: object, headers: dict[str, str]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", **headers}
        return self._ask(urllib.request.Request(self._address + path, json.dumps(body).encode(), headers))

    def _get(self, path: str) -> dict[str, Any]:
        return self._ask(urllib.request.Request(self._address + path))

    def _ask(self, request: urllib.request.Request) -> dict[str, Any]:
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return dict(json.loads(response.read()))
        except urllib.error.HTTPError as error:
            raise NotStarted(f"{request.selector}: status {error.code}") from error
