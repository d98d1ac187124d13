"""Results: kept as JSON lines, shown as tables, and held against what was aimed at."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent.parent / "bench-results"

BUTTON_RATIO = 5.0
TEXT_RATIO = 1.0
P95_MS = 150.0
P95_CONVERSATIONS = 8
APPLICATION_MB = 200.0

Line = dict[str, Any]


class Results:
    """One run's results. Every line is written as soon as it is known."""

    def __init__(self, name: str) -> None:
        FOLDER.mkdir(exist_ok=True)
        self.path = FOLDER / f"{name}.jsonl"
        self.path.unlink(missing_ok=True)
        self.lines: list[Line] = []

    def add(self, measure: str, **values: Any) -> Line:
        """Keep one result."""
        line = {"measure": measure, **values}
        self.lines.append(line)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return line

    def of(self, measure: str) -> list[Line]:
        """All results of one kind, in the order they came."""
        return [line for line in self.lines if line["measure"] == measure]


@dataclass(frozen=True)
class Goal:
    """What was aimed at, what came out."""

    name: str
    wanted: str
    measured: str
    reached: bool


def goals(results: Results) -> Iterator[Goal]:
    """Every goal whose measurements were taken. Ratios count at the number of conversations where they are lowest."""
    for kind, wanted in (("button", BUTTON_RATIO), ("text", TEXT_RATIO)):
        ratios = _ratios(results.of("load"), kind)
        if ratios:
            shown = ", ".join(f"{ratio:.1f} at {count}" for count, ratio in ratios.items())
            name = f"{kind} turns per second, Lotse / stock Rasa"
            yield Goal(name, f"≥ {wanted:g} everywhere", shown, min(ratios.values()) >= wanted)
    for line in results.of("load"):
        if line["system"] == "lotse" and line["conversations"] == P95_CONVERSATIONS:
            name = f"p95 of {line['turns']} turns at {P95_CONVERSATIONS} conversations"
            yield Goal(name, f"< {P95_MS:g} ms", f"{line['p95_ms']:.0f} ms", line["p95_ms"] < P95_MS)
    for line in results.of("memory"):
        if line["process"] == "application" and line["when"] == "after load":
            measured = f"{line['megabytes']:.0f} MB {line['kind']}"
            reached = line["megabytes"] < APPLICATION_MB
            yield Goal("memory of the application", f"< {APPLICATION_MB:g} MB", measured, reached)


def _ratios(lines: Sequence[Line], kind: str) -> dict[int, float]:
    speeds = {
        (line["system"], line["conversations"]): line["turns_per_second"]
        for line in lines
        if line["turns"] == kind
    }
    return {
        count: speed / speeds["stock-rasa", count]
        for (system, count), speed in speeds.items()
        if system == "lotse" and speeds.get(("stock-rasa", count))
    }


def tables(results: Results) -> str:
    """Everything as Markdown."""
    machine = results.of("machine")[0]
    parts = [
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, {machine['at']}; "
        f"load average before: {', '.join(map(str, machine['load_before']))}",
        table(
            (
                "turns",
                "conversations",
                "system",
                "turns/s",
                "p50 ms",
                "p95 ms",
                "errors",
                "no reply",
                "CPU ms/turn",
            ),
            map(
                _load_row, sorted(results.of("load"), key=lambda line: (line["turns"], line["conversations"]))
            ),
        ),
        table(("start", "what", "seconds"), _start_rows(results)),
        table(
            ("process", "when", "MB", "kind"),
            (
                (line["process"], line["when"], f"{line['megabytes']:.0f}", line["kind"])
                for line in results.of("memory")
            ),
        ),
        table(
            ("goal", "wanted", "measured", ""),
            (
                (goal.name, goal.wanted, goal.measured, "reached" if goal.reached else "NOT reached")
                for goal in goals(results)
            ),
        ),
    ]
    return "\n\n".join(parts)


def _load_row(line: Line) -> tuple[object, ...]:
    spent = ", ".join(f"{process} {ms:.1f}" for process, ms in line["cpu_ms_per_turn"].items())
    return (
        line["turns"], line["conversations"], line["system"], f"{line['turns_per_second']:.0f}",
        f"{line['p50_ms']:.0f}", f"{line['p95_ms']:.0f}", line["failed"], line["unanswered"], spent,
    )  # fmt: skip


def _start_rows(results: Results) -> Iterator[tuple[object, ...]]:
    for line in results.of("start"):
        for what in ("page", "button", "trained", "understood"):
            if line.get(what) is not None:
                yield line["start"], what, f"{line[what]:.1f}"
    for line in results.of("stock"):
        when = "an earlier run" if line["training_reused"] else "this run"
        yield "stock-rasa", f"training, {line['examples']:,} examples ({when})", f"{line['training']:.0f}"
        yield "stock-rasa", "answers, model trained", f"{line['answers']:.1f}"


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table with even columns."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    shown = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    return "\n".join([shown[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *shown[1:]])
