"""Files written for somebody else: reports, tables, plans, calendars."""

from __future__ import annotations

import secrets
from pathlib import Path

from ryg_app.adapters import disk


class TextFiles:
    """Writes files outside the data folder."""

    def write(self, path: Path, data: bytes) -> None:
        """Write the file whole or not at all; an existing one is replaced, a link's target likewise.

        Raises:
            NotSavedError: Nothing was written.
        """
        target = Path(path).resolve()
        with disk.saving(path.name):
            if target.exists() and not target.is_file():
                # A device or pipe (/dev/stdout) is written to; replacing it would take it from everybody.
                target.write_bytes(data)
            else:
                temporary = target.with_name(f".ryg-{secrets.token_hex(6)}.tmp")
                disk.write_whole(target, data, temporary, disk.ORDINARY_FILE)
