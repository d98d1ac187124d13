"""`lotse keys`: the encryption keys."""

import click

from bot import logs
from bot.database import shared_database
from bot.migrations import migrate
from bot.services import key_rotation
from bot.settings import load_settings


@click.group()
def keys() -> None:
    """The keys that what people write is encrypted with."""


@keys.command()
def rotate() -> None:
    """Encrypt everything with a new key and forget the old ones; the application may go on running."""
    settings = load_settings()
    logs.set_up(settings.log_level, secrets=settings.secrets)
    with shared_database(settings) as database:
        migrate(database)
        count = key_rotation.rotate(database, settings.key_file)
    click.echo(f"{count} values encrypted anew; keep a copy of {settings.key_file}")
