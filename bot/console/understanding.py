"""The model that understands: train on what is published, watch, and go back to the one before."""

from collections.abc import Sequence

from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import Visit, redirect
from bot.content import examples
from bot.errors import Conflict
from bot.model_folder import ModelFolder
from bot.services import trainings
from bot.services.trainings import STEPS, Training

PAGE = "/staff/understanding"


def show(visit: Visit) -> Response:
    """What is in use, what is under way, and what was before."""
    return _page(visit)


def train(visit: Visit) -> Response:
    """Ask for a new model."""
    return _ask(visit, "train", None)


def go_back(visit: Visit) -> Response:
    """Ask for an older model."""
    name = visit.form.get("model", "")
    if _models(visit).model(name) is None:
        return _page(visit, status=409, problem="model-gone")
    return _ask(visit, "back", name)


def _ask(visit: Visit, kind: str, model: str | None) -> Response:
    try:
        with visit.runtime.database.session() as session:
            trainings.ask(session, kind=kind, member_id=visit.member.member_id, now=visit.now, model=model)
    except Conflict:
        return _page(visit, status=409, problem="already-training")
    return redirect(PAGE, done="training-asked" if kind == "train" else "model-back-asked")


def _page(visit: Visit, *, status: int = 200, problem: str | None = None) -> Response:
    with visit.runtime.database.session() as session:
        history = trainings.history(session)
        state = examples.state(session)
    live = next((one for one in history if one.state == "live"), None)
    under_way = next((one for one in history if one.under_way), None)
    last = next((one for one in history if not one.under_way), None)
    return render(
        visit,
        "understanding/models.html",
        status=status,
        place=PAGE,
        live=live,
        under_way=under_way,
        refused=last if last is not None and last.state != "live" else None,
        history=[one for one in history if not one.under_way],
        newer=live is None or live.content != state,
        others=_others(visit, history, live),
        steps=STEPS,
        problem=problem,
        now=visit.now,
        share=_share,
    )


def _others(visit: Visit, history: Sequence[Training], live: Training | None) -> dict[int, str]:
    """Older models one can go back to: the last training each was in use by, newest first."""
    models = _models(visit)
    found: dict[int, str] = {}
    for one in history:
        in_use = live is not None and one.model == live.model
        if one.state != "live" or not one.model or in_use or one.model in found.values():
            continue
        if models.model(one.model) is not None:
            found[one.id] = one.model
    return found


def _models(visit: Visit) -> ModelFolder:
    return ModelFolder(visit.runtime.settings.data_dir / "nlu")


def _share(scores: dict[str, int]) -> float | None:
    return scores["right"] / scores["n"] if scores["n"] else None
