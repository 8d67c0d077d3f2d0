"""What must not grow, move or break however long the window is open."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ryg_app.adapters.store.open_session import OpenSessionFile
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.application import make_window
from ryg_app.ui.crash import LOG_NAME, start_log, stop_log
from ryg_app.ui.pages.plan_preview import PlanPreviewPage
from ryg_app.ui.shell import DIARY, EXERCISES, PLAN, RED_FLAGS, SETTINGS, TODAY
from ryg_app.ui.theme import apply_theme, load_theme, style_sheet
from ryg_app.ui.theme import look as look_module
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.widgets.progress_segments import ProgressSegments
from ryg_app.ui.widgets.ring import TimerRing
from tests.plans import EXAMPLE_FILE
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.ui.window import Window

HEAVY = (
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
    "ryg_app.ui.first_start",
    "ryg_app.ui.heard",
    "ryg_app.ui.pages.plan_preview",
    "ryg_app.ui.pages.session",
    "ryg_app.ui.pages.settings",
)


class NoTicker(Ticker):
    def start(self) -> None:
        """Let no time run by itself."""


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    desk.welcome()
    desk.adopt_example()
    yield desk
    desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Window:
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt calls it
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def is_painted_by(qtbot: QtBot, widget: QWidget, act: Callable[[], None]) -> bool:
    with qtbot.waitExposed(widget):
        widget.show()
    QApplication.processEvents()
    paintings = Paintings(widget)
    act()
    QApplication.processEvents()
    return paintings.count > 0


def let_go() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def begin_session(desk: Desk, window: Window) -> None:
    window.sessions.start(desk.app.today.view().sessions[0].session)


def test_building_the_window_anew_leaves_nothing_behind(window: Window) -> None:
    counts = []
    for _time in range(3):
        for page in (EXERCISES, DIARY, PLAN, RED_FLAGS, SETTINGS):
            window.shell.go(page)
        window._on_appearance()
        let_go()
        counts.append((len(window.findChildren(QObject)), len(QApplication.topLevelWidgets())))
    assert counts[1:] == counts[:-1]


def test_filling_the_list_of_exercises_anew_leaves_nothing_behind(desk: Desk, window: Window) -> None:
    window.shell.go(EXERCISES)
    page = window.shell.exercises
    counts = []
    for _time in range(3):
        page._loaded = {}
        page.refresh()
        let_go()
        counts.append(len(page.findChildren(QObject)))
    assert counts[1:] == counts[:-1]


def test_the_focus_comes_back_to_where_it_was_when_a_session_is_left(desk: Desk, window: Window) -> None:
    start = window.shell.today.exercises.start
    start.setFocus()
    start.click()
    assert window.sessions.page is not None
    window.stage.uncover()
    assert QApplication.focusWidget() is start


def test_a_plan_that_waited_is_still_shown_when_everything_else_goes(desk: Desk, window: Window) -> None:
    begin_session(desk, window)
    window.plans.open_file(EXAMPLE_FILE)
    window.show_red_flags()
    window.stage.uncover_all()
    assert isinstance(window.stage.currentWidget(), PlanPreviewPage)


def test_a_window_that_cannot_close_yet_has_let_go_of_its_session(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("log-2026.json", NotSavedReason.FULL)

    window.shell.go(DIARY)
    begin_session(desk, window)
    page = window.sessions.page
    assert page is not None
    window.shell.diary.form.note.editor.setPlainText("A note")
    monkeypatch.setattr(type(desk.app.diary), "save", refuse)
    assert not window.close()
    assert window.shell.current == DIARY
    assert not page.is_under_way
    monkeypatch.undo()


def fill_the_disk_during_a_session(desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("open.json", NotSavedReason.FULL)

    begin_session(desk, window)
    page = window.sessions.page
    assert page is not None
    monkeypatch.setattr(OpenSessionFile, "save", refuse)


def answer_with(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """Press that button of the next question; return what is asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def test_closing_asks_first_when_what_was_done_of_the_exercises_cannot_be_saved(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_the_disk_during_a_session(desk, window, monkeypatch)
    asked = answer_with(monkeypatch, "Stay here")
    assert not window.close()
    assert "is not saved" in asked[0]
    assert "no room for open.json" in asked[0]
    assert window.sessions.page is not None
    assert window.sessions.page.is_under_way
    answer_with(monkeypatch, "Close all the same")
    assert window.close()


def test_closing_asks_nothing_when_there_is_room_again(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_the_disk_during_a_session(desk, window, monkeypatch)
    page = window.sessions.page
    assert page is not None
    page.pause()
    monkeypatch.undo()
    assert window.close()
    assert desk.app.sessions.under_way() is not None


def test_the_window_fits_the_screen_it_opens_on(window: Window) -> None:
    room = window.screen().availableSize()
    assert window.size().boundedTo(room) == window.size()


def test_the_plan_is_not_told_anew_while_it_is_the_same(desk: Desk, window: Window) -> None:
    window.shell.go(PLAN)
    told = window.shell.plan._text
    window.shell.go(TODAY)
    window.shell.go(PLAN)
    assert window.shell.plan._text is told


@pytest.mark.parametrize("fraction", [0.0, 0.5, 1.0])
def test_a_ring_that_shows_the_same_is_not_painted_again(qtbot: QtBot, fraction: float) -> None:
    ring = TimerRing("Rest")
    qtbot.addWidget(ring)
    ring.set_fraction(fraction)
    assert not is_painted_by(qtbot, ring, lambda: ring.set_fraction(fraction))
    assert is_painted_by(qtbot, ring, lambda: ring.set_fraction(0.25))


def test_segments_that_show_the_same_are_not_painted_again(qtbot: QtBot) -> None:
    bar = ProgressSegments("Session", numbered=False)
    qtbot.addWidget(bar)
    bar.resize(300, 10)
    bar.show_progress(1, 0.5, 3)
    assert not is_painted_by(qtbot, bar, lambda: bar.show_progress(1, 0.5001, 3))
    assert is_painted_by(qtbot, bar, lambda: bar.show_progress(1, 0.6, 3))


def test_the_colours_stay_in_a_session_when_the_desktop_turns_dark(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = window._look
    begin_session(desk, window)
    monkeypatch.setattr(look_module, "system_scheme", lambda: "dark")
    schemes = []
    for act in (look._follow_system, window.stage.uncover):
        act()
        schemes.append(look.theme.scheme)
    assert schemes == ["light", "dark"]


def test_a_style_sheet_is_taken_off_before_another_is_put_on(
    qapp: QApplication, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn: list[str] = []
    monkeypatch.setattr(qapp, "setStyleSheet", worn.append)
    apply_theme(qapp, load_theme("dark"))
    assert worn == ["", style_sheet(load_theme("dark"))]


def test_a_log_that_cannot_be_written_does_not_keep_the_window_shut(tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).mkdir()
    handler = start_log(tmp_path)
    logging.getLogger("ryg_app").info("nobody keeps this")
    stop_log(handler)


def test_nothing_is_loaded_at_the_start_that_is_only_needed_later() -> None:
    code = f"import sys, ryg_app.ui.application; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
