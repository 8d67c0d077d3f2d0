"""What the use cases need from the outside, named for the role; adapters and ``ui`` fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.notification import Notification, NotificationEvent
    from ryg_app.domain.plan import Plan, PlanFile
    from ryg_app.domain.preferences import Preferences
    from ryg_app.domain.reminders import ReminderBook, ReminderEvent
    from ryg_app.domain.session import OpenSession
    from ryg_app.domain.voice import Clip


class Clock(Protocol):
    """The only one who knows what time it is."""

    def now(self) -> datetime:
        """Return the local wall time, with its zone."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow, from some start."""


class DayLogs(Protocol):
    """The diary days on disk."""

    def get(self, day: date) -> DayLog:
        """Return the day, empty if nothing was kept of it."""

    def between(self, first: date, last: date) -> tuple[DayLog, ...]:
        """Return the days that hold anything, both ends included, in order."""

    def every(self) -> tuple[DayLog, ...]:
        """Return all days that hold anything, in order."""

    def save(self, log: DayLog) -> None:
        """Write the day; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """


class CourseRecords(Protocol):
    """The course record on disk."""

    def get(self) -> CourseRecord:
        """Return it, empty before the first adoption."""

    def save(self, record: CourseRecord) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """


class ReminderEvents(Protocol):
    """What became of each reminder, on disk."""

    def get(self, day: date) -> tuple[ReminderEvent, ...]:
        """Return the transitions of a diary day's reminders, in the order they were recorded."""

    def between(self, first: date, last: date) -> tuple[ReminderEvent, ...]:
        """Return the transitions of those days, both ends included, day by day."""

    def save(self, days: Mapping[date, tuple[ReminderEvent, ...]]) -> None:
        """Write the transitions of some days; return only once they are durable.

        Raises:
            NotSavedError: Not all of them were written.
        """


class ReminderBooks(Protocol):
    """What the patient has chosen about reminders, on disk."""

    def get(self) -> ReminderBook:
        """Return it, or the defaults."""

    def save(self, book: ReminderBook) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """


class AlarmClock(Protocol):
    """Rings once at a moment, and whenever the computer's clock or its zone has been changed."""

    def start(self, ring: Callable[[], None]) -> None:
        """Begin; ``ring`` is called from the event loop, never from within another call."""

    def set(self, at: datetime | None) -> None:
        """Ring at that moment instead of any other; ``None`` sets nothing."""

    def stop(self) -> None:
        """Ring no more."""


class Ticker(Protocol):
    """The event loop, as the alarm clock needs it."""

    def call_in(self, seconds: float, beat: Callable[[], None]) -> None:
        """Call ``beat`` once after that time, instead of any call still waiting."""

    def post(self, call: Callable[[], None]) -> None:
        """Make a call when the present one has returned."""

    def stop(self) -> None:
        """Forget the call that is waiting."""


class OpenSessions(Protocol):
    """The session under way, if there is one."""

    def get(self) -> OpenSession | None:
        """Return it, or ``None``."""

    def save(self, opened: OpenSession) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """

    def clear(self) -> None:
        """Forget it.

        Raises:
            NotSavedError: It still stands on disk.
        """


class PreferencesStore(Protocol):
    """What the patient has chosen for this computer."""

    def get(self) -> Preferences:
        """Return the choices, or the defaults."""

    def save(self, preferences: Preferences) -> None:
        """Write them; return only once they are durable.

        Raises:
            NotSavedError: Nothing was written.
        """


class PlanShelf(Protocol):
    """The adopted plan files, kept as they came."""

    def put(self, plan_file: PlanFile) -> None:
        """Keep the file under its identifier and revision; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """

    def get(self, plan_id: str, revision: int) -> PlanFile:
        """Return a kept file.

        Raises:
            DamagedFileError: It is gone or can no longer be read.
        """


class PlanFiles(Protocol):
    """Plan files outside the data folder."""

    def read(self, path: Path) -> PlanFile:
        """Read and check a file.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """

    def parse(self, data: bytes, file_name: str) -> PlanFile:
        """Check a file's bytes.

        Raises:
            FileRefusedError: They were not taken; every problem is named.
        """

    def compose(self, plan: Plan, pictures: Mapping[str, bytes]) -> bytes:
        """Return the bytes of a plan file."""


class TextFiles(Protocol):
    """Files written for somebody else."""

    def write(self, path: Path, data: bytes) -> None:
        """Write the file whole or not at all; an existing one is replaced.

        Raises:
            NotSavedError: Nothing was written.
        """


class Voices(Protocol):
    """The spoken clips."""

    def clips(self, language: str) -> Mapping[str, Clip]:
        """Return the clips of ``da`` or ``en`` by name; one that cannot be read is left out."""


class KeepAwake(Protocol):
    """Keeps the display on while somebody exercises."""

    def hold(self) -> AbstractContextManager[bool]:
        """Return a context in which the display stays on; it yields whether that could be had."""


class Notifications(Protocol):
    """The desktop's own notifications, outside the program's window."""

    def listen(self, tell: Callable[[NotificationEvent], None]) -> None:
        """Let ``tell`` know what becomes of each; it may be called in any thread."""

    def show(self, notification: Notification) -> None:
        """Show it in place of one with the same key; whether that could be had is told later."""

    def withdraw(self, key: str) -> None:
        """Take it away if it is still there."""

    def close(self) -> None:
        """Take everything away, and tell nothing more."""


class Autostart(Protocol):
    """The operating system's entry that starts the program together with the computer."""

    def is_on(self) -> bool:
        """Tell, from what stands there now, whether this program will be started."""

    def turn_on(self) -> None:
        """Make the entry, or set it right.

        Raises:
            AutostartRefusedError: The program lies where no entry can point to.
            NotSavedError: The system did not take it.
        """

    def turn_off(self) -> None:
        """Take the entry away, if there is one.

        Raises:
            NotSavedError: It still stands.
        """


class DataFolder(Protocol):
    """The folder that holds everything the program keeps."""

    @property
    def path(self) -> Path:
        """Where it is."""

    def erase(self) -> None:
        """Delete everything in it, backups and log files included.

        Raises:
            NotSavedError: Something is left.
        """

    def in_use(self) -> bool:
        """Tell whether another RygApp has it open for writing."""

    def health(self) -> tuple[FileHealth, ...]:
        """Return the state of each file of ours, without changing any."""


class FileHealth(Protocol):
    """The state of one file."""

    @property
    def name(self) -> str:
        """Its name in the folder."""

    @property
    def good(self) -> bool:
        """Whether its newest generation can be read."""

    @property
    def previous_good(self) -> bool:
        """Whether its previous generation can be read."""
