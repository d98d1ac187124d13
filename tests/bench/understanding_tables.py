"""How well and how fast each pipeline understands: the shares that are kept, and the tables that are shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlu.evaluation import Outcome, scores
from tests.bench.results import Line, table

DASH = "–"
NAMES = {"lotse": "Lotse", "logistic": "stock, logistic regression", "diet": "stock, DIET"}
Shares = Mapping[str, float | int | None]


@dataclass(frozen=True)
class Measure:
    """A share that is shown, and whether more of it is better."""

    key: str
    name: str
    more_is_better: bool = True


MEASURES = (
    Measure("top1", "right intent first"),
    Measure("top3", "right intent among three"),
    Measure("language", "language named rightly"),
    Measure("wrong_confident", "wrong answer with confidence", more_is_better=False),
    Measure("danger_found", "danger found"),
    Measure("danger_found_or_asked", "danger found or asked about"),
    Measure("false_alarms", "danger wrongly raised", more_is_better=False),
    Measure("refused", "out of scope, refused"),
    Measure("wrongly_refused", "in scope, wrongly refused", more_is_better=False),
)


def shares(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """What is kept of the outcomes: the shares of all sentences, and of each language's."""
    languages = sorted({outcome.sentence.language for outcome in outcomes})
    return {
        "all": _shares(outcomes),
        "by_language": {
            code: _shares([outcome for outcome in outcomes if outcome.sentence.language == code])
            for code in languages
        },
    }


def weakest(by_language: Mapping[str, Shares], measure: Measure) -> tuple[str, float] | None:
    """The language a measure is worst in, and its share there; None where nothing was to be measured."""
    found = [
        (share, code) for code, scored in by_language.items() if (share := scored[measure.key]) is not None
    ]
    if not found:
        return None
    share, code = min(found) if measure.more_is_better else max(found)
    return code, share


def understanding_tables(lines: Sequence[Line]) -> str:
    """Accuracy, right intents by language, and speed, a column for each pipeline."""
    if not lines:
        return ""
    names = [_name(line) for line in lines]
    sentences = max(line["all"]["n"] for line in lines)
    head = f"{sentences} sentences that are not examples: all / in the weakest language"
    languages = sorted(lines[0]["by_language"])
    parts = [
        table((head, *names), [(measure.name, *_accuracy(lines, measure)) for measure in MEASURES]),
        table(
            ("right intent first, %", *languages), [(_name(line), *_top1(line, languages)) for line in lines]
        ),
        table(("speed", *names), [(name, *map(shown, lines)) for name, shown in SPEED]),
    ]
    return "\n\n".join(parts)


def _shares(outcomes: Sequence[Outcome]) -> dict[str, float | int | None]:
    found = scores(outcomes)
    knows_languages = any(outcome.understanding.likely_language for outcome in outcomes)
    return {
        "n": found["overall"]["n"],
        "top1": found["overall"]["top1"],
        "top3": found["overall"]["top3"],
        "language": found["overall"]["language"] if knows_languages else None,
        "wrong_confident": found["decisions"]["wrong_confident"],
        "danger_found": found["safety"]["recall"],
        "danger_found_or_asked": found["safety"]["recall_with_question"],
        "false_alarms": found["safety"]["false_alarms"],
        "refused": found["out_of_scope"]["refused"],
        "wrongly_refused": found["out_of_scope"]["wrongly_refused"],
    }


def _name(line: Line) -> str:
    many = "all" if line["at_most"] is None else f"≤ {line['at_most']}"
    return f"{NAMES[line['pipeline']]} ({many}: {line['examples']:,})"


def _accuracy(lines: Sequence[Line], measure: Measure) -> list[str]:
    cells = []
    for line in lines:
        overall, worst = line["all"][measure.key], weakest(line["by_language"], measure)
        cells.append(
            DASH
            if overall is None or worst is None
            else f"{_percent(overall)} / {_percent(worst[1])} % {worst[0]}"
        )
    return cells


def _top1(line: Line, languages: Sequence[str]) -> list[str]:
    return [_percent(line["by_language"][code]["top1"]) for code in languages]


def _percent(share: float | None) -> str:
    return DASH if share is None else f"{share * 100:.1f}"


def _cold(line: Line) -> str:
    earlier = " (trained before)" if line["training"]["reused"] else ""
    return f"{line['training']['cold']:.0f} s{earlier}"


def _warm(line: Line) -> str:
    warm = line["training"]["warm"]
    return DASH if warm is None else f"{warm:.0f} s"


def _http(line: Line) -> str:
    failed = line["http"]["failed"]
    return f"{line['http']['per_second']:.0f}" + (f", {failed} failed" if failed else "")


SPEED: tuple[tuple[str, Callable[[Line], str]], ...] = (
    ("training, cold", _cold),
    ("training, Rasa imported before", _warm),
    (
        "parse inside Rasa, median / 95 %",
        lambda line: f"{line['parse']['p50']:.1f} / {line['parse']['p95']:.1f} ms",
    ),
    ("sentences a second over HTTP, 8 clients", _http),
    (
        "one of them, median / 95 %",
        lambda line: f"{line['http']['p50_ms']:.0f} / {line['http']['p95_ms']:.0f} ms",
    ),
    ("memory of Rasa", lambda line: f"{line['memory']['megabytes']:.0f} MB {line['memory']['kind']}"),
)
