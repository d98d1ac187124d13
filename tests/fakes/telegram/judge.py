"""Judges every request and answer by aiogram's models, which are generated from Telegram's documentation."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.fakes.telegram.errors import ApiError, bad_request

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for name in aiogram.methods.__all__
    if isinstance(method := getattr(aiogram.methods, name), type)
    and issubclass(method, TelegramMethod)
    and isinstance(method.__api_method__, str)
}


@dataclass(frozen=True)
class Upload:
    """A file of a multipart request."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Call:
    """A judged request: `values` is the aiogram method object, `given` its JSON, `files` uploads by parameter."""

    method: str
    values: Any
    given: Mapping[str, Any]
    files: Mapping[str, Upload]


def find_method(name: str) -> type[TelegramMethod[Any]]:
    """The method of that name in any case, as Telegram's server finds it. Raises a 404."""
    method = METHODS.get(name.lower())
    if method is None:
        raise ApiError(404, "Not Found: method not found")
    return method


def judge(name: str, given: Mapping[str, Any], files: Mapping[str, Upload]) -> Call:
    """The request as a method object. Raises a 400 for a wrong, missing or unknown parameter."""
    method = find_method(name)
    aliases = {info.alias or field_name: field_name for field_name, info in method.model_fields.items()}
    values: dict[str, Any] = {}
    for parameter, value in given.items():
        if parameter not in aliases:
            raise bad_request(f"unknown parameter {parameter!r} of {method.__api_method__}")
        values[parameter] = _decoded(value, method.model_fields[aliases[parameter]].annotation)
    decoded = dict(values)
    uploads: dict[str, Upload] = {}
    for parameter, field_info in method.model_fields.items():
        if not _accepts(field_info.annotation, InputFile):
            continue
        value = values.get(parameter)
        attached = value.removeprefix("attach://") if isinstance(value, str) else parameter
        upload = files.get(attached)
        if upload:
            values[parameter] = BufferedInputFile(upload.content, filename=upload.name)
            uploads[parameter] = upload
        elif isinstance(value, str) and value.startswith("attach://"):
            raise bad_request(f"there is no upload {attached!r}")
    if len(uploads) != len(files):
        raise bad_request(f"upload without a use among {sorted(files)}")
    try:
        call = method.model_validate(values)
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, p['loc']))}: {p['msg']}" for p in error.errors())
        raise bad_request(f"{method.__api_method__}: {problems}") from error
    _refuse_unknown_fields(call, method.__api_method__)
    return Call(method.__api_method__, call, decoded, uploads)


def judged_answer(method: str, result: Any) -> Any:
    """JSON of an answer; raises AssertionError when it is not what Telegram documents for the method."""
    expected = METHODS[method.lower()].__returning__
    try:
        checked = TypeAdapter(expected).validate_python(result)
    except ValidationError as error:
        raise AssertionError(f"the fake would answer {method} wrongly: {error}") from error
    return as_json(checked)


def as_json(value: Any) -> Any:
    """Plain JSON of aiogram objects, without empty fields."""
    if isinstance(value, BaseModel):
        _refuse_unknown_fields(value, type(value).__name__)
        return value.model_dump(mode="json", exclude_none=True, by_alias=True)
    if isinstance(value, list | tuple):
        return [as_json(each) for each in value]
    return value


def _decoded(value: Any, annotation: Any) -> Any:
    if not isinstance(value, str) or _text_only(annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _members(annotation: Any) -> list[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return [member for each in get_args(annotation) for member in _members(each)]
    return [annotation]


def _text_only(annotation: Any) -> bool:
    members = _members(annotation)
    return str in members and int not in members


def _accepts(annotation: Any, kind: type) -> bool:
    return any(isinstance(member, type) and issubclass(member, kind) for member in _members(annotation))


def _refuse_unknown_fields(value: Any, where: str) -> None:
    if isinstance(value, BaseModel):
        if value.model_extra:
            raise bad_request(f"unknown fields {sorted(value.model_extra)} in {where}")
        for name in type(value).model_fields:
            _refuse_unknown_fields(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, list):
        for each in value:
            _refuse_unknown_fields(each, where)
