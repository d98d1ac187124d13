"""Models put into use: who asked, how far it is, what came of it. One at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.errors import Conflict
from bot.live import announce
from bot.models import StaffRow, TrainingRow
from bot.services import audit

EVENT = "training"
"""Kind of the event that tells of every step."""
SILENT = timedelta(seconds=60)
"""Whoever carries a training out tells of itself more often; after this silence it has broken off."""
SHOWN = 20
STEPS = ("waiting", "training", "scoring", "loading")


@dataclass(frozen=True)
class Training:
    """One model put into use, or the attempt; see `TrainingRow`. `member` is the shown name of who asked."""

    id: int
    kind: str
    state: str
    asked_at: datetime
    began_at: datetime | None
    seen_at: datetime
    finished_at: datetime | None
    member: str | None
    by_command: bool
    model: str | None
    content: str | None
    reason: str | None
    detail: Mapping[str, Any]
    scores: Mapping[str, Any] | None
    compared: Mapping[str, Any] | None

    @property
    def under_way(self) -> bool:
        """Whether it has not ended yet."""
        return self.finished_at is None

    def seconds(self, now: datetime) -> int:
        """How long it took, or has taken by now."""
        return max(0, int(((self.finished_at or now) - (self.began_at or self.asked_at)).total_seconds()))


def ask(
    session: Session,
    *,
    kind: str,
    member_id: int | None,
    now: datetime,
    model: str | None = None,
    begin: bool = False,
) -> int:
    """Ask for a training (`train`) or an older model (`back`), and return its number.

    With `begin` the caller carries it out; else whoever hears of it first. Raises Conflict while another is under way.
    """
    _end_broken_off(session, now)
    row = TrainingRow(
        kind=kind,
        state="training" if begin else "waiting",
        under_way=True,
        asked_by=member_id,
        asked_at=now,
        began_at=now if begin else None,
        seen_at=now,
        model=model,
        detail={},
    )
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:
        raise Conflict("a model is being made already") from None
    if member_id is not None:
        action = "model-training" if kind == "train" else "model-back"
        audit.record(session, action, member_id=member_id, detail={"training": row.id}, now=now)
    announce(session, EVENT)
    return row.id


def begin(session: Session, now: datetime) -> int | None:
    """Take on the training that waits, if one does: its number."""
    waiting = select(TrainingRow).where(TrainingRow.state == "waiting").with_for_update(skip_locked=True)
    row = session.scalars(waiting.limit(1)).one_or_none()
    if row is None:
        return None
    row.state, row.began_at, row.seen_at = "training", now, now
    announce(session, EVENT)
    return row.id


def step(session: Session, training: int, *, now: datetime, **columns: Any) -> bool:
    """Tell how far it is; False when it was ended meanwhile."""
    row = session.get(TrainingRow, training, with_for_update=True, populate_existing=True)
    if row is None or row.finished_at is not None:
        return False
    row.seen_at = now
    for name, value in columns.items():
        setattr(row, name, value)
    announce(session, EVENT)
    return True


def finish(session: Session, training: int, state: str, *, now: datetime, **columns: Any) -> None:
    """End it as `live`, `refused` or `failed`."""
    if step(session, training, now=now, state=state, **columns):
        row = session.get_one(TrainingRow, training)
        row.under_way, row.finished_at = None, now


def add_first(session: Session, model: str, *, content: str | None, now: datetime) -> None:
    """Write down a model that was in use before anybody asked for one."""
    row = TrainingRow(kind="first", state="live", asked_at=now, seen_at=now, finished_at=now, detail={})
    row.model, row.content = model, content
    session.add(row)


def add_scores(session: Session, model: str, scores: Mapping[str, Any]) -> None:
    """Write down the scores of a model in use that had none."""
    row = session.scalars(_ended().where(TrainingRow.state == "live", TrainingRow.model == model)).first()
    if row is not None and row.scores is None:
        row.scores = dict(scores)
        announce(session, EVENT)


def history(session: Session) -> Sequence[Training]:
    """The last ones, newest first."""
    query = (
        select(TrainingRow, StaffRow.shown_name)
        .outerjoin(StaffRow, StaffRow.id == TrainingRow.asked_by)
        .order_by(TrainingRow.id.desc())
        .limit(SHOWN)
    )
    return [_training(row, name) for row, name in session.execute(query)]


def training(session: Session, number: int) -> Training:
    """One of them, as it is now."""
    return _training(session.get_one(TrainingRow, number, populate_existing=True), None)


def live(session: Session) -> Training | None:
    """The one whose model is in use."""
    row = session.scalars(_ended().where(TrainingRow.state == "live")).first()
    return _training(row, None) if row is not None else None


def _ended() -> Any:
    return select(TrainingRow).where(TrainingRow.finished_at.is_not(None)).order_by(TrainingRow.id.desc())


def _end_broken_off(session: Session, now: datetime) -> None:
    """A training whose process is gone must not keep others from starting."""
    silent = select(TrainingRow).where(
        TrainingRow.under_way.is_(True), TrainingRow.state != "waiting", TrainingRow.seen_at < now - SILENT
    )
    for row in session.scalars(silent.with_for_update(skip_locked=True)):
        row.state, row.reason, row.under_way, row.finished_at = "failed", "broken-off", None, row.seen_at
    session.flush()


def _training(row: TrainingRow, member: str | None) -> Training:
    return Training(
        id=row.id,
        kind=row.kind,
        state=row.state,
        asked_at=row.asked_at,
        began_at=row.began_at,
        seen_at=row.seen_at,
        finished_at=row.finished_at,
        member=member,
        by_command=row.asked_by is None,
        model=row.model,
        content=row.content,
        reason=row.reason,
        detail=row.detail,
        scores=row.scores,
        compared=row.compared,
    )
