"""`lotse nlu`: train the model, try it, measure it."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.commands.session import LONGEST_TRAINING, quiet_settings, runtime_for_command, wait_for_nlu
from bot.errors import Conflict
from bot.live import announce
from bot.nlu_address import read_address
from bot.nlu_server import NEW_MODEL, wait_until_loaded
from bot.publisher import Publishing
from bot.runtime import Runtime
from bot.services import trainings
from bot.services.trainings import Training
from nlu.evaluation import Sentence, evaluate, read_sentences
from nlu.rasa_client import NluUnavailable, RasaClient
from nlu.scoring import Score
from nlu.understand import understand
from nlu.understanding import Understanding


@click.group()
def nlu() -> None:
    """Understanding: train, try, measure."""


@nlu.command()
def train() -> None:
    """Train on the published content, score, and put the model into use unless it is worse than the one before."""
    with runtime_for_command(understands=bool(quiet_settings().nlu_urls)) as runtime:
        number = _begin(runtime)
        use = runtime.nlu.use if runtime.settings.nlu_urls else partial(_let_application_load, runtime)
        ended = Publishing(runtime, use).carry_out(number)
    _show_training(ended)
    if ended.state != "live":
        raise click.ClickException(_why(ended))


def _begin(runtime: Runtime) -> int:
    """Begin a training, after the one that is under way if there is one. Raises ClickException."""
    deadline = time.monotonic() + LONGEST_TRAINING
    told = False
    while True:
        try:
            with runtime.database.session() as session:
                return trainings.ask(session, kind="train", member_id=None, now=runtime.clock(), begin=True)
        except Conflict as error:
            if time.monotonic() > deadline:
                raise click.ClickException(str(error)) from error
        if not told:
            _say("a model is being made already; waiting for it to end")
            told = True
        time.sleep(0.5)


def _let_application_load(runtime: Runtime, model: Path) -> None:
    """Have the running application take the model; without one it is used from the next start on."""
    address = read_address(runtime.settings.data_dir / "nlu")
    if address is None:
        return
    client = RasaClient(*address)
    try:
        client.status()
    except NluUnavailable:
        return
    with runtime.database.session() as session:
        announce(session, NEW_MODEL)
    wait_until_loaded(client, model)


def _show_training(ended: Training) -> None:
    for name, scores in (("new model", ended.scores), ("model before", ended.compared)):
        if scores is not None:
            found = Score.from_json(scores)
            by_language = ", ".join(
                f"{code} {right / n:.1%}" for code, (n, right) in found.by_language.items() if n
            )
            click.echo(f"{name}: right intent first {found.share or 0:.1%} of {found.n} ({by_language})")
    if ended.state == "live":
        click.echo(f"{ended.model}: in use after {ended.seconds(ended.seen_at)} s")


def _why(ended: Training) -> str:
    """Why there is no new model in use."""
    detail = ended.detail
    match ended.reason:
        case "worse-overall" | "worse-language":
            on = f"sentences in {detail['language']}" if detail.get("language") else "all test sentences"
            return (
                f"the model in use stays: on {on} the new one has the right intent first for"
                f" {detail['after']:.1%}, the one in use for {detail['before']:.1%}"
            )
        case "not-loaded":
            return f"the model in use stays: Rasa did not load the new one ({detail.get('text', '')})"
    return f"the model in use stays: {detail.get('text') or ended.reason}"


@nlu.command()
def parse() -> None:
    """One text a line on standard input, one JSON object a line on standard output."""
    with runtime_for_command(understands=True) as runtime:
        wait_for_nlu(runtime, _say)
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            understood = _understand(runtime, text, None)
            answer = {
                "text": text,
                "language": understood.likely_language,
                "intents": [asdict(intent) for intent in understood.intents],
            }
            click.echo(json.dumps(answer, ensure_ascii=False))


@nlu.command("evaluate")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="All scores as JSON.")
def evaluate_command(files: tuple[Path, ...], as_json: bool) -> None:
    """Measure understanding on sentences {"lang","intent","text"}, one a line."""
    try:
        sentences = [sentence for file in files for sentence in read_sentences(file)]
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    with runtime_for_command(understands=True) as runtime:
        wait_for_nlu(runtime, _say)

        def understand_one(sentence: Sentence) -> Understanding:
            return _understand(runtime, sentence.text, None)

        scores = evaluate(sentences, understand_one)
    if as_json:
        click.echo(json.dumps(scores, ensure_ascii=False, indent=2))
    else:
        _show(scores, click.echo)


def _understand(runtime: Runtime, text: str, prior: str | None) -> Understanding:
    catalogue = runtime.content.current
    scripts = {code: catalogue.language(code).script for code in catalogue.enabled}
    return understand(text, languages=scripts, prior=prior, client=runtime.parser)


def _show(scores: dict[str, Any], write: Callable[[str], None]) -> None:
    write(f"{'':12}{'n':>6}{'top1':>8}{'top3':>8}{'language':>10}")
    for name, row in {"overall": scores["overall"], **scores["by_language"]}.items():
        write(
            f"{name:12}{row['n']:>6}{_share(row['top1']):>8}{_share(row['top3']):>8}{_share(row['language']):>10}"
        )
    for group in ("safety", "out_of_scope"):
        write(f"{group}: " + ", ".join(f"{name} {_share(value)}" for name, value in scores[group].items()))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _say(line: str) -> None:
    click.echo(line, err=True)
