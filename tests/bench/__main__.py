"""`make bench`: the application, its understanding and stock Rasa, measured in one run, kept in `bench-results/`."""

import argparse
import contextlib
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psutil

from bot.content import store
from bot.content.catalogue import Catalogue
from bot.runtime import CONTENT_FOLDER
from tests.bench import machine, stock_rasa, understanding
from tests.bench.application import Application
from tests.bench.load import Load, put_under_load
from tests.bench.pipelines import OURS
from tests.bench.rasa_examples import at_most, number_of
from tests.bench.results import Results, tables
from tests.bench.systems import Lotse, StockRasa, System
from tests.bench.talks import Talk, button_talks, text_talks
from tests.bench.understanding_tables import understanding_tables

CONVERSATIONS = (1, 8, 32)
SECONDS = 8.0

TALKS: Mapping[str, Callable[[Catalogue], Iterator[Talk]]] = {"button": button_talks, "text": text_talks}
Processes = Callable[[], Mapping[str, Sequence[psutil.Process]]]


def main() -> None:
    """Measure everything, write the results, show the tables."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    results = Results(options.name)
    results.add("machine", **machine.described())
    catalogue = Catalogue(store.read_folder(CONTENT_FOLDER))
    examples = at_most(catalogue.examples(), options.examples)
    model = None
    if not options.without_stock:
        _tell("stock Rasa's model (trained once for each content; that takes minutes)")
        model = stock_rasa.trained(catalogue, examples)
    stock_rasa.CACHE.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=stock_rasa.CACHE))
    application = Application(folder, catalogue)
    try:
        with contextlib.ExitStack() as running:
            running.callback(application.stop)
            _measure_starts(application, results)
            systems: dict[str, tuple[System, Processes]] = {
                "lotse": (Lotse(application.port), application.processes)
            }
            if model is not None:
                port, process, seconds = running.enter_context(stock_rasa.running(model))
                training = {"training": round(model.seconds, 1), "training_reused": model.reused}
                results.add("stock", answers=round(seconds, 1), examples=number_of(examples), **training)
                systems["stock-rasa"] = (
                    StockRasa(port),
                    lambda: {"stock-rasa": [process, *process.children(recursive=True)]},
                )
            _measure_memory(systems, results, "idle")
            _measure_load(systems, catalogue, results, options)
            _measure_memory(systems, results, "after load")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if not options.without_understanding:
        pipelines = (OURS,) if options.without_stock else options.pipelines
        understanding.measure(
            results, catalogue, understanding.runs(pipelines, options.examples), options.seconds
        )
    shown = (tables(results), understanding_tables(results.of("understanding")))
    print("\n\n".join(filter(None, shown)))
    _tell(f"results: {results.path}")


def _measure_starts(application: Application, results: Results) -> None:
    for name in ("cold", "warm"):
        _tell(f"{name} start")
        times = {what: at and round(at, 2) for what, at in asdict(application.start()).items()}
        results.add("start", start=name, **times)
        if name == "cold":
            application.stop()


def _measure_load(
    systems: Mapping[str, tuple[System, Processes]],
    catalogue: Catalogue,
    results: Results,
    options: argparse.Namespace,
) -> None:
    """Both systems take turns, so that what else happens on the machine hits both, but never at the same time."""
    for turns, talks in TALKS.items():
        for conversations in options.conversations:
            for system, processes in systems.values():
                _tell(f"{turns} turns, {conversations} conversations, {system.name}")
                load = put_under_load(
                    system,
                    talks(catalogue),
                    conversations=conversations,
                    seconds=options.seconds,
                    processor_seconds=partial(_processor_seconds, processes),
                )
                _keep(results, system, turns, load)


def _keep(results: Results, system: System, turns: str, load: Load) -> None:
    results.add(
        "load",
        system=system.name,
        turns=turns,
        conversations=load.conversations,
        turns_per_second=round(load.turns_per_second, 1),
        p50_ms=round(load.percentile(50), 1),
        p95_ms=round(load.percentile(95), 1),
        taken=len(load.latencies),
        failed=sum(load.failed.values()),
        failed_by_status={str(status): count for status, count in load.failed.items()},
        unanswered=load.unanswered,
        seconds=round(load.seconds, 2),
        client_cpu_share=round(load.client_seconds / load.seconds, 2),
        cpu_ms_per_turn={name: round(ms, 2) for name, ms in load.server_ms_per_turn().items()},
    )


def _measure_memory(systems: Mapping[str, tuple[System, Processes]], results: Results, when: str) -> None:
    for _, processes in systems.values():
        for name, group in processes().items():
            megabytes, kind = machine.memory(group)
            results.add("memory", process=name, when=when, megabytes=round(megabytes, 1), kind=kind)


def _processor_seconds(processes: Processes) -> dict[str, float]:
    return {name: machine.processor_seconds(group) for name, group in processes().items()}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    default_name = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S")
    parser.add_argument("--name", default=default_name, help="bench-results/NAME.jsonl")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="length of each measurement")
    parser.add_argument("--conversations", type=int, nargs="+", default=CONVERSATIONS, help="at once")
    parser.add_argument("--without-stock", action="store_true", help="the application alone")
    parser.add_argument("--without-understanding", action="store_true", help="the load alone")
    understanding.add_options(parser)
    return parser.parse_args()


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
