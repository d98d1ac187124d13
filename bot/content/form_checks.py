"""What a form must keep to so that it can be asked in a chat, in every language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.content.form_sheets import SHEETS, Problem, Sheet
from dialogues.questionnaire.expressions import Expression, ExpressionProblem

LONGEST_LABEL = 300
LONGEST_CHOICE = 40
LONGEST_CODE = 32

TEXTS = {
    "survey": ("label", "hint", "guidance_hint", "constraint_message", "warning_message"),
    "choices": ("label",),
    "settings": (),
}
COLUMNS = {
    "survey": ("type", "name", "relevant", "constraint", "warning", "bind::sensitive", "required"),
    "choices": ("list_name", "name", "report_group"),
    "settings": ("form_title", "form_id", "version", "default_language"),
}
PLAIN_KINDS = ("integer", "decimal", "date", "text", "note")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
CODE = re.compile(r"[A-Za-z0-9_-]+")
IDENTIFIER = re.compile(r"[A-Za-z0-9._-]+")
YES_OR_NO = ("true", "false", "yes", "no")

EntryKind = Literal["select", "plain", "note", "group", "end", "unknown"]


@dataclass(frozen=True)
class Entry:
    """A row of the survey sheet: what it is, and the choice list of a select."""

    row: int
    kind: EntryKind
    name: str
    cells: Mapping[str, str]
    choice_list: str = ""
    depth: int = 0


def find_problems(sheets: Mapping[str, Sheet], languages: Sequence[str]) -> list[Problem]:
    """Everything to mend before the form can be used with these languages, by sheet and row."""
    survey, choices, settings = sheets["survey"], sheets["choices"], sheets["settings"]
    entries = _entries(survey)
    codes = _codes(choices)
    checks = (
        _columns(survey, languages),
        _columns(choices, languages),
        _columns(settings, languages),
        _settings(settings),
        _structure(entries, codes),
        _names(entries),
        _survey_texts(entries, survey, languages),
        _choices(choices, languages),
        _expressions(entries, codes),
    )
    given = (problem for sheet in (survey, choices, settings) for problem in sheet.problems)
    problems = (*given, *(problem for check in checks for problem in check))
    return sorted(problems, key=lambda problem: (SHEETS.index(problem.sheet), problem.row))


def _entries(survey: Sheet) -> list[Entry]:
    entries = []
    depth = 0
    for row, cells in survey.numbered():
        kind, choice_list = _kind(cells.get("type", ""))
        depth -= kind == "end"
        entries.append(Entry(row, kind, cells.get("name", ""), cells, choice_list, depth))
        depth += kind == "group"
    return entries


def _kind(written: str) -> tuple[EntryKind, str]:
    match written.split():
        case ["select_one" | "select_multiple", choice_list]:
            return "select", choice_list
        case ["note"]:
            return "note", ""
        case [plain] if plain in PLAIN_KINDS:
            return "plain", ""
        case ["begin_group"] | ["begin", "group"]:
            return "group", ""
        case ["end_group"] | ["end", "group"]:
            return "end", ""
        case _:
            return "unknown", ""


def _codes(choices: Sheet) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for _, cells in choices.numbered():
        codes.setdefault(cells.get("list_name", ""), []).append(cells.get("name", ""))
    return codes


def _columns(sheet: Sheet, languages: Sequence[str]) -> Iterator[Problem]:
    known = set(COLUMNS[sheet.name])
    for text in TEXTS[sheet.name]:
        by_language = sheet.languages(text)
        known |= set(by_language.values())
        if text == "label" or by_language:
            for language in languages:
                if language not in by_language:
                    yield Problem(sheet.name, 1, f"{text}::… ({language})", "there is no such column")
    for column in sheet.columns:
        if column not in known:
            yield Problem(sheet.name, 1, column, "unknown column")


def _settings(settings: Sheet) -> Iterator[Problem]:
    rows = settings.numbered()
    if len(rows) != 1:
        yield Problem("settings", 1, "", f"there must be one row of settings, not {len(rows)}")
        return
    row, cells = rows[0]
    for column in ("form_id", "version"):
        if not IDENTIFIER.fullmatch(cells.get(column, "")):
            yield Problem("settings", row, column, "must be letters, digits, points and hyphens")


def _structure(entries: Sequence[Entry], codes: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for entry in entries:
        written = entry.cells.get("type", "")
        if "repeat" in written:
            yield Problem("survey", entry.row, "type", "repeats cannot be asked in a chat")
        elif entry.kind == "unknown":
            yield Problem("survey", entry.row, "type", f"the type {written!r} is not supported")
        elif entry.kind == "select" and entry.choice_list not in codes:
            yield Problem("survey", entry.row, "type", f"there is no choice list {entry.choice_list!r}")
        elif entry.kind not in ("group", "end") and entry.depth == 0:
            yield Problem(
                "survey", entry.row, "type", "stands outside every group; a group is a part of the form"
            )
        if entry.kind == "end" and entry.depth < 0:
            yield Problem("survey", entry.row, "type", "ends a group that was not begun")
        if "required" in entry.cells:
            yield Problem("survey", entry.row, "required", "is not used: every question can be skipped")
        if entry.cells.get("bind::sensitive", "no").lower() not in YES_OR_NO:
            yield Problem("survey", entry.row, "bind::sensitive", f"must be one of {', '.join(YES_OR_NO)}")


def _names(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in entries:
        if entry.kind == "end":
            continue
        if not NAME.fullmatch(entry.name):
            yield Problem(
                "survey", entry.row, "name", "must be letters, digits and _, not beginning with a digit"
            )
        elif entry.name in first:
            yield Problem(
                "survey", entry.row, "name", f"{entry.name} is already the name of row {first[entry.name]}"
            )
        else:
            first[entry.name] = entry.row


def _survey_texts(entries: Sequence[Entry], survey: Sheet, languages: Sequence[str]) -> Iterator[Problem]:
    for entry in entries:
        for text in TEXTS["survey"]:
            columns = survey.languages(text)
            is_needed = _needs(entry, text) or any(column in entry.cells for column in columns.values())
            for language, column in columns.items():
                written = entry.cells.get(column, "")
                if is_needed and language in languages and not written:
                    yield Problem("survey", entry.row, column, "the text is missing")
                if text == "label" and len(written) > LONGEST_LABEL:
                    reason = f"has {len(written)} characters, {LONGEST_LABEL} are allowed"
                    yield Problem("survey", entry.row, column, reason)
                if "${" in written:
                    yield Problem(
                        "survey", entry.row, column, "a text cannot contain the answer to a question"
                    )


def _needs(entry: Entry, text: str) -> bool:
    match text:
        case "label":
            return entry.kind in ("select", "plain", "note") or (entry.kind == "group" and entry.depth == 0)
        case "guidance_hint":
            return entry.kind in ("select", "plain")
        case "constraint_message":
            return "constraint" in entry.cells
        case "warning_message":
            return "warning" in entry.cells
        case _:
            return False


def _choices(choices: Sheet, languages: Sequence[str]) -> Iterator[Problem]:
    columns = choices.languages("label")
    seen: set[tuple[str, str]] = set()
    for row, cells in choices.numbered():
        choice = cells.get("list_name", ""), cells.get("name", "")
        if not NAME.fullmatch(choice[0]):
            yield Problem(
                "choices", row, "list_name", "must be letters, digits and _, not beginning with a digit"
            )
        if not CODE.fullmatch(choice[1]) or len(choice[1]) > LONGEST_CODE:
            reason = f"must be at most {LONGEST_CODE} letters, digits, hyphens and _"
            yield Problem("choices", row, "name", reason)
        elif choice in seen:
            yield Problem("choices", row, "name", f"{choice[1]} is in the list {choice[0]} twice")
        seen.add(choice)
        for language, column in columns.items():
            written = cells.get(column, "")
            if language in languages and not written:
                yield Problem("choices", row, column, "the text is missing")
            if len(written) > LONGEST_CHOICE:
                reason = f"has {len(written)} characters, a button has room for {LONGEST_CHOICE}"
                yield Problem("choices", row, column, reason)


def _expressions(entries: Sequence[Entry], codes: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    asked = [entry for entry in entries if entry.kind in ("select", "plain", "note", "unknown")]
    order = {entry.name: entry.row for entry in asked}
    choices = {entry.name: codes.get(entry.choice_list, ()) for entry in asked if entry.kind == "select"}
    for entry in entries:
        for column in ("relevant", "constraint", "warning"):
            if column not in entry.cells:
                continue
            try:
                expression = Expression.parse(entry.cells[column], order.keys())
            except ExpressionProblem as problem:
                yield Problem("survey", entry.row, column, str(problem))
                continue
            for reason in _misuses(expression, column, entry, order, choices):
                yield Problem("survey", entry.row, column, reason)


def _misuses(
    expression: Expression,
    column: str,
    entry: Entry,
    order: Mapping[str, int],
    choices: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    if column == "relevant" and expression.uses_here:
        yield "looks at its own answer (.), which is not known yet"
    if column != "relevant" and entry.kind not in ("select", "plain"):
        yield "only a question that is answered can have one"
    for name in sorted(expression.references):
        if name == entry.name:
            yield f"looks at itself (${{{name}}})" + ("" if column == "relevant" else "; write . instead")
        elif order[name] > entry.row:
            yield f"looks at {name}, which is asked later"
    for name, code in sorted(expression.compared):
        known = choices.get(entry.name if name == "." else name)
        if known is not None and code not in known and code != "":
            yield f"{code!r} is no choice of {entry.name if name == '.' else name}"
