"""The real application in a process of its own, for tests that start, stop and kill it."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

LOTSE = Path(sys.executable).with_name("lotse")


@dataclass
class Application:
    """`lotse serve` on a data folder; the same folder may be started again after it ended."""

    folder: Path
    parts: str | None = "web,worker"
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: "subprocess.Popen[str] | None" = None

    def __post_init__(self) -> None:
        self.port = self.port or free_port()

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Its environment variables; operators' commands need the same."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")}
        return {**kept, "LOTSE_DATA_DIR": str(self.folder), "LOTSE_PORT": str(self.port), **self.settings}

    @property
    def output(self) -> str:
        """Everything it wrote so far, in all its lives."""
        file = self.folder.with_name(self.folder.name + ".log")
        return file.read_text() if file.exists() else ""

    def start(self, *, wait: float = 60) -> None:
        """Start it and wait until the page answers."""
        command = [str(LOTSE), "serve", *(["--only", self.parts] if self.parts else [])]
        with self.folder.with_name(self.folder.name + ".log").open("a") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, text=True
            )
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"it ended with {self.process.returncode}:\n{self.output}")
            try:
                if httpx.get(self.address + "/health/live", timeout=1).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError(f"it does not answer:\n{self.output}")

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal and wait for its end; says its exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.stop(signal.SIGKILL)

    def run(self, *arguments: str, input: str = "") -> "subprocess.CompletedProcess[str]":
        """One of the operators' commands on the same folder."""
        return subprocess.run(
            [str(LOTSE), *arguments],
            env=self.environment,
            input=input,
            capture_output=True,
            text=True,
            timeout=300,
        )


def free_port() -> int:
    """A port nobody uses right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
