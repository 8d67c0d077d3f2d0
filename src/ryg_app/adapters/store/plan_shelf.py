"""The adopted plan files, kept byte for byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ryg_app.adapters import disk
from ryg_app.domain.errors import DamagedFileError, FileRefusedError, NotSavedError, NotSavedReason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ryg_app.domain.plan import PlanFile

SUFFIX = ".rygplan"
_NAME = re.compile(r"[0-9A-Za-z-]{1,64}-r[1-9][0-9]{0,8}\.rygplan")


class PlanFolder:
    """The plan files of one data folder, by identifier and revision."""

    def __init__(
        self, folder: Path, parse: Callable[[bytes, str], PlanFile], *, read_only: bool = False
    ) -> None:
        self._folder = folder
        self._parse = parse
        self._read_only = read_only
        self._kept: dict[str, PlanFile] = {}

    def put(self, plan_file: PlanFile) -> None:
        """Keep the file under its identifier and revision; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        name = _name_of(plan_file.plan.plan_id, plan_file.plan.revision)
        if self._read_only or _NAME.fullmatch(name) is None:
            reason = NotSavedReason.READ_ONLY if self._read_only else NotSavedReason.OTHER
            raise NotSavedError(name, reason)
        path = self._folder / name
        self._kept.pop(name, None)
        with disk.saving(name):
            self._folder.mkdir(mode=disk.PRIVATE_FOLDER, exist_ok=True)
            disk.write_whole(path, plan_file.raw, path.with_name(f"{name}.tmp"))
        disk.sync_folder(self._folder.parent)
        self._kept[name] = plan_file

    def get(self, plan_id: str, revision: int) -> PlanFile:
        """Return a kept file.

        Raises:
            DamagedFileError: It is gone or can no longer be read.
        """
        name = _name_of(plan_id, revision)
        if name not in self._kept:
            self._kept[name] = self._read(name)
        return self._kept[name]

    def _read(self, name: str) -> PlanFile:
        if _NAME.fullmatch(name) is None:
            raise DamagedFileError(name, "not a name of ours")
        try:
            plan_file = self._parse((self._folder / name).read_bytes(), name)
        except (OSError, FileRefusedError) as error:
            raise DamagedFileError(name, str(error)) from error
        if _name_of(plan_file.plan.plan_id, plan_file.plan.revision) != name:
            raise DamagedFileError(name, "it holds another plan")
        return plan_file


def _name_of(plan_id: str, revision: int) -> str:
    return f"{plan_id}-r{revision}{SUFFIX}"
