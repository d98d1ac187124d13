"""A stand-in for Rasa that understands a few fixed sentences: it can be stopped, started again and made slow."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from tests.application import free_port

MEANINGS = {
    "wo melde ich meine neue adresse an": "faq.register-address",
    "ich suche einen deutschkurs": "faq.german-courses",
    "mein kind braucht einen kitaplatz": "faq.kita-place",
    "wir suchen eine wohnung in dortmund": "faq.find-flat",
    "wie finde ich eine arbeit": "faq.job-search",
    "vielen dank für die hilfe": "do.thanks",
}
"""Sentences understood for certain; everything else is outside the subject."""

NOT_UNDERSTOOD = "wann gewinnt der bvb wieder die meisterschaft"


class StubRasa:
    """Rasa's HTTP API as far as it is used, on a port of loopback that stays the same."""

    def __init__(self) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.delay = 0.0
        self.slow_texts: dict[str, float] = {}
        self.asked = 0
        self._server: _Server | None = None

    def __enter__(self) -> "StubRasa":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Answer from now on."""
        self._server = _Server(("127.0.0.1", self.port), _Request)
        self._server.stub = self
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections from now on."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def parse(self, text: str) -> dict[str, Any]:
        """What Rasa says about a text."""
        self.asked += 1
        time.sleep(self.slow_texts.get(text.lower(), self.delay))
        name = MEANINGS.get(text.lower(), "other.out-of-scope")
        others = [{"name": other, "confidence": 0.01} for other in MEANINGS.values() if other != name]
        return {
            "text": text,
            "intent_ranking": [{"name": name, "confidence": 0.96}, *others],
            "languages": {"de": 0.99},
            "known": 1.0,
        }


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128
    stub: StubRasa

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked is gone: nothing to say."""


class _Request(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._answer({"model_file": "stub.tar.gz"})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(self.server.stub.parse(asked["text"]))

    def _answer(self, body: dict[str, Any]) -> None:
        written = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""
