"""Time is passed in; only the clock adapter asks the computer for it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import Module, dotted, imported_names, module, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

THE_CLOCK = "adapters/clock.py"
QUESTIONS = {
    "QDate.currentDate",
    "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
    "QTime.currentTime",
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "time.monotonic",
    "time.monotonic_ns",
    "time.perf_counter",
    "time.perf_counter_ns",
    "time.time",
    "time.time_ns",
}


def _asks_the_time(source: Module) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and ".".join(dotted(node).split(".")[-2:]) in QUESTIONS:
            yield f"{source.at(node)} {ast.unparse(node)}"
    for statement, name in imported_names(source.tree):
        if name in QUESTIONS:
            yield f"{source.at(statement)} {name}"


@pytest.mark.parametrize(
    "text",
    [
        "datetime.now(UTC)",
        "datetime.datetime.now()",
        "date.today()",
        "time.time()",
        "started = time.monotonic",
        "from time import monotonic",
        "QDateTime.currentDateTime()",
    ],
)
def test_asking_for_the_time_is_noticed(text: str) -> None:
    assert list(_asks_the_time(module(text)))


@pytest.mark.parametrize("text", ["self._clock.now()", "datetime.combine(day, at)", "clock.monotonic()"])
def test_being_told_the_time_is_allowed(text: str) -> None:
    assert not list(_asks_the_time(module(text)))


def test_only_the_clock_asks_for_the_time() -> None:
    sources = (source for source in modules() if source.name != THE_CLOCK)
    assert [question for source in sources for question in _asks_the_time(source)] == []
