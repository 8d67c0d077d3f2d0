"""From a button to a sheet in the hand: seen first, then saved as PDF or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from ryg_app.domain.diary import diary_day
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.save_dialog import ask_where_to_save
from ryg_app.ui.shell import COURSE, PLAN, TODAY
from ryg_app.ui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import date
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from ryg_app.application.app import App
    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.pages.sheet import SheetPage
    from ryg_app.ui.paper import QtPaper
    from ryg_app.ui.paper.paging import Layout
    from ryg_app.ui.shell import Shell
    from ryg_app.ui.stage import Stage
    from ryg_app.wording.catalogues import Words

    Making = Callable[[], Generator[float, None, Layout]]
    Putting = Callable[[Layout], Generator[float, None, Path | None]]


SUFFIX = ".pdf"


class PaperFlow(QObject):
    """Shows sheets on the stage; `refused` carries what could not be read, written or printed."""

    refused = Signal(object)

    def __init__(self, app: App, words: Words, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent or stage)
        self._app = app
        self._words = words
        self._stage = stage
        self._paper: QtPaper | None = None
        self._layout: Layout | None = None
        self._file_name = ""
        self._put: Putting | None = None
        self.page: SheetPage | None = None
        self._seeing, self._putting = Work(self), Work(self)
        self._seeing.done.connect(self._on_seen)
        self._putting.done.connect(self._on_put)
        for work in (self._seeing, self._putting):
            work.progressed.connect(self._on_progress)
            work.refused.connect(self._on_refused)

    def connect_page(self, key: str, shell: Shell) -> None:
        """Let the buttons for sheets on a page that has just been made lead here."""
        if key == TODAY:
            shell.today.sheet_clicked.connect(self.show_appointment)
        elif key == COURSE:
            shell.course.sheet_clicked.connect(self.show_appointment)
        elif key == PLAN:
            shell.plan.handout_clicked.connect(self.show_handout_in_use)

    # The two sheets ----------------------------------------------------------------------------------

    @Slot()
    def show_appointment(self) -> None:
        """Show the sheet for the appointment, of the days that are proposed."""
        self._show_appointment(None)

    @Slot(object, object)
    def show_appointment_of(self, first: date, last: date) -> None:
        """Show the sheet for the appointment, of days that were chosen already."""
        self._show_appointment((first, last))

    def _show_appointment(self, days: tuple[date, date] | None) -> None:
        from ryg_app.ui.pages.sheet import AppointmentOptions

        _, sheets = self._words.gettext, self._app.appointment
        try:
            options = AppointmentOptions(sheets.choices(), self._words)
        except RygAppError as error:
            self.refused.emit(error)
            return
        if days is not None:
            options.choose(*days)

        def making() -> Generator[float, None, Layout]:
            sheet = yield from sheets.making(options.period, self._words.language)
            return self.paper().appointment_layout(sheet, self._words.language, options.name)

        self._file_name = self._words.pgettext("file name", "appointment-sheet")
        told = _("One page for the appointment, and after it a table day by day.")
        self._show(_("Report for the appointment"), told, options, making)
        options.changed.connect(lambda: self._see(making))

    def show_handout(self, plan_file: PlanFile, logo: bytes | None = None) -> None:
        """Show the exercise sheet of a plan, whether it is in use or not."""
        _, language = self._words.gettext, self._words.language

        def making() -> Generator[float, None, Layout]:
            yield 0.0
            handout = self._app.handouts.of(plan_file, diary_day(self._app.clock.now()), logo)
            return self.paper().handout_layout(handout, language)

        self._file_name = self._words.pgettext("file name", "exercise-sheet")
        told = _("The exercises and their doses, the notes, the rule card and the warning signs.")
        self._show(_("The exercise sheet"), told, None, making)

    @Slot()
    def show_handout_in_use(self) -> None:
        """Show the exercise sheet of the plan in use."""
        adoption = self._app.course.record().adoption_at(self._app.clock.now())
        if adoption is None:
            return
        try:
            self.show_handout(self._app.course.plan_file(*adoption.plan_key))
        except RygAppError as error:
            self.refused.emit(error)

    def paper(self) -> QtPaper:
        """What makes the sheets; it comes with the first of them."""
        if self._paper is None:
            from ryg_app.ui.paper import QtPaper

            self._paper = QtPaper(self._app.assets)
        return self._paper

    # Seeing ------------------------------------------------------------------------------------------

    def _show(self, title: str, told: str, options: QWidget | None, making: Making) -> None:
        from ryg_app.ui.pages.sheet import SheetPage

        self._layout = self._put = None
        self.page = page = SheetPage(title, told, options, self._words)
        page.save_clicked.connect(self._on_save)
        page.print_clicked.connect(self._on_print)
        page.cancel_clicked.connect(self._on_cancel)
        page.open_clicked.connect(self._on_open)
        page.closed.connect(self._on_closed)
        self._stage.cover(page)
        self._see(making)

    def _see(self, making: Making) -> None:
        if self.page is None:
            return
        # What is under way begins again with the sheet as it will be.
        self._putting.cancel()
        self._layout = None
        self.page.saved_card.hide()
        self._seeing.begin(self._seen(making, self.page))

    def _seen(self, making: Making, page: SheetPage) -> Generator[float, None, Layout]:
        layout = yield from making()
        yield from page.pictures.showing(layout, self.paper().ink)
        return layout

    @Slot(object)
    def _on_seen(self, layout: Layout) -> None:
        self._layout = layout
        if self.page is not None:
            self.page.tell_done()
        self._go_on_putting()

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if self.page is not None:
            self.page.tell_progress(share)

    # Saving and printing -----------------------------------------------------------------------------

    @Slot()
    def _on_save(self) -> None:
        path = self._ask_for_path()
        if path is not None:
            self._once_seen(lambda layout: self._saved(layout, path))

    @Slot()
    def _on_print(self) -> None:
        from ryg_app.ui.paper.printer import ask_for_printer

        title = self._words.gettext("Print")
        printer = ask_for_printer(title, self._stage.window())
        if printer is not None:
            self._once_seen(lambda layout: self._printed(layout, printer))

    def _once_seen(self, put: Putting) -> None:
        """Put the sheet somewhere as soon as it is laid out, which it nearly always is by now."""
        self._put = put
        self._go_on_putting()

    def _go_on_putting(self) -> None:
        if self._put is not None and self._layout is not None:
            self._putting.begin(self._put(self._layout))

    def _saved(self, layout: Layout, path: Path) -> Generator[float, None, Path]:
        from ryg_app.ui.paper import PdfPrintout

        printout = PdfPrintout(layout, self.paper().ink)
        yield from printout.steps()
        # Whoever chose the name has agreed to replace what is there.
        return self._app.printing.save(printout, path, replace=True)

    def _printed(self, layout: Layout, printer: QPrinter) -> Generator[float, None, None]:
        from ryg_app.ui.paper.paging import put_on_paper
        from ryg_app.ui.paper.printer import chosen_pages

        printer.setDocName(layout.title)
        yield from put_on_paper(printer, layout, self.paper().ink, chosen_pages(printer))

    @Slot(object)
    def _on_put(self, path: Path | None) -> None:
        self._put = None
        if self.page is None:
            return
        self.page.tell_done()
        if path is not None:
            self.page.tell_saved(path)
            return
        _ = self._words.gettext
        self.page.notice.show_message("success", _("The sheet is sent to the printer."), close=_("Close"))

    def _ask_for_path(self) -> Path | None:
        _ = self._words.gettext
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        day = diary_day(self._app.clock.now())
        name, title = f"{self._file_name}-{day}{SUFFIX}", _("Save the sheet as PDF")
        return ask_where_to_save(
            self._stage.window(), self._words, title, folder=folder, name=name, suffix=SUFFIX
        )

    # Ending ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_open(self, path: Path | None) -> None:
        if path is None or self.page is None or QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return
        _ = self._words.gettext
        said = _("The computer has no program that opens it. It is here: {path}").format(path=path)
        self.page.notice.show_message("info", said, close=_("Close"))

    @Slot(object)
    def _on_refused(self, error: RygAppError) -> None:
        self._put = None
        if self.page is not None:
            self.page.tell_done()
        self.refused.emit(error)

    @Slot()
    def _on_cancel(self) -> None:
        if self._seeing.is_running:
            self._on_closed()
        elif self.page is not None:
            self._putting.cancel()
            self._put = None
            self.page.tell_done()

    @Slot()
    def _on_closed(self) -> None:
        self._seeing.cancel()
        self._putting.cancel()
        self.page = self._layout = self._put = None
        self._stage.uncover()
