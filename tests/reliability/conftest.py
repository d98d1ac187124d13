"""What the tests of reliability share."""

from collections.abc import Iterator

import pytest

from bot import encryption
from bot.encryption import Keyring
from tests.reliability.understanding import StubRasa


@pytest.fixture(autouse=True)
def keys_as_before(keyring: Keyring) -> Iterator[None]:
    """Applications of these tests have keys of their own; the other tests get theirs back."""
    yield
    encryption.install(keyring)


@pytest.fixture
def stub_rasa() -> Iterator[StubRasa]:
    """Understanding that is under the test's control."""
    with StubRasa() as stub:
        yield stub
