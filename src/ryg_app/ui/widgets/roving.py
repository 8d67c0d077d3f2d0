"""One Tab stop for a group of buttons; the arrow keys move within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_FORWARD = {Qt.Key.Key_Right, Qt.Key.Key_Down}


class RovingFocus(QObject):
    """Keeps exactly one button of the group in the Tab order: the one that last had the focus."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []
        self._current: QAbstractButton | None = None

    def add(self, button: QAbstractButton) -> None:
        """Take `button` into the group, after those already there."""
        self._buttons.append(button)
        button.installEventFilter(self)
        self.stop_at(self._current or button)

    @property
    def current(self) -> QAbstractButton | None:
        """The button that Tab comes to."""
        return self._current

    def stop_at(self, button: QAbstractButton) -> None:
        """Let Tab come to `button`, without moving the focus there now."""
        self._current = button
        for other in self._buttons:
            # Only the bit for Tab differs: a click may always move the focus.
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is button else Qt.FocusPolicy.ClickFocus)

    def move_to(self, button: QAbstractButton) -> None:
        """Let Tab come to `button`, and move the focus there if it is in the group already."""
        inside = any(other.hasFocus() for other in self._buttons)
        self.stop_at(button)
        if inside:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for button in self._buttons:
                if button is watched and button is not self._current:
                    self.stop_at(button)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._move(event)
        return False

    def _move(self, event: QKeyEvent) -> bool:
        usable = [button for button in self._buttons if button.isEnabled() and button.isVisible()]
        if self._current not in usable or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        place = usable.index(self._current)
        key = Qt.Key(event.key())
        if key in _BACK:
            place = max(place - 1, 0)
        elif key in _FORWARD:
            place = min(place + 1, len(usable) - 1)
        elif key == Qt.Key.Key_Home:
            place = 0
        elif key == Qt.Key.Key_End:
            place = len(usable) - 1
        else:
            return False
        self.move_to(usable[place])
        return True
