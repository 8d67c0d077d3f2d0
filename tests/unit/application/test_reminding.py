from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import NotSavedError, ReminderTimesError
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_times import DEFAULT_TIMES, ReminderTime, Topic
from ryg_app.domain.reminders import Reason, Reminder, ReminderState
from tests.builders import START, at
from tests.unit.application.world import DISK_FULL, World


@pytest.fixture
def world() -> World:
    world = World()
    world.adopt()
    return world


def show(world: World, moment: str) -> Reminder:
    world.at(moment)
    found = world.reminding.due()
    assert found is not None
    world.reminding.raised(found)
    return found


def told(world: World, day: date = START) -> list[tuple[Topic, int, ReminderState, Reason]]:
    events = world.reminder_events.get(day)
    return [(e.occurrence.topic, e.occurrence.slot, e.state, e.reason) for e in events]


def test_without_a_plan_there_is_nothing_to_remind_of() -> None:
    world = World("2026-11-23 10:00")
    assert world.reminding.due() is None
    assert world.reminding.waiting() is None
    assert world.reminding.next_change() is None
    assert world.reminder_plan.coming() == ()
    assert world.reminder_plan.next() is None


def test_what_was_shown_is_written_down_and_not_due_again(world: World) -> None:
    assert show(world, "2026-11-23 10:00").sessions == (1,)
    assert world.reminding.due() is None
    assert told(world) == [(Topic.SESSION, 1, ReminderState.RAISED, Reason.ON_TIME)]
    assert world.reminding.waiting() is not None


def test_one_that_could_not_be_shown_is_due_again(world: World) -> None:
    world.at("2026-11-23 10:00")
    assert world.reminding.due() is not None
    world.at("2026-11-23 10:01")
    assert world.reminding.due() is not None
    assert told(world) == []


def test_done_keeps_the_session_as_done_without_the_computer(world: World) -> None:
    world.reminding.done(show(world, "2026-11-23 10:00"))
    (record,) = world.days.get(START).sessions
    assert (record.number, record.without_computer) == (1, True)
    assert told(world)[-1] == (Topic.SESSION, 1, ReminderState.DONE, Reason.SAID_DONE)
    assert world.reminding.waiting() is None


def test_done_on_a_catch_up_of_two_sessions_keeps_both_and_leaves_the_diary_open(world: World) -> None:
    found = show(world, "2026-11-23 21:00")
    assert (found.reason, len(found.occurrences)) == (Reason.CATCH_UP, 3)
    world.reminding.done(found)
    assert world.days.get(START).sessions_done() == {1, 2}
    left = world.reminding.waiting()
    assert left is not None
    assert left.topics == {Topic.DIARY}
    world.today.answer(Answers(back=1, leg=2, walks=(0,)))
    assert world.reminding.waiting() is None


def test_done_keeps_no_second_record_of_a_session_done_meanwhile(world: World) -> None:
    found = show(world, "2026-11-23 10:00")
    world.today.done_without_computer(world.owed("2026-11-23").sessions[0])
    world.reminding.done(found)
    assert len(world.days.get(START).sessions) == 1


def test_later_and_not_today_are_written_down(world: World) -> None:
    found = show(world, "2026-11-23 10:00")
    world.reminding.snooze(found, 30)
    world.at("2026-11-23 10:29")
    assert world.reminding.due() is None
    assert world.reminding.next_change() == at("2026-11-23 10:30")
    again = show(world, "2026-11-23 10:30")
    world.reminding.decline(again)
    assert [state for _, _, state, _ in told(world)] == ["raised", "snoozed", "raised", "declined"]


def test_start_on_a_catch_up_of_exercises_and_diary_leaves_the_diary_waiting(world: World) -> None:
    world.reminding.started(show(world, "2026-11-23 21:00"))
    for session in world.owed("2026-11-23").sessions:
        world.today.done_without_computer(session)
    again = show(world, "2026-11-23 21:20")
    assert again.topics == {Topic.DIARY}
    assert again.reason is Reason.REPEAT
    world.reminding.started(again)
    world.at("2026-11-23 21:40")
    assert world.reminding.due() is None


def test_start_is_written_down_and_asks_for_no_repeat(world: World) -> None:
    world.reminding.started(show(world, "2026-11-23 10:00"))
    world.at("2026-11-23 10:45")
    assert world.reminding.due() is None


