"""Sessions of every shape, for properties that hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from ryg_app.domain.dose import Dose
from ryg_app.domain.exercise import Position, Side
from ryg_app.domain.session import Pace, SessionExercise, SessionPlan

MOST_REPETITIONS, MOST_EXERCISES = 4, 4
CLIPS = (
    *(f"{kind}_{position}" for kind in ("get_down", "get_up") for position in Position),
    *(f"change_position_{before}_{after}" for before in Position for after in Position),
    *(f"{kind}_e{index}" for kind in ("exercise", "out", "back") for index in range(MOST_EXERCISES)),
    *(f"repetition_{number + 1}" for number in range(MOST_REPETITIONS)),
    *(f"{kind}_{side}" for kind in ("side", "first_side") for side in Side),
    *("ready", "next_set", "last_repetition", "hold", "rest", "set_rest", "change_exercise"),
    *("count_1", "count_2", "count_3"),
)

# Sixty-fourths of a second add up exactly, so that two cues that meet are not thought to overlap.
clip_lengths = st.dictionaries(st.sampled_from(CLIPS), st.integers(1, 320).map(lambda n: n / 64))

doses = st.builds(
    Dose,
    repetitions=st.integers(1, MOST_REPETITIONS),
    sets=st.integers(1, 3),
    hold_s=st.integers(0, 8),
    out_s=st.integers(1, 5),
    back_s=st.integers(1, 5),
    rest_s=st.integers(0, 4),
    set_rest_s=st.integers(0, 12),
    sessions_per_day=st.integers(1, 3),
    weekdays=st.frozensets(st.integers(1, 7), min_size=1),
)

sides = st.sampled_from(((), (Side.LEFT,), (Side.RIGHT,), (Side.RIGHT, Side.LEFT)))

paces = st.builds(
    Pace,
    get_down_s=st.integers(5, 180),
    get_ready_s=st.integers(1, 10),
    side_change_s=st.integers(1, 15),
    exercise_change_s=st.integers(1, 30),
    get_up_s=st.integers(1, 30),
)


@st.composite
def sessions(draw: st.DrawFn) -> SessionPlan:
    count = draw(st.integers(1, MOST_EXERCISES))
    exercises = [
        SessionExercise(f"e{index}", draw(st.sampled_from(Position)), draw(doses), draw(sides))
        for index in range(count)
    ]
    return SessionPlan(1, tuple(exercises))
