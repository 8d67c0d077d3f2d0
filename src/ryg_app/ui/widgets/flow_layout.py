"""Rows of controls that wrap instead of being cut off when the text is large."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt

from ryg_app.ui.widgets.item_layout import ItemLayout, height_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget

BUTTON_GAP = 12
OPTION_GAP = 6


class FlowLayout(ItemLayout):
    """Items side by side at the width they like, on as many lines as it takes."""

    def __init__(
        self,
        spacing: int = BUTTON_GAP,
        parent: QWidget | None = None,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(spacing, parent)
        self._alignment = alignment

    def sizeHint(self) -> QSize:
        shown = self._shown()
        widths = [item.sizeHint().width() for item in shown]
        width = sum(widths) + self.spacing() * max(len(shown) - 1, 0)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return self._with_margins(QSize(width, height))

    def _place(self, rect: QRect, *, really: bool) -> int:
        y = rect.top()
        for line in self._lines(rect.width()):
            height = max(height_at(item, width) for item, width in line)
            if really:
                self._place_line(line, QRect(rect.left(), y, rect.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.top(), 0)

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = []
        used = 0
        for item in self._shown():
            width = max(min(item.sizeHint().width(), room), item.minimumSize().width())
            if lines and used + self.spacing() + width <= room:
                lines[-1].append((item, width))
                used += self.spacing() + width
            else:
                lines.append([(item, width)])
                used = width
        return lines

    def _place_line(self, line: list[tuple[QLayoutItem, int]], rect: QRect) -> None:
        used = sum(width for _, width in line) + self.spacing() * (len(line) - 1)
        spare = max(rect.width() - used, 0)
        x = rect.left()
        if self._alignment == Qt.AlignmentFlag.AlignRight:
            x += spare
        elif self._alignment == Qt.AlignmentFlag.AlignHCenter:
            x += spare // 2
        for item, width in line:
            height = height_at(item, width)
            item.setGeometry(QRect(x, rect.top() + (rect.height() - height) // 2, width, height))
            x += width + self.spacing()


class EvenLayout(ItemLayout):
    """Items of equal width that fill the line, on as few lines as leave every item the width it needs."""

    def __init__(self, spacing: int = OPTION_GAP, parent: QWidget | None = None) -> None:
        super().__init__(spacing, parent)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = self._narrowest() * len(shown) + self.spacing() * max(len(shown) - 1, 0)
        return self._with_margins(QSize(width, self._item_height()))

    def per_line(self, room: int) -> int:
        """How many items stand side by side in `room` px."""
        count = len(self._shown())
        for lines in range(1, count + 1):
            on_a_line = ceil(count / lines)
            if on_a_line * (self._narrowest() + self.spacing()) - self.spacing() <= room:
                return on_a_line
        return 1

    def _place(self, rect: QRect, *, really: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        columns, height = self.per_line(rect.width()), self._item_height()
        pitch = (rect.width() + self.spacing()) / columns
        for number, item in enumerate(shown if really else []):
            row, column = divmod(number, columns)
            left, right = round(column * pitch), round((column + 1) * pitch) - self.spacing()
            top = rect.top() + row * (height + self.spacing())
            item.setGeometry(QRect(rect.left() + left, top, right - left, height))
        lines = ceil(len(shown) / columns)
        return lines * (height + self.spacing()) - self.spacing()

    def _narrowest(self) -> int:
        return max((item.sizeHint().width() for item in self._shown()), default=0)

    def _item_height(self) -> int:
        return max((item.sizeHint().height() for item in self._shown()), default=0)
