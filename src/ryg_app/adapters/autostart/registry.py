"""The current user's part of the Windows registry."""

from __future__ import annotations

import contextlib
import sys

if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """Reads and writes single values."""

        def read(self, key: str, name: str) -> str | bytes | None:
            """Return a value, or ``None``."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, _kind = winreg.QueryValueEx(opened, name)
            except OSError:
                return None
            return value if isinstance(value, str | bytes) else None

        def write(self, key: str, name: str, value: str) -> None:
            """Set a text value; the key is made if need be."""
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def delete(self, key: str, name: str) -> None:
            """Delete a value, if it is there."""
            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, name)
