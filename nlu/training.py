"""Examples -> model file. Rasa trains in its own environment; nothing is trained twice."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlu.normalise import visible
from nlu.rasa_client import rasa_name
from nlu.rasa_process import REPOSITORY, rasa_environment

CONFIG = REPOSITORY / "config.yml"
TRAINING_SECONDS = 1800

Examples = Mapping[str, Mapping[str, Sequence[str]]]
"""Intent -> language -> what people say."""


class TrainingFailed(Exception):
    """There is no new model. The text says why, for the person who started the training."""


@dataclass(frozen=True)
class TrainedModel:
    """A model file, the fingerprint of all that went into it, how long it took; `reused`: it was there."""

    path: Path
    fingerprint: str
    seconds: float
    reused: bool


def train(examples: Examples, *, environment: Path, directory: Path, config: Path = CONFIG) -> TrainedModel:
    """Train a model with the Rasa of `environment` and store it as `<directory>/<fingerprint>.tar.gz`.

    Other examples, another pipeline, component or locked package make another fingerprint; otherwise the stored
    model is returned. Raises TrainingFailed. Safe to run twice at once.
    """
    started = time.monotonic()
    data = training_data(examples)
    fingerprint = _fingerprint(data, config)
    model = directory.resolve() / f"{fingerprint}.tar.gz"
    if model.exists():
        return TrainedModel(model, fingerprint, time.monotonic() - started, reused=True)
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=directory.resolve(), prefix="training-") as work:
        trained = _run(data, environment, config, Path(work))
        os.replace(trained, model)
    return TrainedModel(model, fingerprint, time.monotonic() - started, reused=False)


def training_data(examples: Examples) -> str:
    """The examples as Rasa's YAML training data. Raises TrainingFailed when there are no two intents."""
    blocks = list(_blocks(examples))
    intents = {intent for intent, _, _ in blocks}
    if len(intents) < 2:
        raise TrainingFailed(f"training needs examples of at least two intents, found {len(intents)}")
    lines = ['version: "3.1"', "nlu:"]
    for intent, language, sentences in blocks:
        lines.append(f"- intent: {json.dumps(rasa_name(intent))}")
        lines.append(f"  metadata: {{language: {json.dumps(language)}}}")
        lines.append("  examples: |")
        lines += [f"    - {sentence}" for sentence in sentences]
    return "\n".join(lines) + "\n"


def _blocks(examples: Examples) -> Iterator[tuple[str, str, list[str]]]:
    for intent, by_language in sorted(examples.items()):
        for language, sentences in sorted(by_language.items()):
            # Rasa reads [word](entity) as markup
            clean = [visible(sentence).translate({ord("["): "(", ord("]"): ")"}) for sentence in sentences]
            if kept := [sentence for sentence in clean if sentence]:
                yield intent, language, kept


def _fingerprint(data: str, config: Path) -> str:
    digest = hashlib.sha256(data.encode())
    sources = [config, REPOSITORY / "nlu" / "normalise.py", REPOSITORY / "nlu" / "uv.lock"]
    for source in [*sources, *sorted((REPOSITORY / "nlu" / "components").glob("*.py"))]:
        try:
            digest.update(hashlib.sha256(source.read_bytes()).digest())
        except OSError as error:
            raise TrainingFailed(f"{source} cannot be read: {error.strerror}") from None
    return digest.hexdigest()[:16]


def _run(data: str, environment: Path, config: Path, work: Path) -> Path:
    (work / "nlu.yml").write_text(data, encoding="utf-8")
    model = work / "model.tar.gz"
    python = environment.absolute() / "bin" / "python"
    files = [str(config.resolve()), str(work / "nlu.yml"), str(model)]
    try:
        ended = subprocess.run(
            [str(python), "-W", "ignore", "-m", "nlu.components.train", *files],
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
    if ended.returncode != 0 or not model.exists():
        raise TrainingFailed(_reason((ended.stderr or ended.stdout).decode(errors="replace")))
    return model


def _reason(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"Rasa could not train: {lines[-1][:300]}" if lines else "Rasa could not train and did not say why"
