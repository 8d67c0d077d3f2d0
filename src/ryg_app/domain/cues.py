"""What is spoken in a session, and when: never two at once, the most important first."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.domain.session import SessionExercise, SessionPlan
    from ryg_app.domain.steps import Step


class CuePriority(IntEnum):
    """What gives way to what when two cues would overlap; the lower number is kept."""

    SIDE = 0
    EXERCISE = 1
    PHASE = 2
    COUNT = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """A spoken clip and when it begins, in seconds of the session."""

    at_s: float
    length_s: float
    clip: str
    priority: CuePriority

    @property
    def end_s(self) -> float:
        """When it has been said."""
        return self.at_s + self.length_s


# Nothing moves in these, so there is time to speak in them; and a key or a skip may bring any of them about
# at once, so that there is no «before».
SPOKEN_INSIDE = frozenset(
    {
        StepKind.GET_DOWN,
        StepKind.GET_READY,
        StepKind.CHANGE_SIDE,
        StepKind.CHANGE_EXERCISE,
        StepKind.CHANGE_POSITION,
        StepKind.SET_REST,
        StepKind.GET_UP,
    }
)
COUNTED_FROM_S = 5.0
COUNTED = ((3.0, "count_3"), (2.0, "count_2"), (1.0, "count_1"))


def spoken_cues(
    session: SessionPlan, steps: tuple[Step, ...], clip_lengths: Mapping[str, float]
) -> tuple[Cue, ...]:
    """Return the cues that fit, in the order of time.

    The cues of a movement follow each other and end where it begins, so that they are heard before it;
    those of a step in which nothing moves begin with it. One that would overlap a cue of the same or higher
    priority is left out. Clips that belong to an exercise are named after its line in the plan.
    """
    length = steps[-1].end_s
    wanted = sorted(_wanted(session, steps, clip_lengths), key=lambda cue: (cue.priority, cue.at_s))
    kept: list[Cue] = []
    for cue in wanted:
        place = bisect_left(kept, cue.at_s, key=lambda other: other.at_s)
        clear_before = place == 0 or kept[place - 1].end_s <= cue.at_s
        clear_after = place == len(kept) or cue.end_s <= kept[place].at_s
        if cue.at_s >= 0 and cue.end_s <= length and clear_before and clear_after:
            kept.insert(place, cue)
    return tuple(kept)


def _wanted(
    session: SessionPlan, steps: tuple[Step, ...], clip_lengths: Mapping[str, float]
) -> Iterator[Cue]:
    for step in steps:
        clips = [(clip, priority) for clip, priority in _clips_of(session, step) if clip in clip_lengths]
        at = step.start_s
        if step.kind not in SPOKEN_INSIDE:
            at -= sum(clip_lengths[clip] for clip, _ in clips)
        for clip, priority in clips:
            yield Cue(at, clip_lengths[clip], clip, priority)
            at += clip_lengths[clip]
        if step.kind is StepKind.HOLD and step.length_s >= COUNTED_FROM_S:
            for left, clip in COUNTED:
                if clip in clip_lengths:
                    yield Cue(step.end_s - left, clip_lengths[clip], clip, CuePriority.COUNT)


def _clips_of(session: SessionPlan, step: Step) -> Iterator[tuple[str, CuePriority]]:
    exercise = session.exercises[step.exercise]
    match step.kind:
        case StepKind.GET_DOWN | StepKind.GET_UP:
            yield f"{step.kind}_{exercise.position}", CuePriority.EXERCISE
        case StepKind.CHANGE_POSITION:
            before = session.exercises[step.exercise - 1].position
            yield f"{step.kind}_{before}_{exercise.position}", CuePriority.EXERCISE
        case StepKind.GET_READY:
            yield f"exercise_{exercise.entry_id}", CuePriority.EXERCISE
            if step.side is not None:
                yield f"first_side_{step.side}", CuePriority.SIDE
        case StepKind.CHANGE_SIDE:
            yield f"side_{step.side}", CuePriority.SIDE
        case StepKind.CHANGE_EXERCISE:
            yield step.kind.value, CuePriority.EXERCISE
        case StepKind.OUT:
            yield _count_of(exercise, step), CuePriority.COUNT
            yield f"out_{exercise.entry_id}", CuePriority.PHASE
        case StepKind.BACK:
            yield f"back_{exercise.entry_id}", CuePriority.PHASE
        case _:
            yield step.kind.value, CuePriority.PHASE


def _count_of(exercise: SessionExercise, step: Step) -> str:
    if step.repetition == 0:
        return "next_set" if step.set_index else "ready"
    last = step.repetition == exercise.dose.repetitions - 1
    return "last_repetition" if last else f"repetition_{step.repetition + 1}"
