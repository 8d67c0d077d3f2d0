"""Where the plan file goes: asks for a name, and before it writes over another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from ryg_app.domain.errors import FileExistsAlreadyError, RygAppError
from ryg_app.ui.plan_flow import PLAN_SUFFIX
from ryg_app.ui.save_dialog import ask_for_name, wants_to_replace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words


class PlanSaving(QObject):
    """`saved` carries the file's path once it is durable, `refused` what went wrong.

    `unfinished` tells that the draft is not a plan yet.
    """

    saved = Signal(object)
    refused = Signal(object)
    unfinished = Signal()

    def __init__(self, editing: Editing, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._words = words
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    @Slot()
    def ask(self) -> None:
        """Ask where to, and save the plan there; first of all it has to be finished."""
        if self._editing.plans.problems(self._editing.draft):
            self.unfinished.emit()
            return
        path = self._asked()
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save the plan; a file of that name is only replaced when the person says so."""
        plans, draft = self._editing.plans, self._editing.draft
        try:
            try:
                after = plans.save(draft, path)
            except FileExistsAlreadyError:
                if not self._wants_to_replace(path):
                    return
                after = plans.save(draft, path, replace_file=True)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self._folder = str(path.parent)
        self._editing.saved(after)
        self.saved.emit(path)

    def given_away(self, plan_file: PlanFile) -> None:
        """Go on as after saving, where the plan has left the clinic in another way."""
        after = self._editing.plans.given_away(self._editing.draft, plan_file)
        self._editing.saved(after)

    def _asked(self) -> Path | None:
        title, name = self._words.gettext("Save plan file"), self._proposal()
        return ask_for_name(self._window, title, folder=self._folder, name=name, suffix=PLAN_SUFFIX)

    def _proposal(self) -> str:
        """A name that says nothing of the patient."""
        plan = self._editing.plans.plan_of(self._editing.draft)
        name = self._words.pgettext("file name", "exercise plan {date}").format(date=plan.issued.isoformat())
        return name + PLAN_SUFFIX

    def _wants_to_replace(self, path: Path) -> bool:
        _ = self._words.gettext
        said = _("There is a file called {name} already. It may be another patient's plan.")
        told = said.format(name=path.name)
        return wants_to_replace(self._window, _("Save plan file"), told, _("Replace it"))
