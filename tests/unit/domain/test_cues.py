"""What is spoken: never two things at once, the most important first, and before the movement it is about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given

from ryg_app.domain.cues import Cue, CuePriority
from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.timeline import timeline
from tests.builders import session_exercise, session_plan
from tests.unit.domain.sessions import clip_lengths, paces, sessions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.domain.session import Pace, SessionPlan
    from ryg_app.domain.steps import Step
    from ryg_app.domain.timeline import Timeline

INSIDE = set(StepKind) - {StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST}
WORDS: Mapping[StepKind, tuple[str, ...]] = {
    StepKind.GET_DOWN: ("get_down_{position}",),
    StepKind.GET_READY: ("exercise_{entry}", "first_side_{side}"),
    StepKind.OUT: ("{count}", "out_{entry}"),
    StepKind.BACK: ("back_{entry}",),
    StepKind.CHANGE_SIDE: ("side_{side}",),
    StepKind.CHANGE_POSITION: ("change_position_{before}_{position}",),
    StepKind.GET_UP: ("get_up_{position}",),
}


def priority(clip: str) -> CuePriority:
    if clip.startswith(("side_", "first_side_")):
        return CuePriority.SIDE
    if clip.startswith(("exercise_", "get_", "change_")):
        return CuePriority.EXERCISE
    if clip.startswith(("count_", "repetition_", "last_", "ready", "next_set")):
        return CuePriority.COUNT
    return CuePriority.PHASE


def count(session: SessionPlan, step: Step) -> str:
    if step.repetition == 0:
        return "ready" if step.set_index == 0 else "next_set"
    last = step.repetition + 1 == session.exercises[step.exercise].dose.repetitions
    return "last_repetition" if last else f"repetition_{step.repetition + 1}"


def words(session: SessionPlan, step: Step) -> list[str]:
    exercise = session.exercises[step.exercise]
    values = {
        "position": exercise.position,
        "before": session.exercises[step.exercise - 1].position,
        "entry": exercise.entry_id,
        "side": step.side,
        "count": count(session, step),
    }
    return [word.format(**values) for word in WORDS.get(step.kind, (step.kind.value,))]


def wished(session: SessionPlan, line: Timeline, lengths: Mapping[str, float]) -> Iterator[Cue]:
    """Everything that would be said if nothing were in the way."""
    for step in line.steps:
        spoken = [(clip, lengths[clip]) for clip in words(session, step) if clip in lengths]
        start = step.start_s if step.kind in INSIDE else step.start_s - sum(s for _, s in spoken)
        for clip, seconds in spoken:
            yield Cue(start, seconds, clip, priority(clip))
            start += seconds
        for left in (3, 2, 1):
            clip = f"count_{left}"
            if step.kind is StepKind.HOLD and step.length_s >= 5 and clip in lengths:
                yield Cue(step.end_s - left, lengths[clip], clip, CuePriority.COUNT)


def overlap(one: Cue, other: Cue) -> bool:
    return one.at_s < other.end_s and other.at_s < one.end_s


@given(sessions(), clip_lengths, paces)
def test_nothing_is_said_over_something_else(
    session: SessionPlan, lengths: dict[str, float], pace: Pace
) -> None:
    cues = timeline(session, lengths, pace).cues
    assert all(before.end_s <= after.at_s for before, after in pairwise(cues))


@given(sessions(), clip_lengths, paces)
def test_everything_is_said_inside_the_session(
    session: SessionPlan, lengths: dict[str, float], pace: Pace
) -> None:
    line = timeline(session, lengths, pace)
    assert all(cue.at_s >= 0 and cue.end_s <= line.length_s for cue in line.cues)


@given(sessions(), clip_lengths, paces)
def test_only_what_was_wished_is_said_and_with_its_own_length(
    session: SessionPlan, lengths: dict[str, float], pace: Pace
) -> None:
    line = timeline(session, lengths, pace)
    assert set(line.cues) <= set(wished(session, line, lengths))
    assert len(set(line.cues)) == len(line.cues)


@given(sessions(), clip_lengths, paces)
def test_what_is_left_out_gives_way_to_something_as_important(
    session: SessionPlan, lengths: dict[str, float], pace: Pace
) -> None:
    line = timeline(session, lengths, pace)
    for cue in set(wished(session, line, lengths)) - set(line.cues):
        outside = cue.at_s < 0 or cue.end_s > line.length_s
        rivals = [kept for kept in line.cues if overlap(kept, cue)]
        assert outside or any(kept.priority <= cue.priority for kept in rivals)


@given(sessions(), clip_lengths, paces)
def test_a_side_is_kept_unless_another_side_is_in_the_way(
    session: SessionPlan, lengths: dict[str, float], pace: Pace
) -> None:
    line = timeline(session, lengths, pace)
    sides = [cue for cue in line.cues if cue.priority is CuePriority.SIDE]
    for cue in wished(session, line, lengths):
        if cue.priority is CuePriority.SIDE and cue.at_s >= 0 and cue.end_s <= line.length_s:
            assert any(cue == kept or overlap(cue, kept) for kept in sides)


EVERYTHING = {
    "get_down_supine": 4.0,
    "change_position_supine_seated": 4.0,
    "exercise_pelvic_tilt": 1.0,
    "exercise_slider": 1.0,
    "exercise_knee_to_chest": 1.5,
    "first_side_left": 1.0,
    "first_side_right": 1.0,
    "side_left": 1.0,
    "side_right": 1.0,
    "ready": 0.5,
    "next_set": 0.5,
    "out_pelvic_tilt": 0.5,
    "out_knee_to_chest": 0.5,
    "hold": 0.5,
    "back_pelvic_tilt": 0.5,
    "back_knee_to_chest": 0.5,
    "get_up_supine": 2.0,
    "repetition_2": 0.5,
    "last_repetition": 1.0,
    "count_3": 0.5,
    "count_2": 0.5,
    "count_1": 0.5,
}


def spoken(line: Timeline) -> list[tuple[float, str]]:
    return [(cue.at_s, cue.clip) for cue in line.cues]


def test_a_tilt_is_led_through_by_voice() -> None:
    line = timeline(session_plan(session_exercise(repetitions=2, hold_s=6)), EVERYTHING)
    assert spoken(line)[:9] == [
        (0.0, "get_down_supine"),
        (60.0, "exercise_pelvic_tilt"),
        (64.0, "ready"),
        (64.5, "out_pelvic_tilt"),
        (66.5, "hold"),
        (70.0, "count_3"),
        (71.0, "count_2"),
        (72.0, "count_1"),
        (72.5, "back_pelvic_tilt"),
    ]
    assert spoken(line)[-1] == (87.0, "get_up_supine")


def test_a_count_is_said_before_the_movement_it_counts() -> None:
    session = session_plan(session_exercise(repetitions=3, hold_s=0, rest_s=3))
    lengths = {"out_pelvic_tilt": 0.5, "ready": 0.5, "repetition_2": 0.5, "last_repetition": 1.0}
    assert spoken(timeline(session, lengths)) == [
        (64.0, "ready"),
        (64.5, "out_pelvic_tilt"),
        (71.0, "repetition_2"),
        (71.5, "out_pelvic_tilt"),
        (77.5, "last_repetition"),
        (78.5, "out_pelvic_tilt"),
    ]


def test_a_new_set_is_said_before_its_first_movement() -> None:
    session = session_plan(session_exercise(repetitions=1, sets=2, hold_s=0))
    said = [clip for _, clip in spoken(timeline(session, {"ready": 0.5, "next_set": 0.5}))]
    assert said == ["ready", "next_set"]


def test_a_sided_exercise_says_its_first_side_after_its_name() -> None:
    knee = session_exercise("knee_to_chest", Position.SUPINE, (Side.RIGHT, Side.LEFT), repetitions=1)
    said = spoken(timeline(session_plan(knee), EVERYTHING))
    assert said[1:3] == [(60.0, "exercise_knee_to_chest"), (61.5, "first_side_right")]
    assert [clip for _, clip in said if clip.startswith("side_")] == ["side_left"]


def test_the_side_is_said_again_when_a_set_begins_anew() -> None:
    knee = session_exercise("knee_to_chest", Position.SUPINE, (Side.RIGHT, Side.LEFT), repetitions=1, sets=2)
    said = spoken(timeline(session_plan(knee), EVERYTHING))
    sides = [clip for _, clip in said if "side_" in clip]
    assert sides == ["first_side_right", "side_left", "side_right", "side_left"]


def test_a_new_side_is_said_as_the_change_begins() -> None:
    knee = session_exercise(sides=(Side.RIGHT, Side.LEFT), repetitions=1, hold_s=0)
    line = timeline(session_plan(knee), {"side_left": 1.25})
    (change,) = [step for step in line.steps if step.kind is StepKind.CHANGE_SIDE]
    assert [cue.at_s for cue in line.cues] == [change.start_s]


def test_what_a_key_may_bring_about_is_said_once_it_has_come_about() -> None:
    line = timeline(session_plan(), {"change_position_supine_seated": 4.0, "get_up_seated": 2.0})
    waits = [step.start_s for step in line.steps if step.kind in (StepKind.CHANGE_POSITION, StepKind.GET_UP)]
    assert [cue.at_s for cue in line.cues] == waits


def test_a_short_hold_is_not_counted_down() -> None:
    counts = {"count_3": 0.5, "count_2": 0.5, "count_1": 0.5}
    short, long = (session_plan(session_exercise(repetitions=1, hold_s=seconds)) for seconds in (4, 5))
    assert spoken(timeline(short, counts)) == []
    assert [clip for _, clip in spoken(timeline(long, counts))] == ["count_3", "count_2", "count_1"]


def test_a_clip_that_does_not_exist_is_not_waited_for() -> None:
    assert timeline(session_plan(), {}).cues == ()


def test_a_word_longer_than_the_session_so_far_is_left_out() -> None:
    session = session_plan(session_exercise(repetitions=1))
    assert spoken(timeline(session, {"out_pelvic_tilt": 70.0})) == []


def test_looking_in_turn_hears_every_word_once() -> None:
    line = timeline(session_plan(), EVERYTHING)
    looks = [-1.0, 0.0, 60.0, 61.3, 90.0, line.length_s]
    heard = [cue for after, until in pairwise(looks) for cue in line.cues_between(after, until)]
    assert heard == list(line.cues)
