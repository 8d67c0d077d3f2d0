"""Scrolling a page to what has just been opened on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

AIR = 16


def bring_into_view(opened: QWidget) -> None:
    """Scroll no further than needed until all of it is seen, or its top where it is taller than the window.

    Focus alone brings only the field that has it into view, and the button beneath it stays out of sight.
    """
    # What has just been shown gets its place in the next turn of the event loop.
    QTimer.singleShot(0, opened, partial(_scroll_to, opened))


def _scroll_to(opened: QWidget) -> None:
    area = _area_around(opened)
    if area is None or not opened.isVisible():
        return
    bar, room = area.verticalScrollBar(), area.viewport().height()
    top = bar.value() + opened.mapTo(area.viewport(), QPoint(0, 0)).y()
    lowest, highest = top + opened.height() + AIR - room, top - AIR
    bar.setValue(min(max(bar.value(), lowest), highest))


def _area_around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
