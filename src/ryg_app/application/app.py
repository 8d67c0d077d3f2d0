"""Everything the program can do, put together by ``bootstrap``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from ryg_app.application.appointment import AppointmentSheets
    from ryg_app.application.backup import Backups
    from ryg_app.application.course import Course
    from ryg_app.application.diary import Diary
    from ryg_app.application.exporting import Exporting
    from ryg_app.application.handout import Handouts
    from ryg_app.application.library import Library
    from ryg_app.application.planning import Planning
    from ryg_app.application.ports import AlarmClock, Clock, KeepAwake, Notifications, Ticker
    from ryg_app.application.printing import Printing
    from ryg_app.application.progress import Progress
    from ryg_app.application.questions import Questions
    from ryg_app.application.reminder_calendar import CalendarExport
    from ryg_app.application.reminder_plan import ReminderPlan
    from ryg_app.application.reminding import Reminding
    from ryg_app.application.reviews import Reviews
    from ryg_app.application.sessions import Sessions, Trial
    from ryg_app.application.settings import Settings
    from ryg_app.application.today import Today


@dataclass(frozen=True, slots=True)
class OpenedLog:
    """A patient's log file, opened to be read.

    Attributes:
        file_name: Its name, without the folder.
        made: When it was written.
        first: First diary day of its period.
        last: Last diary day of its period.
    """

    file_name: str
    made: datetime
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Reminders:
    """All about reminders.

    Attributes:
        reminding: What is to be shown now, and what the patient answers.
        plan: The coming ones, the past ones, and the patient's own times.
        calendar: The same for the calendar of a phone.
        new_alarm_clock: Makes the alarm clock on an event loop; it loads its library only then.
    """

    reminding: Reminding
    plan: ReminderPlan
    calendar: CalendarExport
    new_alarm_clock: Callable[[Ticker], AlarmClock]


@dataclass(frozen=True, slots=True)
class App:
    """The use cases, for the pages and the commands.

    Attributes:
        assets: The folder with everything the program brings along.
        recovered: Names of damaged files that an older generation was opened for.
        close: Lets go of the data folder; call it once, at the end.
        log: The log file that is shown instead of this computer's own diary; then nothing can be saved.
    """

    assets: Path
    clock: Clock
    course: Course
    today: Today
    diary: Diary
    progress: Progress
    appointment: AppointmentSheets
    printing: Printing
    planning: Planning
    questions: Questions
    reviews: Reviews
    reminders: Reminders
    sessions: Sessions
    trial: Trial
    library: Library
    handouts: Handouts
    exporting: Exporting
    backups: Backups
    settings: Settings
    keep_awake: KeepAwake
    notifications: Notifications
    recovered: Callable[[], tuple[str, ...]]
    close: Callable[[], None]
    log: OpenedLog | None = None
