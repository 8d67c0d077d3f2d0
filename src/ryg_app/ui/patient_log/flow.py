"""From a log file to the window that shows it; one at a time, and nowhere is it noted that it was open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ryg_app.bootstrap import open_log
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.every_window import every_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.app import App
    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.patient_log.window import PatientLogWindow
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

LOG_SUFFIX = ".ryglog"


class PatientLogFlow(QObject):
    """`refused` carries what went wrong."""

    refused = Signal(object)

    def __init__(
        self,
        app: App,
        words: Words,
        look: Look,
        parent: QWidget,
        begin_after: Callable[[Words, PlanFile], None],
    ) -> None:
        """``begin_after`` begins the plan that comes after the one a log was kept under."""
        super().__init__(parent)
        self._begin_after = begin_after
        self._app = app
        self._words = words
        self._look = look
        self._parent = parent
        self._window: PatientLogWindow | None = None
        self._opened: App | None = None

    @property
    def window(self) -> PatientLogWindow | None:
        """The window that is open, or ``None``."""
        return self._window

    @Slot()
    def ask_for_file(self) -> None:
        """Ask for a log file and show it."""
        _ = self._words.gettext
        kinds = _("Patients' logs") + f" (*{LOG_SUFFIX})"
        # The system's own dialog would note the file among those that were opened lately.
        own = QFileDialog.Option.DontUseNativeDialog
        title = _("Open a patient's log")
        chosen, _kind = QFileDialog.getOpenFileName(self._parent, title, "", kinds, "", own)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Show a log in place of the one that is open; a bad file is refused in sentences."""
        from ryg_app.ui.patient_log.window import PatientLogWindow

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            opened = open_log(path, clock=self._app.clock, assets=self._app.assets)
        except RygAppError as error:
            self.refused.emit(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        # Also one that was opened from the other window: nobody shall take one patient for another.
        for other in every_window():
            if isinstance(other, PatientLogWindow):
                other.close()
        if opened.log is not None:
            self._opened = opened
            self._window = PatientLogWindow(opened, opened.log, self._words, self._look)
            self._window.closed.connect(self._let_go)
            self._window.new_plan_wanted.connect(self._on_new_plan)
            self._window.show()
            self._window.activateWindow()

    @Slot()
    def close(self) -> None:
        """Close the window, if one is open."""
        if self._window is not None:
            self._window.close()

    @Slot(object)
    def _on_new_plan(self, plan_file: PlanFile) -> None:
        self._begin_after(self._words, plan_file)

    @Slot()
    def _let_go(self) -> None:
        self._window = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None
