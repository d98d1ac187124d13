"""`lotse`: everything operators can do from a terminal."""

import importlib
import sys
from collections.abc import Mapping, Sequence

import click

from bot.errors import LotseError

COMMANDS: Mapping[str, str] = {
    "serve": "bot.commands.serve:serve",
    "chat": "bot.commands.chat:chat",
    "staff": "bot.commands.staff:staff",
    "content": "bot.commands.content:content",
    "nlu": "bot.commands.nlu:nlu",
    "questionnaire": "bot.commands.questionnaire:questionnaire",
    "erase": "bot.commands.person:erase",
    "export-person": "bot.commands.person:export_person",
    "keys": "bot.commands.keys:keys",
}
"""Each command and where it is; loaded only when it is used, so that `lotse serve` stays small."""


class Commands(click.Group):
    """The commands of the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.command(cls=Commands)
@click.version_option(package_name="lotse")
def lotse() -> None:
    """Lotse, the arrival assistant. Settings are LOTSE_* variables; see the README."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Exit with 0 when it is done, 1 when there is a problem and it was said, 2 for wrong usage.

    `arguments` are those of the command line unless given.
    """
    try:
        lotse(list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except LotseError as error:
        click.echo(f"lotse: {error}", err=True)
        sys.exit(1)
