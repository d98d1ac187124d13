"""`lotse nlu`: train the model, try it, measure it."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from bot.commands.session import runtime_for_command, wait_for_nlu
from bot.live import announce
from bot.nlu_server import NEW_MODEL, train_model
from bot.runtime import Runtime
from nlu.evaluation import Sentence, evaluate, read_sentences
from nlu.training import TrainingFailed
from nlu.understand import understand
from nlu.understanding import Understanding


@click.group()
def nlu() -> None:
    """Understanding: train, try, measure."""


@nlu.command()
def train() -> None:
    """Train a model from the published content; a running application takes it up."""
    with runtime_for_command() as runtime:
        try:
            trained = train_model(runtime.settings.data_dir / "nlu", runtime.content.current.examples())
        except TrainingFailed as error:
            raise click.ClickException(str(error)) from error
        with runtime.database.session() as session:
            announce(session, NEW_MODEL)
    state = "was there already" if trained.reused else f"trained in {trained.seconds:.0f} s"
    click.echo(f"{trained.path.name}: {state}")


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
                "language": understood.language,
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
