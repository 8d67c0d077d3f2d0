"""A message on the desktop, outside the program's own window, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Notification:
    """What is shown; anybody in the room can read it, also on a locked screen.

    Attributes:
        key: The same key replaces what is shown, and comes back with every event.
        title: The first line.
        message: The rest; may be empty.
        buttons: Identifier and text of each answer, in order; not every desktop has room for them.
    """

    key: str
    title: str
    message: str = ""
    buttons: tuple[tuple[str, str], ...] = ()


class NotificationEventKind(StrEnum):
    """What can become of a notification."""

    SHOWN = "shown"
    FAILED = "failed"
    CLICKED = "clicked"
    PRESSED = "pressed"


@dataclass(frozen=True, slots=True)
class NotificationEvent:
    """One thing that became of a notification.

    Attributes:
        button: The identifier of the button pressed, for ``PRESSED`` alone.
    """

    key: str
    kind: NotificationEventKind
    button: str = ""
