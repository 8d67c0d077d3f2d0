"""The desktop's own notifications."""

from __future__ import annotations

from ryg_app.adapters.notifications.desktop import DesktopNotifications

__all__ = ["DesktopNotifications"]
