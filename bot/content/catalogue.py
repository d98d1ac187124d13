"""The content tree as one frozen value: languages, topics, texts, forms, services, places and examples."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

import yaml

from bot.content.masking import Masking, MaskingProblem
from bot.content.services_file import ServicesFile, parse
from bot.content.xlsform import FormTexts, read_form
from dialogues.questionnaire.form import Form
from nlu.concepts import read_forms


@dataclass(frozen=True)
class Language:
    """One language Lotse knows."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    script: str
    enabled: bool
    common: bool = False
    fallback: tuple[str, ...] = ()


@dataclass(frozen=True)
class TopicFacts:
    """What is known of a topic besides its words."""

    id: str
    group: str
    office: str
    sources: tuple[tuple[str, str], ...]
    as_of: date
    valid_until: date | None
    volatile: bool
    related: tuple[str, ...] = ()
    service: str | None = None
    person: bool = False


@dataclass(frozen=True)
class Document:
    """One Markdown text with its title. `version` names its exact words; `master` those it was translated from."""

    title: str
    body: str
    version: str
    master: str | None = None


@dataclass(frozen=True)
class PlaceFacts:
    """A contact point."""

    id: str
    name: str
    category: str
    street: str
    postcode: str
    city: str
    district: str
    latitude: float | None
    longitude: float | None
    phone: str
    website: str
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    source: str
    as_of: date | None

    @property
    def address(self) -> str:
        """Street, postcode and city on one line."""
        return ", ".join(part for part in (self.street, f"{self.postcode} {self.city}".strip()) if part)


@dataclass(frozen=True)
class District:
    """A part of the city; `also` is what else people call it, in any language."""

    id: str
    name: str
    also: tuple[str, ...] = ()


def parse_document(text: str) -> Document:
    """A Markdown file with front matter; raises ValueError when the front matter is missing or broken."""
    version = hashlib.sha256(text.encode()).hexdigest()[:16]
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        raise ValueError("the file must start with front matter between two lines of ---")
    head, body = text[4:].split("\n---\n", 1)
    try:
        matter = yaml.safe_load(head)
        title = str(matter["title"])
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise ValueError("the front matter needs a title") from error
    master = matter.get("master")
    return Document(title, body.strip(), version, str(master) if master is not None else None)


