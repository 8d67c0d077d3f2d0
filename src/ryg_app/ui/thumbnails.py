"""Small still pictures of the figure, painted once each, when they are first seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from ryg_app.domain.exercise import Side
    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.ui.theme import Look, Theme


class Thumbnails:
    """Keeps every picture it has painted, for pages that show the same ones again and again."""

    def __init__(self, look: Look, room: QSize) -> None:
        self.room = room
        self._look = look
        self._painted: dict[tuple[FigureMotion, Side | None, Theme, float], QPixmap] = {}

    def painter_of(self, motion: FigureMotion | None, side: Side | None) -> Callable[[float], QPixmap] | None:
        """Return what makes the picture for a pixel ratio; `None` without a movement."""
        return None if motion is None else partial(self._pixmap, motion, side)

    def _pixmap(self, motion: FigureMotion, side: Side | None, pixel_ratio: float) -> QPixmap:
        # The figure need not be loaded before the words beside it are on the screen.
        from ryg_app.ui.figure import figure_pixmap

        theme = self._look.theme
        key = (motion, side, theme, pixel_ratio)
        if key not in self._painted:
            self._painted[key] = figure_pixmap(motion, side, QSize(self.room), theme, pixel_ratio=pixel_ratio)
        return self._painted[key]
