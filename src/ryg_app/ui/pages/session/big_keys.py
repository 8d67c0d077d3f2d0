"""What a key means in the big view, and whether it is tapped or held."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ryg_app.ui.pages.session.keys import BIG_VIEW, HARMLESS, SAYS_NOTHING, WARNING_SIGNS

Key = Qt.Key
HOLD_MS = 2000


class BigMeaning(Enum):
    """What the person wants by a key."""

    TAP_OR_HOLD = auto()
    CLOSE = auto()
    TURN = auto()
    WARNING_SIGNS = auto()


def big_meaning(key: int, modifiers: Qt.KeyboardModifier) -> BigMeaning | None:
    """Return what a key means; from the floor one cannot aim, so almost any key will do."""
    if modifiers & ~HARMLESS or key in SAYS_NOTHING:
        return None
    if key in WARNING_SIGNS:
        return BigMeaning.WARNING_SIGNS
    if key in {Key.Key_Escape, BIG_VIEW}:
        return BigMeaning.CLOSE
    return BigMeaning.TURN if key == Key.Key_R else BigMeaning.TAP_OR_HOLD


class HeldKey(QObject):
    """Tells a tap from a key held for two seconds; it is not told of the repeats a keyboard sends."""

    pressed = Signal()
    tapped = Signal()
    held = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: int | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(HOLD_MS)
        self.timer.timeout.connect(self._on_held)

    def press(self, key: int) -> None:
        """A key went down; another that comes down on top of it is left out."""
        if self._key is None:
            self._key = key
            self.timer.start()
            self.pressed.emit()

    def release(self, key: int) -> None:
        """A key came up."""
        if key == self._key:
            self.forget()
            self.tapped.emit()

    def forget(self) -> None:
        """Take no more notice of the key that is down."""
        self._key = None
        self.timer.stop()

    @Slot()
    def _on_held(self) -> None:
        if self._key is not None:
            self.forget()
            self.held.emit()
