"""The sidebar: where one is, and the way to everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.labels import TextLabel
from ryg_app.ui.widgets.roving import RovingFocus

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from ryg_app.ui.theme import Icons

NavKind = Literal["normal", "danger", "bottom"]

_NARROWEST = 216
_ICON_GAP = 10


class SideNav(QScrollArea):
    """Tab comes to the current item, the arrow keys move, Space or Enter goes there and emits `chosen(key)`.

    `danger` and `bottom` items stand at the foot of the bar, in the order they are added. Wide text widens
    the bar; many or tall items make it scroll.
    """

    chosen = Signal(str)

    def __init__(self, icons: Icons, brand: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._items: dict[str, _NavButton] = {}
        self._current = ""
        self._roving = RovingFocus(self)
        self._brand = TextLabel(brand, "brand")
        self._top, self._foot = QVBoxLayout(), QVBoxLayout()
        self.setProperty("role", "sidebar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._content = self._list()
        self.setWidget(self._content)
        self._brand.setVisible(bool(brand))

    @property
    def current(self) -> str:
        """The key of the item marked as where one is, or an empty text."""
        return self._current

    def add_item(self, key: str, text: str, icon: str, kind: NavKind = "normal") -> None:
        """Add an item with the drawing `icon`; its accessible name is `text`."""
        item = _NavButton(text, kind)
        item.use_icon(self._icons, icon, _ICON_GAP)
        item.setProperty("key", key)
        item.clicked.connect(self._clicked)
        (self._top if kind == "normal" else self._foot).addWidget(item)
        self._items[key] = item
        self._roving.add(item)
        self.updateGeometry()

    def set_current(self, key: str) -> None:
        """Mark where one is, without emitting anything; an empty key marks nothing."""
        self._current = key
        for item_key, item in self._items.items():
            # An exclusive button cannot be switched off.
            item.setAutoExclusive(False)
            item.setChecked(item_key == key)
        for item in self._items.values():
            item.setAutoExclusive(True)
        if key:
            self._roving.stop_at(self._items[key])

    def set_text(self, key: str, text: str) -> None:
        """Give an item other words."""
        self._items[key].setText(text)
        self.updateGeometry()

    def button(self, key: str) -> ActionButton:
        """The button of an item."""
        return self._items[key]

    def sizeHint(self) -> QSize:
        wanted = self._content.sizeHint()
        width = max(_NARROWEST, wanted.width())
        if self._content.minimumSizeHint().height() > self.height():
            width += self.verticalScrollBar().sizeHint().width()
        return QSize(width, wanted.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 200)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.FontChange}:
            self.updateGeometry()
        return super().event(event)

    @Slot()
    def _clicked(self) -> None:
        pressed = self.sender()
        key = next(key for key, item in self._items.items() if item is pressed)
        self.set_current(key)
        self.chosen.emit(key)

    def _list(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 26, 14, 18)
        column.setSpacing(4)
        self._top.setSpacing(3)
        self._foot.setSpacing(5)
        column.addWidget(self._brand)
        column.addLayout(self._top)
        column.addStretch(1)
        column.addSpacing(12)
        column.addLayout(self._foot)
        return content


class _NavButton(ActionButton):
    def __init__(self, text: str, kind: NavKind) -> None:
        super().__init__(text, "nav")
        self.setProperty("kind", kind)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        # The item one is at is bold, and the bar does not grow when one goes from page to page.
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.Bold)
        advance = QFontMetrics(bold).horizontalAdvance(self.text())
        more = max(0, advance - self.fontMetrics().horizontalAdvance(self.text()))
        return super().sizeHint() + QSize(more, 0)

    def icon_colors(self) -> tuple[QColor, QColor]:
        colors, role = self.window().palette(), QPalette.ColorRole
        if self.property("kind") == "danger":
            return colors.color(role.BrightText), colors.color(role.BrightText)
        return colors.color(role.WindowText), colors.color(role.Link)
