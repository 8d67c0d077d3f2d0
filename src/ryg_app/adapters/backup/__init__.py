"""Backups: everything the program keeps in one file, and back again."""

from __future__ import annotations

from ryg_app.adapters.backup.folder import BackupFolder
from ryg_app.adapters.backup.swap import Swap

__all__ = ["BackupFolder", "Swap"]
