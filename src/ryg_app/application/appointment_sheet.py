"""What stands on the sheet for the appointment: numbers, dates and the patient's own words, no verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.domain.adherence import Tally
    from ryg_app.domain.course import Appointment
    from ryg_app.domain.diary import DayLog, LegExtent
    from ryg_app.domain.progress import ProgressDay, Span
    from ryg_app.domain.review import Review


class Since(StrEnum):
    """What the first day of the sheet is."""

    LAST_APPOINTMENT = "last_appointment"
    COURSE_START = "course_start"
    FIRST_ENTRY = "first_entry"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class SheetPeriod:
    """The diary days of a sheet, both ends included, and why it begins where it does."""

    first: date
    last: date
    since: Since

    @property
    def days(self) -> int:
        """How many diary days it holds."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class PlanOfSheet:
    """The plan in force at the end of the period.

    Attributes:
        title: Its title.
        revision: Its revision.
        first_week: The week of the course the period begins in, 1 and upwards; ``None`` when the period
            lies outside the course, wholly or at that end.
        last_week: The week of the course it ends in.
        weeks: How many the course has.
    """

    title: str
    revision: int
    first_week: int | None
    last_week: int | None
    weeks: int


@dataclass(frozen=True, slots=True)
class DaysFigures:
    """What some days in a row add up to.

    Attributes:
        first: The first of them.
        last: The last of them.
        told: On how many of them back or leg pain was answered.
        back: Mean back pain, NRS 0 to 10; ``None`` with fewer than three answers.
        leg: Mean leg pain; ``None`` with fewer than three answers.
        furthest: The furthest down the leg it reached; ``None`` when not answered.
        walked_a_day: Mean minutes of the days with walking noted; ``None`` when none was.
        longest_walk: The most minutes on a walk before the leg was felt; ``None`` when not answered.
    """

    first: date
    last: date
    told: int
    back: float | None
    leg: float | None
    furthest: LegExtent | None
    walked_a_day: float | None
    longest_walk: int | None

    @property
    def days(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """One exercise in the period.

    Attributes:
        title: Its name.
        tally: Planned and done.
        stopped: How many times it was ended because it hurt too much.
    """

    title: str
    tally: Tally
    stopped: int


@dataclass(frozen=True, slots=True)
class Stop:
    """An exercise that was ended because it hurt too much, and what the patient said of it."""

    day: date
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One line of the table day by day."""

    day: ProgressDay
    log: DayLog

    @property
    def is_blank(self) -> bool:
        """Whether nothing was kept of it."""
        return self.log.is_empty

    @property
    def worst_leg_pain(self) -> int | None:
        """The worst leg pain during the day's exercises, NRS 0 to 10."""
        told = [s.worst_leg_pain for s in self.log.sessions if s.worst_leg_pain is not None]
        return max(told, default=None)

    @property
    def is_late(self) -> bool:
        """Whether it was filled in, or changed, after the day was over."""
        return self.log.recorded_late or self.log.changed is not None


@dataclass(frozen=True, slots=True)
class Symptoms:
    """The answers that not everybody gives; each is empty or ``None`` where nothing was said.

    Attributes:
        clearly_worse_mornings: Days on which the leg was clearly worse on waking.
        more_tingling: Days with more tingling or numbness than before.
        more_weakness: Days with more weakness than before.
        woken: Nights woken by pain, and on how many days that was answered.
        painkillers: Days with painkillers, and on how many days that was answered.
    """

    clearly_worse_mornings: tuple[date, ...]
    more_tingling: tuple[date, ...]
    more_weakness: tuple[date, ...]
    woken: tuple[int, int]
    painkillers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """Days to know about when the chart is read."""

    flares: tuple[Span, ...]
    pauses: tuple[Span, ...]
    late: tuple[Span, ...]
    blank: int


@dataclass(frozen=True, slots=True)
class AppointmentSheet:
    """Everything on the sheet, in the order of the page.

    Attributes:
        made: The diary day it was made on.
        period: The days it tells of.
        visit: The appointment it is for, if one is noted.
        plan: ``None`` without a plan, or when the plan's file can no longer be read.
        questions: What the patient wants to ask, in the order written.
        early: The first days of the period; ``None`` when it is too short to have two ends.
        late: The last days of the period.
        exercises: In the order they first come.
        stops: In order.
        symptoms: What else was answered.
        reviews: The answers of review weeks up to the end of the period, skipped ones left out.
        marks: Days to know about.
        chart: What is drawn.
        days: Every day of the period up to today, in order.
    """

    made: date
    period: SheetPeriod
    visit: Appointment | None
    plan: PlanOfSheet | None
    questions: tuple[str, ...]
    early: DaysFigures | None
    late: DaysFigures
    exercises: tuple[ExerciseLine, ...]
    stops: tuple[Stop, ...]
    symptoms: Symptoms
    reviews: tuple[Review, ...]
    marks: Marks
    chart: ProgressView
    days: tuple[SheetDay, ...]
