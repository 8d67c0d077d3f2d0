"""The sheet for the appointment: which days, which numbers, whose words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.application.appointment import AppointmentSheets
from ryg_app.application.appointment_sheet import AppointmentSheet, SheetPeriod, Since, Stop
from ryg_app.application.progress import Progress
from ryg_app.domain.course import Appointment, FlareMark, Pause
from ryg_app.domain.diary import Answers, DayLog, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.progress import Span
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from ryg_app.domain.session import Ending, ExerciseDone
from tests import builders
from tests.builders import START, at
from tests.plans import exercises
from tests.unit.application.world import World

if TYPE_CHECKING:
    from typing import Any

DAY = timedelta(days=1)


def sheets(world: World) -> AppointmentSheets:
    progress = Progress(world.course, world.days, exercises(), world.clock)
    return AppointmentSheets(world.course, world.days, progress)


def sheet_of(world: World, first: date | None = None, last: date | None = None) -> AppointmentSheet:
    made = sheets(world)
    return made.sheet(made.period(first, last), "en")


def on_day(world: World, number: int, **answers: Any) -> None:
    """Keep a day of the course as it would be in the evening; the first is number 0."""
    day = START + number * DAY
    world.days.save(DayLog(day, Answers(**answers), recorded=at(f"{day} 20:00")))


def note(world: World, **changes: Any) -> None:
    world.records.save(replace(world.records.get(), **changes))


def third_week() -> World:
    world = World()
    world.adopt()
    world.at("2026-12-10 09:00")
    return world


def test_it_begins_with_the_last_appointment() -> None:
    world = third_week()
    visits = (Appointment(at("2026-11-30 10:00")), Appointment(at("2026-12-17 10:00")))
    note(world, appointments=visits)
    sheet = sheet_of(world)
    assert sheet.period == SheetPeriod(date(2026, 11, 30), date(2026, 12, 10), Since.LAST_APPOINTMENT)
    assert sheet.visit == visits[1]
    assert sheet.plan is not None
    assert (sheet.plan.first_week, sheet.plan.last_week, sheet.plan.weeks) == (2, 3, 12)


def test_saved_in_the_waiting_room_it_begins_with_the_visit_before() -> None:
    world = third_week()
    note(world, appointments=(Appointment(at("2026-12-01 10:00")), Appointment(at("2026-12-10 08:30"))))
    assert sheets(world).period().first == date(2026, 12, 1)


def test_before_the_first_appointment_it_begins_with_the_course() -> None:
    assert sheets(third_week()).period() == SheetPeriod(START, date(2026, 12, 10), Since.COURSE_START)


def test_without_a_plan_it_begins_with_the_first_day_written() -> None:
    world = World()
    on_day(world, 2, leg=3)
    world.at("2026-12-10 09:00")
    sheet = sheet_of(world)
    assert sheet.period == SheetPeriod(START + 2 * DAY, date(2026, 12, 10), Since.FIRST_ENTRY)
    assert (sheet.plan, sheet.exercises) == (None, ())


def test_with_nothing_written_it_is_a_sheet_of_one_day() -> None:
    sheet = sheet_of(World())
    assert sheet.period.days == 1
    assert sheet.late.leg is None


def test_days_can_be_chosen() -> None:
    period = sheets(third_week()).period(date(2026, 11, 25), date(2026, 12, 1))
    assert period == SheetPeriod(date(2026, 11, 25), date(2026, 12, 1), Since.CHOSEN)


def test_the_two_ends_are_seven_days_each_and_hold_no_day_twice() -> None:
    world = third_week()
    for number in range(18):
        on_day(world, number, leg=8 if number < 7 else 2, back=5, leg_extent=LegExtent.FOOT)
    sheet = sheet_of(world)
    assert sheet.early is not None
    assert (sheet.early.first, sheet.early.last, sheet.early.leg) == (START, START + 6 * DAY, 8)
    assert (sheet.late.first, sheet.late.last, sheet.late.leg) == (START + 11 * DAY, START + 17 * DAY, 2)


def test_a_short_period_has_one_end() -> None:
    world = World()
    world.adopt()
    world.at("2026-12-01 09:00")
    sheet = sheet_of(world)
    assert sheet.early is None
    assert (sheet.late.first, sheet.late.days) == (START, 9)


def test_two_numbers_are_no_mean() -> None:
    world = third_week()
    on_day(world, 16, leg=8)
    on_day(world, 17, leg=8, walks=(10, 20), longest_walk_minutes=8)
    on_day(world, 15, walks=(0,), longest_walk_minutes=12)
    late = sheet_of(world).late
    assert (late.leg, late.told, late.walked_a_day, late.longest_walk) == (None, 2, 15, 12)


def test_a_stopped_exercise_stands_with_the_words_of_the_patient() -> None:
    world = third_week()
    stopped = ExerciseDone("pelvic_tilt", 2, 5, Ending.TOO_PAINFUL, "Det prikkede i foden.")
    others = (ExerciseDone("slider", 3, 5, ending) for ending in Ending if ending is not Ending.TOO_PAINFUL)
    record = builders.session_record(exercises=(stopped, *others))
    world.days.save(DayLog(START, sessions=(record,)))
    sheet = sheet_of(world)
    assert sheet.stops == (Stop(START, "Pelvic tilt", "Det prikkede i foden."),)
    line = next(line for line in sheet.exercises if line.title == "Pelvic tilt")
    assert (line.stopped, line.tally.partly) == (1, 1)


def test_only_the_questions_not_struck_out_are_asked() -> None:
    world = third_week()
    asked = OwnQuestion(at("2026-12-01 10:00"), "Må jeg cykle?")
    struck = OwnQuestion(at("2026-12-01 10:00"), "Må jeg løbe?", struck_out=at("2026-12-02 10:00"))
    note(world, questions=(asked, struck))
    assert sheet_of(world).questions == ("Må jeg cykle?",)


def test_bad_days_pauses_late_days_and_blank_days_are_named() -> None:
    world = third_week()
    note(
        world,
        flares=(FlareMark(at("2026-11-25 09:00"), date(2026, 11, 25)),),
        pauses=(Pause(date(2026, 11, 27), date(2026, 11, 29)),),
    )
    for number in range(16):
        on_day(world, number, leg=3)
    world.days.save(DayLog(START + DAY, Answers(leg=3), recorded=at("2026-12-02 10:00")))
    marks = sheet_of(world).marks
    assert marks.flares == (Span(date(2026, 11, 25), date(2026, 11, 25)),)
    assert marks.pauses == (Span(date(2026, 11, 27), date(2026, 11, 29)),)
    assert marks.late == (Span(START + DAY, START + DAY),)
    assert marks.blank == 1, "today is not over"


def test_the_first_review_of_the_course_is_there_to_read_the_others_beside() -> None:
    world = third_week()
    reviews = tuple(
        Review(day, at(f"{day} 20:00"), activities, change)
        for day, activities, change in (
            (START, (ActivityScore("Sidde", 3),), None),
            (START + 7 * DAY, (), None),
            (START + 14 * DAY, (ActivityScore("Sidde", 5),), GlobalChange.UNCHANGED),
        )
    )
    note(world, reviews=reviews, appointments=(Appointment(at("2026-12-01 10:00")),))
    assert sheet_of(world).reviews == (reviews[0], reviews[2])


def test_symptoms_are_counted_only_where_they_were_answered() -> None:
    world = third_week()
    on_day(world, 0, woken=True, painkillers=False, weakness=SymptomChange.MORE)
    on_day(world, 1, woken=False, morning=MorningLeg.CLEARLY_WORSE, tingling=SymptomChange.MORE)
    symptoms = sheet_of(world).symptoms
    assert (symptoms.woken, symptoms.painkillers) == ((1, 2), (0, 1))
    assert symptoms.more_weakness == (START,)
    assert symptoms.more_tingling == symptoms.clearly_worse_mornings == (START + DAY,)


def test_a_lost_plan_file_does_not_keep_the_sheet_away() -> None:
    world = third_week()
    on_day(world, 1, leg=4)
    world.lose_the_plans()
    sheet = sheet_of(world)
    assert sheet.plan is None
    assert sheet.days[1].log.answers.leg == 4


@given(days=st.integers(1, 40))
def test_every_day_stands_once_and_the_chart_holds_them_all(days: int) -> None:
    world = World()
    world.adopt()
    last = START + (days - 1) * DAY
    world.at(f"{last} 12:00")
    sheet = sheet_of(world)
    assert [day.day.day for day in sheet.days] == [START + n * DAY for n in range(days)]
    assert sheet.chart.first == START
    assert sheet.chart.last >= last


@pytest.mark.parametrize("days", [1, 100, 101, 250])
def test_read_in_pieces_it_is_the_same_sheet(days: int) -> None:
    world = World()
    world.adopt()
    world.at(f"{START + (days - 1) * DAY} 12:00")
    made = sheets(world)
    period = made.period()
    shares = list(made.making(period, "en"))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert made.sheet(period, "en") == sheet_of(world)
