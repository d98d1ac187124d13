"""`lotse serve`: run the application."""

import click

from bot import logs
from bot.app import known_parts
from bot.app import serve as run
from bot.errors import LotseError
from bot.settings import load_settings


@click.command()
@click.option("--only", metavar="PARTS", help="Only these parts, with commas: web, telegram, worker, nlu.")
def serve(only: str | None) -> None:
    """Run the application until it is stopped."""
    settings = load_settings()
    try:
        parts = known_parts(only)
    except LotseError as error:
        raise click.BadParameter(str(error), param_hint="--only") from error
    logs.set_up(settings.log_level, secrets=settings.secrets)
    run(settings, parts, click.echo)
