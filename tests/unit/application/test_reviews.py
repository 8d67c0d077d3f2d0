"""A review week asks its two questions once, and asks about the same activities the next time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ryg_app.application.reviews import ReviewWeek
from ryg_app.domain.errors import NotSavedError, PersonalNumberError
from ryg_app.domain.review import ActivityScore, GlobalChange
from tests.builders import at
from tests.unit.application.world import World

SECOND_WEEK = date(2026, 11, 30)
STAIRS, SITTING = ActivityScore("Climb the stairs", 4), ActivityScore("Sit through a film", None)


@pytest.fixture
def world() -> World:
    """A patient on the evening of a Monday that begins a review week, week 2."""
    world = World()
    world.adopt()
    world.at("2026-11-30 20:00")
    return world


def week_of(world: World, day: date = SECOND_WEEK) -> ReviewWeek:
    week = world.reviews.week_of(day)
    assert week is not None
    return week


def test_every_day_of_a_review_week_asks_and_no_other(world: World) -> None:
    week = week_of(world, SECOND_WEEK + timedelta(days=6))
    assert (week.week, week.first, week.last) == (2, SECOND_WEEK, date(2026, 12, 6))
    assert (week.review, week.named) == (None, ())
    assert world.reviews.week_of(SECOND_WEEK - timedelta(days=1)) is None
    assert world.reviews.week_of(SECOND_WEEK + timedelta(days=7)) is None


def test_without_a_plan_or_with_a_lost_one_nothing_is_asked(world: World) -> None:
    assert World("2026-11-30 20:00").reviews.week_of(SECOND_WEEK) is None
    world.lose_the_plans()
    assert world.reviews.week_of(SECOND_WEEK) is None


def test_an_answered_week_does_not_ask_again(world: World) -> None:
    review = world.reviews.answer(week_of(world), (STAIRS, SITTING), GlobalChange.UNCHANGED)
    assert (review.day, review.recorded) == (SECOND_WEEK, world.clock.now())
    world.at("2026-12-02 20:00")
    assert week_of(world, date(2026, 12, 2)).review == review


def test_skipping_both_is_an_answer(world: World) -> None:
    assert world.reviews.answer(week_of(world), (), None).is_skipped
    assert week_of(world).review is not None


def test_a_week_that_is_over_is_not_asked_about_but_shows_what_was_said(world: World) -> None:
    week = week_of(world)
    world.at("2026-12-08 20:00")
    assert world.reviews.week_of(SECOND_WEEK) is None
    world.reviews.put_back(week, None)
    world.at("2026-12-01 20:00")
    world.reviews.answer(week, (STAIRS,), None)
    world.at("2026-12-08 20:00")
    assert week_of(world).review is not None


def test_a_correction_keeps_its_day_and_is_marked_once_the_day_is_over(world: World) -> None:
    world.reviews.answer(week_of(world), (STAIRS,), None)
    same_day = world.reviews.answer(week_of(world), (STAIRS,), GlobalChange.MUCH_BETTER)
    assert same_day.changed is None
    world.at("2026-12-02 20:00")
    later = world.reviews.answer(week_of(world), (), GlobalChange.MUCH_BETTER)
    assert (later.day, later.recorded) == (SECOND_WEEK, at("2026-11-30 20:00"))
    assert later.changed == at("2026-12-02 20:00")
    assert world.records.get().reviews == (later,)


def test_what_is_undone_stands_as_it_stood(world: World) -> None:
    week = week_of(world)
    world.reviews.answer(week, (STAIRS,), None)
    world.reviews.put_back(week, None)
    assert week_of(world) == week


def test_the_next_review_asks_about_the_same_activities(world: World) -> None:
    world.reviews.answer(week_of(world), (STAIRS, SITTING), None)
    world.at("2026-12-14 20:00")
    assert week_of(world, date(2026, 12, 14)).named == (STAIRS.text, SITTING.text)


def test_a_personal_number_in_an_activity_is_refused_and_nothing_is_kept(world: World) -> None:
    with pytest.raises(PersonalNumberError) as caught:
        world.reviews.answer(week_of(world), (ActivityScore("010190-1234", 3),), None)
    assert caught.value.field == "activity"
    assert world.records.get().reviews == ()


def test_a_full_disk_keeps_nothing_of_a_review(world: World) -> None:
    world.fill_the_disk()
    with pytest.raises(NotSavedError):
        world.reviews.answer(week_of(world), (STAIRS,), None)
    assert week_of(world).review is None
