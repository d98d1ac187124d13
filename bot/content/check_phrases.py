"""Phrases: missing or unknown ones, placeholders that differ from the master's, plural forms that are missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.content.catalogue import Catalogue

STAFF_FILE = "console.ftl"
"""The console's own words: in the languages staff use only."""
Found = tuple[str, int, str]


@dataclass(frozen=True)
class Phrase:
    """One message of a Fluent file: its line, its variables, and the plural categories of each selection."""

    line: int
    variables: frozenset[str]
    plurals: tuple[frozenset[str], ...]


def problems(catalogue: Catalogue) -> Iterator[Found]:
    """(path, line, problem) for all Fluent files."""
    master = catalogue.master_language
    for file in _files(catalogue, master):
        source_path = f"{master}/{file}"
        source, broken = _phrases(catalogue.files[source_path])
        yield from ((source_path, line, problem) for line, problem in broken)
        for code in _languages(catalogue, file):
            if code == master:
                yield from _plurals(source_path, source, code)
                continue
            path = f"{code}/{file}"
            if path not in catalogue.files:
                yield path, 1, "the file is missing"
                continue
            phrases, broken = _phrases(catalogue.files[path])
            yield from ((path, line, problem) for line, problem in broken)
            yield from _compared(path, phrases, source)
            yield from _plurals(path, phrases, code)
    for code in catalogue.enabled:
        yield from _twice(catalogue, code)
        yield from _named(catalogue, code)


def _files(catalogue: Catalogue, code: str) -> list[str]:
    return [
        path.split("/", 1)[1]
        for path in sorted(catalogue.files)
        if path.startswith(f"{code}/") and path.endswith(".ftl")
    ]


def _languages(catalogue: Catalogue, file: str) -> tuple[str, ...]:
    if file == STAFF_FILE:
        return tuple(code for code in catalogue.languages if f"{code}/{file}" in catalogue.files)
    return catalogue.enabled


def _phrases(text: str) -> tuple[dict[str, Phrase], list[tuple[int, str]]]:
    phrases: dict[str, Phrase] = {}
    broken: list[tuple[int, str]] = []
    for entry in FluentParser(with_spans=True).parse(text).body:
        line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 1
        if isinstance(entry, ast.Junk):
            broken.append((line, "this is not a Fluent message"))
        elif isinstance(entry, ast.Message):
            if entry.id.name in phrases:
                broken.append((line, f"{entry.id.name} stands twice in this file"))
            found = _Reader()
            found.visit(entry)
            phrases[entry.id.name] = Phrase(line, frozenset(found.variables), tuple(found.plurals))
    return phrases, broken


class _Reader(Visitor):
    """Collects the variables and the plural selections of a message."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.plurals: list[frozenset[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = {v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in node.variants}
        self.plurals.append(frozenset(keys))
        self.generic_visit(node)


def _compared(path: str, phrases: Mapping[str, Phrase], source: Mapping[str, Phrase]) -> Iterator[Found]:
    for key, wanted in source.items():
        phrase = phrases.get(key)
        if phrase is None:
            yield path, 1, f"phrase {key} is missing"
            continue
        for variable in sorted(wanted.variables - phrase.variables):
            yield path, phrase.line, f"{key}: placeholder {{ ${variable} }} is missing"
        for variable in sorted(phrase.variables - wanted.variables):
            yield path, phrase.line, f"{key}: placeholder {{ ${variable} }} is not in the master"
        if len(phrase.plurals) < len(wanted.plurals):
            yield path, phrase.line, f"{key}: a plural selection is missing"
    for key in sorted(set(phrases) - set(source)):
        yield path, phrases[key].line, f"phrase {key} is not in the master"


def _plurals(path: str, phrases: Mapping[str, Phrase], code: str) -> Iterator[Found]:
    """Every plural selection has every form its language has for whole numbers."""
    needed = _whole_number_forms(code)
    for key, phrase in phrases.items():
        for forms in phrase.plurals:
            named = {form for form in forms if not form.isdecimal()}
            if not named <= {"zero", "one", "two", "few", "many", "other"}:
                continue
            exact = {_form_of(code, int(form)) for form in forms if form.isdecimal()}
            if named == {"other"} and exact:
                continue
            lacking = needed - named - {form for form in exact if _only_number(code, form)}
            if lacking:
                yield path, phrase.line, f"{key}: plural form {', '.join(sorted(lacking))} is missing"


def _whole_number_forms(code: str) -> frozenset[str]:
    rule = Locale.parse(code).plural_form
    return frozenset(rule(number) for number in range(200))


def _form_of(code: str, number: int) -> str:
    return str(Locale.parse(code).plural_form(number))


def _only_number(code: str, form: str) -> bool:
    """Whether a form is used for one number only, so that naming the number is enough (Arabic zero)."""
    rule = Locale.parse(code).plural_form
    return sum(rule(number) == form for number in range(1000)) == 1


def _twice(catalogue: Catalogue, code: str) -> Iterator[Found]:
    """A phrase may stand in one file of a language only."""
    seen: dict[str, str] = {}
    for file in _files(catalogue, code):
        if file == STAFF_FILE:
            continue
        for key, phrase in _phrases(catalogue.files[f"{code}/{file}"])[0].items():
            if seen.setdefault(key, file) != file:
                yield f"{code}/{file}", phrase.line, f"{key} stands in {seen[key]} too"


def _named(catalogue: Catalogue, code: str) -> Iterator[Found]:
    """Phrases that content calls for: groups, consents, intents, services, offices."""
    have = {
        key
        for file in _files(catalogue, code)
        if file != STAFF_FILE
        for key in _phrases(catalogue.files[f"{code}/{file}"])[0]
    }
    services = catalogue.services
    wanted = [
        *(f"group-{group}" for group in catalogue.topic_groups),
        *(f"consent-{kind}-{purpose}" for purpose in catalogue.purposes for kind in ("no", "name")),
        *(f"intent-{intent.partition('/')[2]}" for intent in catalogue.intents if intent.startswith("do/")),
        *(
            f"service-{service}-{kind}"
            for service in services.services
            for kind in ("name", "about", "bring")
        ),
        *(f"office-{office}-{kind}" for office in services.offices for kind in ("name", "directions")),
    ]
    for key in wanted:
        if key not in have:
            path = (
                f"{code}/services.ftl" if key.startswith(("service-", "office-")) else f"{code}/phrases.ftl"
            )
            yield path, 1, f"phrase {key} is missing"
