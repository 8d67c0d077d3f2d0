from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ryg_app.application.diary import DayMark
from ryg_app.domain.course import CourseRecord
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.errors import FutureDayError, NotSavedError, PersonalNumberError
from tests.unit.application.world import World

TODAY, YESTERDAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return World("2026-11-23 20:00")


def test_a_day_that_is_not_here_yet_is_refused(world: World) -> None:
    for ask in (lambda: world.diary.view(TOMORROW), lambda: world.diary.save(TOMORROW, Answers(back=1))):
        with pytest.raises(FutureDayError) as refused:
            ask()
        assert (refused.value.day, refused.value.today) == (TOMORROW, TODAY)
    assert world.days.writes == 0


def test_after_midnight_the_day_before_is_still_today(world: World) -> None:
    world.at("2026-11-24 01:00")
    assert world.diary.today() == TODAY
    with pytest.raises(FutureDayError):
        world.diary.view(TOMORROW)


def test_there_is_a_next_day_up_to_today(world: World) -> None:
    assert world.diary.view(YESTERDAY).has_next
    assert not world.diary.view(TODAY).has_next


def test_answers_given_on_the_day_are_neither_late_nor_changed(world: World) -> None:
    log = world.diary.save(TODAY, Answers(back=3))
    assert (log.recorded, log.recorded_late, log.changed) == (world.clock.now(), False, None)
    world.at("2026-11-23 21:00")
    again = world.diary.save(TODAY, Answers(back=4))
    assert (again.recorded, again.recorded_late, again.changed) == (log.recorded, False, None)


def test_answers_given_after_the_day_are_marked_as_late_but_not_as_changed(world: World) -> None:
    log = world.diary.save(YESTERDAY, Answers(back=3))
    assert log.recorded_late
    assert log.changed is None


def test_answers_changed_after_the_day_are_marked_as_changed(world: World) -> None:
    world.diary.save(TODAY, Answers(back=3))
    world.at("2026-11-25 09:00")
    log = world.diary.save(TODAY, Answers(back=5))
    assert not log.recorded_late
    assert log.changed == world.clock.now()


def test_saving_the_same_answers_again_later_changes_no_mark(world: World) -> None:
    log = world.diary.save(TODAY, Answers(back=3))
    world.at("2026-11-25 09:00")
    assert world.diary.save(TODAY, Answers(back=3)) == log


def test_the_days_with_answers_are_known(world: World) -> None:
    world.diary.save(YESTERDAY, Answers(note="Long walk"))
    world.diary.save(TODAY, Answers(leg=0))
    assert world.diary.marks(date(2026, 11, 1), date(2026, 11, 30)).keys() == {YESTERDAY, TODAY}
    assert world.diary.marks(TODAY, TODAY).keys() == {TODAY}
    world.diary.save(TODAY, Answers())
    assert world.diary.marks(TODAY, TODAY) == {}


def test_a_day_shows_what_was_owed_on_it(world: World) -> None:
    assert world.diary.view(TODAY).owed is None
    world.adopt()
    assert world.diary.view(TODAY).owed == world.owed("2026-11-23")
    assert world.diary.view(YESTERDAY).owed is None


def test_a_lost_plan_file_does_not_stand_between_the_patient_and_the_diary(world: World) -> None:
    world.adopt()
    world.diary.save(TODAY, Answers(back=3))
    world.lose_the_plans()
    view = world.diary.view(TODAY)
    assert (view.log.answers, view.owed) == (Answers(back=3), None)
    assert world.diary.save(TODAY, Answers(back=4)).answers == Answers(back=4)


def test_what_could_not_be_saved_changes_nothing(world: World) -> None:
    log = world.diary.save(TODAY, Answers(back=3))
    world.fill_the_disk()
    with pytest.raises(NotSavedError):
        world.diary.save(TODAY, Answers(back=9))
    assert world.diary.view(TODAY).log == log


def test_saved_at_is_the_time_it_is_now(world: World) -> None:
    assert world.diary.now() == world.clock.now()


