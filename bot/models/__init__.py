"""Tables. Records stay inside `bot`."""

from bot.models.base import Base
from bot.models.booking import AppointmentRow, CounsellorRow
from bot.models.content import ContentFileRow
from bot.models.conversation import (
    ConsentRow,
    ConversationRow,
    FeedbackRow,
    InboxRow,
    MessageRow,
    OutboxRow,
)
from bot.models.handover import HandoverEventRow, NoteRow
from bot.models.learning import TrainingRow, WorklistRow
from bot.models.questionnaire import ResponseAnswerRow, ResponseRow
from bot.models.staff import AuditRow, LoginThrottleRow, SetupLinkRow, StaffRow, StaffSessionRow

__all__ = [
    "AppointmentRow",
    "AuditRow",
    "Base",
    "ConsentRow",
    "ContentFileRow",
    "ConversationRow",
    "CounsellorRow",
    "FeedbackRow",
    "HandoverEventRow",
    "InboxRow",
    "LoginThrottleRow",
    "MessageRow",
    "NoteRow",
    "OutboxRow",
    "ResponseAnswerRow",
    "ResponseRow",
    "SetupLinkRow",
    "StaffRow",
    "StaffSessionRow",
    "TrainingRow",
    "WorklistRow",
]
