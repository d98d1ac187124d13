"""Whether a person's channel lets us write to them."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.encryption import lookup_hash
from bot.live import announce
from bot.models import ConversationRow


def set_reachable(session: Session, channel: str, address: str, *, reachable: bool) -> None:
    """Note that the person at `address` can be written to, or not; nothing happens for an unknown address."""
    changed = session.scalars(
        update(ConversationRow)
        .where(
            ConversationRow.channel == channel,
            ConversationRow.address_hash == lookup_hash(channel, address),
            ConversationRow.reachable != reachable,
        )
        .values(reachable=reachable)
        .returning(ConversationRow.id)
    )
    for conversation in changed:
        announce(session, "conversation", conversation=str(conversation))
