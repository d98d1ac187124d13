"""What operators' commands share: the running application's database, or one started for the command."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from bot import logs
from bot.content.store import ContentStore
from bot.database import shared_database
from bot.model_folder import Lessons
from bot.nlu_server import NluServer, shared_nlu_server
from bot.runtime import Runtime, start_runtime
from bot.settings import Settings, load_settings
from nlu.rasa_process import State

LONGEST_TRAINING = 1800


@contextmanager
def runtime_for_command(*, understands: bool = False) -> Iterator[Runtime]:
    """A runtime for one command; with `understands` it has a Rasa server, perhaps still starting.

    Raises LotseError.
    """
    settings = quiet_settings()
    with shared_database(settings) as database:

        def nlu(content: ContentStore) -> NluServer:
            return shared_nlu_server(settings, lambda: Lessons.of(content.whole()), database)

        runtime = start_runtime(settings, database, nlu=nlu if understands else None)
        try:
            yield runtime
        finally:
            runtime.stop()


def quiet_settings() -> Settings:
    """The settings in force; only warnings are logged, because the terminal belongs to the command."""
    settings = load_settings()
    level = "warning" if settings.log_level == "info" else settings.log_level
    logs.set_up(level, secrets=settings.secrets)
    return settings


def wait_for_nlu(runtime: Runtime, say: Callable[[str], None]) -> None:
    """Wait until texts are understood, the training of the first model included. Raises ClickException."""
    deadline = time.monotonic() + LONGEST_TRAINING
    told = False
    while runtime.nlu.state is not State.OK:
        if runtime.nlu.state is State.DOWN and runtime.settings.nlu_url is not None:
            raise click.ClickException("the Rasa server of LOTSE_NLU_URL does not answer")
        if time.monotonic() > deadline:
            raise click.ClickException(
                f"Rasa does not start; see {runtime.settings.data_dir / 'nlu' / 'rasa.log'}"
            )
        if not told:
            say("waiting for Rasa to start")
            told = True
        time.sleep(0.2)
