"""Encryption of what people write, and keyed hashes for looking it up.

The key file holds one `encrypt <Fernet key>` line per encryption key, newest first, and one `lookup <base64>` line.
Encryption keys can be rotated; the lookup key stays, so that a chat is found again after a rotation.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.errors import KeyFileProblem


@dataclass(frozen=True)
class Keyring:
    """Keys in force: `encrypt_keys` newest first, and the key of lookup hashes."""

    encrypt_keys: tuple[bytes, ...]
    lookup_key: bytes

    def __post_init__(self) -> None:
        object.__setattr__(self, "_fernet", MultiFernet([Fernet(key) for key in self.encrypt_keys]))

    @property
    def fernet(self) -> MultiFernet:
        """Encrypts with the newest key, decrypts with any."""
        fernet: MultiFernet = self._fernet  # type: ignore[attr-defined]
        return fernet

    def lookup_hash(self, *parts: str) -> bytes:
        """32 bytes that name `parts` without revealing them (HMAC-SHA-256)."""
        return hmac.new(self.lookup_key, "\x1f".join(parts).encode(), hashlib.sha256).digest()

    @classmethod
    def generate(cls) -> "Keyring":
        """New random keys."""
        return cls((Fernet.generate_key(),), secrets.token_bytes(32))

    def with_new_key(self) -> "Keyring":
        """The same keys and a new one that encrypts from now on."""
        return Keyring((Fernet.generate_key(), *self.encrypt_keys), self.lookup_key)

    def newest_only(self) -> "Keyring":
        """Without the keys that nothing is encrypted with any more."""
        return Keyring(self.encrypt_keys[:1], self.lookup_key)

    def check_opens(self, stored: bytes, path: Path) -> None:
        """Raises KeyFileProblem, which names the key file `path`, when no key opens `stored`."""
        try:
            self.fernet.decrypt(stored)
        except InvalidToken as error:
            raise KeyFileProblem(
                f"no key in {path} opens what the database holds; restore the right key file"
            ) from error

    @classmethod
    def read(cls, path: Path) -> "Keyring":
        """Keys from a file; raises KeyFileProblem when it is missing or malformed."""
        try:
            lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
            encrypt = tuple(value.encode() for kind, value in lines if kind == "encrypt")
            (lookup,) = (base64.b64decode(value, validate=True) for kind, value in lines if kind == "lookup")
            return cls(encrypt, lookup) if encrypt else cls._refuse(path)
        except (OSError, ValueError) as error:
            raise KeyFileProblem(
                f"{path}: not a key file (one `lookup` and at least one `encrypt` line)"
            ) from error

    @classmethod
    def _refuse(cls, path: Path) -> "Keyring":
        raise ValueError(path)

    def write(self, path: Path) -> None:
        """Write the key file readable by its owner only, replacing it in one step."""
        lines = [f"encrypt {key.decode()}" for key in self.encrypt_keys]
        lines.append(f"lookup {base64.b64encode(self.lookup_key).decode()}")
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".new")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)


@dataclass(frozen=True)
class _KeyFile:
    path: Path
    stamp: tuple[int, int]


_keyring: Keyring | None = None
_file: _KeyFile | None = None


def install(keyring: Keyring) -> None:
    """Make `keyring` the one every encrypted column uses."""
    global _keyring, _file
    _keyring, _file = keyring, None


def install_file(path: Path) -> Keyring:
    """Use the keys of a file from now on, and those it holds later: a changed file counts from its change.

    Raises KeyFileProblem.
    """
    global _keyring, _file
    stamp = _stamp(path)
    keyring = Keyring.read(path)
    _keyring, _file = keyring, _KeyFile(path, stamp)
    return keyring


def installed() -> Keyring:
    """The keyring in force; raises KeyFileProblem before `install`."""
    if _file is not None and _stamp(_file.path) != _file.stamp:
        return install_file(_file.path)
    if _keyring is None:
        raise KeyFileProblem("no encryption keys are loaded")
    return _keyring


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise KeyFileProblem(f"{path}: the key file cannot be read") from error
    return found.st_ino, found.st_mtime_ns


def lookup_hash(*parts: str) -> bytes:
    """Keyed hash under the keyring in force."""
    return installed().lookup_hash(*parts)


def seal(value: Any) -> bytes:
    """A JSON value as it is stored."""
    return installed().fernet.encrypt(json.dumps(value, ensure_ascii=False).encode())


class Encrypted(TypeDecorator[Any]):
    """A JSON value, encrypted at rest."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """JSON value -> encrypted bytes."""
        if value is None:
            return None
        return seal(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Encrypted bytes -> JSON value; raises KeyFileProblem when no key fits."""
        if value is None:
            return None
        try:
            return json.loads(installed().fernet.decrypt(bytes(value)))
        except InvalidToken as error:
            raise KeyFileProblem("no key in the key file opens this row") from error
