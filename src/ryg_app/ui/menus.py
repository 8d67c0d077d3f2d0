"""The window's menus; their keys work also while the menu bar is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu."""

    text: str
    act: Callable[[], object]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu and its lines."""

    title: str
    entries: tuple[Entry, ...]


def fill_menus(window: QMainWindow, menus: tuple[Menu, ...]) -> None:
    """Put the menus into the window in place of those it has."""
    bar = window.menuBar()
    for old in window.actions():
        window.removeAction(old)
        old.deleteLater()
    for gone in bar.findChildren(QMenu):
        gone.deleteLater()
    bar.clear()
    for menu in menus:
        lines = bar.addMenu(menu.title)
        for entry in menu.entries:
            action = _action(window, entry)
            lines.addAction(action)
            # Shortcuts of a hidden menu bar only work when the window itself holds the action.
            window.addAction(action)


def _action(window: QMainWindow, entry: Entry) -> QAction:
    action = QAction(entry.text, window)
    # A line's act may be a method of an object Qt would only hold weakly; `checked` is of no use to it.
    action.triggered.connect(lambda _checked=False: entry.act())
    if entry.keys:
        action.setShortcut(QKeySequence(entry.keys))
    return action
