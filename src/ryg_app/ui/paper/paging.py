"""From a layout to pages on a device, a few milliseconds at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from ryg_app.domain.errors import NotPrintedError
from ryg_app.ui.paper.flow import A4_HEIGHT, A4_WIDTH, LEFT, WIDTH, paginate
from ryg_app.ui.paper.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from PySide6.QtGui import QPagedPaintDevice

    from ryg_app.ui.paper.flow import Page, Piece
    from ryg_app.ui.paper.ink import Ink

_COUNTED = 0.35
"""The share of the work that is done when the pages are counted and none is painted."""
_NUMBER_WIDTH = 110.0
# Nearer than 4 mm to the edge most printers print nothing.
_EDGE = 16.0


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


def count_pages(layout: Layout) -> Generator[float, None, int]:
    """Lay a sheet out once and return how many pages it takes; none of them is kept.

    Yields:
        About how much of it is done, 0 to 1.
    """
    pages = 0
    for _page in paginate(layout.pieces()):
        pages += 1
        yield min(1.0, pages / layout.expected_pages)
    return pages


def put_on_paper(
    device: QPagedPaintDevice, layout: Layout, ink: Ink, numbers: range | None = None
) -> Generator[float, None, None]:
    """Paint a sheet on a device, page by page; thousands of rows are never all in memory.

    Left half-way, it lets go of the device.

    Args:
        device: A PDF or a printer.
        layout: The sheet.
        ink: The letters.
        numbers: The numbers of the pages to paint, 1 and upwards; by default all.

    Yields:
        How much of it is done, 0 to 1.

    Raises:
        NotPrintedError: The device does not take it.
    """
    pages = yield from _scaled(count_pages(layout), _COUNTED)
    first = min(numbers, default=1) if numbers else 1
    painter = QPainter()
    if not painter.begin(device):
        raise NotPrintedError
    try:
        for number, page in enumerate(paginate(layout.pieces()), start=1):
            if numbers is None or number in numbers:
                if number > first and not device.newPage():
                    raise NotPrintedError
                # Whatever paper lies in the printer: A4 is made to fit it.
                paper = device.pageLayout().fullRectPixels(device.logicalDpiX())
                said = layout.page_words(number, pages)
                paint_page(painter, QSizeF(paper.size()), page, layout.footer, said, ink)
            yield _COUNTED + (1 - _COUNTED) * number / pages
    finally:
        painter.end()


def paint_page(painter: QPainter, room: QSizeF, page: Page, footer: str, number: str, ink: Ink) -> None:
    """Paint a page as large as the room allows, what stands at its foot included."""
    scale = min(room.width() / A4_WIDTH, room.height() / A4_HEIGHT)
    painter.save()
    painter.scale(scale, scale)
    page.paint(painter)
    foot = Lettering(footer, ink.small, WIDTH - _NUMBER_WIDTH)
    top = A4_HEIGHT - _EDGE - foot.height
    foot.paint(painter, LEFT, top)
    width = ink.small.metrics.horizontalAdvance(number)
    Lettering(number, ink.small, WIDTH).paint(painter, LEFT + WIDTH - width, top)
    painter.restore()


def _scaled(work: Generator[float, None, int], share: float) -> Generator[float, None, int]:
    while True:
        try:
            done = next(work)
        except StopIteration as end:
            result: int = end.value
            return result
        yield share * done
