"""One patient's log: the same *Forløb* and *Dagbog* as the patient has, and nothing that can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.plain_text import clean
from ryg_app.ui.pages.course import CoursePage
from ryg_app.ui.pages.diary.reading import DiaryReadingPage
from ryg_app.ui.paper_flow import PaperFlow
from ryg_app.ui.patient_log.strip import LogStrip
from ryg_app.ui.stage import Stage
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.nav import SideNav
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ryg_app.application.app import App, OpenedLog
    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.page import Page
    from ryg_app.wording.catalogues import Words

COURSE, DIARY = "course", "diary"
USUAL_SIZE = (1160, 780)
SMALLEST_SIZE = (640, 480)


class PatientLogWindow(QWidget):
    """`closed` comes when it has been closed; `new_plan_wanted` carries the plan the log was kept under."""

    closed = Signal()
    new_plan_wanted = Signal(object)

    def __init__(self, app: App, log: OpenedLog, words: Words, look: Look) -> None:
        super().__init__()
        self._app = app
        self._words = words
        self._log = log
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.strip = LogStrip(log, words)
        self.strip.initials_changed.connect(self._name)
        self.nav = SideNav(look.icons, "RygApp")
        self.course, self.diary = (
            CoursePage(app.progress, words, look),
            DiaryReadingPage(app.diary, words, look),
        )
        self._pages: dict[str, Page] = {COURSE: self.course, DIARY: self.diary}
        self._stack, self.stage = QStackedWidget(), Stage()
        self.paper = PaperFlow(app, words, self.stage, self)
        self._lay_out()
        self._offer_what_comes_next()
        closing = QShortcut(self)
        closing.setKeys(QKeySequence.StandardKey.Close)
        closing.activated.connect(self.close)
        self._name("")
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(QSize(*USUAL_SIZE).boundedTo(self.screen().availableSize()))
        self.show_page(COURSE)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show the course or the diary."""
        self._stack.setCurrentWidget(self._pages[key])
        self.nav.set_current(key)
        self._pages[key].show_from_the_top()
        self._pages[key].take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

    def _lay_out(self) -> None:
        _ = self._words.gettext
        self.nav.add_item(COURSE, _("Course"), COURSE)
        self.nav.add_item(DIARY, _("Diary"), DIARY)
        self.nav.chosen.connect(self.show_page)
        for page in self._pages.values():
            self._stack.addWidget(page)
        pages = QWidget()
        row = QHBoxLayout(pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._stack, 1)
        self.stage.begin_with(pages)
        top = QVBoxLayout()
        top.setContentsMargins(14, 14, 14, 14)
        top.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stage, 1)

    def _offer_what_comes_next(self) -> None:
        self.new_plan = secondary(self._words.gettext("New plan from this one …"))
        self.new_plan.setVisible(self._plan_file() is not None)
        self.new_plan.clicked.connect(self._on_new_plan)
        self.course.header.add(self.new_plan)
        self.course.sheet_clicked.connect(self.paper.show_appointment)
        self.paper.refused.connect(self._tell_refused)

    def _plan_file(self) -> PlanFile | None:
        """Return the last plan the log was kept under, or ``None`` when it is not in the file."""
        adoptions = self._app.course.record().adoptions
        try:
            return self._app.course.plan_file(*adoptions[-1].plan_key) if adoptions else None
        except RygAppError:
            return None

    @Slot()
    def _on_new_plan(self) -> None:
        plan_file = self._plan_file()
        if plan_file is not None:
            self.new_plan_wanted.emit(plan_file)

    @Slot(object)
    def _tell_refused(self, error: RygAppError) -> None:
        told, front = error_sentence(self._words, error), self.paper.page or self.course
        front.notice.show_message("error", told, close=self._words.gettext("Close"))

    @Slot(str)
    def _name(self, initials: str) -> None:
        title = self._words.gettext("A patient's log")
        self.setWindowTitle(
            " · ".join(part for part in (initials, title, clean(self._log.file_name)) if part)
        )
