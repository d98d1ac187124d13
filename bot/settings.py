"""Settings: the `LOTSE_*` environment variables, checked once at start."""

import difflib
import os
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from bot.errors import SettingsProblem

PREFIX = "LOTSE_"
SECRETS = frozenset({"database_url", "telegram_token", "nlu_token"})

_http_url = TypeAdapter(HttpUrl)


def _web_address(value: str) -> str:
    _http_url.validate_python(value)
    return value.rstrip("/")


def _web_addresses(value: str) -> str:
    return ",".join(dict.fromkeys(_web_address(part.strip()) for part in value.split(",")))


def _folder_of_ours(value: str | Path) -> Path:
    """A folder given from here, or one that came with the application."""
    given = Path(value).expanduser()
    ours = Path(__file__).parent.parent / given
    return given.absolute() if given.is_dir() or not ours.is_dir() else ours


def _postgres_address(value: str) -> str:
    if not value.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        raise ValueError("write it as postgresql://user:password@host/database")
    return value


def _known_timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("not a timezone name such as Europe/Berlin") from error
    return value


def _network_list(value: str) -> str:
    for part in value.split(","):
        ip_network(part.strip())
    return value


WebAddress = Annotated[str, AfterValidator(_web_address)]
WebAddresses = Annotated[str, AfterValidator(_web_addresses)]
Networks = Annotated[str, AfterValidator(_network_list)]


class Settings(BaseModel):
    """Everything that can be set from outside; each field is `LOTSE_<FIELD>`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Path("var")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    public_url: WebAddress | None = None
    database_url: Annotated[str, AfterValidator(_postgres_address)] | None = Field(default=None, repr=False)
    nlu_url: WebAddresses | None = None
    nlu_token: SecretStr | None = None
    test_sentences: Path = Path("tests/nlu")
    worklist_days: int = Field(default=90, ge=1, le=3650)
    telegram_token: SecretStr | None = None
    telegram_api_url: WebAddress = "https://api.telegram.org"
    key_file: Path = Path()
    timezone: Annotated[str, AfterValidator(_known_timezone)] = "Europe/Berlin"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    metrics_networks: Networks = "127.0.0.0/8,::1/128"
    trusted_proxies: str = "127.0.0.1,::1"

    @model_validator(mode="before")
    @classmethod
    def _find_folders(cls, values: dict[str, Any]) -> dict[str, Any]:
        folder = Path(values.get("data_dir") or "var").expanduser().absolute()
        key_file = values.get("key_file")
        return {
            **values,
            "data_dir": folder,
            "test_sentences": _folder_of_ours(values.get("test_sentences") or "tests/nlu"),
            "key_file": Path(key_file).expanduser().absolute() if key_file else folder / "keys",
        }

    @property
    def nlu_urls(self) -> tuple[str, ...]:
        """Addresses of other people's Rasa servers; none means a child of our own."""
        return tuple(self.nlu_url.split(",")) if self.nlu_url else ()

    @property
    def zone(self) -> ZoneInfo:
        """Local time of the offices."""
        return ZoneInfo(self.timezone)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that must not appear anywhere."""
        given = [
            token.get_secret_value() for token in (self.telegram_token, self.nlu_token) if token is not None
        ]
        password = urlsplit(self.database_url).password if self.database_url else None
        return (*given, *([password] if password else []))

    @property
    def address(self) -> str:
        """Where this process is reached from the same machine, without a slash at the end."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::", "") else self.host  # noqa: S104 - compared, not bound
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def metrics_from(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """Networks that may read `/metrics`."""
        return tuple(ip_network(part.strip()) for part in self.metrics_networks.split(","))


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force. Raises SettingsProblem, one line, for unknown variables and unusable values."""
    known = {PREFIX + name.upper(): name for name in Settings.model_fields}
    for variable in sorted(environment):
        if variable.upper().startswith(PREFIX) and variable not in known:
            nearest = difflib.get_close_matches(variable.upper(), known, n=1, cutoff=0.0)
            raise SettingsProblem(f"unknown setting {variable}; did you mean {nearest[0]}?")
    given = {name: environment[variable] for variable, name in known.items() if environment.get(variable)}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        raise SettingsProblem(_one_line(error)) from None


def _one_line(error: ValidationError) -> str:
    problems = []
    for problem in error.errors(include_context=False, include_url=False):
        name = str(problem["loc"][0]) if problem["loc"] else "settings"
        message = problem["msg"].removeprefix("Value error, ")
        shown = "" if name in SECRETS else f" (it is {problem['input']!r})"
        problems.append(f"{PREFIX}{name.upper()}: {message}{shown}")
    return "; ".join(problems)
