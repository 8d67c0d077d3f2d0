"""A value under the user's Run key.

Source: https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys (260 characters at
most). Task Manager keeps what the user has switched off there beside it, under ``StartupApproved``: a binary
value whose first byte is odd.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Protocol

from ryg_app.adapters import disk
from ryg_app.domain.errors import AutostartRefusedError, AutostartRefusedReason

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
LONGEST_COMMAND = 260


class Registry(Protocol):
    """What is needed of the current user's part of the registry."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """Return a value, or ``None``."""

    def write(self, key: str, name: str, value: str) -> None:
        """Set a text value; the key is made if need be."""

    def delete(self, key: str, name: str) -> None:
        """Delete a value, if it is there."""


class RunKey:
    """One value under the Run key."""

    def __init__(self, name: str, command: Sequence[str], registry: Registry) -> None:
        self._name = name
        self._command = tuple(command)
        self._registry = registry

    def is_on(self) -> bool:
        """Tell whether the value is there, starts this very program, and has not been switched off."""
        if self._registry.read(RUN, self._name) != subprocess.list2cmdline(self._command):
            return False
        approved = self._registry.read(APPROVED, self._name)
        return not (isinstance(approved, bytes) and approved[:1] and approved[0] % 2 == 1)

    def turn_on(self) -> None:
        """Set the value, also where Task Manager had switched it off.

        Raises:
            AutostartRefusedError: The command is longer than Windows takes.
            NotSavedError: The registry did not take it.
        """
        line = run_value(self._command)
        with disk.saving(self._name):
            self._registry.write(RUN, self._name, line)
            self._registry.delete(APPROVED, self._name)

    def turn_off(self) -> None:
        """Delete the value, if it is there.

        Raises:
            NotSavedError: The registry did not let it be deleted.
        """
        with disk.saving(self._name):
            self._registry.delete(RUN, self._name)
            self._registry.delete(APPROVED, self._name)


def run_value(command: Sequence[str]) -> str:
    """Return the command as one line.

    Raises:
        AutostartRefusedError: It is longer than Windows takes.
    """
    line = subprocess.list2cmdline(command)
    if len(line) > LONGEST_COMMAND:
        raise AutostartRefusedError(AutostartRefusedReason.LENGTH, command[0])
    return line