@dataclass(frozen=True)
class Catalogue:
    """All content at one moment. Built from files as they are; `lotse content check` finds what is wrong in them."""

    files: Mapping[str, str] = field(repr=False)

    @cached_property
    def languages(self) -> Mapping[str, Language]:
        """Every language by code, in the order they are offered."""
        return {
            code: Language(code, **{**entry, "fallback": tuple(entry.get("fallback", ()))})
            for code, entry in self._yaml("languages.yml").items()
        }

    @cached_property
    def enabled(self) -> tuple[str, ...]:
        """Codes of the languages that are switched on."""
        return tuple(code for code, language in self.languages.items() if language.enabled)

    @property
    def master_language(self) -> str:
        """The language the others are translated from: the first one."""
        return next(iter(self.languages))

    @cached_property
    def common_language(self) -> str:
        """The language to try with somebody whose language is not spoken here."""
        common = [code for code in self.enabled if self.languages[code].common]
        return (common or list(self.enabled))[0]

    def language(self, code: str) -> Language:
        """The language of that code; raises KeyError."""
        return self.languages[code]

    def spoken(self, code: str) -> str:
        """The language itself while it is switched on, else the common one."""
        return code if code in self.enabled else self.common_language

    def known_language(self, tag: str | None) -> str | None:
        """The enabled language an IETF tag means (`pt-BR` -> `pt`), or None."""
        code = (tag or "").replace("_", "-").partition("-")[0].lower()
        return code if code in self.enabled else None

    def chain(self, language: str) -> tuple[str, ...]:
        """The language, then those whose text is shown when its own is missing."""
        known = self.languages.get(language)
        return (language, *(known.fallback if known else ()), self.master_language)

    @cached_property
    def intents(self) -> Mapping[str, str]:
        """Every intent and what it means."""
        return dict(self._yaml("intents.yml"))

    @cached_property
    def topics(self) -> Mapping[str, TopicFacts]:
        """Every topic."""
        return {topic: _topic(topic, entry) for topic, entry in self._yaml("topics.yml").items()}

    @cached_property
    def topic_groups(self) -> Mapping[str, Sequence[str]]:
        """Topic ids by group, in the order of the file."""
        groups: dict[str, list[str]] = {}
        for topic in self.topics.values():
            groups.setdefault(topic.group, []).append(topic.id)
        return groups

    @cached_property
    def purposes(self) -> tuple[str, ...]:
        """What people are asked to consent to."""
        return tuple(self._yaml("consents.yml"))

    @cached_property
    def safety(self) -> Mapping[str, Any]:
        """Every safety answer: sources, as_of, numbers."""
        return self._yaml("safety.yml")

    @cached_property
    def services(self) -> ServicesFile:
        """Bookable services, offices, counsellors and the desk's hours."""
        return parse(self.files["services.yml"])

    @cached_property
    def places(self) -> tuple[PlaceFacts, ...]:
        """Contact points in the order of the file."""
        rows = csv.DictReader(io.StringIO(self.files.get("places.csv", "")))
        return tuple(_place(row) for row in rows)

    @cached_property
    def topics_with_places(self) -> frozenset[str]:
        """Topics that some contact point helps with."""
        return frozenset(topic for place in self.places for topic in place.topics)

    @cached_property
    def districts(self) -> tuple[District, ...]:
        """Parts of the city that contact points are in, in the order they are offered."""
        return tuple(
            District(district, str(entry["name"]), tuple(map(str, entry.get("also", ()))))
            for district, entry in self._city.get("districts", {}).items()
        )

    @cached_property
    def box(self) -> Mapping[str, float]:
        """The degrees between which every coordinate lies: `south`, `north`, `west`, `east`."""
        return dict(self._city["box"])

    @property
    def _city(self) -> Mapping[str, Any]:
        return self._yaml("districts.yml") if "districts.yml" in self.files else {}

    @cached_property
    def _forms(self) -> Mapping[str, tuple[Form, FormTexts]]:
        names = {path.split("/")[1] for path in self.files if path.startswith("questionnaires/")}
        return {name: read_form(self.form_sheets(name)) for name in sorted(names)}

    def form_sheets(self, name: str) -> dict[str, str]:
        """The sheets of a questionnaire as CSV texts."""
        folder = f"questionnaires/{name}/"
        return {
            path.removeprefix(folder).removesuffix(".csv"): body
            for path, body in self.files.items()
            if path.startswith(folder) and path.endswith(".csv")
        }

    @property
    def form(self) -> Form:
        """The published questionnaire."""
        return next(iter(self._forms.values()))[0]

    @property
    def form_texts(self) -> FormTexts:
        """Its words."""
        return next(iter(self._forms.values()))[1]

    def document(self, name: str, language: str) -> tuple[Document, str] | None:
        """The text `<language>/<name>.md` or the first of its fallbacks that exists, with its language."""
        for code in self.chain(language):
            if found := self._documents.get(f"{code}/{name}.md"):
                return found, code
        return None

    def own_document(self, name: str, language: str) -> Document | None:
        """The text `<language>/<name>.md` itself, without its fallbacks."""
        return self._documents.get(f"{language}/{name}.md")

    def document_names(self, language: str) -> list[str]:
        """Names of all texts of a language, without folder and ending: `topics/register-address`."""
        paths = (path for path in self._documents if path.startswith(f"{language}/"))
        return sorted(path.removeprefix(f"{language}/").removesuffix(".md") for path in paths)

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        documents = {}
        for path, body in self.files.items():
            if path.endswith(".md"):
                try:
                    documents[path] = parse_document(body)
                except ValueError:
                    continue
        return documents

    def examples(self) -> dict[str, dict[str, list[str]]]:
        """What people say, by intent and enabled language."""
        found: dict[str, dict[str, list[str]]] = {intent: {} for intent in self.intents}
        for intent, by_language in found.items():
            for code in self.enabled:
                body = self.files.get(f"{code}/examples/{intent}.txt")
                if body:
                    by_language[code] = example_lines(body)
        return found

    @cached_property
    def concepts(self) -> Mapping[str, str]:
        """Every thing people talk about, and what it means."""
        return dict(self._yaml("concepts.yml"))

    def concept_forms(self) -> list[tuple[str, str]]:
        """The words for concepts in all enabled languages, as pairs of concept and form."""
        return [
            (concept, form)
            for code in self.enabled
            for _, concept, forms in read_forms(self.files.get(f"{code}/concepts.txt", ""))
            for form in forms
        ]

    def missing_required_texts(self) -> list[str]:
        """Paths of consent, privacy and safety texts that an enabled language lacks; nobody may be served without."""
        names = ["privacy", *(f"consents/{p}" for p in self.purposes), *(f"safety/{s}" for s in self.safety)]
        paths = [f"{code}/{name}.md" for code in self.enabled for name in names]
        return [path for path in paths if path not in self._documents or not self._documents[path].body]

    @cached_property
    def masking(self) -> Masking | None:
        """What is taken out of sentences before editors see them; None when that cannot be told."""
        try:
            return Masking.parse(self.files.get("masking.yml", ""))
        except MaskingProblem:
            return None

    def _yaml(self, path: str) -> Mapping[str, Any]:
        loaded = yaml.load(self.files[path], Loader=_Loader)  # noqa: S506 - a SafeLoader
        return loaded if isinstance(loaded, dict) else {}


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def example_lines(body: str) -> list[str]:
    """The examples of a file: its lines without comments and blanks."""
    return [line.strip() for line in body.splitlines() if line.strip() and not line.startswith("#")]


def _topic(topic: str, entry: Mapping[str, Any]) -> TopicFacts:
    return TopicFacts(
        id=topic,
        group=entry["group"],
        office=entry["office"],
        sources=tuple((source["title"], source["url"]) for source in entry["sources"]),
        as_of=entry["as_of"],
        valid_until=entry.get("valid_until"),
        volatile=bool(entry.get("volatile", False)),
        related=tuple(entry.get("related", ())),
        service=entry.get("service"),
        person=bool(entry.get("person", False)),
    )


def _place(row: Mapping[str, str]) -> PlaceFacts:
    return PlaceFacts(
        **{name: row[name] for name in ("id", "name", "category", "street", "postcode", "city", "district")},
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        phone=row["phone"],
        website=row["website"],
        languages=tuple(row["languages"].split()),
        topics=tuple(row["topics"].split()),
        source=row["source"],
        as_of=date.fromisoformat(row["as_of"]) if row["as_of"] else None,
    )
