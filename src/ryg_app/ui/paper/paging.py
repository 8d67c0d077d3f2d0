"""From a layout to pages on a device, a few milliseconds at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from ryg_app.ui.paper.flow import A4_HEIGHT, A4_WIDTH, FOOT, LEFT, WIDTH, paginate
from ryg_app.ui.paper.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from PySide6.QtGui import QPagedPaintDevice

    from ryg_app.ui.paper.flow import Page, Piece
    from ryg_app.ui.paper.ink import Ink

_LAID_OUT = 0.4
"""The share of the work that is done when every page is laid out and none painted."""
_NUMBER_WIDTH = 110.0


class Layout(Protocol):
    """A sheet that knows its pieces."""

    @property
    def title(self) -> str:
        """What the document is called."""

    @property
    def footer(self) -> str:
        """What stands at the foot of every page."""

    @property
    def expected_pages(self) -> int:
        """About how many pages there will be, for the progress."""

    def pieces(self) -> Iterator[Piece]:
        """Yield everything from top to bottom."""

    def page_words(self, page: int, pages: int) -> str:
        """Return «page 1 of 3»."""


def a4() -> QPageLayout:
    """Return the paper, without margins of its own."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def put_on_paper(device: QPagedPaintDevice, layout: Layout, ink: Ink) -> Generator[float, None, None]:
    """Lay a sheet out and paint it on a device, page by page.

    Left half-way, it lets go of the device.

    Yields:
        How much of it is done, 0 to 1.
    """
    pages: list[Page] = []
    for page in paginate(layout.pieces()):
        pages.append(page)
        yield _LAID_OUT * min(1.0, len(pages) / layout.expected_pages)
    painter = QPainter(device)
    try:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                device.newPage()
            painter.save()
            _scale_to(painter, device)
            page.paint(painter)
            _paint_foot(painter, layout, ink, layout.page_words(number, len(pages)))
            painter.restore()
            yield _LAID_OUT + (1 - _LAID_OUT) * number / len(pages)
    finally:
        painter.end()


def _scale_to(painter: QPainter, device: QPagedPaintDevice) -> None:
    # Whatever paper lies in the printer: A4 is made to fit it.
    paper = device.pageLayout().fullRectPixels(device.logicalDpiX())
    scale = min(paper.width() / A4_WIDTH, paper.height() / A4_HEIGHT)
    painter.scale(scale, scale)


def _paint_foot(painter: QPainter, layout: Layout, ink: Ink, number: str) -> None:
    top = A4_HEIGHT - FOOT + 12
    Lettering(layout.footer, ink.small, WIDTH - _NUMBER_WIDTH).paint(painter, LEFT, top)
    width = ink.small.metrics.horizontalAdvance(number)
    Lettering(number, ink.small, WIDTH).paint(painter, LEFT + WIDTH - width, top)
