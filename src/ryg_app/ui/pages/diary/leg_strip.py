"""How far down the leg, as a strip that hangs from the buttock to the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ryg_app.domain.diary import LegExtent
from ryg_app.ui.widgets.option_row import AnswerButton, OptionRow
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_TARGET = 44
_STRIP_WIDTH = 18
_TEXT_LEFT = 34
_RADIUS = 8


class LegStrip(OptionRow):
    """Choosing a part fills the strip down to it; the chosen one also carries a tick."""

    def __init__(self, words: Words, look: Look) -> None:
        self._parts: list[_Part] = []
        self._look = look
        options: list[tuple[object, str]] = [(extent, leg_extent_word(words, extent)) for extent in LegExtent]
        super().__init__(words.gettext("How far down the leg?"), options, numbered=True)
        self.setAccessibleDescription(words.gettext("The keys 0 to 5 choose, from nowhere to the foot"))
        look.changed.connect(self._color)
        self._color()

    def _add_buttons(self, values: Sequence[object], *, pills: bool) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        self._column.addLayout(column)
        for value in values:
            part = _Part(self, filled=value is not LegExtent.NONE)
            part.clicked.connect(self._clicked)
            part.toggled.connect(self._fill)
            column.addWidget(part)
            self._parts.append(part)
            self._buttons[value] = part
            self._roving.add(part)
        self._column.addStretch(1)

    @Slot()
    def _fill(self) -> None:
        extents = list(LegExtent)
        reached = extents.index(LegExtent(str(self.value))) if self.value is not None else -1
        for place, part in enumerate(self._parts):
            part.show_reached(reached=place <= reached)

    @Slot()
    def _color(self) -> None:
        for part in self._parts:
            part.show_color(QColor(self._look.theme.colors.chart_leg))


class _Part(AnswerButton):
    def __init__(self, parent: QWidget, *, filled: bool) -> None:
        super().__init__("", "option", parent=parent)
        self._has_strip = filled
        self._reached = False
        self._color = QColor()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_reached(self, *, reached: bool) -> None:
        self._reached = reached
        self.update()

    def show_color(self, color: QColor) -> None:
        self._color = color
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._text_font(bold=True))
        width = _TEXT_LEFT + metrics.horizontalAdvance(f"{self.text()}  ✓") + 10
        return QSize(width, max(_TARGET, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._has_strip:
            self._paint_strip(painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self._text_font(bold=(self._reached and self._has_strip) or self.isChecked()))
        room = QRectF(self.rect()).adjusted(_TEXT_LEFT, 0, -4, 0)
        text = f"{self.text()}  ✓" if self.isChecked() else self.text()
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Shadow), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_strip(self, painter: QPainter) -> None:
        strip = QRectF(8, 3, _STRIP_WIDTH, self.height() - 6)
        empty = self.palette().color(QPalette.ColorRole.Midlight)
        edge = self.palette().color(QPalette.ColorRole.Mid)
        painter.setPen(Qt.PenStyle.NoPen if self._reached else QPen(edge, 1))
        painter.setBrush(self._color if self._reached else empty)
        painter.drawRoundedRect(strip, _STRIP_WIDTH / 2, _STRIP_WIDTH / 2)

    def _text_font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font
