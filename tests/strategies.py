"""Hypothesis strategies for the domain's types; each varies every field there is."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from ryg_app.domain.course import (
    Adoption,
    Appointment,
    CourseRecord,
    FlareMark,
    Pause,
    PhaseAnswer,
    SideAnswer,
)
from ryg_app.domain.diary import (
    MOST_WALKING_MINUTES,
    PAIN_HIGH,
    PAIN_LOW,
    Answers,
    DayLog,
    HeatCold,
    LegExtent,
    MorningLeg,
    SymptomChange,
)
from ryg_app.domain.dose import DOSE_FIELDS, Dose
from ryg_app.domain.exercise import Position, Side
from ryg_app.domain.preferences import (
    BIG_VIEW_ROTATIONS,
    LARGEST_BIG_VIEW,
    LARGEST_TEXT,
    LONGEST_GET_DOWN_S,
    SHORTEST_GET_DOWN_S,
    SMALLEST_BIG_VIEW,
    SMALLEST_TEXT,
    ColorScheme,
    Preferences,
    VoiceChoice,
    WhenClosed,
)
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import MOST_ACTIVITIES, ActivityScore, GlobalChange, Review
from ryg_app.domain.session import (
    Ending,
    ExerciseDone,
    OpenSession,
    RepetitionKey,
    SessionExercise,
    SessionPlan,
    SessionRecord,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def every_field(kind: type[T], /, **by_name: SearchStrategy[Any]) -> SearchStrategy[T]:
    """Build a dataclass from a strategy for each field; a field left out would never be tested."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    assert names == by_name.keys(), names ^ by_name.keys()
    return st.builds(kind, **by_name)


def tuples_of(items: SearchStrategy[T], most: int = 3) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=most).map(tuple)


def or_none(values: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return st.none() | values


days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30), timezones=offsets)  # noqa: DTZ001
texts = st.text(max_size=60)
identifiers = st.uuids(version=4).map(str)
entry_ids = st.from_regex(r"[a-z][a-z_]{0,15}", fullmatch=True)
counts = st.integers(0, 200)
first_and_up = st.integers(1, 50)
pains = st.integers(PAIN_LOW, PAIN_HIGH)
sides = st.sampled_from(Side)
weekdays = st.frozensets(st.integers(1, 7))

doses = every_field(Dose, weekdays=weekdays, **dict.fromkeys(DOSE_FIELDS, st.integers(0, 300)))

answers = every_field(
    Answers,
    back=or_none(pains),
    leg=or_none(pains),
    leg_extent=or_none(st.sampled_from(LegExtent)),
    walks=tuples_of(st.integers(0, MOST_WALKING_MINUTES)),
    note=texts,
    longest_walk_minutes=or_none(st.integers(0, MOST_WALKING_MINUTES)),
    morning=or_none(st.sampled_from(MorningLeg)),
    tingling=or_none(st.sampled_from(SymptomChange)),
    weakness=or_none(st.sampled_from(SymptomChange)),
    woken=or_none(st.booleans()),
    heat_cold=or_none(st.sampled_from(HeatCold)),
    painkillers=or_none(st.booleans()),
)
exercises_done = every_field(
    ExerciseDone,
    entry_id=entry_ids,
    repetitions=counts,
    planned=counts,
    ending=st.sampled_from(Ending),
    words=texts,
)
session_records = every_field(
    SessionRecord,
    session_id=identifiers,
    number=first_and_up,
    started=moments,
    ended=moments,
    plan_id=identifiers,
    revision=first_and_up,
    without_computer=st.booleans(),
    exercises=tuples_of(exercises_done),
    worst_leg_pain=or_none(pains),
)


def day_logs(of: SearchStrategy[date] = days) -> SearchStrategy[DayLog]:
    return every_field(
        DayLog,
        day=of,
        answers=answers,
        sessions=tuples_of(session_records),
        recorded=or_none(moments),
        changed=or_none(moments),
    )


reviews = every_field(
    Review,
    day=days,
    recorded=moments,
    activities=tuples_of(every_field(ActivityScore, text=texts, score=or_none(pains)), most=MOST_ACTIVITIES),
    change=or_none(st.sampled_from(GlobalChange)),
    changed=or_none(moments),
)
course_records = every_field(
    CourseRecord,
    adoptions=tuples_of(
        every_field(
            Adoption, at=moments, plan_id=identifiers, revision=first_and_up, start=days, phase=first_and_up
        )
    ),
    phase_answers=tuples_of(every_field(PhaseAnswer, at=moments, phase=first_and_up, accepted=st.booleans())),
    side_answers=tuples_of(every_field(SideAnswer, at=moments, side=sides)),
    flares=tuples_of(every_field(FlareMark, at=moments, day=days, withdrawn=st.booleans())),
    pauses=tuples_of(every_field(Pause, first=days, last=days)),
    appointments=tuples_of(every_field(Appointment, at=moments, place=texts)),
    questions=tuples_of(every_field(OwnQuestion, asked=moments, text=texts, struck_out=or_none(moments))),
    reviews=tuples_of(reviews),
)

session_exercises = every_field(
    SessionExercise,
    entry_id=entry_ids,
    position=st.sampled_from(Position),
    dose=doses,
    sides=tuples_of(sides, most=2),
)
repetition_keys = every_field(
    RepetitionKey,
    exercise=st.integers(0, 5),
    set_index=st.integers(0, 5),
    side=or_none(sides),
    repetition=st.integers(0, 20),
)
open_sessions = every_field(
    OpenSession,
    session_id=identifiers,
    started=moments,
    plan_id=identifiers,
    revision=first_and_up,
    session=every_field(SessionPlan, number=first_and_up, exercises=tuples_of(session_exercises)),
    elapsed_s=st.floats(0, 7200),
    done=st.frozensets(repetition_keys),
    too_painful=st.frozensets(st.integers(0, 5)),
)

preferences = every_field(
    Preferences,
    language=st.sampled_from(["da", "en"]),
    color_scheme=st.sampled_from(ColorScheme),
    text_percent=st.integers(SMALLEST_TEXT, LARGEST_TEXT),
    tones=st.booleans(),
    volume_percent=st.integers(0, 100),
    voice=st.sampled_from(VoiceChoice),
    voice_volume_percent=st.integers(0, 100),
    reduced_motion=st.booleans(),
    get_down_s=st.integers(SHORTEST_GET_DOWN_S, LONGEST_GET_DOWN_S),
    region=or_none(texts),
    welcomed=st.booleans(),
    big_view_scale_percent=st.integers(SMALLEST_BIG_VIEW, LARGEST_BIG_VIEW),
    big_view_rotation=st.sampled_from(BIG_VIEW_ROTATIONS),
    when_closed=st.sampled_from(WhenClosed),
    told_of_tray=st.booleans(),
    asked_about_autostart=st.booleans(),
    notifications_say_what=st.booleans(),
)
