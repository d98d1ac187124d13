"""XLSForm -> form and texts. The only module that knows pyxform."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.content.form_checks import find_problems
from bot.content.form_sheets import LANGUAGE, SHEETS, FormProblems, Problem, Sheet, read_csv
from bot.content.form_texts import FormTexts, TextKey, TextKind
from dialogues.questionnaire.expressions import Expression
from dialogues.questionnaire.form import LONGEST_TEXT, Form, Kind, Part, Question
from dialogues.questionnaire.syntax import Call, Constant, Here, Node, Operation

__all__ = ["FormProblems", "FormTexts", "Problem", "read_form"]

KINDS: Mapping[str, Kind] = {
    "select one": "one",
    "select all that apply": "many",
    "integer": "integer",
    "decimal": "decimal",
    "date": "date",
    "text": "text",
    "note": "note",
}
PLACE = re.compile(
    r"\[row : (?P<row>\d+)\](?: On the '(?P<sheet>\w+)' sheet)?(?:, the '(?P<column>[^']+)' value)?"
)

BROKEN_WORKBOOK = (
    ValueError,
    SyntaxError,
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What openpyxl's parsers raise on files that are not what they seem."""

Element = Any
"""An element of pyxform's survey, which has no types."""


def read_form(
    source: Mapping[str, str] | bytes | Path, languages: Sequence[str] = ()
) -> tuple[Form, FormTexts]:
    """The form in CSV texts by sheet name, or in an .xlsx file, with its texts in every language it has.

    Raises FormProblems when it cannot be asked in a chat or lacks a text in one of `languages`.
    """
    sheets = _read_csv_sheets(source) if isinstance(source, Mapping) else _read_xlsx(source)
    problems = find_problems(sheets, languages)
    places = {(problem.sheet, problem.row) for problem in problems}
    survey = None
    try:
        survey = _survey(sheets)
    except FormProblems as refused:
        problems += [problem for problem in refused.problems if (problem.sheet, problem.row) not in places]
    if problems or survey is None:
        raise FormProblems(problems)
    return _form(survey, sheets["survey"]), _texts(survey, sheets["survey"])


def _read_csv_sheets(texts: Mapping[str, str]) -> dict[str, Sheet]:
    missing = [Problem(name, 1, "", "the sheet is missing") for name in SHEETS if name not in texts]
    if missing:
        raise FormProblems(missing)
    return {name: read_csv(name, texts[name]) for name in SHEETS}


def _read_xlsx(source: bytes | Path) -> dict[str, Sheet]:
    # Importing pyxform takes 0.7 s and 30 MB, so it is imported only when a form is read (here and in _survey).
    from pyxform.errors import PyXFormError  # noqa: PLC0415
    from pyxform.xls2json_backends import get_xlsform  # noqa: PLC0415

    content = source.read_bytes() if isinstance(source, Path) else source
    try:
        book = get_xlsform(content, file_type=".xlsx")
    except (PyXFormError, *BROKEN_WORKBOOK) as error:
        raise FormProblems([Problem("survey", 1, "", f"not a readable .xlsx file: {error}")]) from error
    missing = [Problem(name, 1, "", "the sheet is missing") for name in SHEETS if getattr(book, name) is None]
    if missing:
        raise FormProblems(missing)
    return {
        name: Sheet(name, tuple(getattr(book, f"{name}_header")[0]), tuple(getattr(book, name)))
        for name in SHEETS
    }


def _survey(sheets: Mapping[str, Sheet]) -> Element:
    from pyxform.errors import PyXFormError  # noqa: PLC0415
    from pyxform.xls2xform import convert  # noqa: PLC0415

    book: dict[str, Any] = {"sheet_names": list(sheets)}
    for name, sheet in sheets.items():
        book[name] = [dict(row) for row in sheet.rows]
        book[f"{name}_header"] = [dict.fromkeys(sheet.columns)]
    try:
        return convert(book)._survey
    except PyXFormError as error:
        raise FormProblems([_refused(str(error))]) from error


