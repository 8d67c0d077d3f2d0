"""*Indstillinger*: the choices for this computer, and where everything is kept."""

from __future__ import annotations

from ryg_app.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
