"""The use cases around a patient's data held in memory, and a clock that stands still."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from ryg_app.adapters.plan_file import CheckedPlanFiles
from ryg_app.application.course import Course
from ryg_app.application.diary import Diary
from ryg_app.application.planning import Planning
from ryg_app.application.questions import Questions
from ryg_app.application.reminder_plan import ReminderPlan
from ryg_app.application.reminding import Reminding
from ryg_app.application.reviews import Reviews
from ryg_app.application.today import Today
from ryg_app.domain.errors import DamagedFileError, NotSavedError, NotSavedReason
from tests import builders
from tests.fakes import (
    FakeClock,
    MemoryCourseRecords,
    MemoryDayLogs,
    MemoryPlanShelf,
    MemoryReminderBooks,
    MemoryReminderEvents,
)
from tests.plans import exercises

if TYPE_CHECKING:
    from typing import Any

    from ryg_app.application.ports import Clock
    from ryg_app.domain.course import Adoption, CourseRecord
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.plan import PlanFile

DISK_FULL = NotSavedError("course.json", NotSavedReason.FULL)
ANOTHER_ID = "0a1b2c3d-0000-4000-8000-000000000001"


class LosablePlanShelf(MemoryPlanShelf):
    def lose_everything(self) -> None:
        self._files.clear()


class LosableCourseRecords(MemoryCourseRecords):
    """Can no longer be read after `damage`."""

    _damaged = False

    def damage(self) -> None:
        self._damaged = True

    def get(self) -> CourseRecord:
        if self._damaged:
            raise DamagedFileError("course.json")
        return super().get()


class World:
    """One patient at one computer; `at` moves the clock."""

    def __init__(self, now: str = "2026-11-23 08:00", clock: Clock | None = None) -> None:
        ids = count(1)
        self.clock = FakeClock(builders.at(now))
        clock = clock or self.clock
        self.records = LosableCourseRecords()
        self.days = MemoryDayLogs()
        self.shelf = LosablePlanShelf()
        self.course = Course(self.records, self.shelf, clock)
        self.planning = Planning(self.course, self.records, self.shelf, CheckedPlanFiles(exercises()), clock)
        self.today = Today(self.course, self.days, clock, lambda: f"session-{next(ids)}")
        self.diary = Diary(self.course, self.days, clock, lambda: f"said-{next(ids)}")
        self.questions = Questions(self.records, clock)
        self.reviews = Reviews(self.course, self.records, clock)
        self.reminder_events, self.reminder_books = MemoryReminderEvents(), MemoryReminderBooks()
        kept = (self.reminder_events, self.reminder_books)
        self.reminding = Reminding(self.course, self.today, self.days, *kept, clock)
        self.reminder_plan = ReminderPlan(self.course, self.days, *kept, clock)

    def at(self, text: str) -> None:
        self.clock.set(builders.at(text))

    def adopt(self, **changes: Any) -> Adoption:
        return self.planning.adopt(builders.plan_file(**changes))

    def owed(self, day: str) -> OwedDay:
        owed = self.course.owed(builders.at(f"{day} 12:00").date())
        assert owed is not None
        return owed

    def lose_the_plans(self) -> None:
        """As if somebody had deleted the folder with the plan files."""
        self.shelf.lose_everything()

    def fill_the_disk(self) -> None:
        for disk in (
            self.records,
            self.days,
            self.shelf,
            self.reminder_events,
            self.reminder_books,
        ):
            disk.fail_with = DISK_FULL


def entries(day: OwedDay) -> list[list[tuple[str, int]]]:
    """Return each session of a day as its exercises with their repetitions."""
    return [[(e.entry_id, e.repetitions) for e in session.exercises] for session in day.sessions]


def another_plan(**changes: Any) -> PlanFile:
    return builders.plan_file(plan_id=ANOTHER_ID, title="Another plan", **changes)
