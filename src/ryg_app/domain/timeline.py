"""A session as a function of time: which step, with how much left, at any moment of it."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.cues import Cue, spoken_cues
from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.session import Pace
from ryg_app.domain.steps import MOVING, Step, Wait

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.domain.session import SessionExercise, SessionPlan


class Tone(StrEnum):
    """The sounds that say *when*."""

    READY = "ready"
    START = "start"
    END = "end"
    TICK = "tick"
    SIDE = "side"
    EXERCISE_DONE = "exercise_done"
    ALL_DONE = "all_done"


@dataclass(frozen=True, slots=True)
class ToneCue:
    """A tone and when it sounds, in seconds of the session."""

    at_s: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a session is.

    Attributes:
        elapsed_s: Seconds of the session gone by.
        step: The step under way; the last one once everything is over.
        into_s: Seconds of the step gone by.
        left_s: Seconds of the step left.
        finished: Whether the whole session is over.
    """

    elapsed_s: float
    step: Step
    into_s: float
    left_s: float
    finished: bool

    @property
    def fraction(self) -> float:
        """How much of the step is gone, 0 to 1."""
        return self.into_s / self.step.length_s


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of a whole session, with everything that is heard during it."""

    steps: tuple[Step, ...]
    cues: tuple[Cue, ...]
    tones: tuple[ToneCue, ...]

    @property
    def length_s(self) -> float:
        """Seconds the whole session takes when nobody has to be waited for."""
        return self.steps[-1].end_s

    def at(self, elapsed_s: float) -> Moment:
        """Return where the session is; any number is allowed and taken to the nearest end."""
        elapsed = min(max(0.0, elapsed_s), self.length_s)
        step = self.steps[bisect_right(self.steps, elapsed, key=lambda s: s.start_s) - 1]
        into = elapsed - step.start_s
        return Moment(elapsed, step, into, step.end_s - elapsed, elapsed >= self.length_s)

    def tones_between(self, after_s: float, until_s: float) -> tuple[ToneCue, ...]:
        """Return the tones with ``after_s`` < time <= ``until_s``."""
        return tuple(cue for cue in self.tones if after_s < cue.at_s <= until_s)

    def cues_between(self, after_s: float, until_s: float) -> tuple[Cue, ...]:
        """Return the spoken cues with ``after_s`` < time <= ``until_s``."""
        return tuple(cue for cue in self.cues if after_s < cue.at_s <= until_s)

    def silence_after(self, elapsed_s: float) -> float:
        """Return the seconds until the next tone or spoken cue; infinity when nothing is left."""
        next_tone = bisect_right(self.tones, elapsed_s, key=lambda cue: cue.at_s)
        next_cue = bisect_right(self.cues, elapsed_s, key=lambda cue: cue.at_s)
        coming = [tone.at_s for tone in self.tones[next_tone : next_tone + 1]]
        coming += [cue.at_s for cue in self.cues[next_cue : next_cue + 1]]
        return min(coming, default=math.inf) - elapsed_s

    def repetition_starts(self) -> tuple[Step, ...]:
        """Return the first step of each repetition."""
        return tuple(step for step in self.steps if step.kind is StepKind.OUT)

    def end_of_exercise(self, exercise: int) -> float:
        """Return when the last movement of an exercise is over, in seconds of the session."""
        return max(step.end_s for step in self.steps if step.exercise == exercise and step.kind in MOVING)


def timeline(session: SessionPlan, clip_lengths: Mapping[str, float], pace: Pace | None = None) -> Timeline:
    """Lay out a session in time.

    Args:
        session: At least one exercise.
        clip_lengths: Seconds of each spoken clip by name; a name that is missing is not spoken.
        pace: Seconds for what lies between the exercises.

    Raises:
        ValueError: The session holds no exercise.
    """
    if not session.exercises:
        message = "a session holds at least one exercise"
        raise ValueError(message)
    steps = _placed(_parts_of_session(session, pace or Pace()))
    return Timeline(steps, spoken_cues(session, steps, clip_lengths), _tones(steps))


@dataclass(frozen=True, slots=True)
class _Part:
    kind: StepKind
    length_s: float
    exercise: int
    set_index: int = 0
    side: Side | None = None
    repetition: int = 0
    wait: Wait = Wait.NO


def _placed(parts: Iterator[_Part]) -> tuple[Step, ...]:
    steps: list[Step] = []
    start = 0.0
    for part in parts:
        if part.length_s > 0:
            steps.append(
                Step(
                    len(steps),
                    part.kind,
                    start,
                    part.length_s,
                    part.exercise,
                    part.set_index,
                    part.side,
                    part.repetition,
                    part.wait,
                )
            )
            start += part.length_s
    return tuple(steps)


def _parts_of_session(session: SessionPlan, pace: Pace) -> Iterator[_Part]:
    first, last = session.exercises[0], session.exercises[-1]
    yield _Part(StepKind.GET_DOWN, pace.get_down_s, 0, side=_first_side(first), wait=Wait.AT_MOST)
    for index, exercise in enumerate(session.exercises):
        if index:
            yield _change(session.exercises[index - 1], exercise, index, pace)
        yield _Part(StepKind.GET_READY, pace.get_ready_s, index, side=_first_side(exercise))
        yield from _parts_of_exercise(exercise, index, pace)
    if last.position is not Position.STANDING:
        yield _Part(
            StepKind.GET_UP,
            pace.get_up_s,
            len(session.exercises) - 1,
            last.dose.sets - 1,
            last.sides[-1] if last.sides else None,
            last.dose.repetitions - 1,
            Wait.FOR_A_KEY,
        )


def _change(previous: SessionExercise, exercise: SessionExercise, index: int, pace: Pace) -> _Part:
    side = _first_side(exercise)
    if previous.position is exercise.position:
        return _Part(StepKind.CHANGE_EXERCISE, pace.exercise_change_s, index, side=side)
    return _Part(StepKind.CHANGE_POSITION, pace.get_up_s, index, side=side, wait=Wait.FOR_A_KEY)


def _first_side(exercise: SessionExercise) -> Side | None:
    return exercise.sides[0] if exercise.sides else None


def _parts_of_exercise(exercise: SessionExercise, index: int, pace: Pace) -> Iterator[_Part]:
    for set_index in range(exercise.dose.sets):
        if set_index:
            side = _first_side(exercise)
            yield _Part(StepKind.SET_REST, exercise.dose.set_rest_s, index, set_index, side)
        for place, side in enumerate(exercise.sides or (None,)):
            if place or (set_index and len(exercise.sides) > 1):
                yield _Part(StepKind.CHANGE_SIDE, pace.side_change_s, index, set_index, side)
            for repetition in range(exercise.dose.repetitions):
                where = _Part(StepKind.OUT, 0, index, set_index, side, repetition)
                yield from _parts_of_repetition(exercise, where)


def _parts_of_repetition(exercise: SessionExercise, where: _Part) -> Iterator[_Part]:
    dose = exercise.dose
    lengths = {StepKind.OUT: dose.out_s, StepKind.HOLD: dose.hold_s, StepKind.BACK: dose.back_s}
    if where.repetition < dose.repetitions - 1:
        lengths[StepKind.REST] = dose.rest_s
    for kind, length in lengths.items():
        yield _Part(kind, length, where.exercise, where.set_index, where.side, where.repetition)


TICKED = frozenset(
    {StepKind.GET_DOWN, StepKind.GET_READY, StepKind.HOLD, StepKind.SET_REST, StepKind.CHANGE_SIDE}
)
TICKS_S = (3.0, 2.0, 1.0)
TONE_AT_START = {
    StepKind.GET_READY: Tone.READY,
    StepKind.OUT: Tone.START,
    StepKind.BACK: Tone.END,
    StepKind.CHANGE_SIDE: Tone.SIDE,
    StepKind.CHANGE_EXERCISE: Tone.EXERCISE_DONE,
    StepKind.CHANGE_POSITION: Tone.EXERCISE_DONE,
    StepKind.GET_UP: Tone.EXERCISE_DONE,
}


def _tones(steps: tuple[Step, ...]) -> tuple[ToneCue, ...]:
    tones = [ToneCue(step.start_s, TONE_AT_START[step.kind]) for step in steps if step.kind in TONE_AT_START]
    for step in steps:
        if step.kind in TICKED:
            tones += [ToneCue(step.end_s - left, Tone.TICK) for left in TICKS_S if left < step.length_s]
    tones.append(ToneCue(steps[-1].end_s, Tone.ALL_DONE))
    return tuple(sorted(tones, key=lambda cue: cue.at_s))
