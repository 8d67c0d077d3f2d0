"""A complete day from *I dag*, counted key by key and click by click, through the real window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from ryg_app.bootstrap import open_app
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.ui.application import make_window, start_qt
from tests.builders import at
from tests.fakes import FakeClock
from tests.keyboard import Keyboard, settle
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.application.app import App
    from ryg_app.ui.window import Window

MOST_KEYS, MOST_CLICKS = 8, 6
RIGHT, TAB, SPACE = Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Space
KEYS: dict[str, tuple[str | Qt.Key, ...]] = {
    "three, five, thigh, ten minutes": ("3", TAB, "5", TAB, "2", TAB, RIGHT, SPACE),
    "ten, four, foot, five minutes": ("1", "0", TAB, "4", TAB, "5", TAB, SPACE),
}
DAYS = {
    "three, five, thigh, ten minutes": Answers(3, 5, LegExtent.THIGH, (10,)),
    "ten, four, foot, five minutes": Answers(10, 4, LegExtent.FOOT, (5,)),
}


class CountingKeyboard(Keyboard):
    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.pressed = 0

    def press_each(self, keys: Sequence[str | Qt.Key]) -> None:
        for key in keys:
            self.pressed += 1
            if isinstance(key, str):
                self.write(key)
            else:
                self.press(key)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A folder with a plan in force, opened on an evening of its first week."""
    app = open_app(tmp_path / "data", writing=True, clock=FakeClock(at("2026-11-24 20:10")))
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    app.settings.save(replace(app.settings.get(), welcomed=True))
    yield app
    app.close()


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Iterator[Window]:
    window = make_window(start_qt(), app)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()
    settle()


def kept(app: App) -> Answers:
    return app.today.view().log.answers


@pytest.mark.parametrize("day", KEYS)
def test_a_complete_day_takes_eight_key_presses_at_most(app: App, window: Window, day: str) -> None:
    keyboard = CountingKeyboard(window)
    keyboard.press_each(KEYS[day])
    assert kept(app) == DAYS[day]
    assert kept(app).is_complete()
    assert keyboard.pressed <= MOST_KEYS


def test_a_complete_day_takes_six_clicks_at_most(app: App, window: Window) -> None:
    day, walk = window.shell.today.answering.day, window.shell.today.answering.walk
    buttons: list[QAbstractButton] = [
        day.back.button(3),
        day.leg.button(10),
        day.extent.button(LegExtent.KNEE),
        walk.walks.buttons[20],
    ]
    clicks = 0
    for button in buttons:
        window.shell.today.area.ensureWidgetVisible(button)
        settle()
        assert button.visibleRegion().contains(button.rect().center())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        clicks += 1
    assert kept(app) == Answers(3, 10, LegExtent.KNEE, (20,))
    assert kept(app).is_complete()
    assert clicks <= MOST_CLICKS


def test_a_number_typed_once_both_are_given_changes_nothing(app: App, window: Window) -> None:
    CountingKeyboard(window).press_each(["3", TAB, "5"])
    page = window.shell.today
    page.take_focus()
    CountingKeyboard(window).press_each("9")
    assert (kept(app).back, kept(app).leg) == (3, 5)


def test_in_a_review_week_the_band_leads_to_the_questions_in_the_diary(app: App, window: Window) -> None:
    clock = app.clock
    assert isinstance(clock, FakeClock)
    clock.set(at("2026-12-01 20:10"))
    window.shell.refresh()
    keyboard = Keyboard(window)
    keyboard.choose("Åbn dagbogen")
    assert window.shell.current == "diary"
    assert window.shell.diary.reviewing.isVisible()
