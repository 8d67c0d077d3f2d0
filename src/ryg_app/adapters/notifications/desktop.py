"""The desktop's notifications as the program sees them; asyncio and the library come with the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ryg_app.adapters.notifications.thread import NotificationThread
    from ryg_app.domain.notification import Notification, NotificationEvent

PATIENCE_S = 10.0
"""How long the desktop may take; a service that is only started by our question needs a while."""


class DesktopNotifications:
    """Shows notifications with buttons.

    Args:
        icon: A picture shown beside the text.
        patience_s: Seconds after which a desktop that does not answer counts as failing.
    """

    def __init__(self, icon: Path, patience_s: float = PATIENCE_S) -> None:
        self._icon = icon
        self._patience_s = patience_s
        self._tell: Callable[[NotificationEvent], None] = _nobody
        self._thread: NotificationThread | None = None

    def listen(self, tell: Callable[[NotificationEvent], None]) -> None:
        """Let ``tell`` know what becomes of each notification; it is called in the notifications' thread."""
        self._tell = tell

    def show(self, notification: Notification) -> None:
        """Show it in place of one with the same key; whether that could be had is told later."""
        if self._thread is None:
            from ryg_app.adapters.notifications.thread import NotificationThread

            self._thread = NotificationThread(self._icon, self._patience_s, self._pass_on)
        self._thread.show(notification)

    def withdraw(self, key: str) -> None:
        """Take it away if it is still there."""
        if self._thread is not None:
            self._thread.withdraw(key)

    def close(self) -> None:
        """Take everything away and end the thread; return within seconds, whatever the desktop does."""
        self._tell = _nobody
        if self._thread is not None:
            self._thread.end()
            self._thread = None

    def _pass_on(self, event: NotificationEvent) -> None:
        self._tell(event)


def _nobody(_event: NotificationEvent) -> None: ...
