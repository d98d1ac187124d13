"""Puts models into use: trains on the published content, scores, refuses what is worse, swaps. One at a time."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.content import examples as example_files
from bot.database import AWAY
from bot.errors import Conflict
from bot.live import RECONNECTED, Event
from bot.logs import where
from bot.model_folder import Lessons, ModelFolder, ScoredWorse, sentences_to_score
from bot.runtime import Runtime
from bot.services import trainings
from bot.services.trainings import Training
from nlu.rasa_client import NluUnavailable
from nlu.rasa_process import State
from nlu.scoring import Score, score
from nlu.training import TrainingFailed

HEARTBEAT_SECONDS = 2.0
POLL_SECONDS = 10.0

log = logging.getLogger(__name__)


class Publishing:
    """Carries out one training after another for whoever calls; `put_into_use` makes the servers load a model."""

    def __init__(self, runtime: Runtime, put_into_use: Callable[[Path], None]) -> None:
        self._runtime = runtime
        self._database = runtime.database
        self._put_into_use = put_into_use
        self.models = ModelFolder(runtime.settings.data_dir / "nlu")

    def carry_out(self, number: int) -> Training:
        """Do what the training asks for and return how it ended; raises nothing but what `AWAY` names."""
        with self._database.session() as session:
            asked = trainings.training(session, number)
        with self._telling_of_it(number):
            try:
                if asked.kind == "back":
                    self._go_back(number, asked.model or "")
                else:
                    self._train(number)
            except ScoredWorse as refused:
                found = refused.worse
                reason = "worse-language" if found.language else "worse-overall"
                detail = {"language": found.language, "before": found.before, "after": found.after}
                self._finish(
                    number,
                    "refused",
                    reason=reason,
                    detail=detail,
                    **_scores(refused.candidate, refused.live),
                )
            except TrainingFailed as error:
                self._finish(number, "failed", reason="training-failed", detail={"text": str(error)})
            except NluUnavailable as error:
                self._finish(number, "failed", reason="not-loaded", detail={"text": str(error)})
            except AWAY:
                raise
            except Exception as error:  # noqa: BLE001 - it must end visibly, whatever happened
                log.error("a training broke off: %s", where(error))
                self._finish(number, "failed", reason="broken-off", detail={"text": type(error).__name__})
        with self._database.session() as session:
            return trainings.training(session, number)

    def _train(self, number: int) -> None:
        with self._database.session() as session:
            content = example_files.state(session)
        catalogue = self._runtime.content.whole()
        lessons = Lessons.of(catalogue)
        sentences = sentences_to_score(self._runtime.settings.test_sentences, catalogue)
        trained = self.models.train(lessons, sentences)
        self._step(number, state="scoring", model=trained.path.name, content=content)
        candidate = self.models.compare(trained, sentences)
        self._step(number, state="loading", **_scores(candidate.score, candidate.live))
        before = self.models.live
        model = self.models.approve(candidate)
        self._load(model, before)
        self._finish(number, "live")

    def _go_back(self, number: int, name: str) -> None:
        model, before = self.models.model(name), self.models.live
        if model is None:
            raise TrainingFailed("this model is not kept any more")
        with self._database.session() as session:
            told = next((one for one in trainings.history(session) if one.model == name and one.scores), None)
        scores = dict(told.scores) if told is not None and told.scores else None
        self._step(number, state="loading", scores=scores, content=told.content if told else None)
        self.models.go_back(model)
        self._load(model, before)
        self._finish(number, "live")

    def _load(self, model: Path, before: Path | None) -> None:
        """Have the servers load it; when they do not, the model before stays the one to use. Raises NluUnavailable."""
        try:
            self._put_into_use(model)
        except NluUnavailable:
            if before is not None and before.exists():
                self.models.make_newest(before)
            raise

    @contextmanager
    def _telling_of_it(self, number: int) -> Iterator[None]:
        """While it runs, tell everybody that it still does."""
        ended = threading.Event()

        def tell() -> None:
            while not ended.wait(HEARTBEAT_SECONDS):
                try:
                    self._step(number)
                except AWAY as error:
                    log.warning("a training cannot tell how far it is: %s", type(error).__name__)

        thread = threading.Thread(target=tell, name="training-progress", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _step(self, number: int, **columns: Any) -> None:
        with self._database.session() as session:
            trainings.step(session, number, now=self._runtime.clock(), **columns)

    def _finish(self, number: int, state: str, **columns: Any) -> None:
        with self._database.session() as session:
            trainings.finish(session, number, state, now=self._runtime.clock(), **columns)


class Publisher:
    """Carries out what is asked for in the console, in the process that has the servers."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._publishing = Publishing(runtime, runtime.nlu.use)
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="publisher", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._runtime.live.add_listener(self._heard)
        self._thread.start()

    def stop(self) -> None:
        """Take nothing new on. A training under way ends with this process, and is marked as broken off later."""
        self._stopping = True
        self._wake.set()
        self._thread.join(timeout=0.5)

    def _heard(self, event: Event) -> None:
        if event.kind in (trainings.EVENT, RECONNECTED):
            self._wake.set()

    def _run(self) -> None:
        caught_up = False
        while not self._stopping:
            try:
                if not caught_up:
                    caught_up = self._catch_up()
                with self._runtime.database.session() as session:
                    number = trainings.begin(session, self._runtime.clock())
                if number is not None:
                    self._publishing.carry_out(number)
                    continue
            except AWAY as error:
                log.warning("the publisher lost the database (%s)", type(error).__name__)
            except Exception as error:  # noqa: BLE001 - the next request must find somebody
                log.error("the publisher: %s", where(error))
                caught_up = True
            self._wake.wait(POLL_SECONDS if caught_up else 1.0)
            self._wake.clear()

    def _catch_up(self) -> bool:
        """Once a model answers: write it down, score it, train anew if code or examples changed meanwhile."""
        if self._runtime.settings.nlu_urls:
            return True
        models = self._publishing.models
        model = models.live
        if model is None or self._runtime.nlu.state is State.STARTING:
            return False
        catalogue = self._runtime.content.whole()
        up_to_date = models.is_up_to_date(Lessons.of(catalogue))
        now = self._runtime.clock()
        with self._runtime.database.session() as session:
            live = trainings.live(session)
            if live is None or live.model != model.name:
                content = example_files.state(session) if up_to_date else None
                trainings.add_first(session, model.name, content=content, now=now)
        if not up_to_date:
            try:
                with self._runtime.database.session() as session:
                    trainings.ask(session, kind="train", member_id=None, now=now)
            except Conflict:
                log.info("a training is under way already")
            return True
        try:
            sentences = sentences_to_score(self._runtime.settings.test_sentences, catalogue)
            card = models.with_guesses(model, sentences)
            with self._runtime.database.session() as session:
                trainings.add_scores(session, model.name, score(sentences, card.guesses).as_json())
        except TrainingFailed as error:
            log.warning("the model in use has no score: %s", error)
        return True


def _scores(candidate: Score, live: Score | None) -> dict[str, Any]:
    return {"scores": candidate.as_json(), "compared": live.as_json() if live is not None else None}
