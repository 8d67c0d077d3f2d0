"""What every page has: a title, room for controls beside it, and content that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import muted, page_title
from ryg_app.ui.widgets.notice import Notice

CONTENT_WIDTH = 1160
_MARGINS = QMargins(34, 24, 34, 28)
_GAP = 18


class HeaderRow(QWidget):
    """Title and subtitle on the left, controls on the right, or below when there is no room."""

    def __init__(self, title: str = "", subtitle: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.subtitle = page_title(), muted()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        self._controls = FlowLayout(8)
        row = ColumnsLayout(_GAP, self, place="middle")
        row.add(texts, stretch=1, at_least_em=14)
        row.add(self._controls, stretch=0)
        self.set_title(title, subtitle)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """A subtitle without text takes no room."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add(self, widget: QWidget) -> None:
        """Put a control or a badge on the right-hand side."""
        self._controls.addWidget(widget)


class Page(QWidget):
    """Put the content into `body`; use `header` for controls beside the title and `notice` for messages.

    The content is at most 1160 px wide and scrolls up and down; with its rows made of `FlowLayout` and
    `ColumnsLayout` it never needs to scroll sideways.
    """

    def __init__(self, title: str = "", subtitle: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = HeaderRow(title, subtitle)
        self.notice = Notice()
        self.body = QVBoxLayout()
        self.body.setSpacing(_GAP)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._content())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self._name(title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The heading, also the accessible name of the page."""
        self.header.set_title(title, subtitle)
        self._name(title)

    def take_focus(self) -> None:
        """Give the focus to the main thing if it is in view, or else to the text, which the keys scroll."""
        main = self.main_thing()
        seen = main is not None and (not main.isVisible() or not main.visibleRegion().isEmpty())
        (main if main is not None and seen else self.area).setFocus()

    def main_thing(self) -> QWidget | None:
        """The control somebody most likely wants first; a page to be read has none."""
        return self.focusProxy()

    def show_from_the_top(self) -> None:
        """Scroll back to the title."""
        self.area.verticalScrollBar().setValue(0)

    def _name(self, title: str) -> None:
        self.setAccessibleName(title)
        self.area.setAccessibleName(title)

    def _content(self) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(CONTENT_WIDTH)
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(_GAP)
        stack.addWidget(self.header)
        stack.addWidget(self.notice)
        stack.addLayout(self.body, 1)
        content = QWidget()
        centred = QHBoxLayout(content)
        centred.setContentsMargins(_MARGINS)
        centred.addWidget(column)
        return content
