"""Pictures of the window and the report that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

PIXELS_PER_POINT = 1.4


class Album:
    """Saves numbered pictures into a folder, and remembers what each shows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lines: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, widget: QWidget, name: str, what: str) -> None:
        """Save a picture of the widget as it is once everything pending has been drawn."""
        settle()
        self._keep(widget.grab(), name, what)

    def take_pages(self, pdf: Path) -> None:
        """Save a picture of each page of a sheet."""
        document = QPdfDocument()
        document.load(str(pdf))
        for page in range(document.pageCount()):
            size = (document.pagePointSize(page) * PIXELS_PER_POINT).toSize()
            what = f"{pdf.name}, page {page + 1}"
            picture = QImage(size, QImage.Format.Format_RGB32)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            painter.drawImage(0, 0, document.render(page, size))
            painter.end()
            self._keep(picture, f"{pdf.stem}-{page + 1}", what)

    def _keep(self, picture: QImage | QPixmap, name: str, what: str) -> None:
        file = f"{len(self._lines) + 1:02d}-{name}.png"
        if not picture.save(str(self._folder / file)):
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
