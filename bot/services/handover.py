"""Who owns a conversation: assistant -> waiting -> staff(member) -> assistant, and closed.

Every change is made on the locked row, appended as an event and announced; the person is told who is there.
"""

import uuid
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from bot import transcript
from bot.channels.contract import Outgoing
from bot.errors import Conflict, LotseError, NotFound
from bot.live import announce
from bot.models import ConversationRow, HandoverEventRow, NoteRow, StaffRow
from bot.wording import Wording

Owner = Literal["assistant", "waiting", "staff", "closed"]

LONGEST_REPLY = 4000
LONGEST_NOTE = 10_000


class OwnedByColleague(Conflict):
    """Somebody else has the conversation; `holder` is their shown name."""

    def __init__(self, holder: str) -> None:
        super().__init__("a colleague has this conversation")
        self.holder = holder


class NotOwned(Conflict):
    """No member of staff has the conversation any more."""


class UnusableText(LotseError):
    """What was typed cannot be sent; `code` is `empty` or `too-long`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def hand_over(session: Session, row: ConversationRow, *, reason: str, now: datetime) -> None:
    """Put a conversation, locked by the caller, into the queue; harmless when it waits or staff have it."""
    if row.owner in ("waiting", "staff"):
        return
    _change_owner(session, row, "waiting", reason=reason, now=now)
    row.waiting_since, row.waiting_reason = now, reason


def reopen(session: Session, row: ConversationRow, *, now: datetime) -> None:
    """The person writes again in a closed conversation, locked by the caller: the assistant has it."""
    if row.owner == "closed":
        _change_owner(session, row, "assistant", reason="reopened", now=now)


def return_to_assistant(session: Session, row: ConversationRow, *, now: datetime) -> None:
    """The person goes back to the assistant, from the queue or from staff; the caller has locked the row."""
    if row.owner in ("waiting", "staff"):
        _change_owner(session, row, "assistant", reason="withdrawn", now=now)
        _settle(row)


def raise_alarm(session: Session, row: ConversationRow, *, now: datetime) -> None:
    """Show at the desk that a conversation, locked by the caller, needs somebody at once."""
    row.alarm_at = now
    announce(session, "conversation", conversation=str(row.id))


def take_over(
    session: Session,
    conversation_id: uuid.UUID,
    member: StaffRow,
    *,
    wording: Wording,
    now: datetime,
    seen_holder: int | None = None,
) -> ConversationRow:
    """Make the conversation this member's and tell the person who joined. Harmless when it is theirs already.

    `seen_holder` is the member who had it on the page the click was made on: only from them it is taken.
    Raises OwnedByColleague when somebody else has it, NotFound.
    """
    row = locked(session, conversation_id)
    _refuse_colleagues(session, row, member, seen_holder)
    _take(session, row, member, reason="taken-over", wording=wording, now=now)
    return row


def reply(
    session: Session,
    conversation_id: uuid.UUID,
    member: StaffRow,
    text: str,
    *,
    wording: Wording,
    now: datetime,
    language: str | None = None,
    refuse_if_held: bool = False,
    seen_holder: int | None = None,
) -> Outgoing:
    """Send plain text to the person. The conversation becomes this member's, whoever had it.

    `refuse_if_held` raises OwnedByColleague instead when a colleague other than `seen_holder` has it.
    Raises UnusableText, NotFound.
    """
    text = _usable(text, LONGEST_REPLY)
    row = locked(session, conversation_id)
    if refuse_if_held:
        _refuse_colleagues(session, row, member, seen_holder)
    _take(session, row, member, reason="replied", wording=wording, now=now)
    row.unread, row.alarm_at = 0, None
    return transcript.append(
        session,
        row,
        sender="staff",
        text=text,
        author=member.shown_name,
        member=member.id,
        language=language,
        now=now,
    )


def give_back(
    session: Session, conversation_id: uuid.UUID, member: StaffRow, *, wording: Wording, now: datetime
) -> ConversationRow:
    """Let the assistant answer again and tell the person.

    Raises OwnedByColleague when somebody else has the conversation, NotOwned when no member has, NotFound.
    """
    row = locked(session, conversation_id)
    _refuse_colleagues(session, row, member)
    if row.owner != "staff":
        raise NotOwned("no member of staff has this conversation")
    _change_owner(session, row, "assistant", reason="given-back", now=now, by=member)
    _settle(row)
    _tell(session, row, "left", member, wording=wording, now=now)
    return row


def close(
    session: Session, conversation_id: uuid.UUID, member: StaffRow, *, wording: Wording, now: datetime
) -> ConversationRow:
    """End the conversation and tell the person. Harmless when it is closed.

    Raises OwnedByColleague when somebody else has it, NotFound.
    """
    row = locked(session, conversation_id)
    if row.owner == "closed":
        return row
    _refuse_colleagues(session, row, member)
    _change_owner(session, row, "closed", reason="closed", now=now, by=member)
    _settle(row)
    _tell(session, row, "ended", member, wording=wording, now=now)
    return row


def acknowledge_alarm(session: Session, conversation_id: uuid.UUID) -> None:
    """Somebody has seen the alarm and deals with it. Raises NotFound."""
    row = locked(session, conversation_id)
    row.alarm_at = None
    announce(session, "conversation", conversation=str(row.id))


def seen(session: Session, conversation_id: uuid.UUID, member_id: int) -> None:
    """The member who has the conversation has read what is new. Raises NotFound."""
    row = locked(session, conversation_id)
    if row.member_id == member_id and row.unread:
        row.unread = 0
        announce(session, "conversation", conversation=str(row.id))


def add_note(
    session: Session, conversation_id: uuid.UUID, member: StaffRow, text: str, *, now: datetime
) -> None:
    """Write something for colleagues; the person never sees it. Raises UnusableText, NotFound."""
    text = _usable(text, LONGEST_NOTE)
    row = locked(session, conversation_id)
    session.add(NoteRow(conversation_id=row.id, member_id=member.id, at=now, body=text))
    announce(session, "conversation", conversation=str(row.id))


def locked(session: Session, conversation_id: uuid.UUID) -> ConversationRow:
    """The conversation as it is now, locked for a change. Raises NotFound, also for an erased one."""
    row = session.get(ConversationRow, conversation_id, with_for_update=True, populate_existing=True)
    if row is None or row.erased_at is not None:
        raise NotFound("no such conversation")
    return row


def _take(
    session: Session, row: ConversationRow, member: StaffRow, *, reason: str, wording: Wording, now: datetime
) -> None:
    if row.owner == "staff" and row.member_id == member.id:
        return
    _change_owner(session, row, "staff", reason=reason, now=now, by=member)
    row.waiting_since = row.alarm_at = None
    row.unread = 0
    _tell(session, row, "joined", member, wording=wording, now=now)


def _change_owner(
    session: Session,
    row: ConversationRow,
    owner: Owner,
    *,
    reason: str,
    now: datetime,
    by: StaffRow | None = None,
) -> None:
    session.add(
        HandoverEventRow(
            conversation_id=row.id,
            at=now,
            from_owner=row.owner,
            to_owner=owner,
            member_id=by.id if by is not None else None,
            reason=reason,
        )
    )
    row.owner = owner
    row.member_id = by.id if by is not None and owner == "staff" else None
    session.flush()
    announce(session, "conversation", conversation=str(row.id))


def _settle(row: ConversationRow) -> None:
    row.waiting_since = row.waiting_reason = row.alarm_at = None
    row.unread = 0


def _refuse_colleagues(
    session: Session, row: ConversationRow, member: StaffRow, seen_holder: int | None = None
) -> None:
    """Raises OwnedByColleague; what an account that no longer exists had is free for everybody."""
    if row.owner != "staff" or row.member_id in (None, member.id, seen_holder):
        return
    raise OwnedByColleague(session.get_one(StaffRow, row.member_id).shown_name)


def _tell(
    session: Session, row: ConversationRow, what: str, member: StaffRow, *, wording: Wording, now: datetime
) -> None:
    transcript.append_phrase(
        session,
        row,
        wording,
        f"handover-{what}",
        about=("handover", what),
        now=now,
        author=member.shown_name,
    )


def _usable(text: str, longest: int) -> str:
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        raise UnusableText("empty")
    if len(text) > longest:
        raise UnusableText("too-long")
    return text
