"""Stand-ins for the clock and the disk that a test can hold in its head."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ryg_app.domain.course import CourseRecord
from ryg_app.domain.diary import DayLog
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.notification import NotificationEvent, NotificationEventKind
from ryg_app.domain.preferences import Preferences
from ryg_app.domain.reminders import ReminderBook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from ryg_app.domain.errors import NotSavedError, RygAppError
    from ryg_app.domain.notification import Notification
    from ryg_app.domain.plan import PlanFile
    from ryg_app.domain.reminders import ReminderEvent
    from ryg_app.domain.session import OpenSession
    from ryg_app.domain.voice import Clip

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
A_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=COPENHAGEN)


class FakeClock:
    """Stands still until it is told to move."""

    def __init__(self, now: datetime = A_MORNING, monotonic: float = 1000.0) -> None:
        self._now = self._here(now)
        self._monotonic = monotonic

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def localize(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=COPENHAGEN)

    def set(self, now: datetime) -> None:
        """Move the wall alone, as a suspend or somebody at the clock does."""
        self._now = self._here(now)

    def advance(self, seconds: float) -> None:
        self._now = (self._now.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(COPENHAGEN)
        self._monotonic += seconds

    def _here(self, moment: datetime) -> datetime:
        return self.localize(moment) if moment.tzinfo is None else moment.astimezone(COPENHAGEN)


class FakeVoices:
    """Has the clips it is given, in every language."""

    def __init__(self, clips: Mapping[str, Clip] | None = None) -> None:
        self._clips = clips or {}

    def clips(self, language: str) -> Mapping[str, Clip]:
        del language
        return self._clips


class FakeAutostart:
    """An entry in memory; refuses while ``fail_with`` is set."""

    def __init__(self, *, on: bool = False) -> None:
        self.on = on
        self.fail_with: RygAppError | None = None

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> None:
        self._set(on=True)

    def turn_off(self) -> None:
        self._set(on=False)

    def _set(self, *, on: bool) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.on = on


class FakeNotifications:
    """A desktop that shows every notification, or none while ``works`` is not set."""

    def __init__(self) -> None:
        self.works = True
        self.shown: dict[str, Notification] = {}
        self.times_shown = 0
        self.tell: Callable[[NotificationEvent], None] = lambda _event: None

    def listen(self, tell: Callable[[NotificationEvent], None]) -> None:
        self.tell = tell

    def show(self, notification: Notification) -> None:
        kind = NotificationEventKind.SHOWN if self.works else NotificationEventKind.FAILED
        if self.works:
            self.shown[notification.key] = notification
            self.times_shown += 1
        self.tell(NotificationEvent(notification.key, kind))

    def press(self, button: str, key: str = "reminder") -> None:
        """Press a button as the person would; the notification goes away by that."""
        assert button in dict(self.shown.pop(key).buttons)
        self.tell(NotificationEvent(key, NotificationEventKind.PRESSED, button))

    def withdraw(self, key: str) -> None:
        self.shown.pop(key, None)

    def close(self) -> None:
        self.shown.clear()


class _Disk:
    """Counts what was written; refuses while ``fail_with`` is set."""

    def __init__(self) -> None:
        self.fail_with: NotSavedError | None = None
        self.writes = 0

    def _write(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.writes += 1


class MemoryDayLogs(_Disk):
    def __init__(self, logs: Iterable[DayLog] = ()) -> None:
        super().__init__()
        self._logs = {log.day: log for log in logs}

    def get(self, day: date) -> DayLog:
        return self._logs.get(day, DayLog(day))

    def between(self, first: date, last: date) -> tuple[DayLog, ...]:
        return tuple(log for log in self.every() if first <= log.day <= last)

    def every(self) -> tuple[DayLog, ...]:
        return tuple(log for day, log in sorted(self._logs.items()) if log != DayLog(day))

    def save(self, log: DayLog) -> None:
        self._write()
        self._logs[log.day] = log


class MemoryCourseRecords(_Disk):
    def __init__(self, record: CourseRecord | None = None) -> None:
        super().__init__()
        self._record = record or CourseRecord()

    def get(self) -> CourseRecord:
        return self._record

    def save(self, record: CourseRecord) -> None:
        self._write()
        self._record = record


class MemoryOpenSessions(_Disk):
    def __init__(self, opened: OpenSession | None = None) -> None:
        super().__init__()
        self._opened = opened

    def get(self) -> OpenSession | None:
        return self._opened

    def save(self, opened: OpenSession) -> None:
        self._write()
        self._opened = opened

    def clear(self) -> None:
        self._write()
        self._opened = None


class MemoryPreferences(_Disk):
    def __init__(self, preferences: Preferences | None = None) -> None:
        super().__init__()
        self._preferences = preferences or Preferences()

    def get(self) -> Preferences:
        return self._preferences

    def save(self, preferences: Preferences) -> None:
        self._write()
        self._preferences = preferences


class MemoryReminderEvents(_Disk):
    def __init__(self) -> None:
        super().__init__()
        self._days: dict[date, tuple[ReminderEvent, ...]] = {}

    def get(self, day: date) -> tuple[ReminderEvent, ...]:
        return self._days.get(day, ())

    def between(self, first: date, last: date) -> tuple[ReminderEvent, ...]:
        return tuple(e for day in sorted(self._days) if first <= day <= last for e in self._days[day])

    def save(self, days: Mapping[date, tuple[ReminderEvent, ...]]) -> None:
        self._write()
        self._days.update(days)


class MemoryReminderBooks(_Disk):
    def __init__(self) -> None:
        super().__init__()
        self._book = ReminderBook()

    def get(self) -> ReminderBook:
        return self._book

    def save(self, book: ReminderBook) -> None:
        self._write()
        self._book = book


class MemoryPlanShelf(_Disk):
    def __init__(self, plan_files: Iterable[PlanFile] = ()) -> None:
        super().__init__()
        self._files = {(kept.plan.plan_id, kept.plan.revision): kept for kept in plan_files}

    def put(self, plan_file: PlanFile) -> None:
        self._write()
        self._files[plan_file.plan.plan_id, plan_file.plan.revision] = plan_file

    def get(self, plan_id: str, revision: int) -> PlanFile:
        try:
            return self._files[plan_id, revision]
        except KeyError:
            name = f"{plan_id}-{revision}.rygplan"
            raise DamagedFileError(name) from None
