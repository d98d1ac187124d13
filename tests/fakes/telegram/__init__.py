"""A fake Bot API server for tests, judged by aiogram's models; `python -m tests.fakes.telegram` runs it alone."""

from tests.fakes.telegram.driver import TOKEN, USERNAME, Driver, FakeTelegram, RemoteTelegram, Sent

__all__ = ["TOKEN", "USERNAME", "Driver", "FakeTelegram", "RemoteTelegram", "Sent"]
