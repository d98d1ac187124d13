"""Expressions mean what they mean in ODK Collect, and everything else is refused when it is parsed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.questionnaire.expressions import Expression, ExpressionProblem
from dialogues.questionnaire.functions import FUNCTIONS
from dialogues.questionnaire.syntax import (
    PRECEDENCE,
    Call,
    Constant,
    Here,
    Negation,
    Node,
    Operation,
    Reference,
    parse,
    write,
)

TODAY = date(2026, 11, 20)
ANSWERS = {
    "count": "3",
    "zero": "0",
    "half": "0.5",
    "blank": "",
    "one": "yes",
    "many": "mould too_small",
    "day": "2026-11-19",
    "early": "0999-01-01",
    "words": "Straße 5",
}
NAMES = {*ANSWERS, "missing"}


def is_true(text: str, here: str = "", **answers: str) -> bool:
    return Expression.parse(text, NAMES).is_true({**ANSWERS, **answers}, here=here, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        # precedence and grouping
        "1 + 2 * 3 = 7",
        "(1 + 2) * 3 = 9",
        "10 - 4 - 3 = 3",
        "12 div 3 div 2 = 2",
        "7 mod 4 = 3",
        "-7 mod 4 = -3",
        "7 mod -4 = 3",
        "1 = 1 or 1 = 2 and 1 = 2",
        "not((1 = 1 or 1 = 2) and 1 = 2)",
        "1 < 2 = true()",
        "--3 = 3",
        "2 - -3 = 5",
        "-2 * 3 = -6",
        "1<2and 2<3",
        ".5 = 0.5",
        "5. = 5",
        "0.1 + 0.2 = 0.3",
        # texts and numbers
        "${one} = 'yes'",
        '${one} != "no"',
        "${count} = 3",
        "${count} = '3'",
        "${half} * 2 = 1",
        "'03' != '3'",
        "'03' = 3",
        "${words} = 'Straße 5'",
        # dates
        "${day} < today()",
        "${day} = today() - 1",
        "today() = '2026-11-20'",
        "date(today() - 1) = ${day}",
        "${early} < ${day}",
        "'2026-02-28' < '2026-03-01'",
        "date('2026-11-20') = today()",
        "date(0) = '1970-01-01'",
        "number('1970-01-02') = 1",
        "date('nonsense') = ''",
        # blanks
        "${blank} = ''",
        "${missing} = ''",
        "not(${blank} != '')",
        "${one} != ''",
        "not(${blank} = 0)",
        "not(${blank} < 1)",
        "not(${blank} > 1)",
        "not(${blank} <= 0)",
        "not(${blank} < today())",
        "not(${blank} = 'yes')",
        "${blank} != 'yes'",
        "not(${zero} = '')",
        "not(number(${blank}) = number(${blank}))",
        "not(${blank} + 1 = 1)",
        # functions
        "selected(${many}, 'mould')",
        "selected(${many}, 'too_small')",
        "not(selected(${many}, 'too'))",
        "not(selected(${blank}, 'mould'))",
        "count-selected(${many}) = 2",
        "count-selected(${blank}) = 0",
        "if(${count} > 2, 'a', 'b') = 'a'",
        "if(${blank}, 'a', 'b') = 'b'",
        "coalesce(${blank}, ${one}) = 'yes'",
        "coalesce(${one}, 'no') = 'yes'",
        "coalesce(${zero}, 5) = 0",
        "string-length(${words}) = 8",
        "string-length(${blank}) = 0",
        "int(2.9) = 2",
        "int(-2.9) = -2",
        "not(int('') = 0)",
        "number('12') = 12",
        "not(number('1e3') = 1000)",
        "number(' 12 ') = 12",
        "regex('44135', '[0-9]{5}')",
        "not(regex('441350', '[0-9]{5}'))",
        "not(regex('44135\n', '[0-9]{5}'))",
        r"regex('Привіт світ', '[\p{L} ]+')",
        "true() and not(false())",
        # not a number
        "1 div 0 > 1000000",
        "-1 div 0 < -1000000",
        "not(0 div 0 = 0 div 0)",
        "not(5 mod 0 = 0)",
        "not('abc' < 5) and not('abc' >= 5)",
    ],
)
def test_is_true(text: str) -> None:
    assert is_true(text)


@pytest.mark.parametrize(
    ("text", "here", "expected"),
    [
        (". >= 1 and . <= 15", "15", True),
        (". >= 1 and . <= 15", "16", False),
        (". >= 1 and . <= 15", "0", False),
        (". <= today()", "2026-11-20", True),
        (". <= today()", "2026-11-21", False),
        (". >= date(today() - 3653)", "2016-11-20", True),
        (". >= date(today() - 3653)", "2016-11-18", False),
        ("not(selected(., 'none')) or count-selected(.) = 1", "none", True),
        ("not(selected(., 'none')) or count-selected(.) = 1", "none mould", False),
        ("string-length(.) <= 3", "abcd", False),
    ],
)
def test_a_constraint_sees_its_own_answer(text: str, here: str, expected: bool) -> None:
    assert is_true(text, here) is expected


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("", 1, "empty"),
        ("   ", 1, "empty"),
        ("${one} = ", 10, "too early"),
        ("${one} == 'yes'", 9, "= does not fit"),
        ("${one} = yes", 10, "yes is not supported"),
        ("${one} = 'yes", 10, "no end"),
        ("${one} = ‘yes’", 10, "write '"),
        ("${unknown} = 1", 1, "there is no question unknown"),
        ("1 = ${unknown}", 5, "there is no question unknown"),
        ("one = 1", 1, "one is not supported"),
        ("/data/one = 1", 1, "cannot read /"),
        ("../one = 1", 3, "cannot read /"),
        ("..", 2, ". does not fit"),
        ("${one}[1] = 1", 7, "cannot read ["),
        ("${one} | ${many}", 8, "cannot read |"),
        ("${one", 1, "cannot read $"),
        ("pulldata('a', 'b', 'c', 'd')", 1, "pulldata is not supported"),
        ("position(..)", 1, "position is not supported"),
        ("now() > 1", 1, "now is not supported"),
        ("selected(${one})", 1, "selected() takes 2 arguments, not 1"),
        ("not()", 1, "not() takes 1 arguments, not 0"),
        ("today(1)", 1, "today() takes 0 arguments, not 1"),
        ("not 1 = 1", 5, "( is missing"),
        ("(1 = 1", 7, ") is missing"),
        ("1 = 1)", 6, ") does not fit"),
        ("and 1", 1, "and is not supported"),
        ("1 and", 6, "too early"),
        ("selected(${one} 'yes')", 17, ") is missing"),
        ("1 2", 3, "2 does not fit"),
        ("1e5 = 1", 2, "e5 does not fit"),
        ("1234567890123456 = 1", 1, "cannot read 1"),
        ("regex(${one}, ${words})", 1, "must be a text in quotes"),
        ("regex(${one}, '(a')", 1, "cannot be used"),
        (r"regex(${one}, '(a)\1')", 1, "cannot be used"),
        ("regex(${one}, '(?=a)')", 1, "cannot be used"),
        ("1\u00a0= 1", 2, "U+00A0"),
    ],
)
def test_what_is_outside_the_subset_is_refused_with_its_column(text: str, column: int, reason: str) -> None:
    with pytest.raises(ExpressionProblem) as refused:
        Expression.parse(text, NAMES)
    assert (refused.value.column, reason in refused.value.reason) == (column, True), refused.value


@pytest.mark.parametrize("text", ["(" * 5000, "-" * 5000 + "1", "not(" * 5000, "1" + " + 1" * 5000])
def test_an_endless_expression_is_refused(text: str) -> None:
    with pytest.raises(ExpressionProblem):
        Expression.parse(text, NAMES)


def test_the_longest_allowed_chain_is_evaluated() -> None:
    assert is_true("1" + " + 1" * 147 + " = 148")


@pytest.mark.timeout(20)
def test_a_pattern_that_backtracks_forever_elsewhere_answers_at_once() -> None:
    assert not is_true("regex(., '(a+)+(a|aa)*b')", "a" * 4000)


def test_a_pattern_meets_text_that_is_not_unicode() -> None:
    assert not is_true("regex(., '[a-z]+')", "\ud800")


def test_references_are_the_questions_looked_at() -> None:
    expression = Expression.parse("if(${one} = 'yes', -${count}, date(.)) = ${one}", NAMES)
    assert (expression.references, expression.uses_here) == (frozenset({"one", "count"}), True)


def test_compared_texts_are_found_wherever_they_stand() -> None:
    expression = Expression.parse(
        "selected(${many}, 'a') or not('b' = ${one}) or . != 'c' or ${one} = 5", NAMES
    )
    assert expression.compared == {("many", "a"), ("one", "b"), (".", "c")}


numbers = st.floats(0, 1e14).map(lambda value: Constant(round(value, 3)))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).filter(
    lambda text: not ("'" in text and '"' in text)
)
leaves = st.one_of(
    numbers, texts.map(Constant), st.just(Here()), st.sampled_from(sorted(NAMES)).map(Reference)
)
callable_names = sorted(FUNCTIONS.keys() - {"regex"})


def branches(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    calls = st.sampled_from(callable_names).flatmap(
        lambda name: st.tuples(*[children] * FUNCTIONS[name].arguments).map(lambda given: Call(name, given))
    )
    return st.one_of(
        children.map(Negation),
        st.builds(Operation, st.sampled_from(sorted(PRECEDENCE)), children, children),
        calls,
    )


trees = st.recursive(leaves, branches, max_leaves=8)
answers = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", "yes", "a b", "0", "-1", "1.5", "9" * 400, "2026-02-31", "9999-12-31", "0001-01-01", "\ud800"]
    ),
)


@given(trees)
def test_a_tree_written_out_is_read_as_the_same_tree(tree: Node) -> None:
    assert parse(write(tree)) == tree


@given(trees, answers, answers)
def test_what_was_parsed_is_always_evaluated(tree: Node, first: str, here: str) -> None:
    values = dict.fromkeys(NAMES, first)
    assert Expression(write(tree), tree).is_true(values, here=here, today=TODAY) in (True, False)


pieces = st.sampled_from(
    [*PRECEDENCE, *FUNCTIONS, "(", ")", ",", ".", "${one}", "${x}", "'a'", "1", "'", "..", "$", "\x00"]
)


@given(st.one_of(st.text(max_size=80), st.lists(pieces, max_size=40).map(" ".join)), answers)
def test_any_text_is_parsed_and_evaluated_or_refused(text: str, here: str) -> None:
    columns = []
    try:
        Expression.parse(text, NAMES).is_true({}, here=here, today=TODAY)
    except ExpressionProblem as problem:
        columns.append(problem.column)
    assert all(1 <= column <= len(text) + 1 for column in columns)


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_whole_numbers_compare_as_numbers(left: int, right: int) -> None:
    found = [
        is_true(f"${{count}} {sign} ${{zero}}", count=str(left), zero=str(right))
        for sign in ("<", "<=", ">", ">=")
    ]
    assert found == [left < right, left <= right, left > right, left >= right]


@given(st.dates(), st.integers(-5000, 5000))
def test_dates_compare_and_count_as_days(day: date, days: int) -> None:
    try:
        other = day + timedelta(days=days)
    except OverflowError:
        return
    held = {"day": day.isoformat(), "early": other.isoformat()}
    assert is_true("${early} < ${day}", **held) is (other < day)
    assert is_true(f"date(${{day}} + {days}) = ${{early}}", **held)


@given(
    st.sampled_from(["<", "<=", ">", ">=", "="]), st.sampled_from(["0", "-1", "'a'", "today()", "${count}"])
)
def test_a_blank_compared_with_something_is_false(sign: str, other: str) -> None:
    assert not is_true(f"${{blank}} {sign} {other}")
    assert not is_true(f"{other} {sign} ${{missing}}")