def test_an_answer_to_yesterdays_reminder_changes_nothing(world: World) -> None:
    found = show(world, "2026-11-23 20:30")
    world.at("2026-11-24 03:05")
    world.reminding.done(found)
    world.reminding.snooze(found, 10)
    assert world.days.get(START).sessions == ()
    assert told(world, date(2026, 11, 24)) == []


def test_every_past_day_comes_to_its_end_with_a_reason(world: World) -> None:
    show(world, "2026-11-23 10:00")
    world.planning.pause(date(2026, 11, 25), date(2026, 11, 25))
    world.at("2026-11-27 09:00")
    assert world.reminding.due() is None
    assert told(world)[-3:] == [
        (Topic.SESSION, 1, ReminderState.LAPSED, Reason.UNANSWERED),
        (Topic.SESSION, 2, ReminderState.LAPSED, Reason.NOT_RUNNING),
        (Topic.DIARY, 1, ReminderState.LAPSED, Reason.NOT_RUNNING),
    ]
    assert {reason for *_, reason in told(world, date(2026, 11, 24))} == {Reason.NOT_RUNNING}
    assert {reason for *_, reason in told(world, date(2026, 11, 25))} == {Reason.PAUSED}
    assert told(world, date(2026, 11, 27)) == []


def test_a_clock_wrong_by_years_is_noticed_quickly_and_loses_nothing_when_set_right(world: World) -> None:
    world.at("2099-01-01 12:00")
    assert world.reminding.due() is None
    world.at("2026-11-24 10:00")
    assert world.reminding.due() is not None


def test_the_course_ends_with_one_note_and_then_silence(world: World) -> None:
    world.at("2027-02-14 20:30")
    world.reminding.due()
    assert show(world, "2027-02-15 10:00").topics == {Topic.CLOSING}
    for moment in ("2027-02-16 10:00", "2027-02-16 20:30", "2027-03-15 10:00"):
        world.at(moment)
        assert world.reminding.due() is None
    assert world.reminder_plan.next() is None


def test_a_full_disk_makes_nothing_come_twice_and_all_is_kept_once_there_is_room(world: World) -> None:
    world.fill_the_disk()
    found = show(world, "2026-11-23 10:00")
    assert world.reminding.due() is None
    with pytest.raises(NotSavedError):
        world.reminding.done(found)
    assert world.reminding.waiting() is not None
    world.reminding.snooze(found, 10)
    assert told(world) == []
    world.reminder_events.fail_with = None
    world.reminding.raised(show(world, "2026-11-23 10:10"))
    assert [state for _, _, state, _ in told(world)][:3] == ["raised", "snoozed", "raised"]


def test_a_lost_plan_file_reminds_of_nothing(world: World) -> None:
    world.lose_the_plans()
    world.at("2026-11-23 10:00")
    assert world.reminding.due() is None
    assert world.reminding.next_change() is None


# Quiet ----------------------------------------------------------------------------------------------


def test_quiet_for_the_day_holds_reminders_until_three_in_the_night(world: World) -> None:
    world.reminding.be_quiet()
    assert world.reminding.quiet_until() == at("2026-11-24 03:00")
    world.at("2026-11-23 10:00")
    assert world.reminding.due() is None
    assert world.reminder_plan.coming()[0].reminders == ()
    world.at("2026-11-24 10:00")
    assert world.reminding.quiet_until() is None
    assert world.reminding.due() is not None


def test_quiet_for_an_hour_can_be_ended_early(world: World) -> None:
    world.at("2026-11-23 09:50")
    world.reminding.be_quiet(60)
    world.at("2026-11-23 10:00")
    assert world.reminding.due() is None
    world.reminding.end_quiet()
    assert world.reminding.due() is not None


# The coming days ------------------------------------------------------------------------------------


def coming(world: World) -> dict[str, list[str]]:
    return {
        f"{day.day:%m-%d}": [f"{one.at:%H:%M} {one.occurrence.topic}" for one in day.reminders]
        for day in world.reminder_plan.coming()
    }


def test_the_coming_seven_days_show_what_will_come(world: World) -> None:
    world.planning.pause(date(2026, 11, 25), date(2026, 11, 25))
    world.at("2026-11-24 12:00")
    world.today.done_without_computer(world.owed("2026-11-24").sessions[0])
    usual = ["10:00 session", "17:00 session", "20:30 diary"]
    assert coming(world) == {
        "11-24": ["17:00 session", "20:30 diary"],
        "11-25": [],
        "11-26": usual,
        "11-27": usual,
        "11-28": usual,
        "11-29": usual,
        "11-30": [*usual, "20:30 review"],
    }
    following = world.reminder_plan.next()
    assert following is not None
    assert following.at == at("2026-11-24 17:00")


