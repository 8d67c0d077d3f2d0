from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ryg_app.application.planning import Relation
from ryg_app.domain.course import Appointment, Pause
from ryg_app.domain.errors import (
    DamagedFileError,
    FileRefusedError,
    NoPlanError,
    NotSavedError,
    OlderRevisionError,
    PersonalNumberError,
)
from ryg_app.domain.exercise import Side
from ryg_app.domain.owed import DayState
from tests import builders
from tests.builders import at
from tests.plans import EXAMPLE_FILE
from tests.unit.application.world import DISK_FULL, World, another_plan

if TYPE_CHECKING:
    from pathlib import Path

START = date(2026, 11, 23)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def in_week_three(world: World) -> World:
    """A course in which the second phase is offered."""
    world.adopt()
    world.at("2026-12-08 08:00")
    return world


def test_looking_at_a_file_changes_nothing(world: World) -> None:
    seen = world.planning.preview(EXAMPLE_FILE)
    assert (seen.relation, seen.current, seen.starts) == (Relation.FIRST, None, START)
    assert (world.records.writes, world.shelf.writes) == (0, 0)


def test_a_file_that_is_no_plan_is_refused(world: World, tmp_path: Path) -> None:
    bad = tmp_path / "bad.rygplan"
    bad.write_text("{}", encoding="utf-8")
    with pytest.raises(FileRefusedError):
        world.planning.preview(bad)


def test_the_first_plan_begins_today_with_phase_one(world: World) -> None:
    adoption = world.adopt()
    assert (adoption.start, adoption.phase, adoption.at) == (START, 1, world.clock.now())
    assert world.course.plan() == builders.plan()


def test_the_first_day_can_be_chosen(world: World) -> None:
    adoption = world.planning.adopt(builders.plan_file(), date(2026, 11, 30))
    assert adoption.start == date(2026, 11, 30)
    assert world.owed("2026-11-24").state is DayState.BEFORE


def test_a_newer_revision_keeps_the_first_day_and_the_phase(in_week_three: World) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=True)
    world.at("2026-12-09 08:00")
    newer = builders.plan_file(revision=2)
    assert world.planning.preview_of(newer).relation is Relation.NEWER
    adoption = world.planning.adopt(newer, date(2026, 12, 9))
    assert (adoption.revision, adoption.start, adoption.phase) == (2, START, 2)
    assert world.owed("2026-12-09").phase == 2


def test_a_newer_revision_does_not_raise_the_phase_by_itself(in_week_three: World) -> None:
    assert in_week_three.adopt(revision=2).phase == 1


def test_a_newer_revision_that_moves_the_phases_later_leads_back_to_the_phase_of_the_week(
    in_week_three: World,
) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=True)
    first, second, third = builders.plan().phases
    later = (replace(first, last_week=4), replace(second, first_week=5), third)
    assert world.adopt(revision=2, phases=later).phase == 1


def test_an_older_revision_is_refused_and_nothing_changes(world: World) -> None:
    world.adopt(revision=3)
    record = world.records.get()
    with pytest.raises(OlderRevisionError) as refused:
        world.adopt(revision=2)
    assert (refused.value.found, refused.value.current) == (2, 3)
    assert world.records.get() == record
    assert world.shelf.writes == 1


def test_the_plan_in_force_can_be_used_again_without_changing_anything(world: World) -> None:
    adoption = world.adopt()
    assert world.planning.preview_of(builders.plan_file()).relation is Relation.SAME
    assert world.adopt() == adoption
    assert (world.records.writes, world.shelf.writes) == (1, 1)


def test_the_same_revision_with_other_contents_counts_as_newer(world: World) -> None:
    world.adopt()
    changed = builders.plan_file(message="Call me.")
    assert world.planning.preview_of(changed).relation is Relation.NEWER
    world.planning.adopt(changed)
    assert world.course.plan() == changed.plan


def test_another_plan_begins_a_new_course(in_week_three: World) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=True)
    world.at("2026-12-08 09:00")
    seen = world.planning.preview_of(another_plan())
    assert (seen.relation, seen.starts) == (Relation.ANOTHER, date(2026, 12, 8))
    adoption = world.planning.adopt(seen.plan_file)
    assert (adoption.start, adoption.phase) == (date(2026, 12, 8), 1)
    assert world.owed("2026-12-08").phase == 1


def test_a_lost_plan_file_does_not_stand_in_the_way_of_its_own_return(in_week_three: World) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=True)
    world.lose_the_plans()
    seen = world.planning.preview_of(builders.plan_file())
    assert (seen.relation, seen.current, seen.starts) == (Relation.SAME, None, START)
    world.planning.adopt(seen.plan_file)
    assert world.owed("2026-12-08").phase == 2
    assert len(world.records.get().adoptions) == 1


