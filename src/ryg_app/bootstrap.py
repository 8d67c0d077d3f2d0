"""Puts the program together: which adapter stands behind which use case. Tests pass their own."""

from __future__ import annotations

import uuid
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app import __version__
from ryg_app.adapters.autostart import autostart_of
from ryg_app.adapters.backup import BackupFolder, Swap
from ryg_app.adapters.calendar_file import CalendarFiles
from ryg_app.adapters.catalogue import (
    load_contacts,
    load_exercises,
    load_intended_use,
    load_red_flags,
    load_templates,
)
from ryg_app.adapters.clock import StoppedClock, SystemClock
from ryg_app.adapters.fhir import CodeFiles, FhirDocuments
from ryg_app.adapters.folder import DataFolder, default_data_folder
from ryg_app.adapters.keep_awake import WakeLock
from ryg_app.adapters.log_file import LogFiles, LoggedCourse, LoggedDays, LoggedPlans
from ryg_app.adapters.notifications import DesktopNotifications
from ryg_app.adapters.plan_file import CheckedPlanFiles
from ryg_app.adapters.plan_table import read_plan_table
from ryg_app.adapters.store import is_good_file, newest_good, open_store
from ryg_app.adapters.store.describing import describe
from ryg_app.adapters.tables import CsvTables, Workbooks
from ryg_app.adapters.text_files import TextFiles
from ryg_app.adapters.voice import VoiceFiles
from ryg_app.application.app import App, OpenedLog, Reminders
from ryg_app.application.appointment import AppointmentSheets
from ryg_app.application.backup import Backups
from ryg_app.application.course import Course
from ryg_app.application.diary import Diary
from ryg_app.application.exporting import Exporting, Writers
from ryg_app.application.handout import Handouts
from ryg_app.application.library import Library
from ryg_app.application.planning import Planning
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
from ryg_app.domain.errors import RestoreUnfinishedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ryg_app.adapters.store import Store
    from ryg_app.application.ports import AlarmClock, Clock, CourseRecords, DayLogs, PlanShelf, Ticker
    from ryg_app.application.printing import Paper
    from ryg_app.domain.backup import BackupContents
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan_settings import PlanSettings
    from ryg_app.domain.template import Template


def assets_folder() -> Path:
    """Return the folder with what the program brings along, in a wheel as in a checkout."""
    bundled = Path(__file__).parent / "assets"
    return bundled if bundled.is_dir() else Path(__file__).parents[2] / "assets"


def default_folder() -> Path:
    """Return where the patient's data is kept unless another folder is named."""
    return default_data_folder()


@dataclass(frozen=True, slots=True)
class Tools:
    """What works without a data folder: plan files, the catalogue, the clock, paper where there is any."""

    plan_files: CheckedPlanFiles
    text_files: TextFiles
    exercises: Mapping[str, Exercise]
    templates: Mapping[str, Template]
    clock: Clock
    assets: Path
    paper: Callable[[], Paper] | None = None

    def plan_table(self, path: Path) -> tuple[PlanSettings, ...]:
        """Read a table of settings, one plan a row.

        Raises:
            FileRefusedError: It is no table.
            TableRefusedError: Cells are wrong; every one is named.
        """
        return read_plan_table(path, self.templates)


def open_tools(
    assets: Path | None = None, clock: Clock | None = None, paper: Callable[[], Paper] | None = None
) -> Tools:
    """Put together what works without a data folder."""
    found = assets or assets_folder()
    exercises = load_exercises(found)
    templates = load_templates(found, exercises)
    files = CheckedPlanFiles(exercises), TextFiles()
    return Tools(*files, exercises, templates, clock or SystemClock(), found, paper)


def open_app(
    folder: Path | None = None,
    *,
    writing: bool,
    clock: Clock | None = None,
    assets: Path | None = None,
    paper: Callable[[], Paper] | None = None,
) -> App:
    """Open a data folder and put the program together around it.

    Args:
        folder: Where the patient's data is; the user's own place by default.
        writing: Take the folder's lock; without it nothing in the folder is changed.
        clock: Another clock than the computer's.
        assets: Another folder with what the program brings along.
        paper: Makes what puts sheets on paper, when the first is wanted; without it there are none.

    Raises:
        FolderInUseError: Another RygApp writes in the folder.
        FolderUnusableError: The folder cannot be made or written.
        NotSavedError: A restore was cut short, and could not be finished now either.
        RestoreUnfinishedError: A restore was cut short, and only a writer may finish it.
    """
    tools = open_tools(assets, clock, paper)
    parse = tools.plan_files.parse
    data = DataFolder(folder or default_folder(), lambda path: is_good_file(path, parse))
    if writing:
        data.prepare()
        data.lock.acquire()
    with ExitStack() as if_it_fails:
        if_it_fails.callback(data.lock.release)
        _finish_restoring(_swap(data, tools), writing=writing)
        store = open_store(data.path, parse, read_only=not writing)
        app = _put_together(tools, data, store, _Kept(store.days, store.course, store.plans))
        if_it_fails.pop_all()
    return app


