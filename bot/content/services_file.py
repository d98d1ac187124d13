"""`services.yml`: what can be booked, where, with whom and when; parsed, checked, frozen."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Any, Literal, get_args

import holidays
import yaml
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from bot.errors import LotseError

PATH = "services.yml"

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

_ONLY_KNOWN_FIELDS = ConfigDict(extra="forbid")
_BLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-3]):([0-5]\d)")
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s*\.\.\s*(\d{4}-\d\d-\d\d))?")
_KEPT_BY_ID = ("services", "offices", "counsellors")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=24)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class ServicesProblem(LotseError):
    """`services.yml` cannot be used; `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"{PATH}:{line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Block:
    """Hours of one day by the wall clock; `opens` is before `closes`."""

    opens: time
    closes: time


@dataclass(frozen=True)
class Span:
    """Whole local days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def _read_block(written: object) -> object:
    if not isinstance(written, str):
        return written
    match = _BLOCK.fullmatch(written.strip())
    if match is None:
        raise ValueError(f'"{written}" is not a block of hours such as "09:00-12:30"')
    opens_hour, opens_minute, closes_hour, closes_minute = (int(part) for part in match.groups())
    block = Block(time(opens_hour, opens_minute), time(closes_hour, closes_minute))
    if block.opens >= block.closes:
        raise ValueError(f'"{written}" closes before it opens')
    return block


def _read_span(written: object) -> object:
    if not isinstance(written, str):
        return written
    match = _SPAN.fullmatch(written.strip())
    if match is None:
        raise ValueError(f'"{written}" is not a day ("2026-12-24") or a span ("2026-12-24..2027-01-02")')
    span = Span(date.fromisoformat(match[1]), date.fromisoformat(match[2] or match[1]))
    if span.first > span.last:
        raise ValueError(f'"{written}" ends before it begins')
    return span


Days = tuple[Annotated[Span, BeforeValidator(_read_span)], ...]
Weekly = Mapping[Weekday, tuple[Annotated[Block, BeforeValidator(_read_block)], ...]]


@dataclass(frozen=True, config=_ONLY_KNOWN_FIELDS)
class Offer:
    """A service one can book. `open_limit`: appointments to come that one person may have."""

    id: Id
    minutes: Annotated[int, Field(ge=5, le=480)]
    notice_hours: Annotated[int, Field(ge=0, le=24 * 30)]
    horizon_days: Annotated[int, Field(ge=1, le=365)]
    open_limit: Annotated[int, Field(ge=1, le=100)]
    offices: Annotated[tuple[Id, ...], Field(min_length=1)]
    buffer_before: Annotated[int, Field(ge=0, le=120)] = 0
    buffer_after: Annotated[int, Field(ge=0, le=120)] = 0
    cancel_notice_hours: Annotated[int, Field(ge=0, le=24 * 30)] = 0

    @property
    def talk(self) -> timedelta:
        """How long the talk itself is."""
        return timedelta(minutes=self.minutes)


@dataclass(frozen=True, config=_ONLY_KNOWN_FIELDS)
class Office:
    """Where counselling happens."""

    id: Id
    address: Words
    phone: str = ""


@dataclass(frozen=True, config=_ONLY_KNOWN_FIELDS)
class CounsellorPlan:
    """When and where a counsellor works; `weekly` by office. Blocks of one day do not overlap, whatever the office."""

    id: Id
    name: Words
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    services: Annotated[tuple[Id, ...], Field(min_length=1)]
    weekly: Mapping[Id, Weekly]
    absences: Days = ()

    def absent(self, day: date) -> bool:
        """Whether the counsellor is away that whole day."""
        return any(day in span for span in self.absences)


@dataclass(frozen=True, config=_ONLY_KNOWN_FIELDS)
class Desk:
    """When staff answer."""

    weekly: Weekly


@dataclass(frozen=True, config=_ONLY_KNOWN_FIELDS)
class PublicHolidays:
    """Whose public holidays count, by ISO 3166 codes."""

    country: str
    state: str | None = None


@dataclass(frozen=True, config=_ONLY_KNOWN_FIELDS)
class ServicesFile:
    """All of `services.yml`, each part by its id, in the order it is written."""

    services: Mapping[Id, Offer]
    offices: Mapping[Id, Office]
    counsellors: Mapping[Id, CounsellorPlan]
    desk: Desk
    holidays: PublicHolidays
    closed_days: Days = ()

    def closed(self, day: date) -> bool:
        """Whether nobody works that local day: a public holiday or a closed day."""
        public = _public_holidays(self.holidays.country, self.holidays.state, day.year)
        return day in public or any(day in span for span in self.closed_days)

    def counsellors_for(self, service: str) -> tuple[CounsellorPlan, ...]:
        """Who offers a service, in the order written."""
        return tuple(plan for plan in self.counsellors.values() if service in plan.services)


_SHAPE = TypeAdapter(ServicesFile)


def parse(text: str) -> ServicesFile:
    """The file as values. Raises ServicesProblem for the first thing that is wrong with it."""
    tree = _Tree(text)
    try:
        file = _SHAPE.validate_python(tree.data)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False)
        found = [(tree.line(problem["loc"]), problem) for problem in problems]
        line, problem = min(found, key=lambda pair: pair[0])
        where = ".".join(str(part) for part in problem["loc"])
        reason = problem["msg"].removeprefix("Value error, ")
        raise ServicesProblem(line, f"{where}: {reason}") from None
    for path, reason in _contradictions(file):
        raise ServicesProblem(tree.line(path), f"{'.'.join(map(str, path))}: {reason}")
    return file


Path = tuple[str | int, ...]


class _Tree:
    """YAML as plain strings, lists and mappings, and the line each part stands in."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        try:
            if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=yaml.SafeLoader)):
                raise ServicesProblem(1, "references (&name, *name) are not supported; write it out")
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ServicesProblem(line, error.problem or "not YAML") from None
        except yaml.YAMLError as error:
            raise ServicesProblem(1, str(error).splitlines()[0]) from None
        self.data = self._read(node, ()) if node is not None else {}

    def line(self, path: Path) -> int:
        """The line of that part, or of the nearest part around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _read(self, node: yaml.Node, path: Path) -> Any:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            return [self._read(entry, (*path, number)) for number, entry in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(node, path)
        return node.value

    def _read_mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value)
            if name in read:
                raise ServicesProblem(line, f"{name} is written twice")
            self._lines[(*path, name)] = line
            if not (isinstance(value, yaml.ScalarNode) and value.style is None and value.value == ""):
                read[name] = self._read(value, (*path, name))
        return {**read, "id": path[-1]} if len(path) == 2 and path[0] in _KEPT_BY_ID else read


def _contradictions(file: ServicesFile) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    for offer in file.services.values():
        here: Path = ("services", offer.id)
        found += [((*here, "offices"), f"no office {o}") for o in offer.offices if o not in file.offices]
        if not file.counsellors_for(offer.id):
            found.append((here, "no counsellor offers it"))
    for plan in file.counsellors.values():
        found += _contradictions_of(plan, file)
    if not any(file.desk.weekly.values()):
        found.append((("desk", "weekly"), "the desk is never open"))
    try:
        _public_holidays(file.holidays.country, file.holidays.state, 2026)
    except NotImplementedError:
        found.append((("holidays",), "no such country or state; use ISO codes such as DE and NW"))
    return found


def _contradictions_of(plan: CounsellorPlan, file: ServicesFile) -> list[tuple[Path, str]]:
    here: Path = ("counsellors", plan.id)
    found: list[tuple[Path, str]] = []
    found += [((*here, "weekly", o), f"no office {o}") for o in plan.weekly if o not in file.offices]
    for service in plan.services:
        offer = file.services.get(service)
        if offer is None:
            found.append(((*here, "services"), f"no service {service}"))
        elif not any(any(plan.weekly.get(office, {}).values()) for office in offer.offices):
            found.append(((*here, "services"), f"works in no office where {service} is offered"))
    for weekday in WEEKDAYS:
        blocks = [block for hours in plan.weekly.values() for block in hours.get(weekday, ())]
        blocks.sort(key=lambda block: block.opens)
        if any(earlier.closes > later.opens for earlier, later in pairwise(blocks)):
            found.append(((*here, "weekly"), f"blocks on {weekday} overlap"))
    return found


@lru_cache(maxsize=64)
def _public_holidays(country: str, state: str | None, year: int) -> frozenset[date]:
    """Raises NotImplementedError for a country or state that is not known."""
    return frozenset(holidays.country_holidays(country, subdiv=state, years=year))
