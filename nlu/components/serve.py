"""Serve a model: `python -m nlu.components.serve MODEL`. Does what `rasa run --enable-api` does, more safely.

The parent hands over a bound socket (no race for the port) and the secret in the environment (not in the
command line, which everybody on the machine can read). The server dies with its parent, however that ends.
"""

from __future__ import annotations

import os
import socket
import sys
from functools import partial

from nlu.components.parent import die_with_parent


def main(model: str) -> None:
    """Answer on the socket that was handed over until the process is told to stop."""
    die_with_parent()
    listener = socket.socket(fileno=int(os.environ["LOTSE_RASA_SOCKET"]))
    secret = os.environ.pop("LOTSE_RASA_SECRET")

    # takes seconds: only after the parent is watched
    import rasa.core.run  # noqa: PLC0415
    from rasa.core.utils import AvailableEndpoints  # noqa: PLC0415
    from rasa.utils.common import configure_logging_and_warnings, update_sanic_log_level  # noqa: PLC0415
    from rasa.utils.log_utils import configure_structlog  # noqa: PLC0415

    configure_logging_and_warnings()
    configure_structlog()  # without it every message is written to the log, text included
    endpoints = AvailableEndpoints()
    app = rasa.core.run.configure_app(
        cors=None, enable_api=True, jwt_secret=secret, jwt_method="HS256", endpoints=endpoints
    )
    app.register_listener(
        partial(rasa.core.run.load_agent_on_start, model, endpoints, None), "before_server_start"
    )
    app.register_listener(rasa.core.run.close_resources, "after_server_stop")
    update_sanic_log_level()
    app.run(sock=listener, workers=1, access_log=False, motd=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
