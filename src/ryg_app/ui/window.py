"""The window: knows which page leads to which, so that the pages need not know each other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.calendar_flow import CalendarFlow
from ryg_app.ui.clinician_flow import ClinicianFlow
from ryg_app.ui.dropped import file_in, is_log
from ryg_app.ui.erasing import wants_to_erase
from ryg_app.ui.every_window import bring_to_front
from ryg_app.ui.keeping import Keeping
from ryg_app.ui.menus import Entry, Menu, fill_menus
from ryg_app.ui.patient_log import PatientLogFlow
from ryg_app.ui.plan_flow import PlanFlow
from ryg_app.ui.qt_words import QtWords
from ryg_app.ui.reminders.duty import Duty
from ryg_app.ui.session_flow import SessionFlow
from ryg_app.ui.shell import EXERCISES, PLAN, RED_FLAGS, SETTINGS, TODAY, Shell
from ryg_app.ui.stage import Stage
from ryg_app.ui.telling import Telling
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.warning import cover_with_red_flags
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.catalogues import load_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ryg_app.application.app import App
    from ryg_app.ui.theme import Look

USUAL_SIZE = (1200, 800)
SMALLEST_SIZE = (640, 480)


class Window(QMainWindow):
    """Builds its pages anew when the language or the look changes; `gone` comes when it has been closed."""

    gone = Signal()

    def __init__(
        self,
        app: App,
        look: Look,
        language: str | None = None,
        make_ticker: Callable[[], Ticker] = Ticker,
    ) -> None:
        super().__init__()
        self._app = app
        self._look = look
        self._language = language
        self._make_ticker = make_ticker
        self._qt_words = QtWords(self)
        self.clinician = ClinicianFlow(app, look, self)  # another language must not close it
        self._erased = False
        self._told_recovered: frozenset[str] = frozenset()
        self.stage = Stage()
        self.stage.uncovered.connect(self._on_stage_changed)
        self.stage.covered.connect(self._on_stage_changed)
        self.duty = Duty(app, self)
        self.keeping = Keeping(app, self)
        self.setCentralWidget(self.duty.above(self.stage))
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(QSize(*USUAL_SIZE).boundedTo(self.screen().availableSize()))
        self.setWindowTitle("RygApp")
        self._build()
        self._end_left_over()

    def _build(self, page: str = TODAY) -> None:
        app, preferences = self._app, self._app.settings.get()
        self._words = load_words(app.assets, self._language or preferences.language)
        self._qt_words.use(self._words.language)
        self.duty.speak(self._words)
        # The window is older than the choice of language, and what is put into it takes after it.
        self.setLocale(QLocale())
        self._look.choose(preferences.color_scheme.value, preferences.text_percent / 100)
        self.shell = Shell(app, self._words, self._look)
        self.stage.begin_with(self.shell)
        self.telling = Telling(self._words, self._page_in_view, self.shell)
        self.plans = PlanFlow(app, self._words, self._look, self.stage)
        self.sessions = SessionFlow(app, self._words, self._look, self.stage, self._make_ticker)
        self.logs = PatientLogFlow(app, self._words, self._look, self.shell, self.clinician.show)
        self.calendar = CalendarFlow(app, self._words, self.shell)
        self._connect_flows()
        self._fill_menus()
        self.shell.page_made.connect(self._connect_page)
        self.shell.page_shown.connect(self._on_page_shown)
        self.shell.changed.connect(self.duty.look)
        self.shell.go(page)
        self.keeping.begin(self._words, self.stage, self.telling)
        if not preferences.welcomed:
            self.plans.begin_first_start()

    def _connect_flows(self) -> None:
        for flow in (self.plans, self.sessions, self.logs, self.calendar, self.clinician):
            flow.refused.connect(self.telling.refused)
        self.plans.adopted.connect(self._on_adopted)
        self.plans.postponed.connect(self.telling.postponed)
        self.plans.language_clicked.connect(self._on_language)
        self.sessions.red_flags_clicked.connect(self.show_red_flags)
        self.sessions.given_up.connect(self.shell.refresh)
        self.calendar.saved.connect(self.telling.calendar_saved)

    @Slot(str)
    def _connect_page(self, key: str) -> None:
        """Let a page that has just been made lead on to where its buttons say."""
        shell, plans, sessions = self.shell, self.plans, self.sessions
        if key == TODAY:
            shell.today.start_clicked.connect(sessions.start)
            shell.today.take_up_clicked.connect(sessions.take_up)
            shell.today.give_up_clicked.connect(sessions.give_up)
            shell.today.open_plan_clicked.connect(plans.ask_for_file)
            shell.today.general_plan_clicked.connect(plans.choose_exercises)
            shell.today.red_flags_clicked.connect(self.show_red_flags)
        elif key == EXERCISES:
            shell.exercises.try_clicked.connect(sessions.try_once)
        elif key == PLAN:
            shell.plan.open_plan_clicked.connect(plans.ask_for_file)
            shell.plan.choose_exercises_clicked.connect(plans.choose_exercises)
            shell.plan.calendar_clicked.connect(self.calendar.ask)
        elif key == SETTINGS:
            shell.settings.appearance_changed.connect(self._on_appearance)
            shell.settings.erase_clicked.connect(self._on_erase)
            self.keeping.lead_from(shell.settings)
            shell.settings.try_reminder_clicked.connect(self.duty.flow.try_one)

    def _fill_menus(self) -> None:
        _ = self._words.gettext
        files = (
            Entry(_("Open a plan file …"), self.plans.ask_for_file, "Ctrl+O"),
            *self.keeping.entries(self._words),
            Entry(_("Close RygApp"), self.quit, "Ctrl+Q"),
        )
        clinician = (
            Entry(_("Make a plan …"), partial(self.clinician.show, self._words)),
            Entry(_("Open a patient's log …"), self.logs.ask_for_file),
        )
        helps = (Entry(_("Warning signs"), self.show_red_flags, "F1"),)
        fill_menus(self, (Menu(_("File"), files), Menu(_("Clinician"), clinician), Menu(_("Help"), helps)))

    # What is told ------------------------------------------------------------------------------------

    def _page_in_view(self) -> Page:
        from ryg_app.ui.first_start import FirstStart

        front = self.stage.currentWidget()
        if isinstance(front, FirstStart):
            front = front.page
        return front if isinstance(front, Page) else self.shell.page

    def tell_unexpected(self) -> None:
        """Say that something nobody foresaw went wrong; whoever tells changes with the language."""
        self.telling.unexpected()

    @Slot()
    def _on_page_shown(self) -> None:
        # Files are read when they are first needed, so one that was damaged may show itself late.
        names = frozenset(self._app.recovered()) - self._told_recovered
        self._told_recovered |= names
        if names:
            self.telling.recovered(names)

    def _end_left_over(self) -> None:
        try:
            if self._app.sessions.end_left_over() is not None:
                self.shell.refresh()
        except RygAppError as error:
            self.telling.refused(error)

    # Where one is ------------------------------------------------------------------------------------

    @Slot()
    def show_red_flags(self) -> None:
        """Show the warning signs, from wherever one is; a session under way pauses."""
        if self.stage.is_covered:
            cover_with_red_flags(self._app, self._words, self.stage, self.sessions)
        else:
            self.shell.go(RED_FLAGS)

    @Slot()
    def _on_stage_changed(self) -> None:
        in_session = self.sessions.page is not None
        self.menuBar().setVisible(not in_session)
        # The session page has mixed its colours when it was made.
        self._look.hold(on=in_session)
        if not self.stage.is_covered:
            kept = self.focusWidget()
            self.shell.refresh()
            if self.focusWidget() is not kept or not self.shell.page.isAncestorOf(kept):
                self.shell.page.take_focus()
            self.plans.show_waiting()

    @Slot()
    def _on_adopted(self) -> None:
        self.stage.uncover_all()
        self.shell.go(TODAY)
        self.calendar.offer(self.shell.today.notice)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        try:
            self._app.settings.save(replace(self._app.settings.get(), language=language))
        except RygAppError as error:
            self.telling.refused(error)
            return
        self._language, waiting = None, self.plans.take_waiting()
        self._build()
        if waiting is not None:
            self.plans.show_preview(waiting)

    @Slot()
    def _on_appearance(self) -> None:
        self._language = None
        control = self.shell.settings.focused()
        self._build(SETTINGS)
        self.shell.settings.focus_on(control)

    @Slot(str)
    def come_forward(self, file: str = "") -> None:
        """Raise the window, and show the file another start brought along."""
        bring_to_front(self)
        if file:
            self.open_file(Path(file))

    def open_file(self, path: Path) -> None:
        """Show what is in a plan file, or a patient's log in a window of its own."""
        if is_log(path):
            self.logs.open_file(path)
        else:
            self.plans.open_file(path)

    # The window itself -------------------------------------------------------------------------------

    @Slot()
    def _on_erase(self) -> None:
        if wants_to_erase(self._words, self):
            self.erase()

    def erase(self) -> None:
        """Delete everything the program keeps, and close."""
        self.keeping.rest()
        if not self.clinician.close():
            return
        try:
            self._app.settings.erase()
        except RygAppError as error:
            self.telling.refused(error)
            return
        self.end_unsaved()

    def end_unsaved(self) -> None:
        """Close without saving: what is typed belongs to what is no longer there."""
        self._erased = True
        self.close()

    @Slot()
    def quit(self) -> None:
        """End the program, also when it is in the tray; what cannot be saved brings the window back."""
        self.duty.background.leave()
        if not self.close():
            self.come_forward()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._erased or self.duty.background.closes(self._put_in_order))
        if event.isAccepted():
            self.logs.close()
            self.duty.end()
            self.gone.emit()

    def _put_in_order(self) -> bool:
        if not self.sessions.leave():
            return False
        held_back = self.shell.held_back_by()
        if held_back:
            self.stage.uncover_all()
            self.shell.go(held_back)
        return not held_back

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = file_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)
