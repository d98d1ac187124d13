"""What is wrong with what the model learns from: examples of the intents, and the words of the concepts."""

from collections.abc import Iterator

from bot.content.catalogue import Catalogue
from nlu.concepts import SHORTEST_STEM, read_forms

FEWEST_EXAMPLES = 20
FEWEST_OUTSIDE = 200
OUTSIDE = "other/"
FEWEST_CONCEPTS = 0.9
"""The share of all concepts that every language needs words for."""


def problems(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    """Path, line and problem of every finding."""
    for code in catalogue.enabled:
        yield from _examples(catalogue, code)
        yield from _concepts(catalogue, code)


def _examples(catalogue: Catalogue, code: str) -> Iterator[tuple[str, int, str]]:
    seen: dict[str, tuple[str, int]] = {}
    for intent in catalogue.intents:
        path = f"{code}/examples/{intent}.txt"
        body = catalogue.files.get(path)
        if body is None:
            yield path, 1, "the file is missing"
            continue
        lines = [
            (number, line.strip())
            for number, line in enumerate(body.splitlines(), start=1)
            if line.strip() and not line.startswith("#")
        ]
        fewest = FEWEST_OUTSIDE if intent.startswith(OUTSIDE) else FEWEST_EXAMPLES
        if len(lines) < fewest:
            yield path, 1, f"{len(lines)} examples, at least {fewest} are needed"
        for number, line in lines:
            other = seen.setdefault(" ".join(line.casefold().split()), (path, number))
            if other != (path, number):
                yield path, number, f"the same example stands in {other[0]}:{other[1]}"


def _concepts(catalogue: Catalogue, code: str) -> Iterator[tuple[str, int, str]]:
    path = f"{code}/concepts.txt"
    seen: dict[str, int] = {}
    for number, concept, forms in read_forms(catalogue.files.get(path, "")):
        if concept not in catalogue.concepts:
            yield path, number, f"{concept}: no such concept in concepts.yml"
        if concept in seen:
            yield path, number, f"{concept}: stands already in line {seen[concept]}"
        seen.setdefault(concept, number)
        if not forms:
            yield path, number, f"{concept}: no words"
        for form in forms:
            if form.endswith("*") and " " not in form and len(form) <= SHORTEST_STEM:
                yield path, number, f"{concept}: {form} would be found in too many words"
    if len(seen) < FEWEST_CONCEPTS * len(catalogue.concepts):
        yield path, 1, f"words for {len(seen)} of {len(catalogue.concepts)} concepts"
