"""Beginning: a new plan, or the next edition of an earlier one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.plan_flow import PLAN_SUFFIX

if TYPE_CHECKING:
    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words


class PlanOpening(QObject):
    """`begun` comes when another draft is worked on, `refused` carries what went wrong."""

    begun = Signal()
    refused = Signal(object)

    def __init__(self, editing: Editing, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._words = words
        self._window = window

    @Slot()
    def begin_new(self) -> None:
        """Begin a plan in which nothing is chosen yet."""
        try:
            draft = self._editing.plans.blank(self._words.language)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self._editing.begin(draft)
        self.begun.emit()

    @Slot()
    def ask(self) -> None:
        """Ask for an earlier plan, and begin the edition after it."""
        _ = self._words.gettext
        kinds = _("Plan files") + f" (*{PLAN_SUFFIX})"
        chosen, _kind = QFileDialog.getOpenFileName(self._window, _("Open an earlier plan"), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Begin the edition after the plan in a file; a bad one is refused in sentences."""
        try:
            draft = self._editing.plans.next_edition(path)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self._editing.begin(draft)
        self.begun.emit()

    def begin_after(self, plan_file: PlanFile) -> None:
        """Begin the edition that comes after a plan, such as the one a patient's log was made under."""
        self._editing.begin(self._editing.plans.edition_after(plan_file))
        self.begun.emit()
