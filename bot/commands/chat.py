"""`lotse chat`: a conversation in the terminal."""

import sys

import click

from bot.channels.terminal import Terminal
from bot.commands.session import runtime_for_command
from bot.inbox import Inbox


@click.command()
@click.option("--language", metavar="CODE", help="The language to begin in, such as ar.")
def chat(language: str | None) -> None:
    """Talk to the assistant here. A number presses that button; an empty line or Ctrl-D ends."""
    with runtime_for_command(understands=True) as runtime:
        enabled = runtime.content.current.enabled
        if language is not None and language not in enabled:
            raise click.BadParameter(f"enabled languages are {', '.join(enabled)}", param_hint="--language")
        Terminal(runtime, Inbox(runtime), click.echo).talk(sys.stdin, language)
