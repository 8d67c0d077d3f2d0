from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ryg_app.ui.event_loop import EventLoopTicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def ticker(qapp: QApplication) -> EventLoopTicker:
    return EventLoopTicker()


def test_a_beat_comes_once(qtbot: QtBot, ticker: EventLoopTicker) -> None:
    beats: list[str] = []
    ticker.call_in(0, lambda: beats.append("beat"))
    qtbot.waitUntil(lambda: bool(beats), timeout=2000)
    qtbot.wait(30)
    assert beats == ["beat"]


def test_a_later_wish_takes_the_place_of_an_earlier_one(qtbot: QtBot, ticker: EventLoopTicker) -> None:
    beats: list[str] = []
    ticker.call_in(0.01, lambda: beats.append("first"))
    ticker.call_in(0.02, lambda: beats.append("second"))
    qtbot.waitUntil(lambda: bool(beats), timeout=2000)
    qtbot.wait(30)
    assert beats == ["second"]


def test_a_beat_may_ask_for_the_next_one(qtbot: QtBot, ticker: EventLoopTicker) -> None:
    beats: list[int] = []

    def beat() -> None:
        beats.append(len(beats))
        if len(beats) < 3:
            ticker.call_in(0, beat)

    ticker.call_in(0, beat)
    qtbot.waitUntil(lambda: len(beats) == 3, timeout=2000)


def test_what_is_posted_is_called_only_when_the_present_call_has_returned(
    qtbot: QtBot, ticker: EventLoopTicker
) -> None:
    told: list[str] = []
    ticker.post(lambda: told.append("posted"))
    told.append("returned")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=2000)
    assert told == ["returned", "posted"]


def test_once_stopped_no_beat_comes(qtbot: QtBot, ticker: EventLoopTicker) -> None:
    beats: list[str] = []
    ticker.call_in(0.01, lambda: beats.append("beat"))
    ticker.stop()
    qtbot.wait(40)
    assert beats == []
