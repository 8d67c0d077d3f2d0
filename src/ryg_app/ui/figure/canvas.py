"""Drawing in body heights: every path is made in pixels from the start.

Qt's raster engine strokes a path that a painter scales up about eighteen times slower than the same path in
pixels, so places are mapped here and the painter keeps its identity transform.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPainterPathStroker, QPen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ryg_app.ui.figure.palette import Tone

_TENSION = 1 / 6
_EDGE = 0.0017
_THINNEST = 0.7


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part of the world, in body heights."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


class Canvas:
    """A painter with a view of the world: all of `bounds`, centred in `area`."""

    def __init__(self, painter: QPainter, area: QRectF, bounds: Bounds) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter = painter
        self.scale = min(area.width() / bounds.width, area.height() / bounds.height)
        self._left = area.center().x() - self.scale * (bounds.left + bounds.right) / 2
        self._base = area.center().y() + self.scale * (bounds.bottom + bounds.top) / 2
        self.edge_width = max(self.scale * _EDGE, _THINNEST)

    def at(self, point: complex) -> QPointF:
        """Return where a point of the world is, in pixels."""
        return QPointF(self._left + self.scale * point.real, self._base - self.scale * point.imag)

    def closed(self, points: Sequence[complex]) -> QPainterPath:
        """Return the smooth outline through all points and back to the first."""
        path = QPainterPath(self.at(points[0]))
        self._continue(path, [points[-1], *points, points[0], points[1]])
        path.closeSubpath()
        return path

    def open(self, points: Sequence[complex]) -> QPainterPath:
        """Return the smooth line through all points."""
        path = QPainterPath(self.at(points[0]))
        self._continue(path, [points[0], *points, points[-1]])
        return path

    def strip(self, there: Sequence[complex], back: Sequence[complex]) -> QPainterPath:
        """Return the outline that goes smoothly there and smoothly back, with corners at both ends."""
        path = self.open(there)
        path.lineTo(self.at(back[0]))
        self._continue(path, [back[0], *back, back[-1]])
        path.closeSubpath()
        return path

    def polygon(self, points: Sequence[complex]) -> QPainterPath:
        """Return the outline with straight sides."""
        path = QPainterPath(self.at(points[0]))
        for point in points[1:]:
            path.lineTo(self.at(point))
        path.closeSubpath()
        return path

    def disc(self, middle: complex, radius: float, flatness: float = 1.0) -> QPainterPath:
        """Return a circle, or a lying ellipse when `flatness` is under 1."""
        path = QPainterPath()
        path.addEllipse(self.at(middle), radius * self.scale, radius * flatness * self.scale)
        return path

    def bar(self, corner: complex, other: complex, radius: float) -> QPainterPath:
        """Return the rounded rectangle between two opposite corners."""
        path = QPainterPath()
        rounding = radius * self.scale
        path.addRoundedRect(QRectF(self.at(corner), self.at(other)).normalized(), rounding, rounding)
        return path

    def form(self, paths: Iterable[QPainterPath], tone: Tone, light: complex, dark: complex) -> None:
        """Paint overlapping paths as one form: first all edges, then all fillings; lit from `light`."""
        whole = list(paths)
        shading = QLinearGradient(self.at(light), self.at(dark))
        shading.setColorAt(0, QColor(tone.light))
        shading.setColorAt(1, QColor(tone.dark))
        edge = QColor(tone.edge)
        self.painter.setPen(self._pen(edge, self.edge_width * 2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for path in whole:
            self.painter.drawPath(path)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(shading))
        for path in whole:
            self.painter.drawPath(path)

    def fill(self, path: QPainterPath, color: QColor) -> None:
        """Fill `path` without an edge."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        self.painter.drawPath(path)

    def line(self, path: QPainterPath, color: QColor, width: float) -> None:
        """Draw along `path`, `width` in body heights."""
        self.painter.setPen(self._pen(color, max(width * self.scale, 0.6)))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def outline(self, path: QPainterPath, width: float) -> QPainterPath:
        """Return the outline of a line along `path`, `width` in body heights."""
        return QPainterPathStroker(self._pen(QColor(), width * self.scale)).createStroke(path)

    def _pen(self, color: QColor, width: float) -> QPen:
        return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

    def _continue(self, path: QPainterPath, points: Sequence[complex]) -> None:
        scale, left, base = self.scale, self._left, self._base
        for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
            first = start + (end - before) * _TENSION
            second = end - (after - start) * _TENSION
            path.cubicTo(
                left + scale * first.real,
                base - scale * first.imag,
                left + scale * second.real,
                base - scale * second.imag,
                left + scale * end.real,
                base - scale * end.imag,
            )
