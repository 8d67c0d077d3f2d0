"""Files that are dragged onto the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app.ui.patient_log import LOG_SUFFIX
from ryg_app.ui.plan_flow import PLAN_SUFFIX

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent


def is_log(path: Path) -> bool:
    """Tell whether a file is named as a patient's log is."""
    return path.suffix.lower() == LOG_SUFFIX


def file_in(event: QDropEvent) -> Path | None:
    """Return the plan or log file that is dragged over the window, if it is just one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (PLAN_SUFFIX, LOG_SUFFIX) else None
