"""The whole loop through the real window on a real data folder, by keyboard alone."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ryg_app.application.app import App
from ryg_app.bootstrap import open_app
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.session import Ending
from ryg_app.ui.application import make_window, start_qt
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.window import Window
from tests.command_line import CommandLine
from tests.fakes import FakeClock
from tests.keyboard import Keyboard, settle
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FIRST_DAY = date(2026, 11, 23)
STEP_S = 1.5


class HandTicker(Ticker):
    """Ticks only when told to."""

    def start(self) -> None:
        """Let no time run by itself."""


class Computer:
    """Starts the program on one folder, again and again, with a clock and a ticker moved by hand."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.ticker = HandTicker()
        self._qtbot = qtbot

    def start(self, app: App) -> tuple[Window, Keyboard]:
        window = make_window(start_qt(), app, make_ticker=lambda: self.ticker)
        self._qtbot.addWidget(window)
        with self._qtbot.waitActive(window):
            window.show()
        return window, Keyboard(window)

    def app(self) -> App:
        return open_app(self.folder, writing=True, clock=self.clock)

    def run_session(self, window: Window, keyboard: Keyboard) -> None:
        """Let time run to the end of the session, with a key wherever it waits for one."""
        while window.sessions.page is not None and window.sessions.page.is_under_way:
            self.clock.advance(STEP_S)
            self.ticker.ticked.emit()
            keyboard.press(Qt.Key.Key_Return)


@pytest.fixture
def computer(tmp_path: Path, qtbot: QtBot) -> Iterator[Computer]:
    yield Computer(tmp_path / "data", qtbot)
    settle()


def test_a_patient_gets_from_the_first_start_to_the_diary_read_back_by_keyboard_alone(
    computer: Computer, tmp_path: Path
) -> None:
    with closing(computer.app()) as app:
        window, keyboard = computer.start(app)
        first_start(window, keyboard)
        whole_session(computer, window, keyboard)
        the_day(keyboard)
        window.close()
    with closing(computer.app()) as app:
        everything_is_there(app)
        window, keyboard = computer.start(app)
        assert window.shell.current == "today"
        window.close()
    taken_out_and_read_back(computer, tmp_path / "diary.csv")


def first_start(window: Window, keyboard: Keyboard) -> None:
    keyboard.choose("Videre")
    keyboard.choose("Jeg har læst det")
    window.plans.open_file(EXAMPLE_FILE)
    settle()
    keyboard.choose("Brug denne plan")
    assert window.shell.current == "today"


def whole_session(computer: Computer, window: Window, keyboard: Keyboard) -> None:
    keyboard.choose("Start: Formiddagens øvelser")
    assert window.sessions.page is not None
    computer.run_session(window, keyboard)
    keyboard.write("4")
    keyboard.choose("Gem")
    assert window.sessions.page is None


def the_day(keyboard: Keyboard) -> None:
    keyboard.go_to("Ryg, gennemsnit det seneste døgn: 0")
    keyboard.write("3")
    keyboard.go_to("Ben, gennemsnit det seneste døgn: 0")
    keyboard.write("10")
    keyboard.go_to("Hvor langt ned i benet?: Intet")
    for _ in range(3):
        keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.go_to("Tilføj en tur på 5 minutter")
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Space)


def everything_is_there(app: App) -> None:
    view = app.today.view()
    assert view.log.answers == Answers(3, 10, LegExtent.KNEE, (10,))
    (record,) = view.log.sessions
    assert [(done.entry_id, done.repetitions, done.ending) for done in record.exercises] == [
        ("pelvic_tilt", 5, Ending.DONE),
        ("slider", 5, Ending.DONE),
    ]
    assert record.worst_leg_pain == 4
    assert view.next_session is not None
    assert view.next_session.session.number == 2


def taken_out_and_read_back(computer: Computer, path: Path) -> None:
    result = CommandLine(computer.folder, computer.clock)("export", path)
    assert result.code == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert row["Date"] == FIRST_DAY.isoformat()
    assert (row["Back pain (0–10)"], row["Leg pain (0–10)"], row["Minutes walked"]) == ("3", "10", "10")


def asks_for_a_key(page: QWidget) -> bool:
    asked = "Tryk på en tast, når du er"
    return any(label.isVisible() and label.text().startswith(asked) for label in page.findChildren(QLabel))


def test_one_key_leads_through_a_whole_session_and_gives_no_answer_by_mistake(computer: Computer) -> None:
    with closing(computer.app()) as app:
        window, keyboard = computer.start(app)
        first_start(window, keyboard)
        keyboard.choose("Start: Formiddagens øvelser")
        page = window.sessions.page
        assert page is not None
        while window.sessions.page is not None:
            computer.clock.advance(STEP_S)
            computer.ticker.ticked.emit()
            if asks_for_a_key(page) or not page.is_under_way:
                keyboard.press(Qt.Key.Key_Space)
        (record,) = app.today.view().log.sessions
        assert all(done.ending is Ending.DONE for done in record.exercises)
        assert record.worst_leg_pain is None
        window.close()
