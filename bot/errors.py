"""Errors the application raises on purpose; each is named for what happened and caught once, at a door."""


class LotseError(Exception):
    """Something an operator or a caller can act on; the text says what to do."""


class KeyFileProblem(LotseError):
    """The key file is missing, malformed or does not fit the data."""


class SettingsProblem(LotseError):
    """A setting is unknown or has a value that cannot be used."""


class DatabaseProblem(LotseError):
    """The database does not start or cannot be reached."""


class AlreadyRunning(LotseError):
    """Another process uses this data folder."""


class ContentProblem(LotseError):
    """Content that must exist before the application may start is missing."""


class NotFound(LotseError):
    """There is no such thing (any more)."""


class NotAllowed(LotseError):
    """This member of staff may not do that."""


class Conflict(LotseError):
    """Somebody else was faster; the state is no longer what the caller saw."""
