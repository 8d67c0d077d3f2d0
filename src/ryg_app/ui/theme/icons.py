"""The bundled line icons, drawn in the colour and size asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path


class Icons:
    """Reads `<folder>/<name>.svg`; an icon that is missing is empty, so that its control still works."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def icon(
        self, name: str, color: QColor, size: int, *, chosen: QColor | None = None, gap: int = 0
    ) -> QIcon:
        """Draw `name` `size` px square with `gap` px of air after it; `chosen` is its colour when checked."""
        icon = QIcon()
        icon.addPixmap(self.pixmap(name, color, size, gap=gap))
        if chosen is not None and chosen != color:
            icon.addPixmap(self.pixmap(name, chosen, size, gap=gap), QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def pixmap(self, name: str, color: QColor, size: int, *, gap: int = 0) -> QPixmap:
        """The drawing at the resolution of the finest screen."""
        ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
        pixmap = QPixmap(QSize(size + gap, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        drawing = self._drawing(name, color)
        if drawing is not None:
            painter = QPainter(pixmap)
            drawing.render(painter, QRectF(0, 0, size, size))
            painter.end()
        return pixmap

    def _drawing(self, name: str, color: QColor) -> QSvgRenderer | None:
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            return None
        # QtSvg knows no currentColor from outside and paints it black.
        svg = file.read_text(encoding="utf-8").replace("currentColor", color.name())
        return QSvgRenderer(QByteArray(svg.encode()))
