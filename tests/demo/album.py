"""Pictures of the window and the report that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class Album:
    """Saves numbered pictures into a folder, and remembers what each shows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lines: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, widget: QWidget, name: str, what: str) -> None:
        """Save a picture of the widget as it is once everything pending has been drawn."""
        settle()
        file = f"{len(self._lines) + 1:02d}-{name}.png"
        if not widget.grab().save(str(self._folder / file)):
            raise OSError(file)
        self._lines.append(f"- [{what}](pictures/{file})")

    def report(self, lines: list[str]) -> str:
        """Return the report as Markdown: what happened, then the pictures."""
        return "\n".join(
            ["# RygApp, run through without a display", "", *lines, "", "## Pictures", "", *self._lines, ""]
        )


def settle() -> None:
    """Let everything pending happen; outside an event loop deletions have to be asked for."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
