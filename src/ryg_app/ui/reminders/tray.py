"""The icon in the tray, where the desktop has one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusServiceWatcher
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from ryg_app.wording.catalogues import Words

WATCHER = "org.kde.StatusNotifierWatcher"
TAKES_OVER_WITHIN_MS = 3000
"""A desktop that is started anew brings its tray back within that time."""


class Tray(QObject):
    """`came` and `went` tell when a desktop gets a tray, or loses it.

    Args:
        icon: The program's own.
        window: What the menu belongs to.
        is_available: Whether the desktop has a tray now.
    """

    came = Signal()
    went = Signal()
    open_clicked = Signal()
    quiet_clicked = Signal()
    quit_clicked = Signal()

    def __init__(
        self,
        icon: QIcon,
        window: QWidget,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._picture = icon
        self._is_available = is_available
        self._icon: QSystemTrayIcon | None = None
        self._watcher: QDBusServiceWatcher | None = None
        self.menu = QMenu(window)
        self.next = QAction(self.menu)
        self.next.setEnabled(False)
        self.open, self.quiet, self.quit = (QAction(self.menu) for _ in range(3))
        self.open.triggered.connect(self.open_clicked)
        self.quiet.triggered.connect(self.quiet_clicked)
        self.quit.triggered.connect(self.quit_clicked)
        self._fill_menu()

    @property
    def is_there(self) -> bool:
        """Whether the icon can be seen."""
        return self._icon is not None

    def look(self) -> bool:
        """Put the icon there if there is a tray, or take it away; tell whether it is there.

        Qt does not do it by itself: an icon shown while there was no tray is never seen.
        """
        if self._is_available() == self.is_there:
            return self.is_there
        if self._icon is None:
            self._put_up()
            self.came.emit()
        else:
            self._take_down()
            self.went.emit()
        return self.is_there

    def watch(self) -> None:
        """Notice it when the desktop gets a tray later, as it does when everything starts together."""
        self.look()
        if sys.platform != "linux" or self._watcher is not None:
            return
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            mode = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
            self._watcher = QDBusServiceWatcher(WATCHER, bus, mode, self)
            self._watcher.serviceOwnerChanged.connect(self._on_owner_changed)

    def speak(self, words: Words) -> None:
        """Put the menu into words."""
        _ = words.gettext
        self.open.setText(_("Open RygApp"))
        self.quit.setText(_("Quit RygApp"))

    def show_state(self, following: str, quiet: str) -> None:
        """Show which reminder comes next, and what the line about quiet says; an empty one is left out."""
        self.next.setText(following)
        self.quiet.setText(quiet)
        self.quiet.setVisible(bool(quiet))
        if self._icon is not None:
            self._icon.setToolTip(f"RygApp\n{following}")

    def tell(self, title: str, message: str) -> None:
        """Show a message beside the icon; nothing happens without one."""
        if self._icon is not None:
            self._icon.showMessage(title, message, self._picture)

    def put_away(self) -> None:
        """Take the icon away for good."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._take_down()

    def _fill_menu(self) -> None:
        self.menu.addAction(self.next)
        self.menu.addSeparator()
        for action in (self.open, self.quiet, self.quit):
            self.menu.addAction(action)

    def _put_up(self) -> None:
        self._icon = icon = QSystemTrayIcon(self._picture, self)
        icon.setContextMenu(self.menu)
        icon.setToolTip("RygApp")
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.open_clicked)
        icon.show()

    def _take_down(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS a click opens the menu already.
        reasons = QSystemTrayIcon.ActivationReason
        if sys.platform != "darwin" and reason in {reasons.Trigger, reasons.DoubleClick}:
            self.open_clicked.emit()

    @Slot(str, str, str)
    def _on_owner_changed(self, _service: str, _before: str, now: str) -> None:
        QTimer.singleShot(0 if now else TAKES_OVER_WITHIN_MS, self, self.look)
