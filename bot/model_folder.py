"""Models on disk: those that were good enough, the newest in use, each with its scores beside it."""

import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.content.catalogue import Catalogue
from nlu.evaluation import Sentence, read_sentences, unseen
from nlu.rasa_process import REPOSITORY
from nlu.scoring import (
    Guesses,
    Score,
    Worse,
    guesses,
    key_of,
    score,
    worse,
)
from nlu.training import (
    Concepts,
    Examples,
    TrainedModel,
    TrainingFailed,
    code_fingerprint,
    fingerprint,
    rank,
    train,
)

ENVIRONMENT = REPOSITORY / "nlu" / ".venv"
MODELS_KEPT = 5
SUFFIX = ".tar.gz"


@dataclass(frozen=True)
class Lessons:
    """What a model is made of: examples by intent and language, and the words of concepts."""

    examples: Examples
    concepts: Concepts = ()

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Lessons":
        """What is published."""
        return cls(catalogue.examples(), catalogue.concept_forms())

    @property
    def file(self) -> str:
        """The name of the model made of them. Raises TrainingFailed."""
        return fingerprint(self.examples, self.concepts) + SUFFIX


class ScoredWorse(TrainingFailed):
    """The new model may not replace the one in use. `worse` says by how much."""

    def __init__(self, found: Worse, candidate: Score, live: Score) -> None:
        where = f"on sentences in {found.language}" if found.language else "on all test sentences"
        super().__init__(
            f"the new model is not put into use: {where} it has the right intent first for {found.after:.1%},"
            f" the model in use for {found.before:.1%}"
        )
        self.worse, self.candidate, self.live = found, candidate, live


@dataclass(frozen=True)
class Card:
    """What stands beside a model. `guesses` are its answers to test sentences, `code` what made it but the examples.

    `by_hand`: somebody went back to it, and a restart must not replace it.
    """

    code: str = ""
    guesses: Guesses = field(default_factory=dict)
    by_hand: bool = False


@dataclass(frozen=True)
class Candidate:
    """A new model with its score, and the score of the model in use on the same sentences (if both could be had)."""

    trained: TrainedModel
    card: Card
    score: Score
    live: Score | None


