"""Starting together with the computer: an entry of the operating system's own kind, one per data folder."""

from __future__ import annotations

from ryg_app.adapters.autostart.choice import autostart_of

__all__ = ["autostart_of"]
