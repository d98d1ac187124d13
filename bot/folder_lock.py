"""One application per data folder."""

import fcntl
import os
from pathlib import Path
from typing import IO

from bot.errors import AlreadyRunning


class FolderLock:
    """An exclusive lock on a data folder, held until released or until the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock at once. Raises AlreadyRunning, which names the process that has it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = (self._folder / "lock").open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            owner = file.read().strip()
            file.close()
            process = f"process {owner}" if owner else "another process"
            raise AlreadyRunning(
                f"Lotse already runs on {self._folder} ({process}); stop it or set LOTSE_DATA_DIR to another folder"
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        self._file = file

    def release(self) -> None:
        """Give the lock back; harmless without it."""
        if self._file is not None:
            self._file.close()
            self._file = None