class ModelFolder:
    """The models below `<data>/nlu`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._models = folder / "models"
        self._candidates = folder / "candidates"

    @property
    def live(self) -> Path | None:
        """The model to use: the one put here, or touched, last."""
        models = self._newest_first()
        return models[0].resolve() if models else None

    def model(self, name: str) -> Path | None:
        """The model of that file name, if it is still there."""
        found = self._models / name
        return found.resolve() if name.endswith(SUFFIX) and "/" not in name and found.is_file() else None

    def is_up_to_date(self, lessons: Lessons) -> bool:
        """Whether the model in use is what these lessons make, or one that somebody chose since the code changed."""
        model = self.live
        if model is None:
            return False
        card = self.card(model)
        return model.name == lessons.file or (card.by_hand and card.code == code_fingerprint())

    def train_first(self, lessons: Lessons) -> TrainedModel:
        """Train and use at once, with nothing to compare. Raises TrainingFailed."""
        trained = train(lessons.examples, lessons.concepts, environment=ENVIRONMENT, directory=self._models)
        self._use(trained.path, replace(self.card(trained.path), code=code_fingerprint(), by_hand=False))
        return trained

    def train(self, lessons: Lessons, sentences: Sequence[Sentence]) -> TrainedModel:
        """Train a candidate and let it answer the sentences; the same lessons are not trained again.

        Raises TrainingFailed.
        """
        known = self.model(lessons.file)
        if known is not None:
            return TrainedModel(known, known.name.removesuffix(SUFFIX), 0.0, reused=True)
        self._forget_candidates(but=lessons.file)
        trained = train(
            lessons.examples,
            lessons.concepts,
            environment=ENVIRONMENT,
            directory=self._candidates,
            sentences=[sentence.text for sentence in sentences],
        )
        if not trained.reused:
            _write(trained.path, Card(code_fingerprint(), guesses(sentences, trained.rankings)))
        return trained

    def compare(self, trained: TrainedModel, sentences: Sequence[Sentence]) -> Candidate:
        """Score the candidate and the model in use on the same sentences.

        Raises ScoredWorse when the candidate is too much worse, TrainingFailed when it cannot be scored.
        """
        card = replace(self.with_guesses(trained.path, sentences), code=code_fingerprint(), by_hand=False)
        candidate, live = score(sentences, card.guesses), None
        model = self.live
        if model is not None and model != trained.path:
            live = self._score_of_live(model, sentences)
            if live is not None and (found := worse(candidate, live)):
                raise ScoredWorse(found, candidate, live)
        return Candidate(trained, card, candidate, live)

    def with_guesses(self, model: Path, sentences: Sequence[Sentence]) -> Card:
        """The card of a model that has answered all these sentences, now if not before. Raises TrainingFailed."""
        card = self.card(model)
        missing = [sentence for sentence in sentences if key_of(sentence) not in card.guesses]
        if missing:
            texts = [sentence.text for sentence in missing]
            rankings = rank(model, texts, environment=ENVIRONMENT, directory=self.folder)
            card = replace(card, guesses={**card.guesses, **guesses(missing, rankings)})
            _write(model, card)
        return card

    def approve(self, candidate: Candidate) -> Path:
        """Make the candidate the model to use; forget models long replaced."""
        model = self._models / candidate.trained.path.name
        if candidate.trained.path != model.resolve():
            self._models.mkdir(parents=True, exist_ok=True)
            os.replace(candidate.trained.path, model)
            _card_file(candidate.trained.path).unlink(missing_ok=True)
        self._use(model, candidate.card)
        return model.resolve()

    def go_back(self, model: Path) -> None:
        """Make an older model the one to use, also after a restart."""
        self._use(model, replace(self.card(model), by_hand=True))

    def card(self, model: Path) -> Card:
        """What stands beside the model; an empty card when nothing does."""
        try:
            stored: Mapping[str, Any] = json.loads(_card_file(model).read_text())
            return Card(stored["code"], stored["guesses"], stored["by_hand"])
        except (OSError, ValueError, KeyError, TypeError):
            return Card()

    def _use(self, model: Path, card: Card) -> None:
        _write(model, card)
        self.make_newest(model)
        for old in self._newest_first()[MODELS_KEPT:]:
            old.unlink(missing_ok=True)
            _card_file(old).unlink(missing_ok=True)

    def make_newest(self, model: Path) -> None:
        """Have this model be the one to use. Later than all others, also within one tick of the file system's clock."""
        others = (path.stat().st_mtime_ns for path in self._models.glob("*" + SUFFIX))
        stamp = max(time.time_ns(), max(others, default=0) + 1)
        os.utime(model, ns=(stamp, stamp))

    def _newest_first(self) -> list[Path]:
        models = self._models.glob("*" + SUFFIX)
        return sorted(models, key=lambda path: path.stat().st_mtime_ns, reverse=True)

    def _score_of_live(self, model: Path, sentences: Sequence[Sentence]) -> Score | None:
        """None for a model that cannot be read any more: anything is better than that."""
        try:
            return score(sentences, self.with_guesses(model, sentences).guesses)
        except TrainingFailed:
            return None

    def _forget_candidates(self, *, but: str) -> None:
        for old in self._candidates.glob("*" + SUFFIX):
            if old.name != but:
                old.unlink(missing_ok=True)
                _card_file(old).unlink(missing_ok=True)


def sentences_to_score(folder: Path, catalogue: Catalogue) -> list[Sentence]:
    """The sentences of `<folder>/<language>.jsonl` that nobody trained on. Raises TrainingFailed for a broken file."""
    try:
        sentences = [
            sentence
            for code in catalogue.enabled
            if (file := folder / f"{code}.jsonl").is_file()
            for sentence in read_sentences(file)
        ]
    except ValueError as error:
        raise TrainingFailed(str(error)) from None
    return [
        sentence
        for sentence in unseen(sentences, catalogue.examples())
        if sentence.intent in catalogue.intents
    ]


def _card_file(model: Path) -> Path:
    return model.with_name(model.name.removesuffix(SUFFIX) + ".json")


def _write(model: Path, card: Card) -> None:
    file = _card_file(model)
    stored = {
        "code": card.code,
        "by_hand": card.by_hand,
        "guesses": {k: list(v) for k, v in card.guesses.items()},
    }
    new = file.with_suffix(".new")
    new.write_text(json.dumps(stored))
    new.replace(file)
