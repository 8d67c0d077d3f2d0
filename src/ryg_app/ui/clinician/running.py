"""*Behandler* as a process of its own, beside the patient's or alone on a clinic's computer."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ryg_app.clinic_bootstrap import clinic_folder, open_clinic
from ryg_app.domain.errors import FolderInUseError, RygAppError
from ryg_app.ui.application import refuse, start_qt
from ryg_app.ui.clinician.dressing import DressedWindow
from ryg_app.ui.crash import on_unexpected, start_log, stop_log
from ryg_app.ui.single_instance import FirstInstance, raise_first

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ryg_app.application.clinic import ClinicApp


def run_clinician(folder: Path, file: Path | None, language: str | None) -> int:
    """Show *Behandler* until it is closed; return the exit code.

    Args:
        folder: The data folder its own folder lies in.
        file: An earlier plan to make the next edition of, or a log to show, if one was named.
        language: ``da`` or ``en`` for this run only.
    """
    qt = start_qt()
    try:
        clinic = open_clinic(folder)
    except FolderInUseError as error:
        return 0 if raise_first(clinic_folder(folder), file) else refuse(error, language)
    except RygAppError as error:
        return refuse(error, language)
    with closing(clinic):
        return _show(qt, clinic, file, language)


def _show(qt: QApplication, clinic: ClinicApp, file: Path | None, language: str | None) -> int:
    folder = clinic.app.settings.folder()
    log = start_log(folder)
    try:
        dressed = DressedWindow(qt, clinic, language)
        on_unexpected(dressed.tell_unexpected)
        first = FirstInstance(folder)
        first.raised.connect(dressed.come_forward)
        if file is not None:
            dressed.window.open_file(file)
        return qt.exec()
    finally:
        stop_log(log)
