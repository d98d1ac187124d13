"""What can be booked of one service: days, slots, and who could hold a slot. Pure, over what is already taken."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content.services_file import CounsellorPlan, Offer, ServicesFile
from bot.local_time import local_day
from bot.services.free_times import Busy, FreeTime, Range, blocked, free_times, offered_days
from dialogues.services import Slot

DAYS_OFFERED = 8
MINUTE = timedelta(minutes=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_SLOT_ID = re.compile(r"([a-z][a-z0-9-]{0,23})\.([0-9]{1,6})\.([0-9]{1,8})")


@dataclass(frozen=True)
class SlotId:
    """What the id of a slot says, written `<service>.<counsellor row>.<minutes since 1970>`: 40 characters at most."""

    service: str
    counsellor_id: int
    starts_at: datetime

    def __str__(self) -> str:
        return f"{self.service}.{self.counsellor_id}.{(self.starts_at - EPOCH) // MINUTE}"

    @classmethod
    def read(cls, written: str) -> "SlotId | None":
        """The id, or None for anything that is not one."""
        match = _SLOT_ID.fullmatch(written)
        return cls(match[1], int(match[2]), EPOCH + int(match[3]) * MINUTE) if match else None


@dataclass(frozen=True)
class Taken:
    """An appointment that takes a counsellor's time; `during` has the buffers."""

    counsellor: str
    starts_at: datetime
    during: Range


@dataclass(frozen=True)
class Way:
    """One counsellor who could hold a slot, and what that would block."""

    slot: Slot
    counsellor_id: int
    during: Range


class Calendar:
    """One service at one moment. `ids` are the counsellors' row ids by key."""

    def __init__(
        self,
        plan: ServicesFile,
        offer: Offer,
        ids: Mapping[str, int],
        taken: Iterable[Taken],
        *,
        now: datetime,
        tz: ZoneInfo,
    ) -> None:
        self.offer = offer
        self._plan, self._ids, self._now, self._tz = plan, ids, now, tz
        self._able = plan.counsellors_for(offer.id)
        ranges: dict[str, list[Range]] = {}
        self._load: Counter[tuple[str, date]] = Counter()
        for appointment in taken:
            ranges.setdefault(appointment.counsellor, []).append(appointment.during)
            self._load[appointment.counsellor, local_day(appointment.starts_at, tz)] += 1
        self._busy = {key: Busy(blocks) for key, blocks in ranges.items()}

    def days(self, language: str) -> list[date]:
        """Local days with a free slot, soonest first, at most 8.

        When any counsellor speaks the language only their days, else those of all.
        """
        counsellors = self._speaking(language)
        found: list[date] = []
        for day in offered_days(self.offer, now=self._now, tz=self._tz):
            if len(found) == DAYS_OFFERED:
                break
            if self._free(counsellors, day):
                found.append(day)
        return found

    def slots(self, day: date, language: str) -> list[Slot]:
        """Free slots of a local day, one per start time, soonest first, with the counsellor whose turn it is."""
        first: dict[datetime, FreeTime] = {}
        for free in sorted(self._free(self._speaking(language), day), key=self._turn):
            first.setdefault(free.starts_at, free)
        return [self._slot(free) for _, free in sorted(first.items())]

    def ways(self, wanted: SlotId, language: str) -> list[Way]:
        """Who is free at the slot's time in its office: its own counsellor first, then in turn.

        Those who do not speak the language are no substitute for one who does. Empty when the time is not offered.
        """
        own = next((c for c in self._able if self._ids[c.id] == wanted.counsellor_id), None)
        if own is None:
            return []
        day = local_day(wanted.starts_at, self._tz)
        office = next((t.office for t in self._by_rule(own, day) if t.starts_at == wanted.starts_at), None)
        spoken = language in own.languages
        counsellors = [c for c in self._able if not spoken or language in c.languages]
        found = [
            free
            for free in self._free(counsellors, day)
            if free.starts_at == wanted.starts_at and free.office == office
        ]
        found.sort(key=lambda free: (free.counsellor != own.id, *self._turn(free)))
        return [self._way(free) for free in found]

    def _speaking(self, language: str) -> Sequence[CounsellorPlan]:
        return [counsellor for counsellor in self._able if language in counsellor.languages] or self._able

    def _free(self, counsellors: Iterable[CounsellorPlan], day: date) -> list[FreeTime]:
        return free_times(
            self._plan, self.offer, counsellors, self._busy, day=day, now=self._now, tz=self._tz
        )

    def _by_rule(self, counsellor: CounsellorPlan, day: date) -> list[FreeTime]:
        return free_times(self._plan, self.offer, [counsellor], {}, day=day, now=self._now, tz=self._tz)

    def _turn(self, free: FreeTime) -> tuple[int, str]:
        """Whose turn it is comes first: the fewest appointments that day, then the key."""
        return self._load[free.counsellor, free.day], free.counsellor

    def _slot(self, free: FreeTime) -> Slot:
        return Slot(
            id=str(SlotId(self.offer.id, self._ids[free.counsellor], free.starts_at)),
            service=self.offer.id,
            office=free.office,
            counsellor=self._plan.counsellors[free.counsellor].name,
            starts_at=free.starts_at,
            ends_at=free.ends_at,
            day=free.day,
        )

    def _way(self, free: FreeTime) -> Way:
        during = blocked(self.offer, free.starts_at, free.ends_at)
        return Way(self._slot(free), self._ids[free.counsellor], during)
