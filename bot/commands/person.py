"""`lotse erase` and `lotse export-person`: one person's data."""

import json
import uuid
from pathlib import Path

import click

from bot.commands.session import runtime_for_command
from bot.errors import NotFound
from bot.models import ConversationRow
from bot.services import audit, erasure, person_data


@click.command()
@click.argument("conversation", type=click.UUID)
def erase(conversation: uuid.UUID) -> None:
    """Erase everything of one person. It cannot be undone."""
    with runtime_for_command() as runtime, runtime.database.session() as session:
        if not erasure.erase(session, conversation, now=runtime.clock()):
            raise NotFound(f"there is no conversation {conversation}")
        audit.record(session, "erased", member_id=None, now=runtime.clock())
    click.echo("erased")


@click.command("export-person")
@click.argument("conversation", type=click.UUID)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export_person(conversation: uuid.UUID, file: Path) -> None:
    """Write a copy of everything stored of one person: FILE.json and a readable FILE.html, or FILE with its ending."""
    with runtime_for_command() as runtime:
        with runtime.database.session() as session:
            row = session.get(ConversationRow, conversation)
            if row is None:
                raise NotFound(f"there is no conversation {conversation}")
            copy = person_data.copy(session, row, now=runtime.clock())
            audit.record(session, "exported", member_id=None, conversation=conversation, now=runtime.clock())
        file.touch(mode=0o600)
        file.write_text(json.dumps(copy, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    click.echo(f"written to {file}")
