"""What is timed inside a Rasa process: `python -m tests.bench.rasa_side`, in Rasa's environment (Python 3.10).

`train CONFIG DATA MODEL TIMES`: seconds to import Rasa, and of a training after that.
`parse MODEL TEXTS PARSES`: the ranking of each text (a JSON string a line), and the milliseconds it took.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nlu.components.parent import die_with_parent

WARM_UP = 50


def train(config: str, data: str, model: str, times: str) -> None:
    """Train as `nlu.components.train` does, with Rasa and all its components imported before."""
    begun = time.perf_counter()
    import rasa.engine.recipes.default_components  # type: ignore[import-not-found]
    import rasa.model_training  # type: ignore[import-not-found]

    imported = time.perf_counter()
    path = Path(model)
    rasa.model_training.train_nlu(config, data, str(path.parent), fixed_model_name=path.name)
    seconds = {"imports": imported - begun, "training": time.perf_counter() - imported}
    if not path.exists():
        sys.exit("Rasa made no model")
    Path(times).write_text(json.dumps(seconds), encoding="utf-8")


def parse(model: str, texts: str, parses: str) -> None:
    """Parse one text after the other, as the server does for a request, without the request."""
    from rasa.core.agent import Agent  # type: ignore[import-not-found]
    from rasa.utils.common import configure_logging_and_warnings  # type: ignore[import-not-found]
    from rasa.utils.log_utils import configure_structlog  # type: ignore[import-not-found]

    configure_logging_and_warnings()
    configure_structlog()
    agent = Agent.load(model)
    told = [json.loads(line) for line in Path(texts).read_text(encoding="utf-8").splitlines()]
    lines = asyncio.run(_parse_all(agent, told))
    Path(parses).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


async def _parse_all(agent: Any, texts: list[str]) -> list[str]:
    for text in texts[:WARM_UP]:
        await agent.parse_message(text)
    lines = []
    for text in texts:
        begun = time.perf_counter()
        parsed = await agent.parse_message(text)
        spent = (time.perf_counter() - begun) * 1000
        intents = [[entry["name"], entry["confidence"]] for entry in parsed["intent_ranking"]]
        lines.append(json.dumps({"intents": intents, "ms": spent}))
    return lines


if __name__ == "__main__":
    die_with_parent()
    parts: dict[str, Callable[..., None]] = {"train": train, "parse": parse}
    parts[sys.argv[1]](*sys.argv[2:])
