"""A table to read: rows are put into words only when they come into view."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    Row = Callable[[int], Sequence[str]]
    Index = QModelIndex | QPersistentModelIndex

MOST_ROWS = 13
# The rows of a column are alike; measuring hundreds takes longer than everything else on the page.
_ROWS_MEASURED = 16
_LEAST_AIR = 4
_PADDING = 6
_SHORT_LINE, _MOST_LINES = 8, 3
_ROW_AIR = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NumberTable(QTableView):
    """As high as its rows, at most thirteen of them; Tab leaves it, the arrow keys move in it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = _Rows(self)
        self._wanted: list[int] = []
        self.setModel(self._rows)
        self.setItemDelegate(_Padded(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setDefaultAlignment(_LEFT)
        header.setHighlightSections(False)

    def show_rows(self, headings: Sequence[str], count: int, row: Row) -> None:
        """Show that many rows, the last of them in view."""
        self._rows.replace([_on_lines(text) for text in headings], count, row)
        self._measure()
        self.scrollToBottom()

    def cell(self, row: int, column: int) -> str:
        """What stands there."""
        return str(self._rows.index(row, column).data())

    def sizeHint(self) -> QSize:
        rows = min(self._rows.rowCount(), MOST_ROWS)
        height = (
            self.horizontalHeader().sizeHint().height() + rows * self._row_height() + 2 * self.frameWidth()
        )
        needed = sum(self._wanted) + _LEAST_AIR * len(self._wanted)
        if needed > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(needed, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
        self.updateGeometry()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        self._wanted = [header.sectionSize(n) + _PADDING for n in range(self._rows.columnCount())]
        self._share_out()
        self.updateGeometry()

    def _share_out(self) -> None:
        if not self._wanted:
            return
        spare = (self.viewport().width() - sum(self._wanted)) // len(self._wanted)
        for column, width in enumerate(self._wanted):
            self.setColumnWidth(column, width + max(spare, _LEAST_AIR))

    def _row_height(self) -> int:
        return self.fontMetrics().height() + _ROW_AIR


class _Padded(QStyledItemDelegate):
    """Puts the numbers under the first letter of their heading."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_PADDING, 0, 0, 0)


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings: Sequence[str] = ()
        self._count = 0
        self._row: Row = lambda _number: ()
        self._known: dict[int, Sequence[str]] = {}

    def replace(self, headings: Sequence[str], count: int, row: Row) -> None:
        self.beginResetModel()
        self._headings, self._count, self._row, self._known = headings, count, row, {}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.row() not in self._known:
            self._known[index.row()] = self._row(index.row())
        return self._known[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._headings[section].replace("\n", " ")
        return None


def _on_lines(text: str) -> str:
    """Return a heading as narrow as three lines can make it, so that more columns come into view."""
    lines = [text]
    for width in range(_SHORT_LINE, len(text) + 1):
        lines = wrap(text, width, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= _MOST_LINES:
            break
    return "\n".join(lines)
