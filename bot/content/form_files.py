"""XLSForms as files: a spreadsheet, or a folder of CSV sheets; both become CSV texts by sheet name."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.content.form_sheets import SHEETS
from bot.errors import ContentProblem


def read_sheets(path: Path) -> dict[str, str]:
    """The sheets of a .xlsx file or of a folder of CSV files. Raises ContentProblem when it is neither."""
    if path.is_dir():
        found = {name: path / f"{name}.csv" for name in SHEETS}
        return {name: file.read_text(encoding="utf-8-sig") for name, file in found.items() if file.is_file()}
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as error:
        raise ContentProblem(f"{path}: not a .xlsx file and not a folder of CSV sheets") from error
    try:
        return {
            name: _as_csv(book[name].iter_rows(values_only=True))
            for name in SHEETS
            if name in book.sheetnames
        }
    finally:
        book.close()


def write_sheets(sheets: Mapping[str, str], path: Path) -> None:
    """Write the sheets to a .xlsx file when the path ends so, else to a folder of CSV files."""
    if path.suffix != ".xlsx":
        path.mkdir(parents=True, exist_ok=True)
        for name, text in sheets.items():
            (path / f"{name}.csv").write_text(text, encoding="utf-8")
        return
    book = Workbook()
    for name in list(book.sheetnames):
        del book[name]
    for name in SHEETS:
        sheet = book.create_sheet(name)
        for number, cells in enumerate(csv.reader(io.StringIO(sheets[name], newline="")), start=1):
            for column, value in enumerate(cells, start=1):
                cell = sheet.cell(number, column)
                # as text, so that a leading = is not a formula and a version such as 1.0 stays one
                cell.value, cell.data_type = value or None, "s"
    book.save(path)


def _as_csv(rows: Iterable[tuple[object, ...]]) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    for row in rows:
        writer.writerow("" if value is None else _cell(value) for value in row)
    return written.getvalue()


def _cell(value: object) -> str:
    """A cell as its sheet shows it: whole numbers without a point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
