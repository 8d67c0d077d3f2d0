"""Opening *Behandler* from the patient's window."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.errors import FolderInUseError, RygAppError
from ryg_app.ui.single_instance import FirstInstance, raise_first

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.application.clinic import ClinicApp
    from ryg_app.domain.plan import PlanFile
    from ryg_app.ui.clinician import ClinicianWindow
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words


class ClinicianFlow(QObject):
    """One window at a time, also beside one that was started by itself; `refused` carries what went wrong."""

    refused = Signal(object)

    def __init__(self, app: App, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self.window: ClinicianWindow | None = None
        self._open = ExitStack()

    def show(self, words: Words, plan_file: PlanFile | None = None) -> None:
        """Open the window in that language, or raise the one that is open.

        Args:
            words: The language.
            plan_file: A plan to make the next edition of.
        """
        if self.window is None:
            self._open_window(words)
        else:
            self.window.come_forward()
        if self.window is not None and plan_file is not None:
            self.window.edit_after(plan_file)

    def close(self) -> bool:
        """Let the window go, with its draft kept; tell whether none is open."""
        return self.window is None or self.window.close()

    def _open_window(self, words: Words) -> None:
        # The patient's window opens without the physiotherapist's.
        from ryg_app.clinic_bootstrap import clinic_folder, open_clinic

        folder = self._app.settings.folder()
        try:
            self._show(open_clinic(folder, clock=self._app.clock, assets=self._app.assets), words)
        except FolderInUseError as error:
            if not raise_first(clinic_folder(folder), None):
                self.refused.emit(error)
        except RygAppError as error:
            self._open.close()
            self.refused.emit(error)

    def _show(self, clinic: ClinicApp, words: Words) -> None:
        from ryg_app.ui.clinician import ClinicianWindow

        self._open.callback(clinic.close)
        window = self.window = ClinicianWindow(clinic, self._look, words)
        first = FirstInstance(clinic.app.settings.folder(), window)
        first.raised.connect(window.come_forward)
        window.closed.connect(self._let_go)
        window.show()

    @Slot()
    def _let_go(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        self._open.close()
