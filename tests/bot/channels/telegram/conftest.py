"""A fake Telegram for each test."""

from collections.abc import Iterator

import pytest

from tests.fakes.telegram import FakeTelegram


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    """A fake Bot API server in a thread of this process."""
    with FakeTelegram() as server:
        yield server
