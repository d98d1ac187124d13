"""Examples -> model file. Rasa trains in its own environment; nothing is trained twice."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlu.normalise import visible
from nlu.rasa_client import our_name, rasa_name
from nlu.rasa_process import REPOSITORY, rasa_environment
from nlu.understanding import RankedIntent

CONFIG = REPOSITORY / "config.yml"
TRAINING_SECONDS = 1800

Examples = Mapping[str, Mapping[str, Sequence[str]]]
"""Intent -> language -> what people say."""
Concepts = Iterable[tuple[str, str]]
"""Pairs of a concept and one of its forms, of all languages; see `nlu.concepts`."""
Ranking = Sequence[RankedIntent]
"""What a model makes of a sentence, likeliest first."""
RANK = "import sys; from pathlib import Path; from nlu.components.train import rank; rank(*map(Path, sys.argv[1:]))"


class TrainingFailed(Exception):
    """There is no new model. The text says why, for the person who started the training."""


@dataclass(frozen=True)
class TrainedModel:
    """A model file, the fingerprint of all that went into it, how long it took; `reused`: it was there.

    `rankings` are what a new model makes of the sentences it was given, in their order.
    """

    path: Path
    fingerprint: str
    seconds: float
    reused: bool
    rankings: Sequence[Ranking] = ()


def train(
    examples: Examples,
    concepts: Concepts = (),
    *,
    environment: Path,
    directory: Path,
    config: Path = CONFIG,
    sentences: Sequence[str] = (),
) -> TrainedModel:
    """Train a model with the Rasa of `environment` and store it as `<directory>/<fingerprint>.tar.gz`.

    Other examples or concepts, another pipeline, component or locked package make another fingerprint; otherwise the
    stored model is returned. A new model ranks `sentences` at once. Raises TrainingFailed. Safe to run twice at once.
    """
    started = time.monotonic()
    data = training_data(examples, concepts)
    fingerprint = _fingerprint(data, config)
    model = directory.resolve() / f"{fingerprint}.tar.gz"
    if model.exists():
        return TrainedModel(model, fingerprint, time.monotonic() - started, reused=True)
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=directory.resolve(), prefix="training-") as work:
        trained, rankings = _run(data, environment, config, Path(work), sentences)
        os.replace(trained, model)
    return TrainedModel(model, fingerprint, time.monotonic() - started, reused=False, rankings=rankings)


def rank(model: Path, sentences: Sequence[str], *, environment: Path, directory: Path) -> list[Ranking]:
    """What a model makes of the sentences, without a server. Raises TrainingFailed when it cannot be read any more."""
    with tempfile.TemporaryDirectory(dir=directory.resolve(), prefix="scoring-") as work:
        told, ranked = _files(Path(work), sentences)
        _child(environment, Path(work), ["-c", RANK, str(model.resolve()), str(told), str(ranked)])
        return _rankings(ranked, sentences)


def fingerprint(examples: Examples, concepts: Concepts = (), config: Path = CONFIG) -> str:
    """The fingerprint of the model `train` would make. Raises TrainingFailed."""
    return _fingerprint(training_data(examples, concepts), config)


def code_fingerprint(config: Path = CONFIG) -> str:
    """The fingerprint of all that makes a model but the examples. Raises TrainingFailed."""
    return _fingerprint("", config)


def training_data(examples: Examples, concepts: Concepts = ()) -> str:
    """What our classifier learns from, as JSON: every example and every form of a concept.

    Raises TrainingFailed when there are no two intents.
    """
    told = [
        [rasa_name(intent), language, spoken]
        for intent, by_language in sorted(examples.items())
        for language, sentences in sorted(by_language.items())
        for sentence in sentences
        if (spoken := visible(sentence))
    ]
    intents = {intent for intent, _, _ in told}
    if len(intents) < 2:
        raise TrainingFailed(f"training needs examples of at least two intents, found {len(intents)}")
    return json.dumps({"examples": told, "concepts": sorted(map(list, concepts))}, ensure_ascii=False)


def _rasa_data(data: str) -> str:
    """The intents as Rasa's own training data: it wants to know of them, our classifier brings its examples along."""
    intents = sorted({intent for intent, _, _ in json.loads(data)["examples"]})
    lines = ['version: "3.1"', "nlu:"]
    for number, intent in enumerate(intents):
        lines += [f"- intent: {json.dumps(intent)}", "  examples: |", f"    - example {number}"]
    return "\n".join(lines) + "\n"


def _fingerprint(data: str, config: Path) -> str:
    digest = hashlib.sha256(data.encode())
    sources = [config, *(REPOSITORY / "nlu" / name for name in ("normalise.py", "concepts.py", "uv.lock"))]
    for source in [*sources, *sorted((REPOSITORY / "nlu" / "components").glob("*.py"))]:
        try:
            digest.update(hashlib.sha256(source.read_bytes()).digest())
        except OSError as error:
            raise TrainingFailed(f"{source} cannot be read: {error.strerror}") from None
    return digest.hexdigest()[:16]


def _run(
    data: str, environment: Path, config: Path, work: Path, sentences: Sequence[str]
) -> tuple[Path, list[Ranking]]:
    (work / "examples.json").write_text(data, encoding="utf-8")
    (work / "nlu.yml").write_text(_rasa_data(data), encoding="utf-8")
    model = work / "model.tar.gz"
    files = [str(config.resolve()), str(work / "nlu.yml"), str(model)]
    told, ranked = _files(work, sentences)
    if sentences:
        files += [str(told), str(ranked)]
    _child(environment, work, ["-m", "nlu.components.train", *files])
    if not model.exists():
        raise TrainingFailed("Rasa made no model and did not say why")
    return model, _rankings(ranked, sentences) if sentences else []


def _child(environment: Path, work: Path, arguments: Sequence[str]) -> None:
    """Run Python in Rasa's environment. Raises TrainingFailed when it does not end well."""
    python = environment.absolute() / "bin" / "python"
    try:
        ended = subprocess.run(
            [str(python), "-W", "ignore", *arguments],
            cwd=work,
            env=rasa_environment(work),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TRAINING_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        reason = f"Rasa's environment is missing: no {python}; run `uv --directory nlu sync`"
        raise TrainingFailed(reason) from None
    except subprocess.TimeoutExpired:
        raise TrainingFailed(f"training took longer than {TRAINING_SECONDS} s") from None
    if ended.returncode != 0:
        raise TrainingFailed(_reason((ended.stderr or ended.stdout).decode(errors="replace")))


def _files(work: Path, sentences: Sequence[str]) -> tuple[Path, Path]:
    """A file with the sentences, and where their rankings will be."""
    told = work / "sentences.jsonl"
    told.write_text("".join(f"{json.dumps(sentence)}\n" for sentence in sentences), encoding="utf-8")
    return told, work / "scores.jsonl"


def _rankings(file: Path, sentences: Sequence[str]) -> list[Ranking]:
    try:
        lines = [json.loads(line)["intents"] for line in file.read_text(encoding="utf-8").splitlines()]
        rankings = [
            tuple(RankedIntent(our_name(name), float(share)) for name, share in line) for line in lines
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TrainingFailed(f"the model could not be scored: {type(error).__name__}") from None
    if len(rankings) != len(sentences):
        raise TrainingFailed(f"the model ranked {len(rankings)} of {len(sentences)} sentences")
    return list(rankings)


def _reason(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"Rasa could not train: {lines[-1][:300]}" if lines else "Rasa could not train and did not say why"
