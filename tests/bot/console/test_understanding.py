"""The page of models: asking, watching, the reason of a refusal, going back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.content import examples
from bot.models import TrainingRow
from bot.runtime import Runtime
from bot.services import trainings
from tests.bot.console.conftest import Cast

PAGE = "/staff/understanding"
SCORES = {"n": 200, "right": 172, "by_language": {"de": [100, 90], "ar": [100, 82]}}


@pytest.fixture
def console_runtime(console_runtime: Runtime, tmp_path: Path) -> Runtime:
    """With an empty folder for models."""
    return replace(
        console_runtime, settings=console_runtime.settings.model_copy(update={"data_dir": tmp_path})
    )


def use(runtime: Runtime, name: str, *, days: int = 0) -> None:
    """A model put into use, with its file."""
    models = runtime.settings.data_dir / "nlu" / "models"
    models.mkdir(parents=True, exist_ok=True)
    (models / name).write_bytes(b"")
    now = datetime.now(UTC) - timedelta(days=days)
    with runtime.database.session() as session:
        number = trainings.ask(session, kind="train", member_id=None, now=now, begin=True)
        trainings.finish(
            session, number, "live", now=now, model=name, scores=SCORES, content=examples.state(session)
        )


def test_a_button_asks_once_and_says_that_it_is_under_way(cast: Cast, console_runtime: Runtime) -> None:
    asked = cast["editor"].post(f"{PAGE}/train")
    assert asked.status_code == 303
    again = cast["administrator"].post(f"{PAGE}/train")
    assert again.status_code == 409
    assert "Ein Training läuft schon." in again.text
    assert "Editor" in again.text
    with console_runtime.database.session() as session:
        assert session.query(TrainingRow).count() == 1


def test_a_refusal_is_shown_with_its_numbers(cast: Cast, console_runtime: Runtime) -> None:
    use(console_runtime, "a.tar.gz")
    now = datetime.now(UTC)
    with console_runtime.database.session() as session:
        number = trainings.ask(session, kind="train", member_id=None, now=now, begin=True)
        detail = {"language": "ar", "before": 0.82, "after": 0.765}
        trainings.finish(
            session, number, "refused", now=now, reason="worse-language", detail=detail, scores=SCORES
        )

    page = cast["editor"].get(PAGE).text.translate({0xA0: " ", 0x2068: None, 0x2069: None})

    assert "In der Sprache Arabisch steht das richtige Anliegen beim neuen Modell nur in 76,5 %" in page
    assert "beim jetzigen in 82,0 %" in page
    assert "86,0 % von 200 Testsätzen" in page


def test_one_can_go_back_to_a_model_that_is_still_kept(cast: Cast, console_runtime: Runtime) -> None:
    use(console_runtime, "older.tar.gz", days=2)
    use(console_runtime, "gone.tar.gz", days=1)
    use(console_runtime, "newest.tar.gz")
    (console_runtime.settings.data_dir / "nlu" / "models" / "gone.tar.gz").unlink()

    page = cast["editor"].get(PAGE).text
    assert 'value="older.tar.gz"' in page
    assert 'value="gone.tar.gz"' not in page
    assert 'value="newest.tar.gz"' not in page
    assert cast["editor"].post(f"{PAGE}/back", {"model": "gone.tar.gz"}).status_code == 409
    assert cast["editor"].post(f"{PAGE}/back", {"model": "../models/older.tar.gz"}).status_code == 409
    assert cast["editor"].post(f"{PAGE}/back", {"model": "older.tar.gz"}).status_code == 303
    with console_runtime.database.session() as session:
        assert (trainings.history(session)[0].kind, trainings.history(session)[0].model) == (
            "back",
            "older.tar.gz",
        )


def test_it_says_when_examples_are_newer_than_the_model(cast: Cast, console_runtime: Runtime) -> None:
    use(console_runtime, "a.tar.gz")
    assert "Alle veröffentlichten Beispiele sind trainiert." in cast["editor"].get(PAGE).text
    with console_runtime.database.session() as session:
        examples.add(session, "de", "do/thanks", "tausend dank euch allen", now=datetime.now(UTC))

    assert "Die Beispiele sind neuer als das Modell." in cast["editor"].get(PAGE).text
    assert f'href="{PAGE}"' in cast["editor"].get("/staff/worklist").text


def test_the_page_follows_the_training_by_itself(
    open_page: Callable[..., Page], console_runtime: Runtime
) -> None:
    assert console_runtime.live.wait_until_listening(5)
    page = open_page("editor", PAGE)
    page.get_by_role("button", name="Jetzt trainieren").click()
    expect(page.get_by_text("Neues Modell: wartet")).to_be_visible()
    now = datetime.now(UTC)
    with console_runtime.database.session() as session:
        number = trainings.begin(session, now)
        assert number is not None
    expect(page.get_by_text("Neues Modell: wird trainiert")).to_be_visible()
    with console_runtime.database.session() as session:
        trainings.step(session, number, now=now + timedelta(seconds=9), state="scoring")
    expect(page.get_by_text("wird an den Testsätzen gemessen")).to_be_visible()
    with console_runtime.database.session() as session:
        trainings.finish(session, number, "live", now=now, model="x.tar.gz", scores=SCORES)

    expect(page.get_by_text("steht das richtige Anliegen an erster Stelle")).to_be_visible()
    expect(page.get_by_role("button", name="Jetzt trainieren")).to_be_enabled()
