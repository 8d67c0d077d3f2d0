"""Files written for somebody else: reports, tables, plans, calendars."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app.adapters import disk

if TYPE_CHECKING:
    from collections.abc import Mapping


class TextFiles:
    """Writes files outside the data folder."""

    def write(self, path: Path, data: bytes) -> None:
        """Write the file whole or not at all; an existing one is replaced, a link's target likewise.

        Raises:
            NotSavedError: Nothing was written.
        """
        self.write_together({path: data})

    def write_together(self, files: Mapping[Path, bytes]) -> None:
        """Write files that belong together: all of them are on the disk before the first gets its name.

        Raises:
            NotSavedError: One could not be written. On a full disk there is none of them.
        """
        prepared: list[tuple[Path, Path, str]] = []
        try:
            for path, data in files.items():
                with disk.saving(path.name):
                    self._prepare(Path(path).resolve(), data, path.name, prepared)
            for temporary, target, name in prepared:
                with disk.saving(name):
                    disk.replace_patiently(temporary, target)
        except BaseException:
            for temporary, _target, _name in prepared:
                disk.remove_quietly(temporary)
            raise
        for folder in {target.parent for _temporary, target, _name in prepared}:
            disk.sync_folder(folder)

    def _prepare(self, target: Path, data: bytes, name: str, prepared: list[tuple[Path, Path, str]]) -> None:
        if target.exists() and not target.is_file():
            # A device or pipe (/dev/stdout) is written to; replacing it would take it from everybody.
            target.write_bytes(data)
            return
        temporary = target.with_name(f".ryg-{secrets.token_hex(6)}.tmp")
        prepared.append((temporary, target, name))
        disk.write_synced(temporary, data, disk.ORDINARY_FILE)
