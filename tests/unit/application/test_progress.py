"""*Forløb*: a period of the log as it was lived, under whatever plan was in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ryg_app.application.progress import Progress
from ryg_app.application.progress_view import Period, ProgressView
from ryg_app.domain.adherence import Tally
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers
from ryg_app.domain.owed import DayState
from tests import builders
from tests.builders import START, at
from tests.plans import exercises
from tests.unit.application.world import World, another_plan
from tests.years_of_diary import years_of_progress

TILT, SLIDER = "Pelvic tilt", "Nerve glide, seated"


def view(world: World, period: Period = Period.COURSE, language: str = "en") -> ProgressView:
    return Progress(world.course, world.days, exercises(), world.clock).view(period, language)


def on(shown: ProgressView, day: date) -> Tally:
    return next(kept.tally for kept in shown.days if kept.day == day)


def do_next_session(world: World) -> None:
    card = world.today.view().next_session
    assert card is not None
    world.today.done_without_computer(card.session)


def adopted(now: str = "2026-11-23 08:00") -> World:
    world = World()
    world.adopt()
    world.at(now)
    return world


def test_without_plan_and_diary_there_are_two_empty_weeks() -> None:
    shown = view(World(), Period.ALL)
    assert shown.is_empty
    assert not shown.has_plan
    assert ((shown.last - shown.first).days + 1, shown.first.isoweekday()) == (14, 1)


def test_without_a_plan_the_diary_is_shown_in_calendar_weeks() -> None:
    world = World("2026-11-26 20:00")
    world.diary.save(date(2026, 11, 18), Answers(3, 4))
    shown = view(world, Period.ALL)
    assert shown.first == date(2026, 11, 16)
    assert [week.week.number for week in shown.weeks] == [None, None]
    assert shown.exercises == ()


def test_nothing_is_missing_before_the_first_day_that_was_kept() -> None:
    world = World("2026-11-26 20:00")
    for day in (date(2026, 11, 18), date(2026, 11, 20)):
        world.diary.save(day, Answers(3, 4))
    shown = view(world, Period.ALL)
    gaps = [day.day for day in shown.days if shown.is_gap(day)]
    assert (gaps[0], len(gaps)) == (date(2026, 11, 19), 6)
    world.at("2026-12-10 20:00")
    later = view(world, Period.TWO_WEEKS)
    assert (later.first, later.last) == (date(2026, 11, 30), date(2026, 12, 13))
    assert later.is_gap(later.days[0])


def test_the_course_reaches_to_its_last_day_and_the_days_only_to_today() -> None:
    shown = view(adopted("2026-12-02 09:00"))
    assert (shown.first, shown.last) == (START, date(2027, 2, 14))
    assert [day.day for day in shown.days] == [START + timedelta(days=n) for n in range(10)]


@pytest.mark.parametrize(("period", "weeks"), [(Period.TWO_WEEKS, 2), (Period.SIX_WEEKS, 6)])
def test_a_number_of_weeks_is_that_many_weeks_of_the_course_with_this_one_last(
    period: Period, weeks: int
) -> None:
    shown = view(adopted("2027-02-03 09:00"), period)
    assert (shown.last - shown.first).days + 1 == 7 * weeks
    assert shown.weeks[-1].week.number == 11
    assert len(shown.weeks) == weeks


def test_a_young_course_begins_on_the_left_whatever_the_period() -> None:
    for period in Period:
        assert view(adopted("2026-11-25 09:00"), period).first == START


def test_today_owes_only_what_is_begun_and_yesterday_owes_all() -> None:
    world = adopted()
    assert on(view(world), START) == Tally()
    do_next_session(world)
    assert on(view(world), START) == Tally(2, 2, 2)
    world.at("2026-11-24 08:00")
    assert on(view(world), START) == Tally(3, 2, 2)


def test_a_session_after_midnight_belongs_to_the_day_before() -> None:
    world = adopted("2026-11-24 02:30")
    do_next_session(world)
    world.at("2026-11-25 09:00")
    assert on(view(world), START) == Tally(3, 2, 2)
    assert on(view(world), date(2026, 11, 24)) == Tally(3)


def test_a_paused_day_is_not_planned_and_says_so() -> None:
    world = adopted("2026-11-24 08:00")
    world.planning.pause(date(2026, 11, 24), date(2026, 11, 25))
    world.at("2026-11-27 08:00")
    shown = view(world)
    assert [day.tally.planned for day in shown.days] == [3, 0, 0, 3, 0]
    assert [day.day for day in shown.days if day.state is DayState.PAUSED] == [
        date(2026, 11, 24),
        date(2026, 11, 25),
    ]


def test_a_flare_day_is_counted_by_its_flare_doses_and_what_was_done_before_stays() -> None:
    world = adopted()
    do_next_session(world)
    world.planning.mark_flare()
    world.at("2026-11-24 08:00")
    shown = view(world)
    assert shown.days[0].state is DayState.FLARE
    # The light version owes the tilt alone; the slider was done beforehand.
    assert on(shown, START) == Tally(1, 1, 1, extra=1)


def test_a_day_keeps_the_plan_that_was_in_force_on_it() -> None:
    world = adopted()
    world.at("2026-11-30 08:00")
    first_phase = builders.plan().phases[0]
    lighter = {name: dose for name, dose in first_phase.doses.items() if name == "slider"}
    phases = (
        replace(first_phase, doses=lighter),
        *builders.plan().phases[1:],
    )
    world.adopt(revision=2, phases=phases)
    world.at("2026-12-02 08:00")
    shown = view(world)
    assert [day.tally.planned for day in shown.days] == [*[3] * 7, 1, 1, 0]
    by_title = {exercise.title: [week.planned for week in exercise.weeks] for exercise in shown.exercises}
    assert by_title == {TILT: [14, 0], SLIDER: [7, 2]}


def test_the_same_exercise_of_two_plans_is_one_row() -> None:
    world = adopted("2026-11-24 08:00")
    world.planning.adopt(another_plan())
    world.at("2026-11-26 08:00")
    shown = view(world, Period.ALL)
    assert [exercise.title for exercise in shown.exercises] == [TILT, SLIDER]


def test_exercises_are_named_in_the_language_of_the_reader() -> None:
    titles = [exercise.title for exercise in view(adopted("2026-11-25 08:00"), language="da").exercises]
    assert titles[0] == "Bækkenkip"


def test_phases_last_as_long_as_they_counted() -> None:
    world = adopted("2026-12-08 08:00")
    world.planning.answer_phase(2, accepted=True)
    world.at("2026-12-10 08:00")
    first, second = view(world).phases
    assert (first.number, first.first, first.last) == (1, START, date(2026, 12, 7))
    assert (second.number, second.first, second.last) == (2, date(2026, 12, 8), date(2026, 12, 10))


def test_the_mean_of_the_first_day_looks_back_before_the_period() -> None:
    world = adopted("2026-12-20 20:00")
    for number in range(28):
        world.diary.save(START + timedelta(days=number), Answers(2, 4))
    shown = view(world, Period.TWO_WEEKS)
    assert shown.days[0].leg_mean == 4
    assert view(world).days[0].leg_mean is None


def test_coming_appointments_of_the_period_are_there() -> None:
    world = adopted("2026-11-25 08:00")
    visit = Appointment(at("2026-12-20 10:15"))
    world.planning.note_appointment(visit)
    assert view(world).appointments == (visit,)
    assert view(world, Period.TWO_WEEKS).appointments == ()


def test_a_lost_plan_leaves_the_diary_and_plans_nothing() -> None:
    world = adopted("2026-11-24 20:00")
    world.diary.save(START, Answers(2, 4))
    world.lose_the_plans()
    for period in Period:
        shown = view(world, period)
        assert shown.days[0].answers.leg == 4
        assert shown.tally == Tally()


def test_summer_time_and_the_new_year_neither_lose_nor_double_a_day() -> None:
    shown = years_of_progress(500).view(Period.ALL, "en")
    assert [day.day for day in shown.days] == [START + timedelta(days=n) for n in range(500)]
    assert sum(week.tally.planned for week in shown.weeks) == shown.tally.planned
    assert sum((week.last - week.first).days + 1 for week in shown.weeks) == 500


def test_a_short_period_is_charted_by_days_and_a_long_one_by_weeks() -> None:
    progress = years_of_progress(500)
    weeks, days = progress.view(Period.ALL, "en"), progress.view(Period.TWELVE_WEEKS, "en")
    assert (weeks.is_long, days.is_long) == (True, False)
    assert [column.leg for column in weeks.columns()] == [week.leg for week in weeks.weeks]
    assert [column.leg for column in days.columns()] == [day.leg_mean for day in days.days]
    for shown in (weeks, days):
        assert sum((column.last - column.first).days + 1 for column in shown.columns()) == len(shown.days)
        assert sum(column.walked_minutes or 0 for column in shown.columns()) == sum(
            day.answers.walked_minutes or 0 for day in shown.days
        )


def test_today_is_the_day_before_until_three_in_the_morning() -> None:
    assert view(adopted("2026-11-25 02:59")).today == date(2026, 11, 24)


def test_a_day_corrected_later_and_a_phase_taken_later_are_seen_at_once() -> None:
    world = adopted("2026-12-08 08:00")
    progress = Progress(world.course, world.days, exercises(), world.clock)
    assert progress.view(Period.COURSE, "en").days[0].answers.leg is None
    world.diary.save(START, Answers(2, 4))
    world.planning.pause(date(2026, 12, 8), date(2026, 12, 9))
    world.at("2026-12-11 08:00")
    shown = progress.view(Period.COURSE, "en")
    assert shown.days[0].answers.leg == 4
    assert [day.state for day in shown.days[-4:-2]] == [DayState.PAUSED] * 2
    assert progress.view(Period.COURSE, "da").exercises[0].title == "Bækkenkip"


def test_a_plan_that_comes_back_is_counted_again() -> None:
    world = adopted("2026-11-25 08:00")
    progress = Progress(world.course, world.days, exercises(), world.clock)
    world.lose_the_plans()
    assert progress.view(Period.COURSE, "en").tally == Tally()
    world.shelf.put(builders.plan_file())
    assert progress.view(Period.COURSE, "en").tally.planned == 6