def test_a_note_with_a_personal_number_is_not_kept_wherever_it_is_written(world: World) -> None:
    note = Answers(leg=2, note="Sagt til lægen: 010190-1234")
    with pytest.raises(PersonalNumberError) as refused:
        world.diary.save(TODAY, note)
    assert refused.value.field == "note"
    with pytest.raises(PersonalNumberError):
        world.today.answer(note)
    assert world.days.writes == 0


def test_the_calendar_tells_complete_days_from_others_and_late_ones_from_others(world: World) -> None:
    complete = Answers(3, 5, LegExtent.THIGH, (0,))
    world.diary.save(TODAY, complete)
    world.diary.save(YESTERDAY, replace(complete, leg=None))
    assert world.diary.marks(YESTERDAY, TODAY) == {
        YESTERDAY: DayMark(complete=False, late=True),
        TODAY: DayMark(complete=True, late=False),
    }
    world.at("2026-11-24 09:00")
    world.diary.save(TODAY, replace(complete, back=4))
    assert world.diary.marks(TODAY, TODAY) == {TODAY: DayMark(complete=True, late=True)}


def test_the_answers_of_a_day_can_be_deleted_and_its_sessions_stay(world: World) -> None:
    world.adopt()
    session = world.today.view().sessions[0].session
    world.today.done_without_computer(session)
    world.diary.save(TODAY, Answers(back=3))
    log = world.diary.delete(TODAY)
    assert log.answers.is_empty()
    assert [record.number for record in log.sessions] == [session.number]


def test_putting_back_what_stood_puts_back_its_marks_and_keeps_what_was_done_meanwhile(world: World) -> None:
    world.adopt()
    world.diary.save(TODAY, Answers(back=3, note="Slept well"))
    before = world.diary.view(TODAY).log
    world.at("2026-11-24 09:00")
    world.diary.delete(TODAY)
    (first, *_others) = world.diary.view(TODAY).waiting
    world.diary.done_without_computer(TODAY, first)
    after = world.diary.put_back(before)
    assert (after.answers, after.recorded, after.changed) == (before.answers, before.recorded, None)
    assert [record.number for record in after.sessions] == [1]


def test_a_session_of_a_past_day_can_be_said_done_under_the_plan_of_that_day_and_taken_back(
    world: World,
) -> None:
    world.adopt()
    world.at("2026-11-24 09:00")
    world.adopt(revision=2)
    first, second = world.diary.view(TODAY).waiting
    (record,) = world.diary.done_without_computer(TODAY, second).sessions
    assert (record.number, record.revision, record.without_computer) == (2, 1, True)
    assert record.started == world.clock.now()
    assert world.diary.view(TODAY).waiting == (first,)
    assert world.diary.take_back(TODAY, record.session_id).sessions == ()


def test_a_session_of_a_day_to_come_cannot_be_said_done(world: World) -> None:
    world.adopt()
    (session, *_others) = world.diary.view(TODAY).waiting
    with pytest.raises(FutureDayError):
        world.diary.done_without_computer(TOMORROW, session)


def test_a_day_can_be_called_bad_afterwards_and_keeps_what_was_owed(world: World) -> None:
    world.adopt()
    world.at("2026-11-24 09:00")
    owed = world.diary.view(TODAY).owed
    world.planning.mark_flare(TODAY)
    view = world.diary.view(TODAY)
    assert (view.is_called_bad, view.owed) == (True, owed)
    assert not world.diary.view(TOMORROW).is_called_bad
    world.planning.mark_flare(TODAY, withdrawn=True)
    assert not world.diary.view(TODAY).is_called_bad


def test_a_course_record_that_cannot_be_read_does_not_stand_in_the_way_of_the_diary(world: World) -> None:
    world.adopt()
    world.diary.save(TODAY, Answers(back=3))
    world.records.damage()
    view = world.diary.view(TODAY)
    assert (view.log.answers, view.owed, view.record) == (Answers(back=3), None, CourseRecord())
    assert world.reviews.week_of(TODAY) is None
    assert world.diary.save(TODAY, Answers(back=4)).answers == Answers(back=4)
