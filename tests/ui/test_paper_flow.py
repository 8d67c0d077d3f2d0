"""From a button to a sheet in the hand: seen first, then saved or printed, and called off at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from ryg_app.application.appointment_sheet import Since
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers
from ryg_app.ui.application import make_window
from ryg_app.ui.pages.sheet import AppointmentOptions, SheetPage
from ryg_app.ui.work import Work
from tests import pdf
from tests.builders import at
from tests.ui.clinic_desk import answer_with
from tests.ui.desk import Desk, texts
from tests.ui.page_world import cut_off, nameless, too_small

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ryg_app.ui.window import Window


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "data")
    desk.welcome()
    yield desk
    desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Window:
    desk.adopt_example()
    desk.app.today.answer(Answers(back=3, leg=7, note="Første dag."))
    desk.at("2026-12-15 09:00")
    desk.app.planning.note_appointment(Appointment(at("2026-12-17 10:00")))
    window = make_window(qapp, desk.app)
    qtbot.addWidget(window)
    window.show()
    return window


def shown_sheet(window: Window, qtbot: QtBot) -> SheetPage:
    """Return the page once the sheet can be seen on it."""
    page = window.keeping.paper.page
    assert page is not None
    qtbot.waitUntil(lambda: not page.pictures.labels[0].pixmap().isNull())
    qtbot.waitUntil(lambda: not window.keeping.paper._seeing.is_running)
    return page


def options_of(page: SheetPage) -> AppointmentOptions:
    options = page.findChild(AppointmentOptions)
    assert isinstance(options, AppointmentOptions)
    return options


def test_a_button_on_the_course_leads_to_the_sheet_and_escape_back(window: Window, qtbot: QtBot) -> None:
    window.shell.go("course")
    window.shell.course.sheet.click()
    page = shown_sheet(window, qtbot)
    assert window.stage.currentWidget() is page
    assert page.save.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.stage.currentWidget() is window.shell
    assert window.keeping.paper.page is None


def test_a_key_leads_to_it_from_any_page(window: Window, qtbot: QtBot) -> None:
    action = next(action for action in window.actions() if action.shortcut().toString() == "Ctrl+P")
    action.trigger()
    assert window.stage.currentWidget() is shown_sheet(window, qtbot)


def test_it_is_offered_in_the_days_before_the_appointment_and_not_before(window: Window, desk: Desk) -> None:
    today = window.shell.today
    assert not today.sheet_offer.isHidden()
    assert "Thursday, 17 December" in texts(today.sheet_offer)
    desk.at("2026-12-17 08:00")
    today.refresh()
    assert "today" in texts(today.sheet_offer)
    desk.at("2026-12-13 09:00")
    today.refresh()
    assert today.sheet_offer.isHidden()
    desk.at("2026-12-17 11:00")
    today.refresh()
    assert today.sheet_offer.isHidden(), "the appointment has been"


@pdf.needs_poppler
def test_it_is_saved_and_its_place_is_told(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def remember(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    out = tmp_path / "report.pdf"
    answer_with(monkeypatch, out)
    window.shell.today.sheet_offer.see.click()
    page = shown_sheet(window, qtbot)
    page.save.click()
    qtbot.waitUntil(page.saved_card.isVisible)
    assert "report.pdf" in texts(page.saved_card)
    assert "For the appointment on 17 December 2026" in pdf.text_of(out)
    page.open_folder.click()
    page.open_sheet.click()
    assert opened == [str(tmp_path), str(out)]


@pdf.needs_poppler
def test_the_name_is_on_this_sheet_and_nowhere_else(
    window: Window, qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "report.pdf"
    answer_with(monkeypatch, out)
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)
    options = options_of(page)
    QTest.keyClicks(options.name_field, "Karen")
    with qtbot.waitSignal(options.changed):
        pass
    page.save.click()
    qtbot.waitUntil(page.saved_card.isVisible)
    assert "Karen" in pdf.text_of(out)
    kept = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    assert b"Karen" not in kept


def test_saved_before_it_is_seen_it_waits_for_the_sheet(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "report.pdf"
    answer_with(monkeypatch, out)
    window.keeping.paper.show_appointment()
    page = window.keeping.paper.page
    assert page is not None
    page.save.click()
    qtbot.waitUntil(page.saved_card.isVisible)
    assert out.read_bytes().startswith(b"%PDF-")


@pdf.needs_poppler
def test_what_is_changed_while_it_is_being_saved_is_on_the_sheet_that_is_saved(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, flow = tmp_path / "report.pdf", window.keeping.paper
    answer_with(monkeypatch, out)
    flow.show_appointment()
    page = shown_sheet(window, qtbot)
    page.save.click()
    assert flow._putting.is_running
    options = options_of(page)
    options.days.choose(Since.CHOSEN)
    options.first.value = at("2026-12-01 00:00").date()
    assert not out.exists()
    qtbot.waitUntil(page.saved_card.isVisible)
    assert "Period: 1 Dec – 15 Dec 2026" in pdf.text_of(out)
    page.back.click()
    flow.show_appointment()
    shown_sheet(window, qtbot)
    assert not flow._putting.is_running, "another sheet is not saved by itself"


def test_other_days_can_be_chosen(window: Window, qtbot: QtBot) -> None:
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)
    options = options_of(page)
    assert options.period.since is Since.COURSE_START
    options.days.choose(Since.CHOSEN)
    options.first.value = at("2026-12-01 00:00").date()
    options.last.value = at("2026-11-25 00:00").date()
    assert options.period.first == options.period.last == at("2026-12-01 00:00").date()
    shown_sheet(window, qtbot)
    assert options.first.isVisible()


def test_what_cannot_be_written_is_told_on_the_page_and_leaves_no_file(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, tmp_path / "nowhere" / "report.pdf")
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)
    page.save.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert "report.pdf" in page.notice.text
    assert page.saved_card.isHidden()


def test_called_off_in_the_dialog_nothing_is_saved(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, None)
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)
    page.save.click()
    assert page.saved_card.isHidden()
    assert not window.keeping.paper._putting.is_running


def test_it_is_printed(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def to_a_file(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", to_a_file)
    window.keeping.paper.show_handout_in_use()
    page = shown_sheet(window, qtbot)
    page.print.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine", "QPdfWriter")
def test_a_printer_that_does_not_take_it_is_told(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "not there" / "printed.pdf"))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", nowhere)
    window.keeping.paper.show_handout_in_use()
    page = shown_sheet(window, qtbot)
    page.print.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text.startswith("The sheet was not printed")


def test_a_sheet_takes_the_place_of_another_only_when_somebody_says_so(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What follows a dot is no ending of ours, so the name that counts is the one with the ending.
    there, written = tmp_path / "week 1.5.pdf", tmp_path / "week 1.5"
    there.write_bytes(b"another")
    answer_with(monkeypatch, written)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.defaultButton().click())
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)
    page.save.click()
    assert not window.keeping.paper._putting.is_running
    assert there.read_bytes() == b"another"
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: next(b for b in box.buttons() if b.text() == "Replace").click()
    )
    page.save.click()
    qtbot.waitUntil(page.saved_card.isVisible)
    assert there.read_bytes().startswith(b"%PDF-")
    assert not written.exists()


def test_the_plan_page_offers_its_sheet(window: Window, qtbot: QtBot) -> None:
    window.shell.go("plan")
    window.shell.plan.handout.click()
    page = shown_sheet(window, qtbot)
    assert "Exercises" in page.pictures.labels[0].accessibleName()


def test_another_language_leaves_no_sheet_behind(window: Window, qtbot: QtBot, desk: Desk) -> None:
    window.keeping.paper.show_appointment()
    shown_sheet(window, qtbot)
    desk.app.settings.save(replace(desk.app.settings.get(), language="da"))
    window._build()
    window.shell.course.sheet.click()
    page = shown_sheet(window, qtbot)
    assert page.save.text() == "Gem som PDF …"


@pytest.mark.parametrize("size", [(1200, 800), (1024, 640)])
def test_everything_on_it_has_a_name_and_its_room(
    window: Window, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)
    page.tell_saved(tmp_path / "report.pdf")
    qtbot.wait(1)
    assert nameless(page) == []
    assert too_small(page) == []
    assert cut_off(page) == []
    assert all(label.accessibleName() for label in page.pictures.labels if not label.isHidden())


def test_work_that_is_called_off_tells_nothing(qtbot: QtBot) -> None:
    work, let_go = Work(), []

    def pieces() -> Generator[float, None, object]:
        try:
            while True:
                yield 0.5
        finally:
            let_go.append("let go")

    told: list[object] = []
    work.done.connect(told.append)
    with qtbot.waitSignal(work.progressed):
        work.begin(pieces())
    work.cancel()
    assert (told, let_go, work.is_running) == ([], ["let go"], False)


def test_work_that_breaks_is_told_to_whoever_hears_of_crashes_and_never_called_done(qtbot: QtBot) -> None:
    work, told = Work(), list[object]()

    def pieces() -> Generator[float, None, object]:
        yield 0.5
        message = "nobody foresaw it"
        raise ValueError(message)

    work.done.connect(told.append)
    with qtbot.captureExceptions() as crashes:
        work.begin(pieces())
        qtbot.waitUntil(lambda: bool(crashes))
        qtbot.wait(1)
    assert (len(crashes), told, work.is_running) == (1, [], False)


def test_the_window_goes_on_while_a_long_sheet_is_made_and_it_can_be_called_off(
    window: Window, qtbot: QtBot
) -> None:
    window.keeping.paper.show_appointment()
    page = shown_sheet(window, qtbot)

    def endless() -> Generator[float, None, object]:
        while True:
            yield 0.5

    window.keeping.paper._putting.begin(endless())
    qtbot.waitUntil(page.progress.isVisible)
    assert page.progress.value() == 50
    cancel = next(b for b in page.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.click()
    assert not page.progress.isVisible()
    assert not window.keeping.paper._putting.is_running
