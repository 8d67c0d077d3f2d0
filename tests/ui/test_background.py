"""What closing the window means, and the program while it is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QSystemTrayIcon, QWidget

from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.domain.preferences import WhenClosed
from ryg_app.ui.application import _end as end_with_last_window
from ryg_app.ui.application import make_window
from ryg_app.ui.pages.session import SessionPage
from ryg_app.ui.reminders import duty
from ryg_app.ui.reminders.closing import Way, way_to_close
from ryg_app.ui.reminders.tray import Tray
from ryg_app.ui.shell import DIARY
from ryg_app.ui.ticker import Ticker
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    # What Qt says of a tray where there is no display.
    "This plugin does not support raise",
    "No Icon set",
    "systemTrayWindowChanged",
)
NOT_SAID, STAY, QUIT = WhenClosed.NOT_SAID, WhenClosed.STAY, WhenClosed.QUIT


class NoTicker(Ticker):
    def start(self) -> None:
        """Let no time run by itself."""


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    desk.welcome()
    desk.adopt_example()
    say(desk, NOT_SAID)
    yield desk
    desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Window:
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def gone(window: Window) -> list[bool]:
    """Grows when the program has ended."""
    told: list[bool] = []
    window.gone.connect(lambda: told.append(True))
    return told


def say(desk: Desk, said: WhenClosed) -> None:
    desk.app.settings.save(replace(desk.app.settings.get(), when_closed=said))


def give_tray(window: Window, *, there: bool = True) -> None:
    window.duty.tray._is_available = lambda: there
    window.duty.tray.look()


# What closing means -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "has_tray", "reminds", "way"),
    [
        (NOT_SAID, True, True, Way.HIDE),
        (NOT_SAID, False, True, Way.ASK),
        (NOT_SAID, True, False, Way.QUIT),
        (NOT_SAID, False, False, Way.QUIT),
        (STAY, True, False, Way.HIDE),
        (STAY, False, True, Way.MINIMISE),
        (QUIT, True, True, Way.QUIT),
        (QUIT, False, True, Way.QUIT),
    ],
)
def test_closing_means_what_was_said_and_what_the_desktop_allows(
    said: WhenClosed,
    has_tray: bool,  # noqa: FBT001
    reminds: bool,  # noqa: FBT001
    way: Way,
) -> None:
    assert way_to_close(said, has_tray=has_tray, reminds=reminds) is way


def test_without_a_tray_the_person_is_asked_and_keeps_it_running(
    desk: Desk, window: Window, gone: list[bool]
) -> None:
    assert not window.close()
    question = window.duty.background.question
    assert question is not None
    question.stay.click()
    assert window.isMinimized()
    assert desk.app.settings.get().when_closed is STAY
    assert window.duty.background.question is None
    window.showNormal()
    assert not window.close()
    assert window.duty.background.question is None
    assert window.isMinimized()
    assert gone == []


def test_without_a_tray_the_person_is_asked_and_quits(desk: Desk, window: Window, gone: list[bool]) -> None:
    window.close()
    question = window.duty.background.question
    assert question is not None
    question.end.click()
    assert gone == [True]
    assert not window.isVisible()
    assert desk.app.settings.get().when_closed is QUIT


def test_a_question_that_is_not_answered_changes_nothing_and_comes_again(
    desk: Desk, window: Window, gone: list[bool]
) -> None:
    window.close()
    window.close()
    question = window.duty.background.question
    assert question is not None
    question.reject()
    assert window.isVisible()
    assert desk.app.settings.get().when_closed is NOT_SAID
    window.close()
    assert window.duty.background.question is not None
    assert gone == []


def test_a_session_under_way_waits_for_the_answer(desk: Desk, window: Window) -> None:
    window.sessions.start(desk.app.today.view().sessions[0].session)
    page = window.sessions.page
    assert page is not None
    window.close()
    assert page.is_under_way
    assert window.duty.background.question is not None
    window.duty.background.question.stay.click()
    window.duty.background.question = None
    window.showNormal()
    window.close()
    assert not isinstance(window.stage.currentWidget(), SessionPage)
    assert desk.app.sessions.under_way() is not None


def test_without_a_plan_there_is_nothing_to_stay_for(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qapp, tmp_path / "new")
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    assert window.close()
    assert window.duty.background.question is None
    desk.close()


# In the tray ------------------------------------------------------------------------------------------


def test_with_a_tray_closing_hides_the_window_and_says_so_once(
    desk: Desk, window: Window, gone: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    give_tray(window)
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, *_rest: told.append(text))
    for _time in range(2):
        assert not window.close()
        assert window.isHidden()
        window.duty.tray.open.trigger()
        assert window.isVisible()
    assert len(told) == 1
    assert "goes on here" in told[0]
    assert desk.app.settings.get().told_of_tray
    assert gone == []


@pytest.mark.parametrize("hidden", [True, False])
def test_quitting_from_the_tray_ends_the_program(window: Window, gone: list[bool], hidden: bool) -> None:  # noqa: FBT001
    give_tray(window)
    if hidden:
        window.close()
    window.duty.tray.quit.trigger()
    assert gone == [True]


def test_quitting_a_program_that_was_never_shown_ends_it(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    give_tray(window)
    window.duty.background.start_quietly()
    assert window.isHidden()
    with qtbot.waitSignal(window.gone, timeout=1000):
        window.duty.tray.quit.trigger()


def test_what_cannot_be_saved_brings_the_window_back_instead(
    desk: Desk, window: Window, gone: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("log-2026.json", NotSavedReason.FULL)

    give_tray(window)
    window.shell.go(DIARY)
    window.shell.diary.form.note.editor.setPlainText("A note")
    window.hide()
    monkeypatch.setattr(type(desk.app.diary), "save", refuse)
    window.duty.tray.quit.trigger()
    assert window.isVisible()
    assert window.shell.current == DIARY
    assert gone == []
    assert not window.close(), "closing means again what it meant before"


def test_the_system_ends_the_program_whatever_was_chosen(window: Window, gone: list[bool]) -> None:
    give_tray(window)
    window.duty.background.leave()
    assert window.close()
    assert gone == [True]


def test_a_window_closed_at_once_begins_no_reminders_afterwards(
    window: Window, gone: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duty, "NOT_BEFORE_MS", 0)
    window.duty.begin()
    window.quit()
    QApplication.processEvents()
    assert gone == [True]
    assert window.duty._watch is None


@pytest.mark.parametrize("another", [True, False])
def test_the_program_ends_with_its_last_window(
    qapp: QApplication,
    window: Window,
    another: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    qapp.setQuitOnLastWindowClosed(False)
    other = QMainWindow()  # such as a physiotherapist's, with a plan half made
    other.setVisible(another)
    window.gone.connect(lambda: end_with_last_window(qapp, window))
    window.quit()
    assert ended == ([] if another else [0])
    assert qapp.quitOnLastWindowClosed() is another
    qapp.setQuitOnLastWindowClosed(True)
    other.deleteLater()


def test_a_program_started_quietly_waits_small_until_there_is_a_tray(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    window.duty.background.start_quietly()
    assert window.isMinimized()
    give_tray(window)
    assert window.isHidden()
    give_tray(window, there=False)
    assert window.isMinimized()


def test_a_window_the_person_made_small_stays_when_a_tray_comes(window: Window) -> None:
    window.showMinimized()
    give_tray(window)
    assert not window.isHidden()


# The icon ---------------------------------------------------------------------------------------------


@pytest.fixture
def tray(desk: Desk) -> Iterator[Tray]:
    window = QWidget()
    tray = Tray(QIcon(), window, lambda: True)
    tray.speak(desk.words)
    yield tray
    window.deleteLater()


def test_the_menu_tells_what_comes_next_and_what_can_be_done(tray: Tray) -> None:
    tray.look()
    tray.show_state("Next reminder: 17:00", "No reminders today")
    assert [action.text() for action in tray.menu.actions() if action.text()] == [
        "Next reminder: 17:00",
        "Open RygApp",
        "No reminders today",
        "Quit RygApp",
    ]
    assert not tray.next.isEnabled()
    tray.show_state("No reminder is planned", "")
    assert not tray.quiet.isVisible()


def test_a_click_on_the_icon_opens_the_window(tray: Tray, qtbot: QtBot) -> None:
    tray.look()
    with qtbot.waitSignal(tray.open_clicked, timeout=1000):
        tray._on_activated(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_clicked):
        tray._on_activated(QSystemTrayIcon.ActivationReason.Context)


def test_without_an_icon_nothing_is_told_there(tray: Tray) -> None:
    tray.tell("RygApp", "lost")
    found = [tray.is_there, tray.look(), tray.is_there]
    tray.put_away()
    assert [*found, tray.is_there] == [False, True, True, False]


def test_the_window_comes_forward_from_wherever_it_was(window: Window) -> None:
    window.showMinimized()
    window.duty.tray.open_clicked.emit()
    assert not window.windowState() & Qt.WindowState.WindowMinimized
