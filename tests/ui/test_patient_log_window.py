from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from ryg_app.ui.application import make_window
from ryg_app.ui.patient_log import PatientLogFlow
from ryg_app.ui.patient_log.window import COURSE, DIARY, PatientLogWindow
from ryg_app.ui.single_instance import FirstInstance, raise_first
from ryg_app.ui.widgets.labels import TextLabel
from tests import logs
from tests.builders import PLAN_ID
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.clinic_desk import ClinicDesk
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.ui.window import Window

no_raising_offscreen = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "clinic")
    desk.welcome()
    yield desk
    desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Window:
    window = make_window(qapp, desk.app)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    path = tmp_path / "usb" / "december.ryglog"
    path.parent.mkdir()
    path.write_bytes(logs.LOGS.compose(logs.extract()))
    return path


@pytest.fixture
def flow(qtbot: QtBot, desk: Desk) -> PatientLogFlow:
    parent = QWidget()
    qtbot.addWidget(parent)
    return PatientLogFlow(desk.app, desk.words, desk.look, parent, lambda *_given: None)


@pytest.fixture
def opened(flow: PatientLogFlow, log_file: Path) -> PatientLogWindow:
    flow.open_file(log_file)
    return shown(flow)


def shown(flow: PatientLogFlow) -> PatientLogWindow:
    log_window = flow.window
    assert log_window is not None
    assert log_window.isVisible()
    return log_window


def notice(window: Window) -> str:
    return texts(window.shell.page.notice)


def test_a_log_is_opened_from_the_menu(
    window: Window, log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def answer(*given: object) -> tuple[str, str]:
        asked.extend(given)
        return str(log_file), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    action = next(action for action in window.actions() if action.text() == "Open a patient's log …")
    action.trigger()
    assert "december.ryglog" in shown(window.logs).windowTitle()
    assert QFileDialog.Option.DontUseNativeDialog in asked, "the system's own notes what was opened"


def test_giving_up_in_the_dialog_opens_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: ("", ""))
    window.logs.ask_for_file()
    assert window.logs.window is None


