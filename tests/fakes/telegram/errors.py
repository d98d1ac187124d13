"""What the fake refuses with, worded as Telegram words it."""


class ApiError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


def bad_request(problem: str) -> ApiError:
    """A 400."""
    return ApiError(400, f"Bad Request: {problem}")


def forbidden(problem: str) -> ApiError:
    """A 403."""
    return ApiError(403, f"Forbidden: {problem}")
