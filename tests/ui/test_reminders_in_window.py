"""What the window makes of the reminders of *Plan*, with everything real behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from ryg_app.ui.application import make_window
from ryg_app.ui.pages.plan import PlanPage
from ryg_app.ui.pages.plan_preview import PlanPreviewPage
from ryg_app.ui.shell import PLAN, TODAY
from tests.plans import EXAMPLE_FILE
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ryg_app.ui.window import Window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    desk.welcome()
    yield desk
    desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Window:
    window = make_window(qapp, desk.app)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_first_plan_brings_the_reminders_to_the_phone_in_one_click(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "reminders.ics"
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(file)])
    window.plans.open_file(EXAMPLE_FILE)
    preview = window.stage.currentWidget()
    assert isinstance(preview, PlanPreviewPage)
    qtbot.mouseClick(preview.use, LEFT)
    assert window.shell.current == TODAY
    notice = window.shell.today.notice
    assert "on your phone" in notice.text
    button = next(b for b in notice.findChildren(QPushButton) if "calendar" in b.text())
    qtbot.mouseClick(button, LEFT)
    assert file.exists()
    assert "Send the file to your phone" in notice.text


def test_from_the_plan_page_the_calendar_is_two_clicks_away(
    qtbot: QtBot, desk: Desk, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(tmp_path / "not there" / "a.ics")])
    desk.adopt_example()
    window.shell.go(PLAN)
    card = window.shell.plan.reminders
    assert card is not None
    qtbot.mouseClick(card.calendar, LEFT)
    assert "Not saved" in window.shell.plan.notice.text


def test_a_log_that_is_only_read_shows_no_reminders(qtbot: QtBot, desk: Desk) -> None:
    desk.adopt_example()
    page = PlanPage(desk.app.course, desk.app.planning, None, desk.app.library.exercises, desk.words)
    qtbot.addWidget(page)
    page.show()
    assert page.reminders is None
    assert "Remind me" not in texts(page)