@pytest.mark.parametrize(
    ("changes", "relation"),
    [({"revision": 2}, Relation.NEWER), ({"plan_id": "another"}, Relation.ANOTHER)],
)
def test_a_lost_plan_file_can_be_followed_by_another(
    world: World, changes: dict[str, object], relation: Relation
) -> None:
    world.adopt()
    world.lose_the_plans()
    wanted = builders.plan_file(**changes)
    assert world.planning.preview_of(wanted).relation is relation
    world.planning.adopt(wanted)
    assert world.course.plan() == wanted.plan


def test_an_older_revision_is_refused_also_when_the_newer_one_is_lost(world: World) -> None:
    world.adopt(revision=3)
    world.lose_the_plans()
    with pytest.raises(OlderRevisionError):
        world.adopt(revision=2)


def test_the_previous_plan_comes_back_with_its_first_day_and_phase(in_week_three: World) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=True)
    world.at("2026-12-09 08:00")
    world.planning.adopt(another_plan())
    world.at("2026-12-20 08:00")
    assert world.planning.has_previous()
    assert world.planning.previous() == builders.plan_file()
    adoption = world.planning.bring_back_previous()
    assert (adoption.plan_id, adoption.start, adoption.phase) == (builders.PLAN_ID, START, 2)
    assert world.owed("2026-12-20").week == 4


def test_a_phase_accepted_in_the_later_plan_does_not_count_for_the_earlier_one(world: World) -> None:
    world.adopt()
    world.planning.adopt(another_plan(), date(2026, 11, 1))
    world.at("2026-11-24 08:00")
    world.planning.answer_phase(2, accepted=True)
    assert world.owed("2026-11-24").phase == 2
    world.at("2026-11-25 08:00")
    assert world.planning.bring_back_previous().phase == 1


def test_going_back_twice_leads_to_where_one_was(world: World) -> None:
    world.adopt()
    world.at("2026-11-25 08:00")
    later = world.planning.adopt(another_plan())
    world.at("2026-11-26 08:00")
    world.planning.bring_back_previous()
    world.at("2026-11-27 08:00")
    again = world.planning.bring_back_previous()
    assert (again.plan_id, again.start) == (later.plan_id, later.start)


def test_the_previous_plan_comes_back_although_the_clock_was_set_back_between(in_week_three: World) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=True)
    world.at("2026-11-20 08:00")
    world.planning.adopt(another_plan(), date(2026, 11, 20))
    world.at("2026-12-20 08:00")
    assert world.planning.bring_back_previous().plan_id == builders.PLAN_ID


def test_without_a_previous_plan_there_is_none_to_go_back_to(world: World) -> None:
    assert not world.planning.has_previous()
    with pytest.raises(NoPlanError):
        world.planning.bring_back_previous()
    world.adopt()
    assert not world.planning.has_previous()
    with pytest.raises(NoPlanError):
        world.planning.bring_back_previous()


def test_a_previous_plan_whose_file_is_gone_cannot_come_back(world: World) -> None:
    world.adopt()
    world.planning.adopt(another_plan())
    world.lose_the_plans()
    assert world.planning.has_previous()
    with pytest.raises(DamagedFileError):
        world.planning.bring_back_previous()


def test_a_phase_counts_from_the_moment_it_is_accepted(in_week_three: World) -> None:
    world = in_week_three
    assert world.owed("2026-12-08").phase == 1
    world.planning.answer_phase(2, accepted=True)
    assert world.owed("2026-12-08").phase == 2
    assert world.owed("2026-12-07").phase == 1


def test_staying_is_recorded_and_the_phase_is_still_offered(in_week_three: World) -> None:
    world = in_week_three
    world.planning.answer_phase(2, accepted=False)
    offer = world.today.view().offer
    assert offer is not None
    assert offer.answered
    assert world.owed("2026-12-08").phase == 1
    world.planning.answer_phase(2, accepted=True)
    assert world.owed("2026-12-08").phase == 2


def test_never_two_phases_in_a_day(world: World) -> None:
    world.adopt()
    world.at("2027-01-04 08:00")
    world.planning.answer_phase(2, accepted=True)
    assert world.today.view().offer is None
    world.planning.answer_phase(3, accepted=True)
    assert world.owed("2027-01-04").phase == 2
    world.at("2027-01-05 02:59")
    world.planning.answer_phase(3, accepted=True)
    assert world.owed("2027-01-04").phase == 2
    world.at("2027-01-05 03:00")
    world.planning.answer_phase(3, accepted=True)
    assert world.owed("2027-01-05").phase == 3


