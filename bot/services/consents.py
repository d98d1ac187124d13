"""What people agreed to: asked per purpose, stored with the text's version, language and time."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.content.catalogue import Catalogue
from bot.models import ConsentRow, ConversationRow


def given(session: Session, conversation: uuid.UUID) -> list[str]:
    """The purposes the person agrees to now, first agreed first."""
    rows = session.scalars(
        select(ConsentRow.purpose)
        .where(ConsentRow.conversation_id == conversation, ConsentRow.withdrawn_at.is_(None))
        .order_by(ConsentRow.id)
    )
    return list(dict.fromkeys(rows))


def is_given(session: Session, conversation: uuid.UUID, purpose: str) -> bool:
    """Whether the person agrees to the purpose now."""
    return purpose in given(session, conversation)


def give(
    session: Session, row: ConversationRow, purpose: str, catalogue: Catalogue, *, now: datetime
) -> None:
    """Store the agreement to the text as it is in the person's language (or the one they were shown instead)."""
    found = catalogue.document(f"consents/{purpose}", row.language)
    if found is None or is_given(session, row.id, purpose):
        return
    document, language = found
    session.add(
        ConsentRow(
            conversation_id=row.id,
            purpose=purpose,
            language=language,
            text_hash=document.version,
            given_at=now,
        )
    )
    session.flush()


def withdraw(session: Session, row: ConversationRow, purpose: str, *, now: datetime) -> None:
    """Store that the person takes the agreement back."""
    rows = session.scalars(
        select(ConsentRow).where(
            ConsentRow.conversation_id == row.id,
            ConsentRow.purpose == purpose,
            ConsentRow.withdrawn_at.is_(None),
        )
    )
    for consent in rows:
        consent.withdrawn_at = now
    session.flush()
