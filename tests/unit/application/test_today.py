from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.errors import NotSavedError
from ryg_app.domain.session import Ending
from tests import builders
from tests.unit.application.world import World

TODAY = date(2026, 11, 23)


@pytest.fixture
def world() -> World:
    begun = World()
    begun.adopt()
    return begun


def test_before_the_first_plan_the_day_can_be_kept_all_the_same() -> None:
    world = World()
    view = world.today.view()
    assert (view.plan, view.owed, view.sessions, view.next_session, view.offer) == (
        None,
        None,
        (),
        None,
        None,
    )
    assert not view.is_flare
    assert not view.needs_side
    world.today.answer(Answers(back=3, leg=4))
    assert world.today.view().log.answers == Answers(back=3, leg=4)


def test_the_sessions_of_the_day_come_in_order_with_their_minutes(world: World) -> None:
    view = world.today.view()
    assert [(card.session.number, card.of) for card in view.sessions] == [(1, 2), (2, 2)]
    assert all(card.minutes >= 2 for card in view.sessions)
    assert view.next_session == view.sessions[0]


def test_minutes_are_rounded_up(world: World) -> None:
    from ryg_app.domain.timeline import timeline

    for card in world.today.view().sessions:
        seconds = timeline(card.session, {}).length_s
        assert 0 <= card.minutes * 60 - seconds < 60


def test_a_session_done_without_the_computer_is_marked_so_and_no_longer_owed(world: World) -> None:
    first = world.today.view().sessions[0].session
    log = world.today.done_without_computer(first)
    (record,) = log.sessions
    assert (record.without_computer, record.number, record.plan_id, record.revision) == (
        True,
        1,
        builders.PLAN_ID,
        1,
    )
    assert {done.ending for done in record.exercises} == {Ending.DONE}
    view = world.today.view()
    assert view.next_session is not None
    assert view.next_session.session.number == 2


def test_a_session_done_without_the_computer_can_be_taken_back(world: World) -> None:
    log = world.today.done_without_computer(world.today.view().sessions[0].session)
    world.today.take_back(log.sessions[0].session_id)
    assert world.today.view().log.sessions == ()


def test_a_session_done_at_the_computer_is_never_taken_back(world: World) -> None:
    record = builders.session_record(started=builders.at("2026-11-23 07:00"))
    world.days.save(replace(world.days.get(TODAY), sessions=(record,)))
    world.today.take_back(record.session_id)
    assert world.today.view().log.sessions == (record,)


def test_walks_add_up_to_ten_hours_at_most(world: World) -> None:
    world.today.answer(Answers(back=2, leg_extent=LegExtent.CALF))
    world.today.walked(5)
    world.today.walked(10)
    assert world.today.view().log.answers == Answers(back=2, leg_extent=LegExtent.CALF, walks=(5, 10))
    world.today.walked(600)
    assert world.today.view().log.answers.walked_minutes == 600


def test_answers_at_night_are_kept_for_the_day_before(world: World) -> None:
    world.at("2026-11-24 02:59")
    assert world.today.answer(Answers(back=1)).day == TODAY
    world.at("2026-11-24 03:00")
    assert world.today.answer(Answers(back=2)).day == date(2026, 11, 24)
    assert world.days.get(TODAY).answers == Answers(back=1)


def test_a_bad_day_in_the_middle_keeps_the_sessions_already_done(world: World) -> None:
    done = [world.today.done_without_computer(card.session) for card in world.today.view().sessions][-1]
    world.planning.mark_flare()
    view = world.today.view()
    assert view.is_flare
    assert len(view.sessions) == 1
    assert view.sessions[0].record == done.sessions[0]
    assert view.next_session is None
    assert view.log.sessions == done.sessions
    world.planning.mark_flare(withdrawn=True)
    assert [card.record for card in world.today.view().sessions] == list(done.sessions)


def test_a_bad_day_before_the_first_session_owes_the_light_version(world: World) -> None:
    world.planning.mark_flare()
    (card,) = world.today.view().sessions
    assert [(e.entry_id, e.dose.hold_s) for e in card.session.exercises] == [("pelvic_tilt", 3)]


def test_a_new_revision_in_the_middle_of_the_day_keeps_the_sessions_already_done(world: World) -> None:
    done = world.today.done_without_computer(world.today.view().sessions[0].session)
    world.adopt(revision=2)
    view = world.today.view()
    assert view.sessions[0].record == done.sessions[0]
    assert view.log.sessions[0].revision == 1


@pytest.mark.parametrize("said", ["answer", "walk", "done", "take back"])
def test_what_could_not_be_saved_changes_nothing(world: World, said: str) -> None:
    done = world.today.done_without_computer(world.today.view().sessions[0].session)
    stood = world.today.view()
    sayings = {
        "answer": lambda: world.today.answer(Answers(leg=7)),
        "walk": lambda: world.today.walked(5),
        "done": lambda: world.today.done_without_computer(stood.sessions[1].session),
        "take back": lambda: world.today.take_back(done.sessions[0].session_id),
    }
    world.fill_the_disk()
    with pytest.raises(NotSavedError):
        sayings[said]()
    assert world.today.view() == stood
