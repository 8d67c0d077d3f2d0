"""The pages of a sheet as pictures, the first ones large enough to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ryg_app.ui.accessibility import name
from ryg_app.ui.paper.flow import A4_HEIGHT, A4_WIDTH, paginate
from ryg_app.ui.paper.paging import count_pages, paint_page
from ryg_app.ui.widgets.labels import muted

if TYPE_CHECKING:
    from collections.abc import Generator

    from ryg_app.ui.paper.flow import Page
    from ryg_app.ui.paper.ink import Ink
    from ryg_app.ui.paper.paging import Layout
    from ryg_app.wording.catalogues import Words

MOST_SHOWN = 2
WIDTH_PX = 560
_GAP = 12


class Pictures(QWidget):
    """Empty until a sheet is shown."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(_GAP)
        self.labels = [QLabel() for _page in range(MOST_SHOWN)]
        self.more = muted()
        for label in self.labels:
            label.setProperty("role", "sheet")
            label.hide()
            stack.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        stack.addWidget(self.more)
        self.more.hide()
        stack.addStretch(1)

    def showing(self, layout: Layout, ink: Ink) -> Generator[float, None, None]:
        """Lay a sheet out and show its first pages, a page at a time."""
        pages = yield from count_pages(layout)
        for label in self.labels[pages:]:
            label.hide()
        # Fewer pages than labels is no mistake.
        for number, (label, page) in enumerate(zip(self.labels, paginate(layout.pieces()), strict=False), 1):
            said = layout.page_words(number, pages)
            label.setPixmap(self._picture(layout, ink, page, said))
            name(label, f"{layout.title}, {said}")
            label.show()
            yield 1.0
        hidden = pages - MOST_SHOWN
        self.more.setVisible(hidden > 0)
        said = self._words.ngettext("and {number} page more", "and {number} pages more", max(hidden, 1))
        self.more.setText(said.format(number=hidden))

    def _picture(self, layout: Layout, ink: Ink, page: Page, number: str) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(WIDTH_PX * ratio), round(WIDTH_PX * A4_HEIGHT / A4_WIDTH * ratio))
        picture.setDevicePixelRatio(ratio)
        # Paper is white in the dark too.
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint_page(painter, QSizeF(picture.size()) / ratio, page, layout.footer, number, ink)
        painter.end()
        return picture
