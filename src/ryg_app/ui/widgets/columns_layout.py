"""Columns that become rows when there is no room for them side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLayout

from ryg_app.ui.widgets.item_layout import ItemLayout, height_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

COLUMN_GAP = 16

Placing = Literal["fill", "top", "middle", "bottom"]


class ColumnsLayout(ItemLayout):
    """Items side by side, shared out by stretch; stacked as soon as one would get less than it asked for.

    Side by side the items are as high as their neighbours (`fill`), or as high as they like, at the `top`, in
    the `middle` or at the `bottom`.
    """

    def __init__(
        self, spacing: int = COLUMN_GAP, parent: QWidget | None = None, *, place: Placing = "fill"
    ) -> None:
        super().__init__(spacing, parent)
        self._placing = place
        self._stretches: list[int] = []
        self._at_least: list[float] = []

    def add(self, content: QWidget | QLayout, stretch: int = 1, at_least_em: float = 0) -> None:
        """Add a column that needs `at_least_em` font sizes of width; stretch 0 keeps the width it likes."""
        self._stretches.append(stretch)
        self._at_least.append(at_least_em)
        if isinstance(content, QLayout):
            self.addChildLayout(content)
            self.addItem(content)
        else:
            self.addWidget(content)

    def expandingDirections(self) -> Qt.Orientation:
        both = Qt.Orientation.Horizontal | Qt.Orientation.Vertical
        return both if self._placing == "fill" else Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self._shown())
        width += self.spacing() * max(len(self._shown()) - 1, 0)
        height = max((item.sizeHint().height() for item in self._shown()), default=0)
        return self._with_margins(QSize(width, height))

    def is_stacked(self, room: int) -> bool:
        """Whether `room` px is too little for columns."""
        gaps = self.spacing() * (len(self._shown()) - 1)
        return sum(self._needs()) + gaps > room or self._shares_too_small(room - gaps)

    def _place(self, rect: QRect, *, really: bool) -> int:
        if not self._shown():
            return 0
        if self.is_stacked(rect.width()):
            return self._place_rows(rect, really=really)
        return self._place_columns(rect, really=really)

    def _place_rows(self, rect: QRect, *, really: bool) -> int:
        y = rect.top()
        for item in self._shown():
            height = height_at(item, rect.width())
            if really:
                item.setGeometry(QRect(rect.left(), y, rect.width(), height))
            y += height + self.spacing()
        return y - self.spacing() - rect.top()

    def _place_columns(self, rect: QRect, *, really: bool) -> int:
        widths = self._widths(rect.width() - self.spacing() * (len(self._shown()) - 1))
        heights = [height_at(item, width) for item, width in zip(self._shown(), widths, strict=True)]
        tallest = max(heights)
        x = rect.left()
        for item, width, height in zip(self._shown(), widths, heights, strict=True):
            if really:
                item.setGeometry(self._cell(QRect(x, rect.top(), width, max(tallest, rect.height())), height))
            x += width + self.spacing()
        return tallest

    def _cell(self, room: QRect, height: int) -> QRect:
        if self._placing == "fill":
            return room
        spare = room.height() - height
        down = {"top": 0, "middle": spare // 2, "bottom": spare}[self._placing]
        return QRect(room.left(), room.top() + down, room.width(), height)

    def _widths(self, room: int) -> list[int]:
        stretches, needs = self._shown_stretches(), self._needs()
        total = sum(stretches)
        if not total:
            return needs
        spare = room - sum(need for need, stretch in zip(needs, stretches, strict=True) if not stretch)
        # Shares are cut at common edges: rounded each for itself, they could add up to more than there is.
        edges = [round(spare * sum(stretches[:count]) / total) for count in range(len(stretches) + 1)]
        shares = [after - before for before, after in pairwise(edges)]
        return [
            share if stretch else need for share, need, stretch in zip(shares, needs, stretches, strict=True)
        ]

    def _shares_too_small(self, room: int) -> bool:
        return any(width < need for width, need in zip(self._widths(room), self._needs(), strict=True))

    def _needs(self) -> list[int]:
        em = self._em()
        needs = []
        for item, stretch, at_least in zip(self._items, self._stretches, self._at_least, strict=True):
            if item.isEmpty():
                continue
            own = item.minimumSize().width() if stretch else item.sizeHint().width()
            needs.append(max(own, round(at_least * em)))
        return needs

    def _shown_stretches(self) -> list[int]:
        return [s for s, item in zip(self._stretches, self._items, strict=True) if not item.isEmpty()]

    def _em(self) -> int:
        parent = self.parentWidget()
        return QFontInfo(parent.font() if parent else QApplication.font()).pixelSize()

    def takeAt(self, index: int) -> object:  # type: ignore[override]
        item = super().takeAt(index)
        if item is not None:
            del self._stretches[index], self._at_least[index]
        return item
