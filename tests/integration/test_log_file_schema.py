"""docs/ryglog.schema.json says what the files are like; this holds it to that."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from ryg_app.domain.errors import FileRefusedError
from tests import logs
from tests.integration.test_log_file_reading import extracts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.domain.extract import LogExtract

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "ryglog.schema.json"


@functools.cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return found


@functools.cache
def validator() -> Any:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


@given(extracts())
@settings(max_examples=40)
def test_every_file_that_is_written_follows_the_schema(extract: LogExtract) -> None:
    validator().validate(json.loads(logs.LOGS.compose(extract)))


def _fields(value: object, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}.{name}"
            if name != "plans":
                yield from _fields(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value[:1]:
            yield from _fields(inner, path)


def _described(node: dict[str, Any], path: str = "") -> Iterator[str]:
    if "$ref" in node:
        node = schema()["$defs"][node["$ref"].rpartition("/")[2]]
    for name, inner in node.get("properties", {}).items():
        yield f"{path}.{name}"
        if name != "plans":
            yield from _described(inner, f"{path}.{name}")
    if "items" in node:
        yield from _described(node["items"], path)


def test_the_schema_knows_every_field_and_no_other() -> None:
    assert set(_described(schema())) == set(_fields(logs.example()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "rygapp.log/2"),
        ("made", "2026-12-24 12:00"),
        ("first_day", "2026-13-01"),
        ("days.0.back", 11),
        ("days.0.leg", "5"),
        ("days.0.leg_extent", "toe"),
        ("days.0.note", None),
        ("days.0.note", "a" * 2001),
        ("days.0.unknown", 1),
        ("days.0.sessions.0.number", 0),
        ("days.0.sessions.0.plan_id", "mine"),
        ("days.0.sessions.0.exercises.0.ending", "ended"),
        ("course.adoptions.0.phase", 0),
        ("course.flares.0.withdrawn", "no"),
        ("course.side_answers.0.side", "both"),
        ("course.appointments.0.place", "a" * 201),
        ("plans.0.schema", "rygapp.plan/9"),
        ("pictures_left_out", [7]),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(path: str, value: object) -> None:
    document = logs.with_field(path, value)
    assert not validator().is_valid(document)
    with pytest.raises(FileRefusedError):
        logs.read(document)
