"""What a key means while a session is under way."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt

Key = Qt.Key

PAUSING = frozenset(
    {
        Key.Key_Space,
        Key.Key_PageUp,
        Key.Key_PageDown,
        Key.Key_MediaPlay,
        Key.Key_MediaPause,
        Key.Key_MediaTogglePlayPause,
        Key.Key_MediaStop,
        Key.Key_MediaNext,
        Key.Key_MediaPrevious,
    }
)
WARNING_SIGNS = frozenset({Key.Key_F, Key.Key_F1})
BIG_VIEW = Key.Key_G
SAYS_NOTHING = frozenset(
    {
        Key.Key_unknown,
        Key.Key_Tab,
        Key.Key_Backtab,
        Key.Key_Shift,
        Key.Key_Control,
        Key.Key_Alt,
        Key.Key_AltGr,
        Key.Key_Meta,
        Key.Key_Super_L,
        Key.Key_Super_R,
        Key.Key_CapsLock,
        Key.Key_NumLock,
        Key.Key_ScrollLock,
        Key.Key_VolumeUp,
        Key.Key_VolumeDown,
        Key.Key_VolumeMute,
        Key.Key_MonBrightnessUp,
        Key.Key_MonBrightnessDown,
    }
)
HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Meaning(Enum):
    """What the person wants by a key."""

    READY = auto()
    PAUSE_OR_CONTINUE = auto()
    LEAVE = auto()
    WARNING_SIGNS = auto()
    BIG_VIEW = auto()


def meaning(key: int, modifiers: Qt.KeyboardModifier, *, waits: bool) -> Meaning | None:
    """Return what a key means; ``waits`` while the step waits for the person and time runs."""
    if modifiers & ~HARMLESS or key in SAYS_NOTHING:
        return None
    if key in WARNING_SIGNS:
        return Meaning.WARNING_SIGNS
    if key == Key.Key_Escape:
        return Meaning.LEAVE
    if key == BIG_VIEW:
        return Meaning.BIG_VIEW
    if waits:
        return Meaning.READY
    return Meaning.PAUSE_OR_CONTINUE if key in PAUSING else None