def test_a_phase_the_calendar_has_not_reached_cannot_be_accepted(world: World) -> None:
    world.planning.answer_phase(2, accepted=True)
    world.adopt()
    world.planning.answer_phase(2, accepted=True)
    assert world.records.get().phase_answers == ()
    assert world.owed("2026-11-23").phase == 1


def test_a_bad_day_can_be_taken_back(world: World) -> None:
    world.adopt()
    world.planning.mark_flare()
    assert world.owed("2026-11-23").state is DayState.FLARE
    assert world.owed("2026-11-24").state is DayState.ORDINARY
    world.planning.mark_flare(withdrawn=True)
    assert world.owed("2026-11-23").state is DayState.ORDINARY


def test_a_bad_day_marked_at_night_is_the_day_before(world: World) -> None:
    world.adopt()
    world.at("2026-11-25 01:00")
    world.planning.mark_flare()
    assert world.owed("2026-11-24").state is DayState.FLARE
    assert world.owed("2026-11-25").state is DayState.ORDINARY


def test_a_pause_covers_both_its_ends(world: World) -> None:
    world.adopt()
    world.planning.pause(date(2026, 11, 24), date(2026, 11, 26))
    states = [world.owed(f"2026-11-{day}").state for day in range(23, 28)]
    paused, ordinary = DayState.PAUSED, DayState.ORDINARY
    assert states == [ordinary, paused, paused, paused, ordinary]
    assert world.owed("2026-11-24").sessions == ()


def test_a_pause_that_ends_before_it_begins_is_a_mistake(world: World) -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        world.planning.pause(date(2026, 11, 24), date(2026, 11, 23))


def test_a_pause_leaves_the_days_that_are_over_as_they_were(world: World) -> None:
    world.adopt()
    world.at("2026-11-26 08:00")
    world.planning.pause(date(2026, 11, 24), date(2026, 11, 27))
    assert world.records.get().pauses == (Pause(date(2026, 11, 26), date(2026, 11, 27)),)
    world.planning.pause(date(2026, 11, 24), date(2026, 11, 25))
    assert len(world.records.get().pauses) == 1


def test_the_same_pause_said_twice_is_one_pause(world: World) -> None:
    world.adopt()
    for _ in range(2):
        world.planning.pause(date(2026, 11, 24), date(2026, 11, 27))
    assert len(world.records.get().pauses) == 1


def test_a_pause_can_be_ended_and_today_counts_again(world: World) -> None:
    world.adopt()
    world.planning.pause(START, date(2026, 11, 30))
    world.planning.pause(date(2026, 12, 10), date(2026, 12, 12))
    world.at("2026-11-25 08:00")
    world.planning.end_pause()
    states = [world.owed(f"2026-11-{day}").state for day in (23, 24, 25, 26)]
    assert states == [DayState.PAUSED] * 2 + [DayState.ORDINARY] * 2
    assert world.owed("2026-12-11").state is DayState.PAUSED


def test_a_pause_of_today_alone_can_be_ended(world: World) -> None:
    world.adopt()
    world.planning.pause(START, START)
    world.planning.end_pause()
    assert world.records.get().pauses == ()
    assert world.owed("2026-11-23").state is DayState.ORDINARY


def test_a_new_appointment_takes_the_place_of_the_coming_one(world: World) -> None:
    first, second = (Appointment(builders.at(f"2026-12-{day} 10:15"), "The clinic") for day in (10, 17))
    world.planning.note_appointment(first)
    world.planning.note_appointment(second)
    assert world.records.get().appointments == (second,)
    world.at("2026-12-18 08:00")
    third = Appointment(builders.at("2027-01-07 10:15"))
    world.planning.note_appointment(third)
    assert world.records.get().appointments == (second, third)
    world.planning.note_appointment(None)
    assert world.records.get().appointments == (second,)
    assert world.today.view().next_appointment is None


def test_the_side_is_asked_once_where_the_plan_leaves_it_open(world: World) -> None:
    world.adopt(affected_side=None)
    assert world.today.view().needs_side
    world.planning.name_side(Side.LEFT)
    assert not world.today.view().needs_side
    assert world.owed("2026-11-23").sessions[0].exercises[1].sides == (Side.LEFT,)


