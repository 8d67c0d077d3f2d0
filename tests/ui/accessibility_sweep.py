"""Looks over a page as somebody would who has no mouse, cannot see it, or cannot aim well."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALLEST_TARGET = 44


def assert_accessible(page: QWidget) -> None:
    """Name every control of a shown page that has no name, is too small, or sounds like its neighbour."""
    found = list(problems(page))
    assert not found, "\n".join(found)


def controls(page: QWidget) -> list[QWidget]:
    """Return what the Tab key or an arrow key of a row can reach."""
    return [child for child in page.findChildren(QWidget) if _is_control(child)]


def spoken_name(widget: QWidget) -> str:
    """Return the name a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def problems(page: QWidget) -> Iterator[str]:
    """Yield a line for everything that is wrong."""
    assert page.isVisible(), "only a page that is shown has sizes"
    found = controls(page)
    for control in found:
        if not spoken_name(control):
            yield f"{_described(control)} has no name"
        if control.height() < SMALLEST_TARGET or control.width() < SMALLEST_TARGET:
            yield f"{_described(control)} is only {control.width()} × {control.height()} px"
    for one, other in combinations(found, 2):
        if one.parentWidget() is other.parentWidget() and spoken_name(one) == spoken_name(other):
            yield f"{_described(one)} and {_described(other)} beside each other have the same name"


def _is_control(widget: QWidget) -> bool:
    if not widget.isVisible() or widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.NoFocus:
        return False
    # The line inside a field is reached by way of the field; what only scrolls is no target to aim at.
    return not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) and not isinstance(
        widget, QAbstractScrollArea
    )


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{spoken_name(widget)}”"
