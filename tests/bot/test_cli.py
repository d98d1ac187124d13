"""Commands do what they say, and end with 0, 1 or 2."""

import contextlib
import csv
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import encryption, logs
from bot.cli import main
from bot.encryption import Keyring
from bot.runtime import CONTENT_FOLDER


@dataclass(frozen=True)
class Done:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Lotse:
    """The commands, run in this process on a data folder on which nothing else runs."""

    folder: Path

    def run(self, *arguments: str, written: str = "", settings: dict[str, str] | None = None) -> Done:
        """One command with `written` on its standard input."""
        out, err = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            for name, value in {"LOTSE_DATA_DIR": str(self.folder), **(settings or {})}.items():
                patch.setenv(name, value)
            patch.setattr(logs, "set_up", lambda *_, **__: None)
            patch.setattr(sys, "stdin", io.StringIO(written))
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    main(arguments)
                    status = 0
                except SystemExit as ended:
                    status = int(ended.code or 0)
        return Done(status, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def lotse(keyring: Keyring) -> Iterator[Lotse]:
    folder = Path(tempfile.mkdtemp(prefix="lotse-test-"))
    yield Lotse(folder / "data")
    encryption.install(keyring)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("serve", "--only", "web,moon"),
        ("erase", "not-a-uuid"),
        ("staff", "add", "amal", "--role", "king", "--password-stdin"),
        ("nlu", "evaluate"),
    ],
)
def test_wrong_usage_ends_with_2(lotse: Lotse, arguments: tuple[str, ...]) -> None:
    assert lotse.run(*arguments).status == 2


def test_an_unknown_setting_ends_with_1_and_one_line(folder: Path) -> None:
    refused = Lotse(folder).run("serve", settings={"LOTSE_TELEGRAM_TOKN": "x"})
    assert (refused.status, len(refused.err.splitlines())) == (1, 1)


def test_the_real_content_has_nothing_to_mend(lotse: Lotse) -> None:
    checked = lotse.run("content", "check")
    assert (checked.status, checked.err) == (0, ""), checked.out


def test_broken_content_is_named_with_file_and_line_and_not_published(lotse: Lotse, folder: Path) -> None:
    shutil.copytree(CONTENT_FOLDER, folder / "content")
    (folder / "content" / "uk" / "phrases.ftl").unlink()
    for command in ("check", "import"):
        refused = lotse.run("content", command, str(folder / "content"))
        assert refused.status == 1
        assert "uk/phrases.ftl:" in refused.out


def test_content_goes_out_as_it_came_in(lotse: Lotse, folder: Path) -> None:
    assert lotse.run("content", "export", str(folder / "out")).status == 0
    assert "0 files changed" in lotse.run("content", "import", str(folder / "out")).out


def test_the_questionnaire_goes_through_a_spreadsheet_unchanged(lotse: Lotse, folder: Path) -> None:
    sheet, again = folder / "form.xlsx", folder / "again"
    for arguments in (
        ("export", str(sheet)),
        ("check", str(sheet)),
        ("import", str(sheet)),
        ("export", str(again)),
    ):
        done = lotse.run("questionnaire", *arguments)
        assert done.status == 0, done.err
    for file in again.iterdir():
        (original,) = CONTENT_FOLDER.glob(f"questionnaires/*/{file.name}")
        assert rows(file) == rows(original)


def rows(file: Path) -> list[list[str]]:
    return [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
    ]


def test_a_file_that_is_no_form_is_refused(lotse: Lotse, folder: Path) -> None:
    (folder / "form.xlsx").write_text("no")
    assert lotse.run("questionnaire", "check", str(folder / "form.xlsx")).status == 1


def test_responses_come_out_as_a_table(lotse: Lotse) -> None:
    done = lotse.run("questionnaire", "responses")
    assert done.status == 0
    assert done.out.startswith("response,questionnaire,version,")


def test_a_short_password_is_refused(lotse: Lotse) -> None:
    refused = lotse.run("staff", "add", "amal", "--role", "editor", "--password-stdin", written="short\n")
    assert refused.status == 1
    assert "password" in refused.err
