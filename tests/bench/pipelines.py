"""The pipelines that understanding is measured with: how each is trained, asked inside Rasa, and served."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from bot.content.catalogue import Catalogue
from bot.model_folder import ENVIRONMENT
from nlu.rasa_client import our_name
from nlu.rasa_process import REPOSITORY, RasaProcess, rasa_environment
from nlu.training import CONFIG, Concepts, Examples, train, training_data
from nlu.understanding import RankedIntent
from tests.bench import stock_rasa
from tests.bench.rasa_examples import as_yaml
from tests.bench.waiting import NotStarted

OURS = "lotse"
STOCK = tuple(stock_rasa.CLASSIFIERS)
PYTHON = ENVIRONMENT / "bin" / "python"


@dataclass(frozen=True)
class Trained:
    """A model, and the seconds of its training: `cold` from the command on, `warm` without Rasa's own start.

    `reused`: `cold` is of an earlier run.
    """

    model: Path
    cold: float
    warm: float | None = None
    reused: bool = False
    stock: stock_rasa.StockModel | None = None


@dataclass(frozen=True)
class Parsed:
    """What a model makes of a text inside the Rasa process, and how long that took."""

    intents: tuple[RankedIntent, ...]
    milliseconds: float


@dataclass(frozen=True)
class Server:
    """A Rasa server that answers on a port of the loopback address."""

    port: int
    token: str | None
    process: psutil.Process

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def processes(self) -> list[psutil.Process]:
        """The server and what it started."""
        return [self.process, *self.process.children(recursive=True)]


def trained_ours(examples: Examples, concepts: Concepts, folder: Path) -> Trained:
    """Our model, trained twice: as the application does, and in a process that has imported Rasa before."""
    concepts = list(concepts)
    model = train(examples, concepts, environment=ENVIRONMENT, directory=folder)
    return Trained(model.path, model.seconds, _warm_seconds(examples, concepts, folder))


def trained_stock(catalogue: Catalogue, examples: Examples, classifier: str) -> Trained:
    """Stock Rasa's model; kept, because its training takes long."""
    model = stock_rasa.trained(catalogue, examples, classifier)
    return Trained(model.path, model.seconds, reused=model.reused, stock=model)


def parse_inside(trained: Trained, texts: Sequence[str], folder: Path) -> list[Parsed]:
    """Parse the texts one by one in a Rasa process of their own, without HTTP."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="parsing-") as name:
        work = Path(name)
        told, parses = work / "texts.jsonl", work / "parses.jsonl"
        told.write_text("".join(f"{json.dumps(text)}\n" for text in texts), encoding="utf-8")
        _rasa_side(work, _environment(trained, work), "parse", trained.model, told, parses)
        lines = [json.loads(line) for line in parses.read_text(encoding="utf-8").splitlines()]
    return [Parsed(_ranking(line["intents"]), float(line["ms"])) for line in lines]


@contextmanager
def served(trained: Trained, folder: Path) -> Iterator[Server]:
    """The model behind Rasa's HTTP API: ours as the application serves it, stock with `rasa run --enable-api`."""
    if trained.stock is not None:
        with stock_rasa.running(trained.stock, stock_rasa.PARSE_API) as (port, process, _):
            yield Server(port, None, process)
        return
    rasa = RasaProcess(environment=ENVIRONMENT, model=trained.model, directory=folder / "server")
    rasa.start()
    try:
        if not rasa.wait_until_ok(stock_rasa.START_SECONDS) or rasa.pid is None:
            raise NotStarted("our model is not served")
        port = urlsplit(rasa.client.url or "").port or 0
        yield Server(port, rasa.client.token, psutil.Process(rasa.pid))
    finally:
        rasa.stop()


def _warm_seconds(examples: Examples, concepts: Concepts, folder: Path) -> float:
    with tempfile.TemporaryDirectory(dir=folder, prefix="training-") as name:
        work = Path(name)
        (work / "examples.json").write_text(training_data(examples, concepts), encoding="utf-8")
        # of Rasa's own training data our classifier needs the names of the intents
        names: Examples = {
            intent: {"": ["example"]} for intent, spoken in examples.items() if any(spoken.values())
        }
        (work / "nlu.yml").write_text(as_yaml(names), encoding="utf-8")
        times = work / "times.json"
        environment = rasa_environment(work)
        _rasa_side(
            work, environment, "train", CONFIG.resolve(), work / "nlu.yml", work / "model.tar.gz", times
        )
        return float(json.loads(times.read_text(encoding="utf-8"))["training"])


def _environment(trained: Trained, work: Path) -> dict[str, str]:
    if trained.stock is None:
        return rasa_environment(work)
    return stock_rasa.environment(work / "cache") | {"PYTHONPATH": str(REPOSITORY), "LOG_LEVEL": "WARNING"}


def _rasa_side(work: Path, environment: Mapping[str, str], what: str, *files: Path) -> None:
    """Run a part of `tests.bench.rasa_side`. Raises CalledProcessError; what it wrote is in the bench's folder."""
    with (work.parent / f"{what}.log").open("ab") as log:
        subprocess.run(
            [str(PYTHON), "-W", "ignore", "-m", "tests.bench.rasa_side", what, *map(str, files)],
            cwd=work, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=True,
        )  # fmt: skip


def _ranking(intents: Sequence[tuple[str | None, float]]) -> tuple[RankedIntent, ...]:
    """Stock Rasa ranks a nameless intent when it knows no word of the text: that is no intent."""
    return tuple(RankedIntent(our_name(name), float(share)) for name, share in intents if name)
