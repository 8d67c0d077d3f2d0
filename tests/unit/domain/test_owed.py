"""What is owed comes from the phase in force or the light version, and from nowhere else."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.course import CourseRecord, FlareMark, Pause, PhaseAnswer
from ryg_app.domain.dose import EVERY_DAY, Dose
from ryg_app.domain.exercise import Position, Side, Sides, StepKind
from ryg_app.domain.owed import DayState, OwedDay, owed_day, sessions_of_day, sides_of
from ryg_app.domain.plan import PlanExercise
from ryg_app.domain.timeline import timeline
from tests.builders import START, at, course_record, plan
from tests.fakes import COPENHAGEN
from tests.unit.domain.sessions import doses

LAST = date(2027, 2, 14)
days = st.dates(START - timedelta(days=30), LAST + timedelta(days=60))
course_days = st.dates(START, LAST)


def at_ten(day: date) -> datetime:
    return datetime.combine(day, time(22), COPENHAGEN)


flares = st.lists(
    st.builds(lambda day, withdrawn: FlareMark(at_ten(day), day, withdrawn), course_days, st.booleans())
)
answers = st.lists(
    st.builds(
        lambda day, phase, accepted: PhaseAnswer(at_ten(day), phase, accepted),
        course_days,
        st.integers(2, 3),
        st.booleans(),
    ),
    max_size=4,
)
pauses = st.lists(
    st.builds(lambda first, length: Pause(first, first + timedelta(days=length)), days, st.integers(0, 30)),
    max_size=3,
)


@st.composite
def records(draw: st.DrawFn) -> CourseRecord:
    return course_record(
        phase_answers=tuple(sorted(draw(answers), key=lambda answer: answer.at)),
        flares=tuple(sorted(draw(flares), key=lambda mark: mark.at)),
        pauses=tuple(draw(pauses)),
    )


def owed(record: CourseRecord, day: date) -> OwedDay:
    return owed_day(plan(), record, day, max(at_ten(day), at_ten(START)))


@given(records(), days)
def test_nothing_is_owed_before_after_or_in_a_pause(record: CourseRecord, day: date) -> None:
    told = owed(record, day)
    outside = not START <= day <= LAST
    assert (told.state in (DayState.BEFORE, DayState.AFTER)) is outside
    if outside or record.is_paused(day):
        assert (told.sessions, told.walking, told.review) == ((), None, False)
    else:
        assert told.state in (DayState.ORDINARY, DayState.FLARE)
        assert told.sessions


@given(records(), course_days)
def test_every_dose_owed_stands_in_the_phase_in_force_or_in_the_light_version(
    record: CourseRecord, day: date
) -> None:
    told = owed(record, day)
    accepted = [a.phase for a in record.phase_answers if a.accepted and a.at <= at_ten(day)]
    assert told.phase == max([1, *accepted])
    flare = plan().flare
    assert flare is not None
    source = flare if told.state is DayState.FLARE else plan().phases[told.phase - 1]
    for session in told.sessions:
        for exercise in session.exercises:
            assert exercise.dose == source.doses[exercise.entry_id]
            assert day.isoweekday() in exercise.dose.weekdays
            assert exercise.dose.sessions_per_day >= session.number
    assert told.walking in (None, source.walking)


@given(records(), course_days)
def test_a_day_is_light_when_it_was_called_a_bad_one(record: CourseRecord, day: date) -> None:
    light = record.is_flare(day, at_ten(day)) and not record.is_paused(day)
    assert (owed(record, day).state is DayState.FLARE) is light


@given(records(), course_days)
def test_what_is_said_later_does_not_change_what_was_owed(record: CourseRecord, day: date) -> None:
    known = CourseRecord(
        record.adoptions,
        tuple(answer for answer in record.phase_answers if answer.at <= at_ten(day)),
        record.side_answers,
        tuple(mark for mark in record.flares if mark.at <= at_ten(day)),
        record.pauses,
    )
    assert owed(record, day) == owed(known, day)


def test_a_plan_without_a_light_version_has_no_light_day() -> None:
    record = course_record(flares=(FlareMark(at("2026-12-10 09:00"), date(2026, 12, 10)),))
    told = owed_day(plan(flare=None), record, date(2026, 12, 10), at("2026-12-10 12:00"))
    assert told.state is DayState.ORDINARY
    assert told.sessions == sessions_of_day(plan(), plan().phases[0].doses, 4, Side.LEFT)


def test_a_bad_day_in_a_pause_owes_nothing() -> None:
    day = date(2026, 12, 10)
    record = course_record(flares=(FlareMark(at("2026-12-10 09:00"), day),), pauses=(Pause(day, day),))
    assert owed(record, day) == OwedDay(day, DayState.PAUSED, 3, 1)


def test_a_course_can_begin_on_a_coming_day() -> None:
    told = owed_day(plan(), course_record(), START - timedelta(days=1), at("2026-11-23 09:00"))
    assert (told.state, told.week, told.sessions) == (DayState.BEFORE, 0, ())


def test_without_a_plan_there_is_nothing_to_ask() -> None:
    with pytest.raises(ValueError, match="no plan"):
        owed_day(plan(), CourseRecord(), START, at("2026-11-23 09:00"))


@pytest.mark.parametrize("start", ["2026-11-23", "2026-12-30", "2028-02-27"])
def test_review_weeks_are_noted_on_their_first_day_alone(start: str) -> None:
    first = date.fromisoformat(start)
    record = course_record(first)
    noted = [
        day
        for day in range(84)
        if owed_day(plan(), record, first + timedelta(days=day), at_ten(first + timedelta(days=day))).review
    ]
    assert noted == [7, 21, 49]


@given(days)
def test_the_course_is_closed_on_one_day_and_then_there_is_silence(day: date) -> None:
    assert owed(course_record(), day).closing is (day == LAST + timedelta(days=1))


@given(st.lists(st.tuples(st.sampled_from(Position), doses), min_size=1, max_size=5), st.integers(1, 7))
def test_a_session_holds_what_is_due_that_often_on_that_weekday(
    lines: list[tuple[Position, Dose]], weekday: int
) -> None:
    entries = [PlanExercise(f"e{n}", None, None, None, "", None, place) for n, (place, _) in enumerate(lines)]
    prescribed = {f"e{n}": dose for n, (_, dose) in enumerate(lines)}
    made = sessions_of_day(plan(exercises=tuple(entries)), prescribed, weekday, None)
    for number in range(1, 5):
        due = {k for k, d in prescribed.items() if weekday in d.weekdays and d.sessions_per_day >= number}
        held = [e.entry_id for s in made if s.number == number for e in s.exercises]
        assert (set(held), len(held)) == (due, len(due))
    assert [session.number for session in made] == list(range(1, len(made) + 1))
    assert all(session.exercises for session in made)


@given(st.lists(st.sampled_from(Position), min_size=1, max_size=6))
def test_exercises_in_one_position_are_kept_together_in_the_plans_order(places: list[Position]) -> None:
    entries = tuple(PlanExercise(f"e{n}", None, None, None, "", None, p) for n, p in enumerate(places))
    prescribed = dict.fromkeys((entry.entry_id for entry in entries), plan().phases[0].doses["slider"])
    (session,) = sessions_of_day(plan(exercises=entries), prescribed, 1, None)
    groups = [
        (place, [exercise.entry_id for exercise in held])
        for place, held in groupby(session.exercises, key=lambda exercise: exercise.position)
    ]
    assert groups == [
        (place, [entry.entry_id for entry in entries if entry.position is place])
        for place in dict.fromkeys(places)
    ]
    kinds = [step.kind for step in timeline(session, {}).steps]
    assert kinds.count(StepKind.CHANGE_POSITION) == len(set(places)) - 1


def test_an_exercise_without_a_dose_in_the_phase_is_not_owed() -> None:
    (first, second) = sessions_of_day(plan(), plan().phases[0].doses, 1, Side.LEFT)
    assert [exercise.entry_id for exercise in first.exercises] == ["pelvic_tilt", "slider"]
    assert [exercise.entry_id for exercise in second.exercises] == ["pelvic_tilt"]


def test_no_doses_make_no_session() -> None:
    assert sessions_of_day(plan(), {}, 1, Side.LEFT) == ()


@pytest.mark.parametrize(
    ("sides", "affected", "done"),
    [
        (None, Side.LEFT, ()),
        (Sides.BOTH, None, (Side.RIGHT, Side.LEFT)),
        (Sides.LEFT, Side.RIGHT, (Side.LEFT,)),
        (Sides.RIGHT, Side.LEFT, (Side.RIGHT,)),
        (Sides.AFFECTED, Side.RIGHT, (Side.RIGHT,)),
        (Sides.AFFECTED, None, ()),
    ],
)
def test_sides_are_what_the_plan_says(
    sides: Sides | None, affected: Side | None, done: tuple[Side, ...]
) -> None:
    entry = PlanExercise("slider", "sciatic_slider", None, sides, "", None, Position.SEATED)
    assert sides_of(entry, affected) == done


def test_walking_follows_its_own_weekdays() -> None:
    record = course_record(phase_answers=(PhaseAnswer(at("2027-01-04 08:00"), 3, accepted=True),))
    walks = [owed(record, date(2027, 1, day)).walking for day in range(4, 11)]
    assert [walk is not None for walk in walks] == [True] * 5 + [False] * 2


def test_every_day_is_every_day() -> None:
    assert {(START + timedelta(days=n)).isoweekday() for n in range(7)} == EVERY_DAY
