"""*I dag*: what is owed, what is done, and what the patient can say about the day."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ryg_app.domain.course import PhaseOffer, phase_offer
from ryg_app.domain.diary import Answers, DayLog, with_answers, with_session
from ryg_app.domain.owed import DayState, OwedDay
from ryg_app.domain.session import SessionPlan, SessionRecord, said_without_computer, without_said
from ryg_app.domain.timeline import timeline
from ryg_app.domain.walking import with_walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs
    from ryg_app.domain.course import Appointment
    from ryg_app.domain.plan import Plan


SECONDS_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session of the day.

    Attributes:
        session: What it holds.
        of: How many sessions the day has.
        minutes: About how long it takes, rounded up.
        record: What was done of it, or ``None`` while it is owed.
    """

    session: SessionPlan
    of: int
    minutes: int
    record: SessionRecord | None


@dataclass(frozen=True, slots=True)
class TodayView:
    """The day as the page shows it.

    Attributes:
        now: Local time of the picture.
        day: The diary day.
        plan: The plan in force; ``None`` before the first.
        owed: What the plan says of the day; ``None`` without a plan.
        sessions: The day's sessions in order.
        log: What is kept of the day.
        offer: The next phase, when the calendar has reached it.
        needs_side: The affected side must be named before exercises that need it.
        next_appointment: The coming visit at the clinic.
        paused_until: Last day of the pause that the day lies in; ``None`` outside one.
    """

    now: datetime
    day: date
    plan: Plan | None
    owed: OwedDay | None
    sessions: tuple[SessionCard, ...]
    log: DayLog
    offer: PhaseOffer | None
    needs_side: bool
    next_appointment: Appointment | None
    paused_until: date | None

    @property
    def next_session(self) -> SessionCard | None:
        """The first session that is owed and has no record."""
        return next((card for card in self.sessions if card.record is None), None)

    @property
    def is_flare(self) -> bool:
        """Whether the day was called a bad one."""
        return self.owed is not None and self.owed.state is DayState.FLARE


class Today:
    """What *I dag* can ask and tell."""

    def __init__(self, course: Course, days: DayLogs, clock: Clock, new_id: Callable[[], str]) -> None:
        self._course = course
        self._days = days
        self._clock = clock
        self._new_id = new_id

    def view(self) -> TodayView:
        """Return the day as it stands.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        now, day = self._clock.now(), self._course.today()
        plan, record = self._course.plan(), self._course.record()
        owed, log = self._course.owed(day), self._days.get(day)
        return TodayView(
            now,
            day,
            plan,
            owed,
            _cards(owed, log),
            log,
            phase_offer(plan, record, day, now) if plan else None,
            plan is not None and plan.needs_affected_side() and record.side_at(plan, now) is None,
            record.next_appointment(now),
            record.paused_until(day),
        )

    def answer(self, answers: Answers) -> DayLog:
        """Keep the day's answers; return once they are durable.

        Raises:
            PersonalNumberError: The note looks like it holds a CPR number.
            NotSavedError: Nothing was kept.
        """
        return self._keep(with_answers(self._log(), answers, self._clock.now()))

    def walked(self, minutes: int) -> DayLog:
        """Add a walk to the day; return once it is durable.

        Raises:
            NotSavedError: Nothing was kept.
        """
        return self.answer(with_walk(self._log().answers, minutes))

    def done_without_computer(self, session: SessionPlan) -> DayLog:
        """Keep a session as done, marked as done without the computer; return once it is durable.

        Raises:
            NotSavedError: Nothing was kept.
        """
        now = self._clock.now()
        adoption = self._course.record().adoption_at(now)
        plan_key = adoption.plan_key if adoption else None
        record = said_without_computer(self._new_id(), session, plan_key, now)
        return self._keep(with_session(self._log(), record))

    def take_back(self, session_id: str) -> DayLog:
        """Remove a session that was said to be done without the computer; return once it is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        log = self._log()
        return self._keep(replace(log, sessions=without_said(log.sessions, session_id)))

    def _log(self) -> DayLog:
        return self._days.get(self._course.today())

    def _keep(self, log: DayLog) -> DayLog:
        self._days.save(log)
        return log


def _cards(owed: OwedDay | None, log: DayLog) -> tuple[SessionCard, ...]:
    if owed is None:
        return ()
    records = {record.number: record for record in log.sessions}
    return tuple(
        SessionCard(session, len(owed.sessions), session_minutes(session), records.get(session.number))
        for session in owed.sessions
    )


def session_minutes(session: SessionPlan) -> int:
    """Return about how long a session takes, in minutes rounded up."""
    return math.ceil(timeline(session, {}).length_s / SECONDS_A_MINUTE)
