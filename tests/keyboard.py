"""Using the window by keyboard alone, the way somebody does who has no mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_STOPS = 200


class Keyboard:
    """Presses keys where the focus is; finds controls by Tab and by the name a screen reader reads."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifier)
        settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)
        settle()

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def go_to(self, name: str) -> QWidget:
        """Press Tab until the control of that name has the focus."""
        seen = []
        for _ in range(MOST_STOPS):
            if name_of(self.focus()) == name:
                return self.focus()
            seen.append(name_of(self.focus()))
            self.press(Qt.Key.Key_Tab)
        message = f"no {name!r} among {sorted(set(seen))}"
        raise LookupError(message)

    def choose(self, name: str) -> None:
        """Go to a control and press it."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def settle() -> None:
    """Let everything pending happen; outside an event loop deletions have to be asked for."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
