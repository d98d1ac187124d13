"""Examples become a model, once."""

import json
from pathlib import Path

import pytest

from nlu.rasa_process import REPOSITORY
from nlu.training import TrainedModel, TrainingFailed, train, training_data
from tests.nlu.conftest import ENVIRONMENT, SMALL


def test_the_same_examples_are_not_trained_again(small_model: TrainedModel, models: Path) -> None:
    again = train(SMALL, environment=ENVIRONMENT, directory=models)
    assert again.reused
    assert again.path == small_model.path
    assert not small_model.reused


def test_training_leaves_nothing_but_the_model(small_model: TrainedModel, models: Path) -> None:
    assert [path for path in models.iterdir() if not path.name.endswith(".tar.gz")] == []


def test_the_order_of_intents_does_not_make_another_model() -> None:
    assert training_data(dict(reversed(SMALL.items()))) == training_data(SMALL)


def test_one_more_example_makes_another_model() -> None:
    more = {**SMALL, "do/thanks": {"de": [*SMALL["do/thanks"]["de"], "merci"]}}
    assert training_data(more) != training_data(SMALL)


def test_a_new_word_of_a_concept_makes_another_model() -> None:
    assert training_data(SMALL, [("deposit", "kaution*")]) != training_data(SMALL)


def test_examples_that_look_like_markup_stay_text() -> None:
    odd = ["# hallo", "- [wort](entity)", "a: b", "\u2067قال\u2069", "{x}", "tab\there", "'\""]
    data = json.loads(training_data({"do/x": {"de": odd}, "do/y": {"de": ["y"]}}))
    told = [text for intent, language, text in data["examples"] if (intent, language) == ("do.x", "de")]
    assert told == ["# hallo", "- [wort](entity)", "a: b", "قال", "{x}", "tab here", "'\""]


@pytest.mark.parametrize(
    "examples", [{}, {"do/x": {"de": ["x"]}}, {"do/x": {"de": [" "]}, "do/y": {"de": ["y"]}}]
)
def test_nothing_to_tell_apart_is_a_readable_failure(
    examples: dict[str, dict[str, list[str]]], tmp_path: Path
) -> None:
    with pytest.raises(TrainingFailed, match="at least two intents"):
        train(examples, environment=ENVIRONMENT, directory=tmp_path)


def test_a_missing_environment_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(TrainingFailed, match="uv --directory nlu sync"):
        train(SMALL, environment=tmp_path / "none", directory=tmp_path)


def test_a_broken_pipeline_is_a_readable_failure_and_leaves_no_model(tmp_path: Path) -> None:
    config = tmp_path / "config.yml"
    config.write_text((REPOSITORY / "config.yml").read_text().replace("ConceptClassifier", "NoSuchThing"))
    with pytest.raises(TrainingFailed, match="NoSuchThing"):
        train(SMALL, environment=ENVIRONMENT, directory=tmp_path / "models", config=config)
    assert list((tmp_path / "models").iterdir()) == []
