"""The sheets of an XLSForm as rows of text, and what is found wrong in them."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.errors import ContentProblem

SHEETS = ("survey", "choices", "settings")
LANGUAGE = re.compile(r".*\(([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\)")


@dataclass(frozen=True, order=True)
class Problem:
    """Something to mend in a form. Rows count as in a spreadsheet: the column names are row 1."""

    sheet: str
    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.sheet}, row {self.row}" + (f", column {self.column}" if self.column else "")
        return f"{place}: {self.reason}"


class FormProblems(ContentProblem):
    """The form cannot be used; `problems` says everything there is to mend."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its column names, and its rows as far as their cells are filled in. `rows[0]` is row 2."""

    name: str
    columns: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def numbered(self) -> list[tuple[int, Mapping[str, str]]]:
        """Rows that are not blank, with their numbers."""
        return [(number, row) for number, row in enumerate(self.rows, start=2) if row]

    def languages(self, column: str) -> dict[str, str]:
        """Language code -> full column name, of the columns `column::Language (code)`."""
        named = ((name.partition("::"), name) for name in self.columns)
        found = (
            (LANGUAGE.fullmatch(language), name) for (head, _, language), name in named if head == column
        )
        return {match.group(1): name for match, name in found if match}


def read_csv(name: str, text: str) -> Sheet:
    """The sheet in a CSV text. What is wrong with it is in its `problems`."""
    try:
        records = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        return Sheet(name, problems=(Problem(name, 1, "", f"not a CSV file: {error}"),))
    if not records:
        return Sheet(name, problems=(Problem(name, 1, "", "the sheet is empty"),))
    columns = tuple(" ".join(cell.split()) for cell in records[0])
    problems = [
        Problem(name, 1, column, "the column is there twice")
        for column in sorted(set(columns))
        if column and columns.count(column) > 1
    ]
    for number, cells in enumerate(records[1:], start=2):
        if any(cell.strip() for cell in cells[len(columns) :]):
            problems.append(
                Problem(name, number, "", f"has {len(cells)} cells, but there are {len(columns)} columns")
            )
        problems += [
            Problem(name, number, "", f"{cell.strip()!r} stands in a column without a name")
            for column, cell in zip(columns, cells, strict=False)
            if not column and cell.strip()
        ]
    rows = tuple(
        {
            column: cell.strip()
            for column, cell in zip(columns, cells, strict=False)
            if column and cell.strip()
        }
        for cells in records[1:]
    )
    return Sheet(name, tuple(column for column in columns if column), rows, tuple(problems))
