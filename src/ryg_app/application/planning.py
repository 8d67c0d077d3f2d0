"""Plans: looking at a file, using it, and everything the patient says about the course."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.course import (
    Adoption,
    Appointment,
    FlareMark,
    Pause,
    PhaseAnswer,
    SideAnswer,
    moved_pause,
    phase_in_force,
    phase_offer,
    week_of,
)
from ryg_app.domain.errors import DamagedFileError, NoPlanError, OlderRevisionError, PersonalNumberError
from ryg_app.domain.plain_text import looks_like_personal_number

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, CourseRecords, PlanFiles, PlanShelf
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.plan import Plan, PlanFile


class Relation(StrEnum):
    """How a plan file stands to the plan in force."""

    FIRST = "first"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """A plan file before anything is done with it.

    Attributes:
        plan_file: The file.
        relation: How it stands to the plan in force; an edition with other contents counts as newer.
        current: The plan in force; ``None`` before the first, or when it can no longer be read.
        starts: First day of the course if the file is used, unless the patient chooses another.
    """

    plan_file: PlanFile
    relation: Relation
    current: Plan | None
    starts: date


class Planning:
    """What the pages and commands can do with plans and the course."""

    def __init__(
        self, course: Course, records: CourseRecords, shelf: PlanShelf, files: PlanFiles, clock: Clock
    ) -> None:
        self._course = course
        self._records = records
        self._shelf = shelf
        self._files = files
        self._clock = clock

    def preview(self, path: Path) -> PlanPreview:
        """Read a plan file; nothing is changed.

        Raises:
            FileRefusedError: It is not a good plan file; every problem is named.
        """
        return self.preview_of(self._files.read(path))

    def preview_of(self, plan_file: PlanFile) -> PlanPreview:
        """Tell how a plan stands to the one in force, also when that one can no longer be read."""
        adoption, current = self._records.get().adoption_at(self._clock.now()), self._readable_plan()
        relation = _relation(plan_file.plan, adoption, current)
        keeps_start = adoption is not None and relation is not Relation.ANOTHER
        starts = adoption.start if adoption and keeps_start else self._course.today()
        return PlanPreview(plan_file, relation, current, starts)

    def _readable_plan(self) -> Plan | None:
        # A lost plan file must not stand in the way of the file that replaces it.
        try:
            return self._course.plan()
        except DamagedFileError:
            return None

    def file_for(self, plan: Plan) -> PlanFile:
        """Return a plan made on this computer as a plan file, checked like any other.

        Raises:
            FileRefusedError: The plan does not follow the rules of the format.
        """
        return self._files.parse(self._files.compose(plan, {}), "plan.rygplan")

    def adopt(self, plan_file: PlanFile, start: date | None = None) -> Adoption:
        """Use a plan from now on; return once that is durable.

        A newer revision keeps the start of the course and the phase in force; the log is not touched.
        The plan in force itself is only put back in its place, should its file have been lost.

        Args:
            plan_file: The plan.
            start: First day of the course; used when the plan is another one than before.

        Raises:
            OlderRevisionError: A newer revision of the plan is in force.
            NotSavedError: Nothing was changed.
        """
        seen, plan, now = self.preview_of(plan_file), plan_file.plan, self._clock.now()
        record = self._records.get()
        adoption = record.adoption_at(now)
        if adoption is None or seen.relation is Relation.ANOTHER:
            return self._adopt(plan_file, start or seen.starts, phase=1)
        if seen.relation is Relation.OLDER:
            raise OlderRevisionError(plan.revision, adoption.revision)
        if seen.relation is Relation.SAME:
            if seen.current is None:
                self._shelf.put(plan_file)
            return adoption
        by_calendar = plan.phase_of_week(week_of(seen.starts, self._course.today()))
        return self._adopt(plan_file, seen.starts, min(phase_in_force(plan, record, now), by_calendar))

    def has_previous(self) -> bool:
        """Tell whether another plan was in force before the present one."""
        return self._previous_adoption() is not None

    def previous(self) -> PlanFile | None:
        """Return the plan that was in force before the present one, or ``None``.

        Raises:
            DamagedFileError: It can no longer be read.
        """
        adoption = self._previous_adoption()
        return self._course.plan_file(adoption.plan_id, adoption.revision) if adoption else None

    def bring_back_previous(self) -> Adoption:
        """Use the previous plan again, with the start and phase it had; return once that is durable.

        Raises:
            NoPlanError: There is no previous plan.
            DamagedFileError: It can no longer be read.
            NotSavedError: Nothing was changed.
        """
        adoption, plan_file, record = self._previous_adoption(), self.previous(), self._records.get()
        if adoption is None or plan_file is None:
            raise NoPlanError
        # By its place and not by its time, which the computer's clock may have told wrong.
        place = record.adoptions.index(adoption)
        before = replace(record, adoptions=record.adoptions[: place + 1])
        until = max(adoption.at, record.adoptions[place + 1].at)
        return self._adopt(plan_file, adoption.start, phase_in_force(plan_file.plan, before, until))

    def _previous_adoption(self) -> Adoption | None:
        adoptions = self._records.get().adoptions
        others = [a for a in adoptions if a.plan_key != adoptions[-1].plan_key]
        return others[-1] if others else None

    def _adopt(self, plan_file: PlanFile, start: date, phase: int) -> Adoption:
        record, plan = self._records.get(), plan_file.plan
        adoption = Adoption(self._clock.now(), plan.plan_id, plan.revision, start, phase)
        self._shelf.put(plan_file)
        self._records.save(replace(record, adoptions=(*record.adoptions, adoption)))
        return adoption

    def answer_phase(self, phase: int, *, accepted: bool) -> None:
        """Record the answer to «phase N begins»; return once it is durable.

        Nothing happens when that phase is not offered: no dose rises by itself, nor by an old page.

        Raises:
            DamagedFileError: The plan can no longer be read.
            NotSavedError: Nothing was changed.
        """
        record, now, plan = self._records.get(), self._clock.now(), self._course.plan()
        offer = phase_offer(plan, record, self._course.today(), now) if plan else None
        if offer is None or offer.phase != phase:
            return
        answer = PhaseAnswer(now, phase, accepted)
        self._records.save(replace(record, phase_answers=(*record.phase_answers, answer)))

    def name_side(self, side: Side) -> None:
        """Record the affected side where the plan leaves it open; return once it is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        record = self._records.get()
        answer = SideAnswer(self._clock.now(), side)
        self._records.save(replace(record, side_answers=(*record.side_answers, answer)))

    def mark_flare(self, day: date | None = None, *, withdrawn: bool = False) -> None:
        """Call a day (today unless named) a bad one, or take that back; return once it is durable.

        What was owed on a day that is over stays as it was known then.

        Raises:
            NotSavedError: Nothing was changed.
        """
        record = self._records.get()
        mark = FlareMark(self._clock.now(), day or self._course.today(), withdrawn)
        self._records.save(replace(record, flares=(*record.flares, mark)))

    def pause(self, first: date, last: date) -> None:
        """Owe nothing from the first to the last day, both included; return once it is durable.

        Days that are over keep what was owed on them, so a pause begins today at the earliest.

        Raises:
            ValueError: The last day is before the first.
            NotSavedError: Nothing was changed.
        """
        if last < first:
            message = "a pause ends on or after its first day"
            raise ValueError(message)
        record, pause = self._records.get(), Pause(max(first, self._course.today()), last)
        if pause.first <= pause.last and pause not in record.pauses:
            self._records.save(replace(record, pauses=(*record.pauses, pause)))

    def change_pause(self, pause: Pause, first: date, last: date) -> None:
        """Move a pause that is not over; return once it is durable.

        Of one that has begun only the last day moves, and never to before today: ``end_pause`` ends it.

        Raises:
            ValueError: The last day is before the first.
            NotSavedError: Nothing was changed.
        """
        record, today = self._records.get(), self._course.today()
        moved = moved_pause(pause, first, last, today)
        if pause in record.pauses and pause.last >= today:
            kept = tuple(moved if other == pause else other for other in record.pauses)
            self._records.save(replace(record, pauses=kept))

    def end_pause(self) -> None:
        """End the pause that today lies in, as of today; return once it is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        record, today = self._records.get(), self._course.today()
        kept = tuple(_until_yesterday(pause, today) for pause in record.pauses)
        self._records.save(replace(record, pauses=tuple(pause for pause in kept if pause)))

    def call_off_pause(self, pause: Pause) -> None:
        """Take back a pause that has not begun; return once it is durable.

        Nothing happens to one that has begun: its days are not owed any more, and ``end_pause`` ends it.

        Raises:
            NotSavedError: Nothing was changed.
        """
        record = self._records.get()
        if pause in record.pauses and pause.first > self._course.today():
            kept = tuple(other for other in record.pauses if other != pause)
            self._records.save(replace(record, pauses=kept))

    def note_appointment(self, appointment: Appointment | None) -> None:
        """Keep the next visit at the clinic in place of any coming one; ``None`` removes it.

        Raises:
            PersonalNumberError: The place looks like it holds a CPR number.
            NotSavedError: Nothing was changed.
        """
        if appointment is not None and looks_like_personal_number(appointment.place):
            raise PersonalNumberError(field="place")
        record, now = self._records.get(), self._clock.now()
        past = tuple(visit for visit in record.appointments if visit.at < now)
        coming = (appointment,) if appointment else ()
        self._records.save(replace(record, appointments=(*past, *coming)))


def _relation(plan: Plan, adoption: Adoption | None, current: Plan | None) -> Relation:
    if adoption is None:
        return Relation.FIRST
    if plan.plan_id != adoption.plan_id:
        return Relation.ANOTHER
    if plan.revision == adoption.revision:
        return Relation.SAME if current in (None, plan) else Relation.NEWER
    return Relation.NEWER if plan.revision > adoption.revision else Relation.OLDER


def _until_yesterday(pause: Pause, today: date) -> Pause | None:
    if not pause.first <= today <= pause.last:
        return pause
    return Pause(pause.first, today - timedelta(days=1)) if pause.first < today else None
