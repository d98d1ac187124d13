"""What is missing or broken in a content tree: every finding with its file and line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from babel.core import Locale

from bot.content import check_documents, check_examples, check_phrases, check_places
from bot.content.addresses import is_phone, is_url
from bot.content.catalogue import Catalogue
from bot.content.form_sheets import FormProblems
from bot.content.masking import Masking, MaskingProblem
from bot.content.services_file import ServicesProblem
from bot.content.xlsform import read_form

YAML_FILES = ("languages.yml", "intents.yml", "concepts.yml", "topics.yml", "safety.yml", "consents.yml")


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend. `line` counts from 1."""

    path: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}"


def check(files: Mapping[str, str]) -> list[Finding]:
    """Everything wrong with a content tree, in the order of its files."""
    catalogue = Catalogue(files)
    broken = [finding for path in YAML_FILES for finding in _yaml_problem(files, path)]
    broken += _unreadable_services(catalogue)
    if broken:
        return sorted(broken)
    findings = {
        *_topics(catalogue),
        *_intents(catalogue),
        *_services(catalogue),
        *_questionnaires(catalogue),
        *_masking(files),
        *(Finding(*found) for found in check_examples.problems(catalogue)),
        *(Finding(*found) for found in check_documents.problems(catalogue)),
        *(Finding(*found) for found in check_phrases.problems(catalogue)),
        *(Finding(*found) for found in check_places.problems(catalogue)),
    }
    return sorted(findings)


def _yaml_problem(files: Mapping[str, str], path: str) -> Iterator[Finding]:
    if path not in files:
        yield Finding(path, 1, "the file is missing")
        return
    try:
        loaded = yaml.safe_load(files[path])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Finding(path, mark.line + 1 if mark else 1, "this is not YAML")
        return
    if not isinstance(loaded, dict):
        yield Finding(path, 1, "one `name: …` a line is expected")
    elif path == "languages.yml":
        for code in loaded:
            if str(code) not in {Locale.parse(code, resolve_likely_subtags=False).language}:
                yield Finding(path, line_of(files[path], str(code)), f"{code}: not a language code")
    elif path == "topics.yml":
        yield from _topic_fields(files[path], loaded)


def _topic_fields(text: str, topics: Mapping[str, Any]) -> Iterator[Finding]:
    for topic, entry in topics.items():
        line = line_of(text, topic)
        for name in ("group", "office", "sources", "as_of"):
            if not isinstance(entry, dict) or not entry.get(name):
                yield Finding("topics.yml", line, f"{topic}: `{name}` is missing")
        for name in ("as_of", "valid_until"):
            value = entry.get(name) if isinstance(entry, dict) else None
            if value is not None and not isinstance(value, date):
                yield Finding("topics.yml", line, f"{topic}: `{name}` is not a date such as 2026-11-20")


def line_of(text: str, key: str) -> int:
    """The line on which a top-level key of a YAML file stands."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(f"{key}:"):
            return number
    return 1


def _topics(catalogue: Catalogue) -> Iterator[Finding]:
    text = catalogue.files["topics.yml"]
    for topic in catalogue.topics.values():
        line = line_of(text, topic.id)
        if f"faq/{topic.id}" not in catalogue.intents:
            yield Finding("topics.yml", line, f"{topic.id}: no intent faq/{topic.id} in intents.yml")
        for related in topic.related:
            if related not in catalogue.topics:
                yield Finding("topics.yml", line, f"{topic.id}: related topic {related} does not exist")
        if topic.service and topic.service not in catalogue.services.services:
            yield Finding("topics.yml", line, f"{topic.id}: service {topic.service} does not exist")
        for _, url in topic.sources:
            if not is_url(url):
                yield Finding("topics.yml", line, f"{topic.id}: malformed address of a source: {url}")
    safety = catalogue.files["safety.yml"]
    for name, entry in catalogue.safety.items():
        for source in entry.get("sources", ()):
            if not is_url(source["url"]):
                yield Finding(
                    "safety.yml", line_of(safety, name), f"{name}: malformed address: {source['url']}"
                )
        for number in entry.get("numbers", ()):
            if not is_phone(str(number)):
                yield Finding("safety.yml", line_of(safety, name), f"{name}: malformed number: {number}")


def _intents(catalogue: Catalogue) -> Iterator[Finding]:
    text = catalogue.files["intents.yml"]
    for intent in catalogue.intents:
        kind, _, name = intent.partition("/")
        known = {"faq": catalogue.topics, "safety": catalogue.safety}.get(kind)
        if kind not in ("faq", "do", "safety", "other") or not name:
            yield Finding(
                "intents.yml", line_of(text, intent), f"{intent}: not faq/…, do/…, safety/… or other/…"
            )
        elif known is not None and name not in known:
            yield Finding("intents.yml", line_of(text, intent), f"{intent}: nothing answers it")


def _unreadable_services(catalogue: Catalogue) -> Iterator[Finding]:
    try:
        _ = catalogue.services
    except KeyError:
        yield Finding("services.yml", 1, "the file is missing")
    except ServicesProblem as problem:
        yield Finding("services.yml", problem.line, problem.reason)


def _services(catalogue: Catalogue) -> Iterator[Finding]:
    for code in catalogue.enabled:
        if not any(code in counsellor.languages for counsellor in catalogue.services.counsellors.values()):
            yield Finding("services.yml", 1, f"no counsellor speaks {code}")


def _questionnaires(catalogue: Catalogue) -> Iterator[Finding]:
    names = {path.split("/")[1] for path in catalogue.files if path.startswith("questionnaires/")}
    for name in sorted(names):
        try:
            read_form(catalogue.form_sheets(name), catalogue.enabled)
        except FormProblems as refused:
            for problem in refused.problems:
                where = f"column {problem.column}: " if problem.column else ""
                path = f"questionnaires/{name}/{problem.sheet}.csv"
                yield Finding(path, problem.row, where + problem.reason)


def _masking(files: Mapping[str, str]) -> Iterator[Finding]:
    try:
        Masking.parse(files["masking.yml"])
    except KeyError:
        yield Finding("masking.yml", 1, "the file is missing")
    except MaskingProblem as problem:
        yield Finding("masking.yml", 1, f"not usable: {problem}")
