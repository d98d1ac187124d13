"""A form is read with all its words, and everything wrong with one is found with sheet, row and column."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.content.form_texts import FormTexts
from bot.content.xlsform import FormProblems, read_form
from dialogues.questionnaire.form import Form

NEEDS = Path(__file__).parents[3] / "content" / "questionnaires" / "needs"
LANGUAGES = ("de", "en", "ar", "uk")
TODAY = date(2026, 11, 20)

SMALL = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (Path(__file__).parent / "small_form").glob("*.csv")
}


def read_small(languages: tuple[str, ...] = ("de", "en"), **sheets: str) -> tuple[Form, FormTexts]:
    return read_form({**SMALL, **sheets}, languages)


def changed(sheet: str, row: int, column: str, value: str) -> dict[str, str]:
    """The small form with one cell changed (row 1 renames the column)."""
    rows = list(csv.reader(io.StringIO(SMALL[sheet])))
    rows[row - 1][rows[0].index(column)] = value
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return {**SMALL, sheet: written.getvalue()}


def workbook(sheets: dict[str, str]) -> bytes:
    book = Workbook()
    for name, text in sheets.items():
        page = book.create_sheet(name)
        for cells in csv.reader(io.StringIO(text)):
            page.append([cell or None for cell in cells])
    del book["Sheet"]
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def needs() -> tuple[Form, FormTexts]:
    return read_form({path.stem: path.read_text(encoding="utf-8") for path in NEEDS.glob("*.csv")}, LANGUAGES)


def test_the_small_form_has_nothing_to_mend() -> None:
    form, _ = read_small()
    assert [(question.name, question.kind, question.part) for question in form.questions] == [
        ("agreed", "one", "first"),
        ("number", "integer", "first"),
        ("thanks", "note", "second"),
        ("words", "text", "second"),
    ]


def test_a_question_is_asked_only_while_its_groups_are() -> None:
    form, _ = read_small()
    assert [expression.text for expression in form.question("words").relevant] == [
        "${agreed} = 'yes'",
        "${number} > 1",
    ]


def test_everything_said_of_a_question_is_read() -> None:
    form, _ = read_small()
    number = form.question("number")
    assert number.constraint is not None
    assert number.warning is not None
    assert (number.constraint.text, number.warning.text, number.sensitive) == (". > 0", ". > 9", True)
    assert (form.question("agreed").choices, form.question("agreed").sensitive) == (("yes", "no"), False)


def test_the_length_a_constraint_allows_is_the_length_of_the_text() -> None:
    form, _ = read_small()
    assert form.question("words").max_length == 20


def test_texts_are_found_by_language() -> None:
    _, texts = read_small()
    assert (
        texts.languages,
        texts.label("number", "en"),
        texts.hint("number", "de"),
        texts.why("number", "en"),
        texts.constraint_message("number", "en"),
        texts.warning_message("number", "de"),
        texts.choice("agreed", "no", "de"),
        texts.part("second", "en"),
    ) == (
        ("de", "en"),
        "How many?",
        "Eine Zahl",
        "Because",
        "More than zero",
        "So viele?",
        "Nein",
        "Second",
    )


def test_a_text_that_does_not_exist_is_empty() -> None:
    _, texts = read_small()
    assert (texts.hint("agreed", "de"), texts.label("agreed", "fr"), texts.label("nobody", "de")) == (
        "",
        "",
        "",
    )


def test_a_workbook_gives_the_same_form_as_its_sheets_in_csv() -> None:
    assert read_form(workbook(SMALL), ("de", "en")) == read_small()


def test_a_workbook_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "small.xlsx"
    path.write_bytes(workbook(SMALL))
    assert read_form(path) == read_small()


def test_a_file_from_a_spreadsheet_program_is_read() -> None:
    survey = "\ufeff" + SMALL["survey"].replace("\n", "\r\n") + ",,,\r\n"
    assert read_small(survey=survey) == read_small()


def test_the_questionnaire_has_every_text_in_every_language(needs: tuple[Form, FormTexts]) -> None:
    form, texts = needs
    missing = [
        (question.name, language)
        for question in form.questions
        for language in LANGUAGES
        if not texts.label(question.name, language)
        or not texts.why(question.name, language)
        or not texts.part(question.part, language)
        or (question.constraint and not texts.constraint_message(question.name, language))
        or (question.warning and not texts.warning_message(question.name, language))
        or not all(texts.choice(question.name, code, language) for code in question.choices)
    ]
    assert missing == []


def test_every_choice_question_can_be_answered_with_rather_not(needs: tuple[Form, FormTexts]) -> None:
    form, _ = needs
    assert [q.name for q in form.questions if q.choices and "no_answer" not in q.choices] == []


def test_what_is_delicate_is_marked_so(needs: tuple[Form, FormTexts]) -> None:
    form, _ = needs
    assert {q.name for q in form.questions if q.sensitive} == {"gender", "pregnancy", "reason", "residence"}


def test_no_part_has_more_than_nine_questions(needs: tuple[Form, FormTexts]) -> None:
    form, _ = needs
    assert all(sum(q.part == part.name for q in form.questions) < 10 for part in form.parts)


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "reason"),
    [
        # expressions
        ("survey", 4, "relevant", "${agreed} == 1", "character 12"),
        ("survey", 4, "relevant", "pulldata('a')", "not supported"),
        ("survey", 4, "relevant", "${nobody} = 1", "no question nobody"),
        ("survey", 4, "relevant", "${words} = 'a'", "words, which is asked later"),
        ("survey", 4, "relevant", "${number} = 1", "looks at itself"),
        ("survey", 4, "relevant", ". = 1", "looks at its own answer"),
        ("survey", 4, "relevant", "${agreed} = 'maybe'", "'maybe' is no choice of agreed"),
        ("survey", 4, "relevant", "selected(${agreed}, 'maybe')", "'maybe' is no choice"),
        ("survey", 3, "constraint", ". != 'maybe'", "'maybe' is no choice of agreed"),
        ("survey", 4, "constraint", "${number} > 1", "write . instead"),
        ("survey", 4, "constraint", ". > ", "too early"),
        ("survey", 4, "warning", "now() > 1", "now is not supported"),
        ("survey", 6, "relevant", "${words} = 'a'", "asked later"),
        ("survey", 6, "constraint", "1 = 1", "only a question that is answered"),
        # types and structure
        ("survey", 4, "type", "geopoint", "'geopoint' is not supported"),
        ("survey", 4, "type", "calculate", "'calculate' is not supported"),
        ("survey", 4, "type", "intgeer", "'intgeer' is not supported"),
        ("survey", 4, "type", "", "'' is not supported"),
        ("survey", 3, "type", "select_one answers or_other", "is not supported"),
        ("survey", 3, "type", "select_one nothing", "no choice list 'nothing'"),
        ("survey", 8, "type", "begin_repeat", "repeats"),
        ("survey", 4, "name", "agreed", "already the name of row 3"),
        ("survey", 4, "name", "how many", "must be letters"),
        ("survey", 4, "name", "", "must be letters"),
        ("survey", 4, "required", "yes", "every question can be skipped"),
        ("survey", 4, "bind::sensitive", "maybe", "must be one of"),
        # texts
        ("survey", 4, "label::English (en)", "", "missing"),
        ("survey", 4, "hint::English (en)", "", "missing"),
        ("survey", 4, "guidance_hint::Deutsch (de)", "", "missing"),
        ("survey", 4, "constraint_message::English (en)", "", "missing"),
        ("survey", 4, "warning_message::English (en)", "", "missing"),
        ("survey", 6, "label::Deutsch (de)", "", "missing"),
        ("choices", 3, "label::English (en)", "", "missing"),
        ("survey", 4, "label::English (en)", "x" * 301, "301 characters"),
        ("survey", 4, "label::English (en)", "Hi ${agreed}", "cannot contain"),
        ("choices", 3, "label::English (en)", "x" * 41, "41 characters"),
        # choices and settings
        ("choices", 3, "name", "not now", "must be at most 32"),
        ("choices", 3, "name", "x" * 33, "must be at most 32"),
        ("choices", 3, "name", "yes", "twice"),
        ("settings", 2, "version", "", "must be letters"),
        ("settings", 2, "form_id", "a/b", "must be letters"),
    ],
)
def test_a_mistake_in_a_cell_is_found_there(
    sheet: str, row: int, column: str, value: str, reason: str
) -> None:
    with pytest.raises(FormProblems) as refused:
        read_form(changed(sheet, row, column, value), ("de", "en"))
    found = [problem for problem in refused.value.problems if reason in problem.reason]
    assert (sheet, row, column) in [(p.sheet, p.row, p.column) for p in found], str(refused.value)


@pytest.mark.parametrize(
    ("sheets", "sheet", "row", "column", "reason"),
    [
        (changed("survey", 1, "relevant", "relevent"), "survey", 1, "relevent", "unknown column"),
        (
            changed("survey", 1, "hint::English (en)", "hint::English"),
            "survey",
            1,
            "hint::English",
            "unknown column",
        ),
        (changed("choices", 1, "label::English (en)", "image"), "choices", 1, "image", "unknown column"),
        (changed("settings", 1, "default_language", "style"), "settings", 1, "style", "unknown column"),
        (changed("survey", 1, "required", "relevant"), "survey", 1, "relevant", "twice"),
        ({**SMALL, "choices": ""}, "choices", 1, "", "empty"),
        ({**SMALL, "settings": "form_id,version\n"}, "settings", 1, "", "one row of settings, not 0"),
        ({**SMALL, "survey": SMALL["survey"] + 'text,"open'}, "survey", 1, "", "not a CSV file"),
        ({**SMALL, "choices": SMALL["choices"] + "answers,a,b,c,d\n"}, "choices", 4, "", "5 cells"),
        ({key: SMALL[key] for key in ("survey", "choices")}, "settings", 1, "", "missing"),
    ],
)
def test_a_mistake_in_a_sheet_is_found_in_it(
    sheets: dict[str, str], sheet: str, row: int, column: str, reason: str
) -> None:
    with pytest.raises(FormProblems) as refused:
        read_form(sheets, ("de", "en"))
    found = [problem for problem in refused.value.problems if reason in problem.reason]
    assert (sheet, row, column) in [(p.sheet, p.row, p.column) for p in found], str(refused.value)


def test_a_language_nobody_wrote_is_missed_once_a_column() -> None:
    with pytest.raises(FormProblems) as refused:
        read_small(("de", "fr"))
    assert {(p.sheet, p.row, p.column) for p in refused.value.problems} == {
        ("survey", 1, f"{text}::… (fr)")
        for text in ("label", "hint", "guidance_hint", "constraint_message", "warning_message")
    } | {("choices", 1, "label::… (fr)")}


def test_a_text_may_be_missing_in_a_language_that_is_not_asked_for() -> None:
    form, _ = read_form(changed("survey", 4, "label::English (en)", ""), ("de",))
    assert form.question("number").kind == "integer"


def test_all_mistakes_are_told_at_once() -> None:
    sheets = changed("survey", 4, "relevant", "${nobody} = 1")
    sheets["choices"] = changed("choices", 3, "label::English (en)", "")["choices"]
    with pytest.raises(FormProblems) as refused:
        read_form(sheets, ("de", "en"))
    assert [str(problem) for problem in refused.value.problems] == [
        "survey, row 4, column relevant: character 1: there is no question nobody",
        "choices, row 3, column label::English (en): the text is missing",
    ]


def test_what_only_pyxform_finds_is_told_too() -> None:
    with pytest.raises(FormProblems) as refused:
        read_small(survey=SMALL["survey"].rstrip("\n").rpartition("\n")[0] + "\n")
    assert any("Unmatched" in problem.reason for problem in refused.value.problems), str(refused.value)


def with_sheet(book: bytes, sheet: bytes) -> bytes:
    """The workbook with `sheet` as the XML of its first page."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as old, ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return written.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda book: b"",
        lambda book: b"not a workbook",
        lambda book: book[: len(book) // 2],
        lambda book: with_sheet(book, b"<broken"),
        lambda book: with_sheet(book, b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'),
    ],
)
def test_a_broken_workbook_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(FormProblems):
        read_form(spoil(workbook(SMALL)))


def test_a_workbook_without_its_sheets_is_refused() -> None:
    with pytest.raises(FormProblems) as refused:
        read_form(workbook({"survey": SMALL["survey"]}))
    assert {problem.sheet for problem in refused.value.problems} == {"choices", "settings"}


@given(
    st.sampled_from(sorted(SMALL)),
    st.integers(0, 9),
    st.integers(0, 16),
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(["begin_repeat r", "end_group", "select_one answers", "${agreed}", "."]),
    ),
)
@settings(deadline=None)
def test_any_cell_spoilt_is_read_or_refused(sheet: str, row: int, column: int, value: str) -> None:
    rows = list(csv.reader(io.StringIO(SMALL[sheet])))
    cells = rows[row % len(rows)]
    cells[column % len(cells)] = value
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    refused: list[FormProblems] = []
    try:
        form, _ = read_form({**SMALL, sheet: written.getvalue()}, ("de", "en"))
        form.next_question({}, TODAY)
    except FormProblems as problems:
        refused.append(problems)
    assert all(problems.problems for problems in refused)
