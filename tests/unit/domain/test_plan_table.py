"""What the example plan means, day by day: the contract of the plan format."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from ryg_app.domain.course import FlareMark, Pause, PhaseAnswer, phase_offer
from ryg_app.domain.diary import DAY_STARTS, diary_day
from ryg_app.domain.dose import Walking
from ryg_app.domain.owed import DayState, OwedDay, owed_day
from ryg_app.domain.session import SessionExercise, SessionPlan
from tests.builders import START, at, course_record, plan
from tests.fakes import COPENHAGEN

BAD_DAY = date(2026, 12, 10)
RECORD = course_record(
    phase_answers=(
        PhaseAnswer(at("2026-12-08 08:00"), 2, accepted=True),
        PhaseAnswer(at("2027-01-04 08:00"), 3, accepted=True),
    ),
    flares=(FlareMark(at("2026-12-10 08:00"), BAD_DAY),),
    pauses=(Pause(date(2026, 12, 24), date(2026, 12, 26)),),
)
NAMES = {
    "pelvic_tilt": "tilt",
    "knee_to_chest": "knee-to-chest",
    "slider": "slider",
    "heel_raise": "heel raise",
}
FIRST = ("tilt 5, slider 5 left", "tilt 5", "3 x 5")
SECOND = ("tilt 10, slider 10 left", "tilt 10", "2 x 10")
SECOND_WITH_KNEE = ("tilt 10, knee-to-chest 3 right + 3 left, slider 10 left", "tilt 10", "2 x 10")
LIGHT = ("tilt 5", "", "3 x 3")
THIRD = "tilt 2 x 10, slider 2 x 10 left, heel raise 10"
NOTHING = ("", "", "")

TABLE = [
    ("2026-11-23", 1, 1, DayState.ORDINARY, FIRST),
    ("2026-11-29", 1, 1, DayState.ORDINARY, FIRST),
    ("2026-11-30", 2, 1, DayState.ORDINARY, FIRST),
    ("2026-12-07", 3, 1, DayState.ORDINARY, FIRST),
    ("2026-12-08", 3, 2, DayState.ORDINARY, SECOND),
    ("2026-12-09", 3, 2, DayState.ORDINARY, SECOND_WITH_KNEE),
    ("2026-12-10", 3, 2, DayState.FLARE, LIGHT),
    ("2026-12-11", 3, 2, DayState.ORDINARY, SECOND_WITH_KNEE),
    ("2026-12-24", 5, 2, DayState.PAUSED, NOTHING),
    ("2027-01-01", 6, 2, DayState.ORDINARY, SECOND_WITH_KNEE),
    ("2027-01-05", 7, 3, DayState.ORDINARY, (THIRD, "", "1 x 30")),
    ("2027-02-13", 12, 3, DayState.ORDINARY, (THIRD, "", "")),
    ("2027-02-15", 13, 3, DayState.AFTER, NOTHING),
]


def owed(day: date, at_moment: datetime | None = None) -> OwedDay:
    end = datetime.combine(day + timedelta(days=1), DAY_STARTS, COPENHAGEN) - timedelta(microseconds=1)
    return owed_day(plan(), RECORD, day, at_moment or end)


def in_words(session: SessionPlan) -> str:
    return ", ".join(_exercise_in_words(exercise) for exercise in session.exercises)


def _exercise_in_words(exercise: SessionExercise) -> str:
    dose = exercise.dose
    times = f"{dose.sets} x {dose.repetitions}" if dose.sets > 1 else f"{dose.repetitions}"
    sides = " + ".join(f"{times} {side}" for side in exercise.sides) or times
    return f"{NAMES[exercise.entry_id]} {sides}"


def day_in_words(told: OwedDay) -> tuple[str, str, str]:
    assert len(told.sessions) <= 2
    first, second, *_ = [*map(in_words, told.sessions), "", ""]
    walk = f"{told.walking.times_per_day} x {told.walking.minutes}" if told.walking else ""
    return first, second, walk


@pytest.mark.parametrize(("day", "week", "phase", "state", "words"), TABLE, ids=[row[0] for row in TABLE])
def test_a_day_owes_what_the_table_says(
    day: str, week: int, phase: int, state: DayState, words: tuple[str, str, str]
) -> None:
    told = owed(date.fromisoformat(day))
    assert (told.week, told.phase, told.state) == (week, phase, state)
    assert day_in_words(told) == words
    assert [session.number for session in told.sessions] == list(range(1, len(told.sessions) + 1))


def test_review_weeks_are_noted_on_three_days_of_the_course() -> None:
    noted = [day for day in (START + timedelta(days=n) for n in range(120)) if owed(day).review]
    assert noted == [date(2026, 11, 30), date(2026, 12, 14), date(2027, 1, 11)]


def test_the_course_is_closed_once_on_the_day_after_it() -> None:
    closed = [day for day in (START + timedelta(days=n) for n in range(120)) if owed(day).closing]
    assert closed == [date(2027, 2, 15)]


def test_the_calendar_offers_phase_two_before_it_is_accepted() -> None:
    offer = phase_offer(plan(), RECORD, date(2026, 12, 7), at("2026-12-07 09:00"))
    assert offer is not None
    assert (offer.phase, offer.stays, offer.first_day) == (2, 1, date(2026, 12, 7))
    assert phase_offer(plan(), RECORD, date(2026, 12, 8), at("2026-12-08 09:00")) is None


def test_on_the_day_of_accepting_the_earlier_phase_counts_until_then() -> None:
    day = date(2026, 12, 8)
    assert day_in_words(owed(day, at("2026-12-08 07:59"))) == FIRST
    assert day_in_words(owed(day, at("2026-12-08 08:00"))) == SECOND


def test_a_bad_day_counts_until_it_ends_and_not_before_it_was_said() -> None:
    assert day_in_words(owed(BAD_DAY, at("2026-12-10 07:59"))) == SECOND
    assert day_in_words(owed(BAD_DAY, at("2026-12-10 08:00"))) == LIGHT
    assert day_in_words(owed(BAD_DAY, at("2026-12-11 02:59"))) == LIGHT


def test_the_light_tilt_is_held_for_three_seconds_with_longer_rests() -> None:
    (exercise,) = owed(BAD_DAY).sessions[0].exercises
    assert (exercise.dose.hold_s, exercise.dose.rest_s) == (3, 4)


def test_a_session_at_half_past_two_belongs_to_the_bad_day_before() -> None:
    started = at("2026-12-11 02:30")
    assert diary_day(started) == BAD_DAY
    assert day_in_words(owed(diary_day(started), started)) == LIGHT


def test_nothing_is_owed_on_any_day_of_the_pause_and_the_end_stays() -> None:
    paused = [day for day in (START + timedelta(days=n) for n in range(84)) if not owed(day).sessions]
    assert paused == [date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)]
    assert owed(date(2027, 2, 14)).state is DayState.ORDINARY


@pytest.mark.parametrize(
    ("day", "walking"),
    [
        ("2026-11-23", Walking(minutes=5, times_per_day=3)),
        ("2027-02-12", Walking(minutes=30, times_per_day=1, weekdays=frozenset(range(1, 6)))),
    ],
)
def test_the_walk_owed_is_the_plans_own(day: str, walking: Walking) -> None:
    assert owed(date.fromisoformat(day)).walking == walking


def test_before_the_course_nothing_is_owed() -> None:
    told = owed(START - timedelta(days=1), datetime.combine(START, time(9), COPENHAGEN))
    assert (told.state, day_in_words(told)) == (DayState.BEFORE, NOTHING)
