"""Opens a window until it is painted and idle: RygApp's on the data folder named, or an empty one.

Run as a program of its own, for what is imported is half of what it measures.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

USUAL_SIZE = (1200, 800)


def leave_when_painted() -> NoReturn:
    """Stand in for the event loop: end the process when every window has been painted."""
    from PySide6.QtWidgets import QApplication

    while not all(window.windowHandle().isExposed() for window in _windows()):
        QApplication.processEvents()
    for window in _windows():
        window.repaint()
    QApplication.processEvents()
    os.write(sys.stdout.fileno(), b"painted\n")
    os._exit(0)


def _windows() -> list[QWidget]:
    from PySide6.QtWidgets import QApplication

    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def open_empty_window() -> None:
    """Show a window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QWidget

    _running = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*USUAL_SIZE)
    window.show()
    leave_when_painted()


def open_ryg_app(folder: str) -> None:
    """Start as a click on the icon does, up to where the event loop would begin."""
    from ryg_app.main import main

    # Not before: what is below the window is imported without Qt, and faster for it.
    from PySide6.QtWidgets import QApplication  # isort: skip

    QApplication.exec = staticmethod(leave_when_painted)  # type: ignore[method-assign]
    main(["--data-dir", folder])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        open_ryg_app(sys.argv[1])
    else:
        open_empty_window()
