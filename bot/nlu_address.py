"""Where the running application's Rasa server is, so that operators' commands use the same."""

import json
import os
from pathlib import Path

from nlu.rasa_client import RasaClient


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


def tell_address(folder: Path, client: RasaClient) -> None:
    """Write down where the server is, readable by its owner only; nothing while there is none."""
    file = address_file(folder)
    if client.url is None:
        file.unlink(missing_ok=True)
    elif read_address(folder) != (client.url, client.token):
        descriptor = os.open(file.with_suffix(".new"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            json.dump({"url": client.url, "token": client.token}, opened)
        file.with_suffix(".new").replace(file)
