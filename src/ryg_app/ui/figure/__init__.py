"""The moving person who shows an exercise, painted from joint angles.

`FigureWidget` shows one moment, `LoopingFigure` repeats the movement by itself, `figure_pixmap` makes a still
picture and `paint_figure` paints on screen or paper. What moves is decided in `ryg_app.domain.figure`.
"""

from __future__ import annotations

from ryg_app.ui.figure.looping import LoopingFigure
from ryg_app.ui.figure.painting import Instant, figure_pixmap, paint_figure
from ryg_app.ui.figure.widget import FigureWidget

__all__ = ["FigureWidget", "Instant", "LoopingFigure", "figure_pixmap", "paint_figure"]
