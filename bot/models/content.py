"""The published content, file by file."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base


class ContentFileRow(Base):
    """One file of the content tree as published; `path` is relative to `content/`."""

    __tablename__ = "content_files"

    path: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    sha256: Mapped[str]
    changed_at: Mapped[datetime]
