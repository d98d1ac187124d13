"""`lotse questionnaire`: the form in and out, and what people answered."""

import sys
from pathlib import Path
from typing import TextIO

import click

from bot.commands.content import published_files
from bot.commands.session import runtime_for_command
from bot.content import store
from bot.content.check import check
from bot.content.form_files import read_sheets, write_sheets
from bot.content.xlsform import read_form
from bot.runtime import Runtime
from bot.services.responses_export import write_responses

SOURCE = click.Path(exists=True, path_type=Path)
TARGET = click.Path(path_type=Path)


@click.group()
def questionnaire() -> None:
    """The questionnaire, as an XLSForm: a .xlsx file, or a folder with survey.csv, choices.csv, settings.csv."""


@questionnaire.command("check")
@click.argument("path", type=SOURCE)
def check_command(path: Path) -> None:
    """Name everything that keeps a form from being asked in a chat, with sheet, row and column."""
    form, _ = read_form(read_sheets(path))
    click.echo(f"{form.id}, version {form.version}: {len(form.questions)} questions, nothing to mend")


@questionnaire.command("import")
@click.argument("path", type=SOURCE)
def import_command(path: Path) -> None:
    """Publish a form. Responses under way go on with the version they were begun with."""
    sheets = read_sheets(path)
    with runtime_for_command() as runtime:
        form, _ = read_form(sheets, runtime.content.current.enabled)
        files = published_files(runtime)
        folder = f"questionnaires/{form.id}"
        files.update({f"{folder}/{name}.csv": text for name, text in sheets.items()})
        findings = [finding for finding in check(files) if finding.path.startswith(folder)]
        for finding in findings:
            click.echo(str(finding))
        if findings:
            raise click.ClickException(f"nothing was published: {len(findings)} findings")
        with runtime.database.session() as session:
            store.publish(session, files, runtime.clock())
    click.echo(f"{form.id}, version {form.version} is published")


@questionnaire.command("export")
@click.argument("path", type=TARGET)
def export_command(path: Path) -> None:
    """Write the published form to a .xlsx file or a folder."""
    with runtime_for_command() as runtime:
        catalogue = runtime.content.current
        write_sheets(catalogue.form_sheets(catalogue.form.id), path)
    click.echo(f"written to {path}")


@questionnaire.command("responses")
@click.argument("path", type=TARGET, required=False)
@click.option("--with-sensitive", is_flag=True, help="Also the questions marked as sensitive.")
def responses_command(path: Path | None, with_sensitive: bool) -> None:
    """Write all answers as CSV, one row a response, to a file or to standard output."""
    with runtime_for_command() as runtime:
        if path is None:
            _write(runtime, sys.stdout, with_sensitive)
            return
        path.touch(mode=0o600)
        with path.open("w", encoding="utf-8", newline="") as file:
            count = _write(runtime, file, with_sensitive)
    click.echo(f"{count} responses written to {path}")


def _write(runtime: Runtime, file: TextIO, with_sensitive: bool) -> int:
    with runtime.database.session() as session:
        return write_responses(session, [runtime.content.current.form], file, with_sensitive=with_sensitive)
