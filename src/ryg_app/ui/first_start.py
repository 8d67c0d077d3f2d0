"""The first start from beginning to end: read, read, choose a plan."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.template import new_plan
from ryg_app.ui.pages.red_flags import RedFlagsPage
from ryg_app.ui.pages.welcome import (
    GENERAL_TEMPLATE,
    ChooseExercisesPage,
    IntendedUsePage,
    PlanSourcePage,
    Steps,
)
from ryg_app.ui.widgets.buttons import primary
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.page import Page
    from ryg_app.wording.catalogues import Words


class FirstStart(QWidget):
    """Leads through the pages; `plan_made` carries the preview of the plan the patient put together."""

    language_clicked = Signal(str)
    file_clicked = Signal()
    plan_made = Signal(object)
    left = Signal()
    welcomed = Signal()

    def __init__(self, app: App, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._words = words
        self._look = look
        self._steps = Steps()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._steps.page

    @Slot()
    def begin(self) -> None:
        """Show what the program is and is not."""
        page = IntendedUsePage(self._app.library, self._words)
        page.read.connect(self.show_red_flags)
        page.language_clicked.connect(self.language_clicked)
        self._steps.show_page(page)

    @Slot()
    def show_red_flags(self) -> None:
        """Show the warning signs; reading them is all that is asked."""
        page = RedFlagsPage(self._app.library, self._app.settings, self._words)
        self.read = primary(self._words.gettext("I have read it"), large=True)
        self.read.clicked.connect(self._on_read)
        page.header.add(self.read)
        page.setFocusProxy(self.read)
        self._steps.show_page(page)

    @Slot()
    def choose_source(self) -> None:
        """Ask where the plan comes from."""
        page = PlanSourcePage(self._words)
        page.file_clicked.connect(self.file_clicked)
        page.general_clicked.connect(self.choose_exercises)
        page.later_clicked.connect(self.left)
        self._steps.show_page(page)

    @Slot()
    def choose_exercises(self, *, may_leave: bool = False) -> None:
        """Let the patient choose exercises, one card each; `may_leave` makes the way back lead out."""
        page = ChooseExercisesPage(self._app.library, self._words, self._look)
        page.back_clicked.connect(self.left if may_leave else self.choose_source)
        page.chosen.connect(self._on_chosen)
        self._steps.show_page(page)

    @Slot()
    def _on_read(self) -> None:
        try:
            self._app.settings.save(replace(self._app.settings.get(), welcomed=True))
        except RygAppError as error:
            self._show_error(error)
            return
        self.choose_source()
        self.welcomed.emit()

    @Slot(object)
    def _on_chosen(self, entry_ids: list[str]) -> None:
        template = self._app.library.templates[GENERAL_TEMPLATE]
        plan = new_plan(
            template,
            self._words.language,
            template.weeks,
            None,
            str(uuid.uuid4()),
            self._app.library.today(),
            chosen=entry_ids,
        )
        planning = self._app.planning
        try:
            self.plan_made.emit(planning.preview_of(planning.file_for(plan)))
        except RygAppError as error:
            self._show_error(error)

    def _show_error(self, error: RygAppError) -> None:
        close = self._words.gettext("Close")
        self.page.notice.show_message("error", error_sentence(self._words, error), close=close)
