"""Rasa intent classifier: words, letters, consonants and concepts; linear heads for the intent and the language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Text, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.model import Example, IntentModel
from nlu.concepts import Lexicon
from nlu.normalise import words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ConceptClassifier(IntentClassifier, GraphComponent):
    """Sets `intent`, `intent_ranking`, `languages` (code -> share) and `known` (share of words seen in training).

    Learns from the file `examples` (see `read_examples`), not from Rasa's training data: to read, copy and compare
    30,000 examples Rasa's own importer takes longer than all of the training.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"examples": "examples.json", "copies": 1, "strictness": 0.5}

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._model: IntentModel | None = None

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> ConceptClassifier:
        return cls({**cls.get_default_config(), **config}, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the file of examples."""
        examples, lexicon = read_examples(Path(self._config["examples"]))
        self._model = IntentModel.fit(examples, lexicon, self._config)
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Rank the intents and the languages of each message."""
        if self._model is None:
            return messages
        for message in messages:
            ranking = self._model.rank([token.text for token in message.get(TOKENS_NAMES[TEXT]) or []])
            intents = [{"name": name, "confidence": share} for name, share in ranking.intents]
            message.set(INTENT, intents[0], add_to_output=True)
            message.set("intent_ranking", intents, add_to_output=True)
            message.set("languages", ranking.languages, add_to_output=True)
            message.set("known", ranking.known, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after this component needs the predictions on the training data."""
        return training_data

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,  # noqa: ARG003
    ) -> ConceptClassifier:
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component._model = IntentModel.load(folder)
        return component


def read_examples(path: Path) -> tuple[List[Example], Lexicon]:
    """A JSON file `{"examples": [[intent, language, text], …], "concepts": [[concept, form], …]}`."""
    read = json.loads(path.read_text(encoding="utf-8"))
    examples = [Example(tuple(words(text)), intent, language) for intent, language, text in read["examples"]]
    return [example for example in examples if example.words], Lexicon(map(tuple, read["concepts"]))
