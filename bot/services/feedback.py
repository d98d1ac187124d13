"""Whether answers helped."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import ConversationRow, FeedbackRow


def rate(
    session: Session, row: ConversationRow, topic: str, *, helpful: bool, now: datetime
) -> datetime | None:
    """Store the person's rating of an answer; a second one replaces the first.

    Returns when the answer was rated the same way before, if it was.
    """
    rated = session.scalar(
        select(FeedbackRow).where(FeedbackRow.conversation_id == row.id, FeedbackRow.topic == topic)
    )
    if rated is None:
        rated = FeedbackRow(conversation_id=row.id, topic=topic)
        session.add(rated)
    before = rated.at if rated.helpful is helpful else None
    rated.language, rated.helpful, rated.at = row.language, helpful, now
    return before