def open_log(
    path: Path,
    *,
    clock: Clock | None = None,
    assets: Path | None = None,
    paper: Callable[[], Paper] | None = None,
) -> App:
    """Read a patient's log file and put the program together around it, as of the end of its period.

    Nothing can be saved: what would write raises `NotSavedError`, and the file is left as it is.

    Args:
        path: The ``.ryglog`` file.
        clock: Another clock than the computer's, for its time zone.
        assets: Another folder with what the program brings along.
        paper: As for `open_app`.

    Raises:
        FileRefusedError: It is not a good log file; every problem is named.
    """
    tools = open_tools(assets, clock, paper)
    log = LogFiles(tools.plan_files.from_document).read(path)
    tools = replace(tools, clock=StoppedClock(log.as_of, tools.clock.now().tzinfo))
    kept = _Kept(LoggedDays(log, path.name), LoggedCourse(log, path.name), LoggedPlans(log, path.name))
    # Preferences and a session under way belong to a computer, not to a log: that folder is not there.
    data = DataFolder(tools.assets / "no-folder", lambda _path: True)
    store = open_store(data.path, tools.plan_files.parse, read_only=True)
    app = _put_together(tools, data, store, kept)
    return replace(app, log=OpenedLog(path.name, log.made, log.first, log.last))


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a patient: in the data folder, or in a log file."""

    days: DayLogs
    course: CourseRecords
    plans: PlanShelf


def _put_together(tools: Tools, data: DataFolder, store: Store, kept: _Kept) -> App:
    clock, days, preferences = tools.clock, kept.days, store.preferences
    course, voices = Course(kept.course, kept.plans, clock), VoiceFiles(tools.assets, data.path)
    progress = Progress(course, days, tools.exercises, clock)
    notifications = DesktopNotifications(tools.assets / "icons" / "ryg-app.png")
    return App(
        assets=tools.assets,
        clock=clock,
        course=course,
        today=Today(course, days, clock, _new_id),
        diary=Diary(course, days, clock, _new_id),
        progress=progress,
        appointment=AppointmentSheets(course, days, progress),
        printing=Printing(tools.paper, tools.text_files),
        planning=Planning(course, kept.course, kept.plans, tools.plan_files, clock),
        questions=Questions(kept.course, clock),
        reviews=Reviews(course, kept.course, clock),
        reminders=_reminders(course, days, store, tools),
        sessions=Sessions(course, days, store.open_session, preferences, clock, _new_id, voices),
        trial=Trial(clock, preferences, voices),
        library=_library(course, tools),
        handouts=handouts(tools),
        exporting=_exporting(course, days, tools),
        backups=_backups(data, tools),
        settings=Settings(preferences, data, voices, autostart_of(data.path, default_folder())),
        keep_awake=WakeLock(),
        notifications=notifications,
        recovered=lambda: store.recovered,
        close=partial(_close, notifications, store, data),
    )


def _close(notifications: DesktopNotifications, store: Store, data: DataFolder) -> None:
    with ExitStack() as closing:
        for let_go in (data.lock.release, store.close, notifications.close):
            closing.callback(let_go)


def _reminders(course: Course, days: DayLogs, store: Store, tools: Tools) -> Reminders:
    events, book, clock = store.reminder_events, store.reminder_book, tools.clock
    today = Today(course, days, clock, _new_id)
    plan = ReminderPlan(course, days, events, book, clock)
    return Reminders(
        Reminding(course, today, days, events, book, clock),
        plan,
        CalendarExport(plan, book, clock, tools.text_files, CalendarFiles(), _new_id),
        lambda ticker: _alarm_clock(clock, ticker),
    )


def _alarm_clock(clock: Clock, ticker: Ticker) -> AlarmClock:
    # The scheduler takes longer to load than the window may take to come.
    from ryg_app.adapters.alarm import SchedulerAlarmClock

    return SchedulerAlarmClock(clock, ticker)


def _library(course: Course, tools: Tools) -> Library:
    contacts, flags = load_contacts(tools.assets), load_red_flags(tools.assets)
    use = load_intended_use(tools.assets)
    return Library(course, tools.exercises, tools.templates, contacts, flags, use)


def handouts(tools: Tools) -> Handouts:
    """Return what makes exercise sheets; no data folder is needed."""
    return Handouts(tools.exercises, load_red_flags(tools.assets), load_contacts(tools.assets))


def _exporting(course: Course, days: DayLogs, tools: Tools) -> Exporting:
    logs, documents = LogFiles(tools.plan_files.from_document), FhirDocuments(__version__)
    writers = Writers(CsvTables(), Workbooks(), logs, documents, CodeFiles())
    return Exporting(course, days, tools.clock, tools.exercises, tools.text_files, writers)


def _backups(data: DataFolder, tools: Tools) -> Backups:
    parse = tools.plan_files.parse

    def contents(folder: Path, made: datetime, program: str) -> BackupContents:
        return describe(open_store(folder, parse, read_only=True), made, program)

    kept = BackupFolder(
        data, _swap(data, tools), lambda path: newest_good(path, parse), contents, __version__
    )
    return Backups(kept, tools.text_files, tools.clock)


def _swap(data: DataFolder, tools: Tools) -> Swap:
    parse = tools.plan_files.parse
    return Swap(data.path, lambda path: is_good_file(path, parse), data.documents)


def _finish_restoring(swap: Swap, *, writing: bool) -> None:
    if writing:
        swap.finish_what_was_decided()
    elif swap.is_decided:
        raise RestoreUnfinishedError


def _new_id() -> str:
    return str(uuid.uuid4())
