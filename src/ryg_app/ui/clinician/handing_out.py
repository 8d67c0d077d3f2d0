"""*Lav mappe til patient*: asks where to, and makes the folder or zip file while the window lives on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from ryg_app.application.handing_out import PLAN_NAME
from ryg_app.ui.work import Work
from ryg_app.wording.start_guide import start_guide

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.handing_out import HandingOut
    from ryg_app.domain.errors import RygAppError
    from ryg_app.domain.plan import PlanFile
    from ryg_app.wording.catalogues import Words

ZIP_SUFFIX = ".zip"
_WHOLE, _SHOWN_AFTER_MS = 1000, 500


class PatientFolderFlow(QObject):
    """`made` carries the plan, where it is, and whether the program is with it; `refused` what went wrong."""

    made = Signal(object, object, bool)
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
        self._plan_file: PlanFile | None = None
        self._target = Path()
        self._progress: QProgressDialog | None = None
        self.work = Work(self)
        self.work.progressed.connect(self._on_progress)
        self.work.done.connect(self._on_done)
        self.work.refused.connect(self._on_refused)

    @Slot()
    def ask(self) -> None:
        """Ask where to, and make it; an unfinished plan is pointed out instead."""
        plan_file = self._finished_plan()
        if plan_file is None or self.work.is_running:
            return
        _ = self._words.gettext
        folder, packed = _("Folder, for a USB stick (*)"), _("Zip file, for secure mail (*.zip)")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposal = str(Path(documents) / self._words.pgettext("folder name", "RygApp for you"))
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
        self._plan_file, self._target = plan_file, target
        steps = self._handing_out.steps(plan_file, guide, target, programs)
        self._show_progress()
        self.work.begin(steps)

    @Slot()
    def stop(self) -> None:
        """Give it up; nothing is left of it."""
        self.work.cancel()
        self._hide_progress()

    def _show_progress(self) -> None:
        _ = self._words.gettext
        self._progress = dialog = QProgressDialog(
            _("Making the folder …"), _("Stop"), 0, _WHOLE, self._window
        )
        dialog.setWindowTitle(_("Make a folder for the patient"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        dialog.canceled.connect(self.stop)

    def _hide_progress(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect(self.stop)
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if self._progress is not None:
            self._progress.setValue(round(share * _WHOLE))

    @Slot()
    def _on_done(self) -> None:
        self._hide_progress()
        self.made.emit(self._plan_file, self._target, bool(self._handing_out.programs()))

    @Slot(object)
    def _on_refused(self, error: RygAppError) -> None:
        self._hide_progress()
        self.refused.emit(error)
