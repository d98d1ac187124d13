"""Stock Rasa with our examples: an ordinary pipeline, one rule and one answer per intent, its own server."""

import hashlib
import json
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import yaml

from bot.content.catalogue import Catalogue
from nlu.rasa_client import rasa_name
from nlu.training import Examples
from tests.bench.rasa_examples import as_yaml
from tests.bench.waiting import end, free_port, wait_for_answer

REPOSITORY = Path(__file__).parent.parent.parent
RASA = REPOSITORY / "nlu" / ".venv" / "bin" / "rasa"
CACHE = REPOSITORY / ".cache" / "bench"
LANGUAGE = "de"
START_SECONDS = 180

REST_CHANNEL = ("--credentials", "credentials.yml")
PARSE_API = ("--enable-api",)

FEATURISERS: tuple[dict[str, Any], ...] = (
    {"name": "WhitespaceTokenizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
)
CLASSIFIERS: Mapping[str, dict[str, Any]] = {
    "logistic": {"name": "LogisticRegressionClassifier"},
    "diet": {"name": "DIETClassifier", "epochs": 100},
}


@dataclass(frozen=True)
class StockModel:
    """A trained model, how long its training took when it was trained, and whether that was now."""

    path: Path
    seconds: float
    reused: bool


def trained(catalogue: Catalogue, examples: Examples, classifier: str = "diet") -> StockModel:
    """The stock model of these examples; trained once and kept in `.cache/bench`.

    Rasa's own cache is kept too: when only answers changed, the classifier is not trained again, and the time
    reported is still that of its training.
    """
    files = project(catalogue, examples, classifier)
    folder = CACHE / f"stock-{_fingerprint(files)}"
    learnt = _fingerprint({name: files[name] for name in ("config.yml", "nlu.yml")})
    note = CACHE / f"training-{learnt}.json"
    model = folder / "models" / "stock.tar.gz"
    known = float(json.loads(note.read_text())["seconds"]) if note.exists() else 0.0
    if model.exists():
        return StockModel(model, known, reused=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in files.items():
        (folder / name).write_text(body, encoding="utf-8")
    started = time.monotonic()
    arguments = ["--config", "config.yml", "--domain", "domain.yml", "--data", "nlu.yml", "rules.yml"]
    with (folder / "training.log").open("wb") as log:
        subprocess.run(
            [str(RASA), "train", *arguments, "--out", "models", "--fixed-model-name", "stock"],
            cwd=folder, env=environment(CACHE / f"rasa-{learnt}"), stdout=log, stderr=subprocess.STDOUT, check=True,
        )  # fmt: skip
    seconds = time.monotonic() - started
    note.write_text(json.dumps({"seconds": max(seconds, known)}))
    return StockModel(model, max(seconds, known), reused=bool(known))


def project(catalogue: Catalogue, examples: Examples, classifier: str = "diet") -> dict[str, str]:
    """The files of a Rasa project that answers each intent with our text, in one language."""
    intents = [intent for intent, by_language in examples.items() if any(by_language.values())]
    answers = {intent: f"utter_{rasa_name(intent).replace('.', '_')}" for intent in intents}
    domain = {
        "version": "3.1",
        "intents": [rasa_name(intent) for intent in intents],
        "responses": {answers[intent]: [{"text": _answer(catalogue, intent)}] for intent in intents},
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }
    rules = [
        {"rule": intent, "steps": [{"intent": rasa_name(intent)}, {"action": answers[intent]}]}
        for intent in intents
    ]
    config = {
        "recipe": "default.v1",
        "assistant_id": "stock",
        "language": "xx",
        "pipeline": [*FEATURISERS, CLASSIFIERS[classifier]],
        "policies": [{"name": "RulePolicy"}],
    }
    return {
        "config.yml": _yaml(config),
        "domain.yml": _yaml(domain),
        "rules.yml": _yaml({"version": "3.1", "rules": rules}),
        "nlu.yml": as_yaml(examples),
        "credentials.yml": "rest:\n",
        "endpoints.yml": "{}\n",
    }


@contextmanager
def running(
    model: StockModel, interface: Sequence[str] = REST_CHANNEL
) -> Iterator[tuple[int, psutil.Process, float]]:
    """`rasa run` with its REST channel or API: its port, its process, and the seconds until it answered."""
    folder, port, started = model.path.parent.parent, free_port(), time.monotonic()
    arguments = ["--model", str(model.path), "--endpoints", "endpoints.yml", *interface]
    with (folder / "server.log").open("wb") as log:
        child = subprocess.Popen(
            [str(RASA), "run", *arguments, "--interface", "127.0.0.1", "--port", str(port)],
            cwd=folder, env=environment(folder / "cache"),
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        wait_for_answer(f"http://127.0.0.1:{port}/", child, START_SECONDS)
        yield port, psutil.Process(child.pid), time.monotonic() - started
    finally:
        end(child)


def _answer(catalogue: Catalogue, intent: str) -> str:
    """The approved text for an intent; dialogues have none of their own: for them, what the intent means."""
    group, _, name = intent.partition("/")
    folder = {"faq": "topics", "safety": "safety"}.get(group)
    found = catalogue.document(f"{folder}/{name}", LANGUAGE) if folder else None
    text = found[0].body if found else catalogue.intents[intent]
    # to Rasa braces are a slot
    return text.replace("{", "(").replace("}", ")")


def environment(cache: Path) -> dict[str, str]:
    """The environment variables stock Rasa runs with: as they are, but no telemetry and a cache of its own."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("LOTSE_", "RASA_"))},
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(cache),
        "MPLCONFIGDIR": str(cache),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }


def _fingerprint(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256((REPOSITORY / "nlu" / "uv.lock").read_bytes())
    for name, body in sorted(files.items()):
        digest.update(f"{name}\0{body}\0".encode())
    return digest.hexdigest()[:16]


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
