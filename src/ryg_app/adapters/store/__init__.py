"""Everything the program keeps of a patient, on disk."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ryg_app.adapters.store import generation, plan_shelf
from ryg_app.adapters.store.clinic import ClinicFiles
from ryg_app.adapters.store.course import CourseFile
from ryg_app.adapters.store.database import Databases
from ryg_app.adapters.store.days import DayLogFiles
from ryg_app.adapters.store.migrations import schema_of
from ryg_app.adapters.store.open_session import OpenSessionFile
from ryg_app.adapters.store.plan_shelf import PlanFolder
from ryg_app.adapters.store.preferences import PreferencesFile
from ryg_app.adapters.store.reminders import ReminderBookFile, ReminderEventsFile
from ryg_app.adapters.store.schemas import MIGRATIONS
from ryg_app.adapters.store.storage import PREVIOUS
from ryg_app.domain.errors import FileRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ryg_app.adapters.store.migrations import Migrations
    from ryg_app.domain.plan import PlanFile

__all__ = ["MIGRATIONS", "PLANS", "ClinicFiles", "Store", "is_good_file", "newest_good", "open_store"]

PLANS, RECORDING = "plans", ".wav"


@dataclass(frozen=True, slots=True)
class Store:
    """What is kept in one data folder; each part reads its file when it is first asked."""

    days: DayLogFiles
    course: CourseFile
    open_session: OpenSessionFile
    preferences: PreferencesFile
    reminder_events: ReminderEventsFile
    reminder_book: ReminderBookFile
    plans: PlanFolder
    _databases: Databases = field(repr=False)

    @property
    def recovered(self) -> tuple[str, ...]:
        """Names of the damaged files read so far; an older generation was opened, or the file begun anew."""
        return self._databases.recovered

    def close(self) -> None:
        """Let go of every file; everything saved is durable already."""
        self._databases.close()


def open_store(
    folder: Path,
    parse_plan: Callable[[bytes, str], PlanFile],
    *,
    read_only: bool = False,
    migrations: Mapping[str, Migrations] = MIGRATIONS,
) -> Store:
    """Open a data folder; the caller holds its lock unless ``read_only``, which writes nothing at all."""
    databases = Databases(folder, migrations, read_only=read_only)
    return Store(
        DayLogFiles(databases),
        CourseFile(databases),
        OpenSessionFile(databases),
        PreferencesFile(databases),
        ReminderEventsFile(databases),
        ReminderBookFile(databases),
        PlanFolder(folder / PLANS, parse_plan, read_only=read_only),
        databases,
    )


def is_good_file(path: Path, parse_plan: Callable[[bytes, str], PlanFile]) -> bool:
    """Tell whether a file of the data folder is there and is whole, without changing anything."""
    try:
        if path.suffix == plan_shelf.SUFFIX:
            parse_plan(path.read_bytes(), path.name)
        else:
            schema_of(generation.read(path))
    except (OSError, ValueError, FileRefusedError):
        return False
    return True


def newest_good(path: Path, parse_plan: Callable[[bytes, str], PlanFile]) -> bytes | None:
    """Return the newest good generation of a file of the data folder, or ``None`` when none is left.

    Nothing is changed, so it may be asked while another thread or process writes. A recording is taken as it
    is: nothing in it tells whether it is whole.
    """
    if path.suffix == RECORDING:
        return path.read_bytes()
    for generation_of in (path, path.with_name(f"{path.name}{PREVIOUS}")):
        if is_good_file(generation_of, parse_plan):
            with contextlib.suppress(OSError):
                return generation_of.read_bytes()
    return None