def test_one_put_off_stands_at_its_new_time(world: World) -> None:
    world.reminding.snooze(show(world, "2026-11-23 10:00"), 60)
    assert coming(world)["11-23"][0] == "11:00 session"


def test_the_local_times_stay_across_the_change_to_summer_time() -> None:
    world = World("2027-03-25 12:00")
    world.adopt()
    for day in world.reminder_plan.coming()[1:]:
        assert [f"{one.at:%H:%M}" for one in day.reminders[:2]] == ["10:00", "17:00"]
    offsets = {one.at.utcoffset() for day in world.reminder_plan.coming() for one in day.reminders}
    assert len(offsets) == 2


def test_after_the_course_nothing_comes(world: World) -> None:
    world.at("2027-02-15 12:00")
    assert all(day.reminders == () for day in world.reminder_plan.coming())


# The patient's own times ----------------------------------------------------------------------------

LATER = (ReminderTime(ReminderKind.SESSION, time(11)), *DEFAULT_TIMES[1:])


def test_the_plans_times_are_the_start_and_own_times_stay_with_a_newer_edition(world: World) -> None:
    assert not world.reminder_plan.times().are_own
    world.reminder_plan.change_times(LATER)
    assert world.reminder_plan.times().are_own
    world.adopt(revision=2, reminders=())
    assert world.reminder_plan.times().times == LATER
    assert show(world, "2026-11-23 11:00").sessions == (1,)


def test_following_the_plan_again_takes_its_newest_times(world: World) -> None:
    world.reminder_plan.change_times(LATER)
    world.reminder_plan.follow_plan()
    assert world.reminder_plan.times().times == DEFAULT_TIMES


def test_times_that_do_not_fit_change_nothing(world: World) -> None:
    with pytest.raises(ReminderTimesError):
        world.reminder_plan.change_times((ReminderTime(ReminderKind.SESSION, time(3)),))
    assert not world.reminder_plan.times().are_own


def test_a_time_set_to_what_is_past_does_not_ring_at_once(world: World) -> None:
    world.at("2026-11-23 09:30")
    world.reminder_plan.change_times((replace(LATER[0], at=time(9)), *DEFAULT_TIMES[1:]))
    assert world.reminding.due() is None
    assert show(world, "2026-11-24 09:00").sessions == (1,)


def test_walks_are_turned_on_and_off(world: World) -> None:
    world.reminder_plan.remind_of_walks(on=True)
    assert "14:00 walk" in coming(world)["11-23"]
    world.reminder_plan.remind_of_walks(on=False)
    assert "14:00 walk" not in coming(world)["11-23"]


def test_all_of_them_are_turned_off_and_on_again(world: World) -> None:
    world.reminder_plan.turn(on=False)
    world.at("2026-11-24 10:00")
    assert world.reminding.due() is None
    assert world.reminder_plan.next() is None
    world.at("2026-11-24 10:30")
    world.reminder_plan.turn(on=True)
    assert world.reminding.due() is None
    world.at("2026-11-24 17:00")
    assert world.reminding.due() is not None


@pytest.mark.parametrize(("times", "minutes"), [(4, 20), (-1, 20), (1, 4), (1, 61)])
def test_repeats_out_of_range_are_refused(world: World, times: int, minutes: int) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        world.reminder_plan.repeat(times, minutes)


def test_repeats_are_as_the_patient_chose(world: World) -> None:
    world.reminder_plan.repeat(0, 60)
    show(world, "2026-11-23 10:00")
    world.at("2026-11-23 11:30")
    assert world.reminding.due() is None


def test_a_choice_that_cannot_be_saved_is_told(world: World) -> None:
    world.reminder_books.fail_with = DISK_FULL
    with pytest.raises(NotSavedError):
        world.reminder_plan.turn(on=False)
    with pytest.raises(NotSavedError):
        world.reminding.be_quiet()


def test_what_was_shown_and_answered_can_be_read(world: World) -> None:
    world.reminding.decline(show(world, "2026-11-23 10:00"))
    world.at("2026-11-29 12:00")
    assert [e.state for e in world.reminder_plan.history()][:2] == ["raised", "declined"]
    world.at("2026-11-30 12:00")
    assert world.reminder_plan.history() == ()
