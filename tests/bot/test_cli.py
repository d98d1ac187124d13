"""Commands do what they say, and end with 0, 1 or 2."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.runtime import CONTENT_FOLDER
from tests.application import Application


@pytest.fixture(scope="module")
def lotse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """A data folder on which nothing runs."""
    folder = tmp_path_factory.mktemp("lotse")
    yield Application(folder / "data")
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
def test_wrong_usage_ends_with_2(lotse: Application, arguments: tuple[str, ...]) -> None:
    assert lotse.run(*arguments).returncode == 2


def test_an_unknown_setting_ends_with_1_and_one_line(folder: Path) -> None:
    refused = Application(folder, settings={"LOTSE_TELEGRAM_TOKN": "x"}).run("serve")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)


def test_the_real_content_has_nothing_to_mend(lotse: Application) -> None:
    checked = lotse.run("content", "check")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout


def test_broken_content_is_named_with_file_and_line_and_not_published(
    lotse: Application, folder: Path
) -> None:
    shutil.copytree(CONTENT_FOLDER, folder / "content")
    (folder / "content" / "uk" / "phrases.ftl").unlink()
    for command in ("check", "import"):
        refused = lotse.run("content", command, str(folder / "content"))
        assert refused.returncode == 1
        assert "uk/phrases.ftl:" in refused.stdout


def test_content_goes_out_as_it_came_in(lotse: Application, folder: Path) -> None:
    assert lotse.run("content", "export", str(folder / "out")).returncode == 0
    assert "0 files changed" in lotse.run("content", "import", str(folder / "out")).stdout


def test_the_questionnaire_goes_through_a_spreadsheet_unchanged(lotse: Application, folder: Path) -> None:
    sheet, again = folder / "form.xlsx", folder / "again"
    for arguments in (
        ("export", str(sheet)),
        ("check", str(sheet)),
        ("import", str(sheet)),
        ("export", str(again)),
    ):
        done = lotse.run("questionnaire", *arguments)
        assert done.returncode == 0, done.stderr
    for file in again.iterdir():
        (original,) = CONTENT_FOLDER.glob(f"questionnaires/*/{file.name}")
        assert rows(file) == rows(original)


def rows(file: Path) -> list[list[str]]:
    return [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
    ]


def test_a_file_that_is_no_form_is_refused(lotse: Application, folder: Path) -> None:
    (folder / "form.xlsx").write_text("no")
    assert lotse.run("questionnaire", "check", str(folder / "form.xlsx")).returncode == 1


def test_responses_come_out_as_a_table(lotse: Application) -> None:
    done = lotse.run("questionnaire", "responses")
    assert done.returncode == 0
    assert done.stdout.startswith("response,questionnaire,version,")


def test_a_short_password_is_refused(lotse: Application) -> None:
    refused = lotse.run("staff", "add", "amal", "--role", "editor", "--password-stdin", input="short\n")
    assert refused.returncode == 1
    assert "password" in refused.stderr
