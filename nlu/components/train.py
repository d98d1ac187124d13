"""Train a model: `python -m nlu.components.train CONFIG DATA MODEL`. Runs in Rasa's environment."""

from __future__ import annotations

import sys
from pathlib import Path

from nlu.components.parent import die_with_parent


def main(config: str, data: str, model: str) -> int:
    """Train and store the model; 0 when it is there."""
    die_with_parent()
    import rasa.model_training  # noqa: PLC0415  (takes seconds)

    path = Path(model)
    rasa.model_training.train_nlu(config, data, str(path.parent), fixed_model_name=path.name)
    return 0 if path.exists() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
