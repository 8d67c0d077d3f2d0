from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.course import Appointment
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.exercise import Side
from ryg_app.domain.owed import DayState
from tests import builders
from tests.unit.application.world import World, another_plan, entries

if TYPE_CHECKING:
    from collections.abc import Callable

A_PAST_DAY = date(2026, 12, 9)


def test_without_a_plan_nothing_is_owed() -> None:
    world = World()
    assert world.course.plan() is None
    assert world.course.owed(world.course.today()) is None
    assert world.course.affected_side() is None


def test_the_night_belongs_to_the_day_before() -> None:
    world = World("2026-12-11 02:30")
    assert world.course.today() == date(2026, 12, 10)
    world.at("2026-12-11 03:00")
    assert world.course.today() == date(2026, 12, 11)


def test_a_day_before_the_plan_was_adopted_owes_nothing_even_if_the_course_began_before() -> None:
    world = World("2026-11-25 08:00")
    world.planning.adopt(builders.plan_file(), date(2026, 11, 23))
    assert world.course.owed(date(2026, 11, 24)) is None
    assert world.owed("2026-11-25").week == 1
    assert len(world.owed("2026-11-25").sessions) == 2


def test_a_coming_day_is_told_by_what_is_known_now() -> None:
    world = World()
    world.adopt()
    assert world.owed("2026-12-09").phase == 1
    world.at("2026-12-08 08:00")
    world.planning.answer_phase(2, accepted=True)
    assert world.owed("2026-12-09").phase == 2


def test_a_plan_file_that_is_gone_is_named() -> None:
    world = World()
    world.adopt()
    world.lose_the_plans()
    for ask in (world.course.plan, lambda: world.course.owed(date(2026, 11, 23)), world.today.view):
        with pytest.raises(DamagedFileError):
            ask()


def test_the_affected_side_is_the_plan_s_or_else_the_patient_s() -> None:
    world = World()
    world.adopt()
    assert world.course.affected_side() is Side.LEFT
    world.planning.adopt(another_plan(affected_side=None))
    assert world.course.affected_side() is None
    world.planning.name_side(Side.RIGHT)
    assert world.course.affected_side() is Side.RIGHT


def test_the_thirteen_days_of_the_example_stand_as_they_were_when_all_is_over() -> None:
    world = World()
    world.adopt()
    world.at("2026-12-08 08:00")
    world.planning.answer_phase(2, accepted=True)
    world.at("2026-12-10 09:00")
    world.planning.mark_flare()
    world.at("2026-12-23 09:00")
    world.planning.pause(date(2026, 12, 24), date(2026, 12, 26))
    world.at("2027-01-04 08:00")
    world.planning.answer_phase(3, accepted=True)
    world.at("2027-03-01 12:00")
    tilt_and_slider = [[("pelvic_tilt", 5), ("slider", 5)], [("pelvic_tilt", 5)]]
    all_three = [[("pelvic_tilt", 10), ("knee_to_chest", 6), ("slider", 10)], [("pelvic_tilt", 10)]]
    last = [[("pelvic_tilt", 20), ("slider", 20), ("heel_raise", 10)]]
    told = {day: [sorted(s) for s in entries(world.owed(day))] for day in DAYS_OF_THE_EXAMPLE}
    wanted = dict(
        zip(
            DAYS_OF_THE_EXAMPLE,
            [
                *[tilt_and_slider] * 4,
                [[("pelvic_tilt", 10), ("slider", 10)], [("pelvic_tilt", 10)]],
                all_three,
                [[("pelvic_tilt", 5)]],
                all_three,
                [],
                all_three,
                last,
                last,
                [],
            ],
            strict=True,
        )
    )
    assert told == {day: [sorted(s) for s in sessions] for day, sessions in wanted.items()}
    assert world.owed("2027-02-15").closing
    assert world.owed("2026-12-24").state is DayState.PAUSED
    assert [day for day in DAYS_OF_THE_EXAMPLE if world.owed(day).review] == ["2026-11-30"]


DAYS_OF_THE_EXAMPLE = (
    "2026-11-23",
    "2026-11-29",
    "2026-11-30",
    "2026-12-07",
    "2026-12-08",
    "2026-12-09",
    "2026-12-10",
    "2026-12-11",
    "2026-12-24",
    "2027-01-01",
    "2027-01-05",
    "2027-02-13",
    "2027-02-15",
)


def _lighter(world: World) -> None:
    revision = world.records.get().adoptions[-1].revision + 1
    plan = builders.plan()
    lighter = tuple(replace(phase, doses={}) for phase in plan.phases)
    world.planning.adopt(builders.plan_file(revision=min(revision, 9999), phases=lighter))


def _accept_what_is_offered(world: World) -> None:
    offer = world.today.view().offer
    if offer is not None:
        world.planning.answer_phase(offer.phase, accepted=True)


def _pause_from_yesterday(world: World) -> None:
    today = world.course.today()
    world.planning.pause(today - timedelta(days=1), today + timedelta(days=3))


def _change_plan(world: World) -> None:
    world.planning.adopt(another_plan())


def _bring_back(world: World) -> None:
    if world.planning.has_previous():
        world.planning.bring_back_previous()


def _appointment(world: World) -> None:
    world.planning.note_appointment(Appointment(world.clock.now() + timedelta(days=2)))


EVENTS: tuple[Callable[[World], object], ...] = (
    _lighter,
    _accept_what_is_offered,
    _pause_from_yesterday,
    _change_plan,
    _bring_back,
    _appointment,
    lambda world: world.planning.mark_flare(),
    lambda world: world.planning.mark_flare(withdrawn=True),
    lambda world: world.planning.end_pause(),
    lambda world: world.planning.name_side(Side.RIGHT),
    lambda world: world.planning.answer_phase(2, accepted=False),
)
events = st.lists(st.tuples(st.integers(0, 72), st.sampled_from(EVENTS)), max_size=8)


@given(before=events, after=events)
def test_what_a_past_day_owed_never_changes_whatever_is_said_later(
    before: list[tuple[int, Callable[[World], object]]],
    after: list[tuple[int, Callable[[World], object]]],
) -> None:
    world = World()
    world.adopt()
    _live(world, before, builders.at("2026-12-05 12:00"))
    world.clock.set(max(world.clock.now(), builders.at("2026-12-10 03:00")))
    past = [A_PAST_DAY - timedelta(days=n) for n in range(17)]
    stood = [world.course.owed(day) for day in past]
    _live(world, after, world.clock.now())
    assert [world.course.owed(day) for day in past] == stood


def _live(world: World, lived: list[tuple[int, Callable[[World], object]]], begin: datetime) -> None:
    now = begin
    for hours, event in lived:
        now += timedelta(hours=hours)
        world.clock.set(now)
        event(world)
