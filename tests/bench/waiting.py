"""Starting and ending the processes that are measured."""

import http.client
import socket
import subprocess
import time
import urllib.error
import urllib.request

POLL_SECONDS = 0.05


class NotStarted(Exception):
    """A process that is to be measured did not come up; says what it was waiting for."""


def free_port() -> int:
    """A port of the loopback address that nobody uses right now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for_answer(url: str, child: subprocess.Popen[bytes], seconds: float) -> None:
    """Return when the address answers with success. Raises NotStarted when it does not, or the process ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, http.client.HTTPException, OSError):
            if child.poll() is not None:
                raise NotStarted(f"{url}: the process ended with status {child.returncode}") from None
            time.sleep(POLL_SECONDS)
    raise NotStarted(f"{url} did not answer within {seconds:.0f} s")


def end(child: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """End a process: politely, then for good."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()
