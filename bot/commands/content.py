"""`lotse content`: check, publish and write out what the assistant says."""

from pathlib import Path

import click

from bot.commands.session import runtime_for_command
from bot.content import store
from bot.content.check import Finding, check
from bot.models import ContentFileRow
from bot.runtime import CONTENT_FOLDER, Runtime

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def content() -> None:
    """What the assistant says and hears."""


@content.command("check")
@click.argument("path", type=FOLDER, default=CONTENT_FOLDER)
def check_command(path: Path) -> None:
    """Name everything missing or broken in a content folder, with file and line."""
    findings = check(store.read_folder(path))
    _show(findings, path)
    if findings:
        raise click.ClickException(f"{len(findings)} findings")
    click.echo(f"{path}: nothing to mend")


@content.command("import")
@click.argument("path", type=FOLDER, default=CONTENT_FOLDER)
def import_command(path: Path) -> None:
    """Publish a content folder, if there is nothing to mend in it; running applications take it up at once."""
    files = store.read_folder(path)
    findings = check(files)
    _show(findings, path)
    if findings:
        raise click.ClickException(f"nothing was published: {len(findings)} findings")
    with runtime_for_command() as runtime, runtime.database.session() as session:
        changed = store.publish(session, files, runtime.clock())
    click.echo(f"{changed} files changed; run `lotse nlu train` when examples are among them")


@content.command("export")
@click.argument("path", type=FOLDER)
def export_command(path: Path) -> None:
    """Write the published content into a folder."""
    with runtime_for_command() as runtime:
        count = store.write_folder(published_files(runtime), path)
    click.echo(f"{count} files written to {path}")


def published_files(runtime: Runtime) -> dict[str, str]:
    """The published content tree, file by file."""
    with runtime.database.session() as session:
        return {row.path: row.body for row in session.query(ContentFileRow)}


def _show(findings: list[Finding], path: Path) -> None:
    for finding in findings:
        click.echo(f"{path / finding.path}:{finding.line}: {finding.problem}")
