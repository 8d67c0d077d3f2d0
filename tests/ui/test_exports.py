"""Taking the diary out from the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from ryg_app.application.export_period import ExportPeriod, FileKind
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers
from ryg_app.ui.application import make_window
from ryg_app.ui.exports import Exports
from ryg_app.ui.pages.export import ExportPage
from ryg_app.ui.pages.sheet import AppointmentOptions, SheetPage
from ryg_app.ui.stage import Stage
from ryg_app.ui.tasks import Tasks
from ryg_app.wording.catalogues import LANGUAGES, load_words
from tests import builders
from tests.plans import ASSETS
from tests.ui.desk import Desk, texts
from tests.ui.page_world import ROOM_BESIDE_THE_SIDEBAR, cut_off, nameless, new_look, show, too_small
from tests.ui.test_upkeep_of_the_window import NoTicker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.ui.window import Window


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    desk.welcome()
    desk.adopt_example()
    desk.app.today.answer(Answers(back=3, note="=1+1"))
    yield desk
    desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Iterator[Window]:
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.keeping.tasks.wait()


@pytest.fixture
def exports(qtbot: QtBot, desk: Desk) -> Iterator[Exports]:
    """The flow alone: without the rest of the window it is there at once."""
    stage = Stage()
    qtbot.addWidget(stage)
    stage.begin_with(QWidget())
    background = Tasks(stage)
    stage.show()
    yield Exports(desk.app.exporting, desk.words, stage, background)
    background.wait()


@pytest.fixture
def page(exports: Exports) -> ExportPage:
    exports.show_page()
    assert exports.page is not None
    return exports.page


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """As if the patient had written this name into the system's dialog."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(path)])


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """As if the patient pressed that button of the next question; returns what is asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def saved(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.waitUntil(page.buttons[FileKind.TABLES].isEnabled)


def test_every_kind_of_file_is_saved_at_one_press(
    qtbot: QtBot, page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.others.is_open = True
    for kind in FileKind:
        path = tmp_path / f"diary{kind.value}"
        choose(monkeypatch, path)
        qtbot.mouseClick(page.buttons[kind], Qt.MouseButton.LeftButton)
        saved(qtbot, page)
        assert path.stat().st_size > 100
        assert page.notice.text == f"Saved: {path.name}"


def test_the_folder_is_opened_afterwards_on_request(
    qtbot: QtBot, page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    choose(monkeypatch, tmp_path / "diary.csv")
    page.buttons[FileKind.TABLES].click()
    saved(qtbot, page)
    assert "Open the folder" in [button.text() for button in page.notice.findChildren(type(page.back))]
    page.notice.action_pressed.emit()
    assert opened == [str(tmp_path)]


def test_only_the_days_chosen_leave_the_program(
    qtbot: QtBot, desk: Desk, page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "diary.csv")
    page.period.choose(ExportPeriod.FOUR_WEEKS)
    page.buttons[FileKind.TABLES].click()
    saved(qtbot, page)
    assert (tmp_path / "diary.csv").read_text(encoding="utf-8-sig").count("\n") == 28 + 1


def test_the_second_table_is_not_replaced_without_a_question(
    qtbot: QtBot, page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = tmp_path / "diary-exercises.csv"
    second.write_text("mine")
    choose(monkeypatch, tmp_path / "diary.csv")
    asked = answer(monkeypatch, "Cancel")
    page.buttons[FileKind.TABLES].click()
    assert asked == ["The file diary-exercises.csv exists already. Replace it?"]
    assert (second.read_text(), (tmp_path / "diary.csv").exists()) == ("mine", False)
    answer(monkeypatch, "Replace")
    page.buttons[FileKind.TABLES].click()
    saved(qtbot, page)
    assert second.read_text(encoding="utf-8-sig") != "mine"


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.keeping.exports.show_page()
    page = window.keeping.exports.page
    assert page is not None
    window.keeping.exports.save(FileKind.LOG, tmp_path / "nowhere" / "diary.ryglog")
    saved(qtbot, page)
    assert page.notice.text.startswith("Not saved: there is no folder")


def test_a_dialog_that_is_cancelled_saves_nothing(
    page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: False)
    page.buttons[FileKind.TABLES].click()
    assert page.notice.text == ""


def test_since_the_last_appointment_is_proposed_where_there_was_one(desk: Desk, exports: Exports) -> None:
    desk.app.planning.note_appointment(Appointment(builders.at("2026-11-24 10:00")))
    desk.at("2026-11-30 20:00")
    exports.show_page()
    page = exports.page
    assert page is not None
    assert page.period.value is ExportPeriod.SINCE_APPOINTMENT
    assert "24 November 2026 – 30 November 2026, 7 days" in texts(page)


def test_without_an_appointment_everything_is_proposed(page: ExportPage) -> None:
    assert page.period.value is ExportPeriod.EVERYTHING
    assert not page.period.button(ExportPeriod.SINCE_APPOINTMENT).isVisible()


def test_days_that_are_chosen_the_wrong_way_round_are_turned(page: ExportPage) -> None:
    page.period.choose(ExportPeriod.CHOSEN)
    page.first.value, page.last.value = builders.START, builders.START.replace(day=20)
    assert page.span == (builders.START.replace(day=20), builders.START)


def test_the_sheet_is_offered_only_where_somebody_makes_it(exports: Exports) -> None:
    exports.show_page()
    page = exports.page
    assert page is not None
    assert not page.paper.isVisible()
    page.back.click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert exports.page is None
    exports.offers_paper = True
    wanted: list[tuple[object, object]] = []
    exports.paper_wanted.connect(lambda first, last: wanted.append((first, last)))
    exports.show_page()
    again = exports._stage.currentWidget()
    assert isinstance(again, ExportPage)
    again.paper.click()
    assert wanted == [(builders.START, builders.START)]


def test_escape_leads_back(qtbot: QtBot, exports: Exports, page: ExportPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not exports._stage.is_covered


def test_the_way_to_bring_it_safely_stands_beside_the_buttons(page: ExportPage) -> None:
    assert "on paper, on a USB stick, or through the clinic's secure mail" in texts(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_nameless_or_too_small(
    qapp: QApplication, qtbot: QtBot, desk: Desk, language: str, scale: float
) -> None:
    new_look(qapp, text_scale=scale)
    page = ExportPage(desk.app.exporting.days(), load_words(ASSETS, language))
    qtbot.addWidget(page)
    page.offer_paper()
    page.others.is_open = True
    page.period.choose(ExportPeriod.CHOSEN)
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[scale], 640)
    assert cut_off(page) == []
    assert too_small(page) == []
    assert nameless(page) == []


def test_a_year_that_cannot_be_read_is_told_and_no_page_is_shown(
    desk: Desk, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "patient" / "log-2020.json").write_bytes(b"garbage")
    window.keeping.exports.show_page()
    assert window.keeping.exports.page is None
    assert "log-2020.json" in window.shell.page.notice.text


def test_the_report_begins_with_the_days_that_were_chosen(desk: Desk, window: Window) -> None:
    desk.at("2026-12-05 20:00")
    window.keeping.exports.show_page()
    page = window.keeping.exports.page
    assert page is not None
    page.period.choose(ExportPeriod.CHOSEN)
    page.first.value = builders.START.replace(day=25)
    page.paper.click()
    sheet = window.stage.currentWidget()
    assert isinstance(sheet, SheetPage)
    (options,) = sheet.findChildren(AppointmentOptions)
    assert (options.period.first, options.period.last) == page.span
    window.stage.uncover()
    assert window.stage.currentWidget() is page


def test_the_settings_lead_there_too(window: Window) -> None:
    window.shell.go("settings")
    window.shell.settings.export.click()
    assert isinstance(window.stage.currentWidget(), ExportPage)


def test_what_is_taken_out_in_another_language_has_its_words(
    qtbot: QtBot, desk: Desk, window: Window, tmp_path: Path
) -> None:
    desk.app.settings.save(replace(desk.app.settings.get(), language="da"))
    window._on_appearance()
    with qtbot.waitSignal(window.keeping.exports.saved):
        window.keeping.exports.save(FileKind.TABLES, tmp_path / "dagbog.csv")
    assert (tmp_path / "dagbog.csv").read_text(encoding="utf-8-sig").startswith("Dato;")
    assert "dagbog.csv" in window.shell.page.notice.text
