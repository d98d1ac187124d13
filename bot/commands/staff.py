"""`lotse staff`: accounts of the console."""

import sys

import click

from bot.commands.session import runtime_for_command
from bot.services import staff as accounts
from bot.services.staff import AccountProblem

PROBLEMS = {
    "bad-name": "a name has small letters, digits, dots and hyphens only",
    "name-taken": "there is an account of that name already",
    "password-too-short": f"the password needs at least {accounts.SHORTEST_PASSWORD} characters",
    "password-too-long": f"the password may have at most {accounts.LONGEST_PASSWORD} characters",
    "bad-shown-name": "the shown name needs 1 to 60 characters",
}


@click.group()
def staff() -> None:
    """Accounts of the console."""


@staff.command()
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(accounts.ROLES))
@click.option("--shown-name", default="", help="What people see in the chat.")
@click.option("--counsellor", metavar="KEY", help="Whose calendar in services.yml this is.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def add(name: str, role: str, shown_name: str, counsellor: str | None, password_stdin: bool) -> None:
    """Add an account, without the one-time link."""
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    with runtime_for_command() as runtime:
        known = runtime.content.current.services.counsellors
        if counsellor is not None and counsellor not in known:
            raise click.BadParameter(f"known keys are {', '.join(sorted(known))}", param_hint="--counsellor")
        try:
            with runtime.database.session() as session:
                row = accounts.add(
                    session,
                    name=name,
                    role=role,
                    password=password,
                    shown_name=shown_name,
                    counsellor=counsellor,
                    now=runtime.clock(),
                )
                added = row.name
        except AccountProblem as problem:
            raise click.ClickException(PROBLEMS.get(problem.code, problem.code)) from problem
    click.echo(f"account {added} added: {role}")
