"""A small model and a real Rasa that serves it, made once for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nlu.rasa_process import REPOSITORY, RasaProcess
from nlu.training import TrainedModel, train

ENVIRONMENT = REPOSITORY / "nlu" / ".venv"

SMALL: dict[str, dict[str, list[str]]] = {
    "faq/find-flat": {
        "de": ["ich suche eine wohnung", "wo finde ich eine wohnung", "wohnung mieten", "zimmer gesucht"],
        "en": ["i am looking for a flat", "where can i find an apartment", "rent a flat", "a room to rent"],
    },
    "faq/german-courses": {
        "de": ["ich will deutsch lernen", "wo gibt es einen deutschkurs", "sprachkurs am abend", "kurs b1"],
        "en": ["i want to learn german", "where is a german course", "evening language class", "course b1"],
    },
    "do/thanks": {
        "de": ["danke", "vielen dank", "danke schön", "super danke"],
        "en": ["thanks", "thank you", "thank you very much", "great thanks"],
    },
    "safety/violence": {
        "de": ["mein mann schlägt mich", "er bedroht mich", "ich werde geschlagen", "gewalt zu hause"],
        "en": ["my husband beats me", "he threatens me", "i am being beaten", "violence at home"],
    },
    "other/out-of-scope": {
        "de": ["wie wird das wetter", "erzähl einen witz", "wer hat gewonnen", "pizza bestellen"],
        "en": ["what is the weather", "tell me a joke", "who won the match", "order a pizza"],
    },
}


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for trained models."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def small_model(models: Path) -> TrainedModel:
    """Five intents in two languages, really trained."""
    return train(SMALL, environment=ENVIRONMENT, directory=models)


@pytest.fixture(scope="session")
def small_rasa(small_model: TrainedModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RasaProcess]:
    """A real Rasa with the small model."""
    process = RasaProcess(
        environment=ENVIRONMENT, model=small_model.path, directory=tmp_path_factory.mktemp("rasa")
    )
    process.start()
    assert process.wait_until_ok(60), (process.directory / "rasa.log").read_text()
    yield process
    process.stop()
