"""One sitting with the exercises: what it holds, and what was done of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.plain_text import looks_like_personal_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ryg_app.domain.dose import Dose
    from ryg_app.domain.exercise import Position, Side

LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds given to what lies between the exercises; source: CLINICAL defaults, adjustable.

    Attributes:
        get_down_s: To get into the first position, 5 to 180; any key ends it early.
        get_ready_s: Before the first repetition of an exercise.
        side_change_s: To change side.
        exercise_change_s: To change exercise in the same position.
        get_up_s: To get up at the end; it waits for a key.
    """

    get_down_s: int = 60
    get_ready_s: int = 5
    side_change_s: int = 10
    exercise_change_s: int = 20
    get_up_s: int = 20


@dataclass(frozen=True, slots=True)
class SessionExercise:
    """One exercise of a session.

    Attributes:
        entry_id: The plan's line.
        position: How the body is placed.
        dose: What is owed of it.
        sides: In the order they are done; empty when it is not done on one side at a time.
    """

    entry_id: str
    position: Position
    dose: Dose
    sides: tuple[Side, ...] = ()

    @property
    def repetitions(self) -> int:
        """Repetitions in all: of every set and side."""
        return self.dose.repetitions * self.dose.sets * max(1, len(self.sides))


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The ``number``-th session (1 and upwards) of a day."""

    number: int
    exercises: tuple[SessionExercise, ...]


class Ending(StrEnum):
    """How an exercise of a session ended."""

    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"
    TOO_PAINFUL = "too_painful"


@dataclass(frozen=True, slots=True)
class ExerciseDone:
    """What was done of one exercise.

    Attributes:
        entry_id: The plan's line.
        repetitions: Repetitions done, all sets and sides together.
        planned: Repetitions owed, all sets and sides together.
        ending: How it ended.
        words: What the patient said of it afterwards, at most 300 characters; asked when it was stopped.
    """

    entry_id: str
    repetitions: int
    planned: int
    ending: Ending
    words: str = ""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session as it is kept in the log.

    Attributes:
        session_id: Written twice, it replaces itself.
        number: Which session of the day it was, 1 and upwards.
        started: When; decides the diary day of one that was guided. For one done without the computer, when
            the patient said so, which may be on a later day.
        ended: When; equal to ``started`` for one done without the computer.
        plan_id: The plan it was done from; empty without one.
        revision: That plan's revision; 0 without one.
        without_computer: The patient said so; nothing was timed.
        exercises: What was done, a line an exercise.
        worst_leg_pain: 0 to 10, asked afterwards; ``None`` when not answered.
    """

    session_id: str
    number: int
    started: datetime
    ended: datetime
    plan_id: str
    revision: int
    without_computer: bool
    exercises: tuple[ExerciseDone, ...]
    worst_leg_pain: int | None = None


@dataclass(frozen=True, slots=True)
class RepetitionKey:
    """One repetition of a session; all counted from 0, ``side`` ``None`` when there is none."""

    exercise: int
    set_index: int
    side: Side | None
    repetition: int


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session under way, as it is kept so that it can be taken up again.

    Attributes:
        session_id: The identifier its record will get.
        started: When it began.
        plan_id: The plan it is done from.
        revision: That plan's revision.
        session: What it holds; fixed when it began.
        elapsed_s: Where in the timeline it had come to.
        done: The repetitions done.
        too_painful: Positions (from 0) of exercises ended with «too painful».
    """

    session_id: str
    started: datetime
    plan_id: str
    revision: int
    session: SessionPlan
    elapsed_s: float
    done: frozenset[RepetitionKey] = frozenset()
    too_painful: frozenset[int] = frozenset()


def with_words(record: SessionRecord, words: Mapping[str, str]) -> SessionRecord:
    """Return the record with what the patient said of its exercises, by the plan's line.

    Raises:
        PersonalNumberError: It looks like it holds a CPR number.
    """
    if any(looks_like_personal_number(text) for text in words.values()):
        raise PersonalNumberError(field="stopped")
    exercises = tuple(
        replace(done, words=words.get(done.entry_id, done.words)[:LONGEST_WORDS]) for done in record.exercises
    )
    return replace(record, exercises=exercises)


def outcome(opened: OpenSession) -> tuple[ExerciseDone, ...]:
    """Return what was done of each exercise of a session, in its order."""
    return tuple(_exercise_done(opened, index) for index in range(len(opened.session.exercises)))


def _exercise_done(opened: OpenSession, index: int) -> ExerciseDone:
    exercise = opened.session.exercises[index]
    repetitions = sum(1 for key in opened.done if key.exercise == index)
    ending = _ending(opened, index, repetitions)
    return ExerciseDone(exercise.entry_id, repetitions, exercise.repetitions, ending)


def _ending(opened: OpenSession, index: int, repetitions: int) -> Ending:
    if index in opened.too_painful:
        return Ending.TOO_PAINFUL
    if repetitions == opened.session.exercises[index].repetitions:
        return Ending.DONE
    return Ending.PARTLY if repetitions else Ending.SKIPPED


def said_without_computer(
    session_id: str, session: SessionPlan, plan_key: tuple[str, int] | None, now: datetime
) -> SessionRecord:
    """Return the record of a session that the patient says was done without the computer."""
    plan_id, revision = plan_key or ("", 0)
    done = done_without_computer(session)
    return SessionRecord(session_id, session.number, now, now, plan_id, revision, True, done)  # noqa: FBT003 - a field


def without_said(records: tuple[SessionRecord, ...], session_id: str) -> tuple[SessionRecord, ...]:
    """Return the records without that one, if the patient said it; what was guided is never removed."""
    return tuple(
        record for record in records if record.session_id != session_id or not record.without_computer
    )


def done_without_computer(session: SessionPlan) -> tuple[ExerciseDone, ...]:
    """Return every exercise of a session as done in full."""
    return tuple(
        ExerciseDone(e.entry_id, e.repetitions, e.repetitions, Ending.DONE) for e in session.exercises
    )
