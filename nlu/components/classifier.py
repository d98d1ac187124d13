"""Rasa intent classifier: n-grams and two linear heads, one for the intent and one for the language."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Text, Type

import numpy as np
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

from nlu.components.linear import LinearHead
from nlu.components.ngrams import NgramVectorizer

RANKING_LENGTH = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NgramClassifier(IntentClassifier, GraphComponent):
    """Sets `intent`, `intent_ranking`, `languages` (code -> share) and `known` (share of words seen in training).

    The language of examples is read from the metadata of their block: `metadata: {language: de}`.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"words": [1, 2, 0.7], "letters": [2, 5, 1.0], "consonants": [2, 4, 1.0], "strictness": 0.5}

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._vectorizer: NgramVectorizer | None = None
        self._heads: Dict[Text, LinearHead] = {}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> NgramClassifier:
        return cls({**cls.get_default_config(), **config}, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        if not examples:
            return self._resource
        vectorizer = NgramVectorizer(
            {block: self._config[block] for block in ("words", "letters", "consonants")}
        )
        rows = vectorizer.fit_transform([_words(example) for example in examples])
        strictness = self._config["strictness"]
        self._vectorizer = vectorizer
        intents = [example.get(INTENT) for example in examples]
        self._heads = {"intent": LinearHead.fit(rows, intents, strictness)}
        languages = [_language(example) for example in examples]
        if all(languages):
            self._heads["language"] = LinearHead.fit(rows, languages, strictness)
        self._persist()
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Rank the intents and the languages of each message."""
        if self._vectorizer is None:
            return messages
        for message in messages:
            words = _words(message)
            row = self._vectorizer.transform([words])
            message.set("known", self._vectorizer.known(words), add_to_output=True)
            ranking = [
                {"name": name, "confidence": share}
                for name, share in self._heads["intent"].ranking(row)[:RANKING_LENGTH]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            if "language" in self._heads:
                message.set("languages", dict(self._heads["language"].ranking(row)), add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after this component needs the predictions on the training data."""
        return training_data

    def _persist(self) -> None:
        with self._storage.write_to(self._resource) as folder:
            parts = {"vectorizer": self._vectorizer, **self._heads}
            described = {}
            for name, part in parts.items():
                described[name], arrays = part.state()
                np.savez(folder / f"{name}.npz", *arrays)
            (folder / "model.json").write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,  # noqa: ARG003
    ) -> NgramClassifier:
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            described = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            for name, state in described.items():
                with np.load(folder / f"{name}.npz", allow_pickle=False) as stored:
                    arrays = [stored[key] for key in stored.files]
                if name == "vectorizer":
                    component._vectorizer = NgramVectorizer.from_state(state, arrays)
                else:
                    component._heads[name] = LinearHead.from_state(state, arrays)
        return component


def _words(message: Message) -> List[Text]:
    return [token.text for token in message.get(TOKENS_NAMES[TEXT]) or [] if token.text]


def _language(example: Message) -> Text | None:
    metadata = example.get("metadata") or {}
    return (metadata.get("intent") or {}).get("language")
