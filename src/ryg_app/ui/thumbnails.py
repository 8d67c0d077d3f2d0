"""Small still pictures of the figure, and small photos, made once each, when they are first seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ryg_app.ui.pictures import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.domain.exercise import Side
    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.ui.theme import Look, Theme


class Thumbnails:
    """Keeps every picture it has painted, for pages that show the same ones again and again."""

    def __init__(self, look: Look, room: QSize) -> None:
        self.room = room
        self._look = look
        self._painted: dict[tuple[FigureMotion, Side | None, Theme, float], QPixmap] = {}
        self._photos: dict[tuple[bytes, float], QPixmap] = {}

    def painter_of(
        self, motion: FigureMotion | None, side: Side | None, photo: bytes = b""
    ) -> Callable[[float], QPixmap] | None:
        """Return what makes the picture for a pixel ratio; `None` with neither a movement nor a photo."""
        if motion is not None:
            return partial(self._pixmap, motion, side)
        return partial(self._photo, photo) if photo else None

    def _photo(self, data: bytes, pixel_ratio: float) -> QPixmap:
        if (data, pixel_ratio) not in self._photos:
            canvas = QPixmap(self.room * pixel_ratio)
            canvas.fill(Qt.GlobalColor.transparent)
            image = picture(data, canvas.size())
            if image is not None:
                spare = canvas.size() - image.size()
                painter = QPainter(canvas)
                painter.drawImage(QPoint(spare.width(), spare.height()) / 2, image)
                painter.end()
            canvas.setDevicePixelRatio(pixel_ratio)
            self._photos[data, pixel_ratio] = canvas
        return self._photos[data, pixel_ratio]

    def _pixmap(self, motion: FigureMotion, side: Side | None, pixel_ratio: float) -> QPixmap:
        # The figure need not be loaded before the words beside it are on the screen.
        from ryg_app.ui.figure import figure_pixmap

        theme = self._look.theme
        key = (motion, side, theme, pixel_ratio)
        if key not in self._painted:
            self._painted[key] = figure_pixmap(motion, side, QSize(self.room), theme, pixel_ratio=pixel_ratio)
        return self._painted[key]
