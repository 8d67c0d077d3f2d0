"""Taking the coming reminders out, for the calendar of a phone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from ryg_app.domain.errors import FileExistsAlreadyError, NothingToRemindError
from ryg_app.domain.reminder_calendar import ReminderCalendar, calendar_series, next_edition
from ryg_app.domain.reminders import CalendarCopy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ryg_app.application.ports import Clock, ReminderBooks, TextFiles
    from ryg_app.application.reminder_plan import ReminderPlan
    from ryg_app.domain.reminder_times import Topic


class CalendarWriter(Protocol):
    """Makes the file."""

    def compose(self, calendar: ReminderCalendar, titles: Mapping[Topic, str]) -> bytes:
        """Return the file's bytes."""


class CalendarExport:
    """What the pages and ``export OUT.ics`` can do."""

    def __init__(
        self,
        plan: ReminderPlan,
        books: ReminderBooks,
        clock: Clock,
        files: TextFiles,
        writer: CalendarWriter,
        new_id: Callable[[], str],
    ) -> None:
        self._plan = plan
        self._books = books
        self._clock = clock
        self._files = files
        self._writer = writer
        self._new_id = new_id

    def write(self, path: Path, titles: Mapping[Topic, str], *, replace_file: bool = False) -> Path:
        """Write all reminders to the end of the course; return once the file is durable.

        The edition is numbered, durably, before the file is written: a number is never used twice.

        Args:
            path: The file.
            titles: What each reminder is called.
            replace_file: Replace a file that is there.

        Raises:
            NothingToRemindError: No plan is in force, its course is over, or reminders are turned off.
            FileExistsAlreadyError: The file is there already.
            DamagedFileError: The plan can no longer be read.
            NotSavedError: The file could not be written.
        """
        planned = self._plan.until_the_end()
        if not planned:
            raise NothingToRemindError
        if path.exists() and not replace_file:
            raise FileExistsAlreadyError(path.name)
        book = self._books.get()
        copy = book.calendar or CalendarCopy(self._new_id(), 0, ())
        now = self._clock.now()
        series = calendar_series(copy.calendar_id, planned, now.tzinfo)
        now_in = tuple(one.event_id for one in series)
        # Withdrawn ones are remembered: a phone may have slept through the edition that withdrew them.
        ever_in = tuple(dict.fromkeys((*copy.events, *now_in)))
        copy = CalendarCopy(copy.calendar_id, next_edition(copy.sequence, now), ever_in)
        self._books.save(replace(book, calendar=copy))
        withdrawn = tuple(event_id for event_id in ever_in if event_id not in now_in)
        calendar = ReminderCalendar(now, copy.sequence, series, withdrawn)
        self._files.write(path, self._writer.compose(calendar, titles))
        return path
