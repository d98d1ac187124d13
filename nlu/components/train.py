"""Train a model: `python -m nlu.components.train CONFIG DATA MODEL [SENTENCES SCORES]`. Runs in Rasa's environment.

With SENTENCES (a text a line, as JSON strings) the new model ranks them at once, without a server: SCORES gets a line
`{"intents": [[name, confidence], …]}` for each.
"""

from __future__ import annotations

import json
import sys
import tarfile
import tempfile
from pathlib import Path

from nlu.components.parent import die_with_parent


def main(config: str, data: str, model: str, sentences: str = "", scores: str = "") -> int:
    """Train and store the model; 0 when it is there."""
    die_with_parent()
    import rasa.model_training  # noqa: PLC0415  (takes seconds)

    path = Path(model)
    rasa.model_training.train_nlu(config, data, str(path.parent), fixed_model_name=path.name)
    if path.exists() and sentences:
        rank(path, Path(sentences), Path(scores))
    return 0 if path.exists() else 1


def rank(model: Path, sentences: Path, scores: Path) -> None:
    """Rank every sentence with the model just trained."""
    from nlu.components.model import IntentModel  # noqa: PLC0415  (needs what Rasa brings along)
    from nlu.normalise import words  # noqa: PLC0415

    texts = [words(json.loads(line)) for line in sentences.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder, tarfile.open(model) as packed:
        packed.extractall(folder)  # noqa: S202 - written by this process a moment ago
        described = next(Path(folder).rglob("model.json"))
        rankings = IntentModel.load(described.parent).rank_all(texts)
    lines = [json.dumps({"intents": ranking.intents}) for ranking in rankings]
    scores.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
