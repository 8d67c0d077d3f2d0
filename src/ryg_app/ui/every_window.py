"""The windows of the program, whichever part of it has opened them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def every_window() -> list[QWidget]:
    """Return every window there is, also hidden ones, menus and lists that fold out.

    The garbage collector rests meanwhile: begun while Qt's list is being handed over, it may delete a window
    that stands in that list and that nobody holds, which ends the process with a segmentation fault.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        return QApplication.topLevelWidgets()
    finally:
        if was_at_work:
            gc.enable()


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, also one that was hidden or minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