def test_a_plan_made_here_is_checked_like_any_other(world: World) -> None:
    made = world.planning.file_for(builders.plan())
    assert made.plan == builders.plan()
    with pytest.raises(FileRefusedError):
        world.planning.file_for(builders.plan(weeks=0))


SAYINGS = {
    "adopt": lambda world: world.adopt(revision=2),
    "another": lambda world: world.planning.adopt(another_plan()),
    "bring back": lambda world: world.planning.bring_back_previous(),
    "phase": lambda world: world.planning.answer_phase(2, accepted=True),
    "side": lambda world: world.planning.name_side(Side.LEFT),
    "flare": lambda world: world.planning.mark_flare(),
    "pause": lambda world: world.planning.pause(date(2026, 12, 20), date(2026, 12, 21)),
    "end pause": lambda world: world.planning.end_pause(),
    "appointment": lambda world: world.planning.note_appointment(Appointment(world.clock.now())),
}


@pytest.mark.parametrize("said", SAYINGS)
def test_what_could_not_be_saved_changes_nothing(said: str) -> None:
    world = World("2026-11-20 08:00")
    world.planning.adopt(another_plan(), START)
    world.at("2026-11-23 08:00")
    world.adopt()
    world.at("2026-12-08 08:00")
    record, plan, owed = world.records.get(), world.course.plan(), world.owed("2026-12-08")
    world.fill_the_disk()
    with pytest.raises(NotSavedError):
        SAYINGS[said](world)
    assert (world.records.get(), world.course.plan(), world.owed("2026-12-08")) == (record, plan, owed)


def test_a_plan_that_reached_the_shelf_but_not_the_record_is_not_in_force(world: World) -> None:
    world.adopt()
    world.records.fail_with = DISK_FULL
    with pytest.raises(NotSavedError):
        world.planning.adopt(another_plan())
    assert world.course.plan() == builders.plan()


def test_a_pause_that_has_not_begun_can_be_called_off(world: World) -> None:
    world.adopt()
    world.planning.pause(date(2026, 11, 25), date(2026, 11, 26))
    world.planning.pause(date(2026, 12, 1), date(2026, 12, 1))
    world.planning.call_off_pause(Pause(date(2026, 11, 25), date(2026, 11, 26)))
    assert world.records.get().pauses == (Pause(date(2026, 12, 1), date(2026, 12, 1)),)
    assert world.owed("2026-11-25").state is DayState.ORDINARY


def test_a_pause_that_has_begun_cannot_be_called_off_as_if_it_had_never_been(world: World) -> None:
    world.adopt()
    pause = Pause(date(2026, 11, 23), date(2026, 11, 26))
    world.planning.pause(pause.first, pause.last)
    world.at("2026-11-24 09:00")
    world.planning.call_off_pause(pause)
    assert world.records.get().pauses == (pause,)


def test_a_pause_to_come_can_be_moved_and_one_that_has_begun_can_end_on_another_day(world: World) -> None:
    world.adopt()
    world.planning.pause(date(2026, 11, 25), date(2026, 11, 26))
    (coming,) = world.records.get().pauses
    world.planning.change_pause(coming, date(2026, 11, 24), date(2026, 11, 28))
    (begun,) = world.records.get().pauses
    assert begun == Pause(date(2026, 11, 24), date(2026, 11, 28))
    world.at("2026-11-26 09:00")
    world.planning.change_pause(begun, date(2026, 12, 1), date(2026, 11, 20))
    assert world.records.get().pauses == (Pause(date(2026, 11, 24), date(2026, 11, 26)),)
    assert world.owed("2026-11-27").state is DayState.ORDINARY


def test_a_pause_that_is_over_stays_as_it_was_and_none_ends_before_it_begins(world: World) -> None:
    world.adopt()
    world.planning.pause(date(2026, 11, 23), date(2026, 11, 24))
    (pause,) = world.records.get().pauses
    world.at("2026-11-25 09:00")
    world.planning.change_pause(pause, pause.first, date(2026, 11, 30))
    assert world.records.get().pauses == (pause,)
    coming = Pause(date(2026, 12, 1), date(2026, 12, 2))
    with pytest.raises(ValueError, match="on or after"):
        world.planning.change_pause(coming, date(2026, 12, 5), date(2026, 12, 3))


def test_a_personal_number_is_not_kept_with_an_appointment(world: World) -> None:
    world.adopt()
    visit = Appointment(at("2026-12-01 10:00"), "Klinikken, oplys 010190-1234")
    with pytest.raises(PersonalNumberError) as caught:
        world.planning.note_appointment(visit)
    assert caught.value.field == "place"
    assert world.records.get().appointments == ()
