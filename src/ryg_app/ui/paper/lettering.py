"""Text laid out in a width: one line where it fits, else as many as it takes; never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ryg_app.ui.paper.ink import Style


class Lettering:
    """A text of one style; knows its height in px before it is painted."""

    def __init__(self, text: str, style: Style, width: float) -> None:
        self._style = style
        self._line: str | None = None
        self._layouts: list[QTextLayout] = []
        if "\n" not in text and style.metrics.horizontalAdvance(text) <= width:
            self._line = text
            self.height = style.line
            return
        self.height = 0.0
        for paragraph in text.split("\n"):
            self._lay_out(paragraph, max(width, 1.0))

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner there."""
        painter.setFont(self._style.font)
        painter.setPen(self._style.color)
        if self._line is not None:
            painter.drawText(QPointF(x, y + self._style.metrics.ascent()), self._line)
        for layout in self._layouts:
            layout.draw(painter, QPointF(x, y))

    def _lay_out(self, paragraph: str, width: float) -> None:
        layout, option = QTextLayout(paragraph, self._style.font), QTextOption()
        # A word longer than the line is broken rather than cut.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += self._style.line
        layout.endLayout()
        self._layouts.append(layout)