def _refused(message: str) -> Problem:
    place = PLACE.search(message)
    if place is None:
        return Problem("survey", 1, "", message)
    row, sheet, column = place.group("row", "sheet", "column")
    return Problem(sheet or "survey", int(row), column or "", message)


def _form(survey: Element, sheet: Sheet) -> Form:
    elements = list(_elements(survey))
    names = {element.name for element, _ in elements if element.type in KINDS}
    warnings = {cells["name"]: cells.get("warning", "") for _, cells in sheet.numbered() if "name" in cells}
    questions = tuple(
        _question(element, above, names, warnings[element.name], survey)
        for element, above in elements
        if element.type in KINDS
    )
    parts = tuple(Part(element.name) for element, above in elements if element.type == "group" and not above)
    return Form(survey.id_string, survey.version, parts, questions)


def _elements(
    parent: Element, above: tuple[Element, ...] = ()
) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Groups and questions in order, each with the groups around it, outermost first."""
    for element in parent.children:
        if element.name == "meta":
            continue
        yield element, above
        if element.type == "group":
            yield from _elements(element, (*above, element))


def _question(
    element: Element, groups: tuple[Element, ...], names: set[str], warning: str, survey: Element
) -> Question:
    def expressions(*texts: str) -> tuple[Expression, ...]:
        return tuple(Expression.parse(text, names) for text in texts if text)

    constraint = next(iter(expressions(_bind(element, "constraint"))), None)
    return Question(
        name=element.name,
        kind=KINDS[element.type],
        part=groups[0].name,
        relevant=expressions(*(_bind(holder, "relevant") for holder in (*groups, element))),
        constraint=constraint,
        warning=next(iter(expressions(warning)), None),
        choices=tuple(option.name for option in _options(element, survey)),
        sensitive=_bind(element, "sensitive").lower() in ("true", "yes"),
        max_length=_longest(constraint.tree) if constraint else LONGEST_TEXT,
    )


def _bind(element: Element, key: str) -> str:
    return str((element.bind or {}).get(key, ""))


def _options(element: Element, survey: Element) -> Sequence[Element]:
    options: Sequence[Element] = (
        survey.choices[element.list_name].options if getattr(element, "list_name", None) else ()
    )
    return options


def _longest(constraint: Node) -> int:
    """The length that `string-length(.) <= number`, alone or joined with `and`, allows a text."""
    match constraint:
        case Operation("and", left, right):
            return min(_longest(left), _longest(right))
        case Operation("<=", Call("string-length", (Here(),)), Constant(float(most))):
            return min(int(most), LONGEST_TEXT)
        case Operation("<", Call("string-length", (Here(),)), Constant(float(more))):
            return min(int(more) - 1, LONGEST_TEXT)
        case _:
            return LONGEST_TEXT


def _texts(survey: Element, sheet: Sheet) -> FormTexts:
    texts: dict[TextKey, dict[str, str]] = {}

    def add(kind: TextKind, name: str, written: object, code: str = "") -> None:
        by_language = _by_language(written)
        if by_language:
            texts[kind, name, code] = by_language

    for element, above in _elements(survey):
        if element.type == "group":
            if not above:
                add("part", element.name, element.label)
            continue
        add("label", element.name, element.label)
        add("hint", element.name, element.hint)
        add("why", element.name, element.guidance_hint)
        add("constraint", element.name, (element.bind or {}).get("jr:constraintMsg"))
        for option in _options(element, survey):
            add("choice", element.name, option.label, option.name)
    # pyxform drops columns it does not know; these two are ours.
    for _, cells in sheet.numbered():
        columns = sheet.languages("warning_message").values()
        add(
            "warning", cells.get("name", ""), {column: cells[column] for column in columns if column in cells}
        )
    return FormTexts(tuple(sheet.languages("label")), texts)


def _by_language(written: object) -> dict[str, str]:
    if not isinstance(written, dict):
        return {}
    found = ((LANGUAGE.fullmatch(language), text) for language, text in written.items())
    return {match.group(1): str(text) for match, text in found if match and text}
