"""`python -m tests.fakes.telegram --port N`: the fake alone; prints its address, stops on SIGTERM or SIGINT."""

import argparse
import signal
import threading

from tests.fakes.telegram.driver import TOKEN, USERNAME, FakeTelegram


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.telegram")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--username", default=USERNAME)
    parser.add_argument("--retry-scale", type=float, default=0.02)
    given = parser.parse_args()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    fake = FakeTelegram(
        token=given.token, username=given.username, port=given.port, retry_scale=given.retry_scale
    )
    with fake:
        print(fake.address, flush=True)
        stopped.wait()


if __name__ == "__main__":
    main()
