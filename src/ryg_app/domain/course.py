"""The course record: when which plan, phase, flare and pause came to count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.diary import diary_day

if TYPE_CHECKING:
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.plan import Plan
    from ryg_app.domain.questions import OwnQuestion
    from ryg_app.domain.review import Review

DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Adoption:
    """From this moment the plan of that identifier and revision counts.

    Attributes:
        at: When the patient said so.
        plan_id: The plan's identifier.
        revision: The plan's revision.
        start: First day of the course; a newer revision keeps it.
        phase: The phase (1 and upwards) that counts from here on.
    """

    at: datetime
    plan_id: str
    revision: int
    start: date
    phase: int = 1

    @property
    def plan_key(self) -> tuple[str, int]:
        """The plan's identifier and revision."""
        return (self.plan_id, self.revision)


@dataclass(frozen=True, slots=True)
class PhaseAnswer:
    """The answer to «phase N begins today»: change now, or stay."""

    at: datetime
    phase: int
    accepted: bool


@dataclass(frozen=True, slots=True)
class SideAnswer:
    """The side the patient named where the plan left it open."""

    at: datetime
    side: Side


@dataclass(frozen=True, slots=True)
class FlareMark:
    """The patient called a diary day a bad one; ``withdrawn`` takes an earlier mark back."""

    at: datetime
    day: date
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is owed from the first to the last day, both included."""

    first: date
    last: date


def moved_pause(pause: Pause, first: date, last: date, today: date) -> Pause:
    """Return the pause with other days; those that are over stay as they were.

    Raises:
        ValueError: The last day is before the first.
    """
    begins = pause.first if pause.first <= today else max(first, today)
    ends = max(last, today)
    if ends < begins:
        message = "a pause ends on or after its first day"
        raise ValueError(message)
    return Pause(begins, ends)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visit at the clinic, local time."""

    at: datetime
    place: str = ""


@dataclass(frozen=True, slots=True)
class CourseRecord:
    """All that was said about the course, each in the order of time."""

    adoptions: tuple[Adoption, ...] = ()
    phase_answers: tuple[PhaseAnswer, ...] = ()
    side_answers: tuple[SideAnswer, ...] = ()
    flares: tuple[FlareMark, ...] = ()
    pauses: tuple[Pause, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    questions: tuple[OwnQuestion, ...] = ()
    reviews: tuple[Review, ...] = ()

    def adoption_at(self, at: datetime) -> Adoption | None:
        """Return the adoption in force at that moment, or ``None`` before the first."""
        return next((adoption for adoption in reversed(self.adoptions) if adoption.at <= at), None)

    def is_flare(self, day: date, at: datetime) -> bool:
        """Tell whether, as known at that moment, the diary day was called a bad one."""
        marks = [mark for mark in self.flares if mark.day == day and mark.at <= at]
        return bool(marks) and not marks[-1].withdrawn

    def is_paused(self, day: date) -> bool:
        """Tell whether the diary day lies in a pause."""
        return any(pause.first <= day <= pause.last for pause in self.pauses)

    def paused_until(self, day: date) -> date | None:
        """Return the last day of the pause that the diary day lies in, or ``None`` outside one."""
        return max((pause.last for pause in self.pauses if pause.first <= day <= pause.last), default=None)

    def side_at(self, plan: Plan, at: datetime) -> Side | None:
        """Return the affected side: the plan's, else the patient's last answer."""
        if plan.affected_side is not None:
            return plan.affected_side
        answers = [answer.side for answer in self.side_answers if answer.at <= at]
        return answers[-1] if answers else None

    def open_questions(self) -> tuple[OwnQuestion, ...]:
        """Return the questions that are still to be asked, the oldest first."""
        return tuple(question for question in self.questions if question.struck_out is None)

    def last_visit_before(self, day: date) -> date | None:
        """Return the diary day of the latest appointment before a day.

        One on the day itself does not count: whoever looks back then, in the waiting room or late for it,
        means the time since the one before.
        """
        return max((on for a in self.appointments if (on := diary_day(a.at)) < day), default=None)

    def next_appointment(self, now: datetime) -> Appointment | None:
        """Return the first appointment that has not passed."""
        coming = [visit for visit in self.appointments if visit.at >= now]
        return min(coming, key=lambda visit: visit.at, default=None)


def week_of(start: date, day: date) -> int:
    """Return the week of the course (1 and upwards) that a diary day lies in."""
    return (day - start).days // DAYS_A_WEEK + 1


def last_day(start: date, weeks: int) -> date:
    """Return the last diary day of a course."""
    return start + timedelta(days=weeks * DAYS_A_WEEK - 1)


def phase_in_force(plan: Plan, record: CourseRecord, at: datetime) -> int:
    """Return the number of the phase that counts: the last one the patient agreed to.

    No dose rises by itself, so a phase the calendar has reached does not count until it is accepted, and an
    answer counts only for the plan it was given to: one from after its adoption.
    """
    adoption = record.adoption_at(at)
    if adoption is None:
        return 1
    accepted = [a.phase for a in _answers_since(record, adoption, at) if a.accepted]
    return min(max([adoption.phase, *accepted]), len(plan.phases))


def _answers_since(record: CourseRecord, adoption: Adoption, at: datetime) -> list[PhaseAnswer]:
    return [answer for answer in record.phase_answers if adoption.at < answer.at <= at]


@dataclass(frozen=True, slots=True)
class PhaseOffer:
    """The phase the plan now reaches, for the patient to accept or not.

    Attributes:
        phase: Its number.
        stays: The number of the phase that counts until then.
        first_day: The day on which the calendar reached it.
        answered: Whether the patient has chosen to stay; then it is offered quietly.
    """

    phase: int
    stays: int
    first_day: date
    answered: bool


def phase_offer(plan: Plan, record: CourseRecord, day: date, at: datetime) -> PhaseOffer | None:
    """Return the next phase when the calendar has reached it and it does not count yet.

    One phase at a time, never two in one diary day, and none while the course is paused.
    """
    adoption = record.adoption_at(at)
    if adoption is None or not adoption.start <= day <= last_day(adoption.start, plan.weeks):
        return None
    if record.is_paused(day):
        return None
    current = phase_in_force(plan, record, at)
    if plan.phase_of_week(week_of(adoption.start, day)) <= current or _accepted_on(record, day, at):
        return None
    since = _answers_since(record, adoption, at)
    answered = any(answer.phase == current + 1 and not answer.accepted for answer in since)
    first_week = plan.phases[current].first_week
    first_day = adoption.start + timedelta(days=(first_week - 1) * DAYS_A_WEEK)
    return PhaseOffer(current + 1, current, first_day, answered)


def _accepted_on(record: CourseRecord, day: date, at: datetime) -> bool:
    return any(a.accepted and a.at <= at and diary_day(a.at) == day for a in record.phase_answers)
