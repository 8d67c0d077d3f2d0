"""*Lav mappe til patient*: asks where to, and makes the folder or zip file while the window lives on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ryg_app.application.handing_out import PLAN_NAME
from ryg_app.ui.stepwise import Stepwise
from ryg_app.wording.start_guide import start_guide

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.handing_out import HandingOut
    from ryg_app.domain.plan import PlanFile
    from ryg_app.wording.catalogues import Words

ZIP_SUFFIX = ".zip"


class PatientFolderFlow(QObject):
    """`made` carries where it is, and whether the program is in it; `refused` what went wrong."""

    made = Signal(object, bool)
    refused = Signal(object)

    def __init__(
        self,
        handing_out: HandingOut,
        finished_plan: Callable[[], PlanFile | None],
        words: Words,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._handing_out = handing_out
        self._finished_plan = finished_plan
        self._words = words
        self._window = window
        self._target = Path()
        self.work = Stepwise(words, window)
        self.work.done.connect(self._on_done)
        self.work.refused.connect(self.refused)

    @Slot()
    def ask(self) -> None:
        """Ask where to, and make it; an unfinished plan is pointed out instead."""
        plan_file = self._finished_plan()
        if plan_file is None or self.work.is_busy:
            return
        _ = self._words.gettext
        folder, packed = _("Folder, for a USB stick (*)"), _("Zip file, for secure mail (*.zip)")
        proposal = self._words.pgettext("folder name", "RygApp for you")
        title = _("Make a folder for the patient")
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, proposal, f"{folder};;{packed}")
        if chosen:
            target = Path(chosen)
            wants_zip = kind == packed and target.suffix.lower() != ZIP_SUFFIX
            self.make(plan_file, target.with_name(f"{target.name}{ZIP_SUFFIX}") if wants_zip else target)

    def make(self, plan_file: PlanFile, target: Path) -> None:
        """Make the folder, or the zip file if the name ends so."""
        programs = self._handing_out.programs()
        names = tuple(program.name for program in programs)
        guide = start_guide(self._words, plan_file.plan.clinic, names, PLAN_NAME)
        self._target = target
        steps = self._handing_out.steps(plan_file, guide, target, programs)
        self.work.begin(steps, self._words.gettext("Making the folder …"))

    @Slot()
    def _on_done(self) -> None:
        self.made.emit(self._target, bool(self._handing_out.programs()))
