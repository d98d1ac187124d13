"""Which tables are ours to compare: not the partitions of `messages`, not the task queue's own."""

from typing import Any

NOT_OURS = ("messages_", "procrastinate_")


def is_ours(thing: Any, name: str | None, kind: str, _reflected: bool, _compared_to: Any) -> bool:
    """Alembic's `include_object`."""
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", None)
    return not (table or "").startswith(NOT_OURS)