def drop(window: QWidget, path: Path) -> bool:
    """Drag a file over the window and let go; tell whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, data, button, keys)
    entered.ignore()
    QApplication.sendEvent(window, entered)
    if entered.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, button, keys))
    return entered.isAccepted()


def test_a_log_is_opened_by_dropping_it_on_the_window(window: Window, log_file: Path) -> None:
    assert drop(window, log_file)
    assert "december.ryglog" in shown(window.logs).windowTitle()


@no_raising_offscreen
def test_a_second_start_hands_its_log_to_the_first_window(
    qtbot: QtBot, window: Window, log_file: Path, tmp_path: Path
) -> None:
    first = FirstInstance(tmp_path / "clinic")
    first.raised.connect(window.come_forward)
    with qtbot.waitSignal(first.raised):
        assert raise_first(tmp_path / "clinic", log_file)
    assert "december.ryglog" in shown(window.logs).windowTitle()


def test_file_and_period_are_always_in_view(opened: PatientLogWindow) -> None:
    for page in (COURSE, DIARY):
        opened.show_page(page)
        told = texts(opened)
        assert "A patient's log, read-only: december.ryglog" in told
        assert "23 Nov – 24 Dec 2026 · written 24 December 2026 at 12:00" in told


def test_a_file_name_from_outside_is_plain_text(flow: PatientLogFlow, log_file: Path) -> None:
    odd = log_file.rename(log_file.with_name("<b>b\u202egolgyr.ryglog"))
    flow.open_file(odd)
    assert "<b>bgolgyr.ryglog" in texts(shown(flow))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown(flow).findChildren(TextLabel))


def test_the_course_is_shown_first_and_the_diary_is_one_step_away(opened: PatientLogWindow) -> None:
    assert "98" not in texts(opened.strip)
    assert opened.course.isVisible()
    opened.nav.button(DIARY).click()
    assert opened.diary.isVisible()
    assert not opened.course.isVisible()


def test_the_diary_tells_a_day_in_words_and_goes_from_day_to_day(opened: PatientLogWindow) -> None:
    opened.show_page(DIARY)
    assert "Nothing was filled in that day." in texts(opened.diary)
    assert not opened.diary.after.isEnabled()
    opened.diary.show_day(logs.extract().first)
    told = texts(opened.diary)
    for expected in (
        "Leg pain\n5 of 10",
        "20 min (15 + 5)",
        "Øm.\nSov godt.",
        "Corrected on",
        "leg 4 at worst",
    ):
        assert expected in told
    opened.diary.after.click()
    assert "Nothing was filled in that day." in texts(opened.diary)
    opened.diary.before.click()
    assert opened.diary.day == logs.extract().first


def test_a_day_after_the_log_cannot_be_chosen(opened: PatientLogWindow) -> None:
    last = opened.diary.day
    opened.diary.show_day(last.replace(year=last.year + 1))
    assert opened.diary.day == last


def test_there_is_nothing_to_save_with(opened: PatientLogWindow) -> None:
    opened.show_page(DIARY)
    assert "Save" not in texts(opened)
    assert not hasattr(opened.diary, "form")


def test_initials_stand_in_the_title_and_nowhere_else(
    qtbot: QtBot, flow: PatientLogFlow, opened: PatientLogWindow, log_file: Path
) -> None:
    qtbot.keyClicks(opened.strip.initials, "AB0101901234")
    assert opened.windowTitle() == "AB0101 · A patient's log · december.ryglog"
    opened.strip.initials.setText("\u202eCD")
    assert opened.windowTitle() == "CD · A patient's log · december.ryglog"
    flow.open_file(log_file)
    assert shown(flow).strip.initials.text() == ""


def test_one_log_is_open_at_a_time(flow: PatientLogFlow, opened: PatientLogWindow, log_file: Path) -> None:
    flow.open_file(log_file)
    assert shown(flow) is not opened
    QApplication.processEvents()
    assert not isValid(opened) or not opened.isVisible()


def test_a_bad_file_is_refused_in_a_sentence_and_the_open_log_stays(
    window: Window, log_file: Path, tmp_path: Path
) -> None:
    window.open_file(log_file)
    opened = shown(window.logs)
    bad = tmp_path / "bad.ryglog"
    bad.write_bytes(logs.as_bytes(logs.with_field("days.0.back", 12)))
    window.open_file(bad)
    assert "bad.ryglog" in notice(window)
    assert "days[1].back: Found 12; allowed are 0 to 10." in notice(window)
    assert window.logs.window is opened
    assert opened.isVisible()


def test_the_log_is_closed_by_key_and_let_go_of(qtbot: QtBot, window: Window, log_file: Path) -> None:
    window.open_file(log_file)
    with qtbot.waitActive(shown(window.logs)):
        shown(window.logs).activateWindow()
    qtbot.keySequence(shown(window.logs), QKeySequence(QKeySequence.StandardKey.Close))
    assert window.logs.window is None
    window.open_file(log_file)
    window.close()
    assert window.logs.window is None


def test_nothing_is_kept_of_a_log_that_was_open(opened: PatientLogWindow, log_file: Path, desk: Desk) -> None:
    opened.close()
    folder = desk.app.settings.folder()
    names = [path.name for path in folder.rglob("*")]
    assert not [name for name in names if "ryglog" in name or "december" in name]
    assert not [path for path in folder.rglob("*") if path.is_file() and b"december" in path.read_bytes()]
    assert QSettings().allKeys() == []
    assert [path.name for path in log_file.parent.iterdir()] == ["december.ryglog"]


def test_every_control_has_a_name_and_room(opened: PatientLogWindow) -> None:
    for page in (COURSE, DIARY):
        opened.show_page(page)
        assert_accessible(opened)


def test_the_sheet_for_the_appointment_is_seen_and_saved_from_the_log(
    qtbot: QtBot, opened: PatientLogWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(opened.paper, "_ask_for_path", lambda: target)
    opened.course.sheet.click()
    page = opened.paper.page
    assert page is not None
    page.save_clicked.emit()
    qtbot.waitUntil(target.exists, timeout=10_000)
    assert target.read_bytes().startswith(b"%PDF-")
    assert opened.strip.isVisible()
    page.closed.emit()
    assert opened.course.isVisible()


def test_the_next_plan_comes_from_the_one_the_log_was_kept_under(
    window: Window, log_file: Path, qtbot: QtBot
) -> None:
    window.open_file(log_file)
    shown(window.logs).new_plan.click()
    clinician = window.clinician.window
    assert clinician is not None
    assert clinician.editing.draft.base is not None
    assert clinician.editing.draft.base.plan_id == PLAN_ID
    clinician.close()


def test_without_its_plan_a_log_offers_no_next_one(flow: PatientLogFlow, tmp_path: Path) -> None:
    path = tmp_path / "lost.ryglog"
    path.write_bytes(logs.as_bytes(logs.example() | {"plans": []}))
    flow.open_file(path)
    assert shown(flow).new_plan.isHidden()


def test_opened_from_two_windows_there_is_still_one_log(
    flow: PatientLogFlow, desk: Desk, log_file: Path, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    another_flow = PatientLogFlow(desk.app, desk.words, desk.look, other, lambda *_given: None)
    flow.open_file(log_file)
    another_flow.open_file(log_file)
    assert flow.window is None
    assert shown(another_flow).isVisible()
    another_flow.close()


@no_raising_offscreen
def test_a_log_dropped_on_the_physiotherapists_window_is_opened_too(
    qapp: QApplication, tmp_path: Path, log_file: Path
) -> None:
    clinic = ClinicDesk(qapp, tmp_path / "clinic-of-its-own")
    window = clinic.window()
    assert drop(window, log_file)
    assert "december.ryglog" in shown(window.logs).windowTitle()
    window.logs.close()
    clinic.close()
