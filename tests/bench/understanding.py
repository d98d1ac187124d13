"""Understanding, ours and stock Rasa's: `python -m tests.bench.understanding`. Part of `make bench`."""

import argparse
import signal
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.content import store
from bot.content.catalogue import Catalogue
from bot.model_folder import sentences_to_score
from bot.runtime import CONTENT_FOLDER
from nlu.evaluation import Outcome, Sentence, decided, tune, understand_all
from nlu.normalise import visible
from nlu.rasa_client import RasaClient
from nlu.training import Examples
from nlu.understand import understand
from nlu.understanding import DEFAULT_THRESHOLDS, Thresholds
from tests.bench import machine, stock_rasa
from tests.bench.load import put_under_load
from tests.bench.parse_api import ParseApi
from tests.bench.pipelines import (
    OURS,
    STOCK,
    Parsed,
    Server,
    Trained,
    parse_inside,
    served,
    trained_ours,
    trained_stock,
)
from tests.bench.rasa_examples import at_most, number_of
from tests.bench.results import Results
from tests.bench.talks import SENTENCES, text_talks
from tests.bench.understanding_tables import shares, understanding_tables

EXAMPLES = 5
"""Of each intent in each language, unless something else is asked for: stock Rasa's training takes long."""
CLIENTS = 8
SECONDS = 8.0
PIPELINES = (OURS, *STOCK)
QUICK_PIPELINES = (OURS, "logistic")
"""What is trained on all examples when nothing else is asked for."""


@dataclass(frozen=True)
class Run:
    """A pipeline and what it learns: at most so many examples of each intent in each language, or all (None)."""

    pipeline: str
    at_most: int | None


def runs(pipelines: Sequence[str] | None, count: int | None) -> list[Run]:
    """What is to be measured; ours with all examples besides, when the others may not have them all."""
    chosen = pipelines or (QUICK_PIPELINES if count is None else PIPELINES)
    compared = [Run(pipeline, count) for pipeline in PIPELINES if pipeline in chosen]
    return compared if count is None or OURS not in chosen else [*compared, Run(OURS, None)]


def measure(results: Results, catalogue: Catalogue, wanted: Sequence[Run], seconds: float = SECONDS) -> None:
    """Train, score and time one pipeline after the other; each is a line of the results."""
    sentences = sentences_to_score(SENTENCES, catalogue)
    stock_rasa.CACHE.mkdir(parents=True, exist_ok=True)
    for run in wanted:
        examples = at_most(catalogue.examples(), run.at_most)
        shown = f"{run.pipeline}, {number_of(examples)} examples"
        with tempfile.TemporaryDirectory(prefix="understanding-", dir=stock_rasa.CACHE) as name:
            folder = Path(name)
            _tell(f"{shown}: training")
            trained = _trained(run, catalogue, examples, folder)
            _tell(f"{shown}: {len(sentences)} sentences inside Rasa")
            parsed = parse_inside(trained, [_as_sent(sentence) for sentence in sentences], folder)
            _tell(f"{shown}: {CLIENTS} clients over HTTP")
            with served(trained, folder) as server:
                load = _load(server, run.pipeline, catalogue, seconds)
                megabytes, kind = machine.memory(server.processes)
                thresholds, outcomes = _understood(run, catalogue, sentences, parsed, server)
        results.add(
            "understanding",
            pipeline=run.pipeline,
            at_most=run.at_most,
            examples=number_of(examples),
            training=_training(trained),
            parse=_milliseconds([one.milliseconds for one in parsed]),
            http=load,
            memory={"megabytes": round(megabytes, 1), "kind": kind},
            thresholds=asdict(thresholds),
            **shares(outcomes),
        )


def _trained(run: Run, catalogue: Catalogue, examples: Examples, folder: Path) -> Trained:
    if run.pipeline == OURS:
        return trained_ours(examples, catalogue.concept_forms(), folder)
    return trained_stock(catalogue, examples, run.pipeline)


def _understood(
    run: Run, catalogue: Catalogue, sentences: Sequence[Sentence], parsed: Sequence[Parsed], server: Server
) -> tuple[Thresholds, list[Outcome]]:
    """Ours as the application understands, language included; stock with thresholds tuned on these very sentences."""
    if run.pipeline != OURS:
        ranked = [(sentence, one.intents) for sentence, one in zip(sentences, parsed, strict=True)]
        thresholds = tune(ranked)
        return thresholds, decided(ranked, thresholds)
    languages = {code: catalogue.language(code).script for code in catalogue.enabled}
    client = RasaClient(server.url, server.token)
    try:
        return DEFAULT_THRESHOLDS, understand_all(
            sentences,
            lambda sentence: understand(sentence.text, languages=languages, prior=None, client=client),
        )
    finally:
        client.close()


def _load(server: Server, name: str, catalogue: Catalogue, seconds: float) -> dict[str, Any]:
    load = put_under_load(
        ParseApi(server.port, server.token, name),
        text_talks(catalogue),
        conversations=CLIENTS,
        seconds=seconds,
        processor_seconds=partial(_processor_seconds, server),
    )
    return {
        "clients": CLIENTS,
        "per_second": round(load.turns_per_second, 1),
        "p50_ms": round(load.percentile(50), 1),
        "p95_ms": round(load.percentile(95), 1),
        "cpu_ms": round(load.server_ms_per_turn()["rasa"], 2),
        "failed": sum(load.failed.values()),
        "without_ranking": load.unanswered,
    }


def _processor_seconds(server: Server) -> dict[str, float]:
    return {"rasa": machine.processor_seconds(server.processes)}


def _training(trained: Trained) -> dict[str, Any]:
    warm = None if trained.warm is None else round(trained.warm, 1)
    return {"cold": round(trained.cold, 1), "warm": warm, "reused": trained.reused}


def _milliseconds(times: Sequence[float]) -> dict[str, float]:
    p95 = statistics.quantiles(times, n=100, method="inclusive")[94]
    return {"p50": round(statistics.median(times), 2), "p95": round(p95, 2)}


def _as_sent(sentence: Sentence) -> str:
    """As every client sends it: to Rasa a text that begins with a slash is something else."""
    return visible(sentence.text).lstrip("/ ")


def add_options(parser: argparse.ArgumentParser) -> None:
    """How many examples, for this and for stock Rasa under load, and which pipelines."""
    examples = parser.add_mutually_exclusive_group()
    examples.add_argument(
        "--examples", type=_positive, default=EXAMPLES, metavar="N",
        help=f"at most N of each intent in each language, for all pipelines (default: {EXAMPLES})",
    )  # fmt: skip
    examples.add_argument(
        "--all", dest="examples", action="store_const", const=None,
        help=f"all examples; of the pipelines only {' and '.join(QUICK_PIPELINES)} unless others are named",
    )  # fmt: skip
    parser.add_argument("--pipelines", nargs="+", choices=PIPELINES, help="which to measure")


def _positive(number: str) -> int:
    if int(number) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(number)


def main() -> None:
    """Measure understanding alone, write the results, show the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.understanding", description=__doc__)
    default_name = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S") + "-understanding"
    parser.add_argument("--name", default=default_name, help="bench-results/NAME.jsonl")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="length of the load over HTTP")
    add_options(parser)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    results = Results(options.name)
    results.add("machine", **machine.described())
    catalogue = Catalogue(store.read_folder(CONTENT_FOLDER))
    measure(results, catalogue, runs(options.pipelines, options.examples), options.seconds)
    print(understanding_tables(results.of("understanding")))
    _tell(f"results: {results.path}")


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
