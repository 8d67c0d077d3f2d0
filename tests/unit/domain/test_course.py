"""The course record: nothing counts before the patient has said so, and not after something newer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.course import (
    Adoption,
    Appointment,
    CourseRecord,
    FlareMark,
    Pause,
    PhaseAnswer,
    PhaseOffer,
    SideAnswer,
    last_day,
    phase_in_force,
    phase_offer,
    week_of,
)
from ryg_app.domain.exercise import Side
from tests.builders import PLAN_ID, START, at, course_record, plan
from tests.fakes import COPENHAGEN

PHASE_2_DAY = date(2026, 12, 7)
PHASE_3_DAY = date(2027, 1, 4)
starts = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def at_nine(day: date) -> datetime:
    return datetime.combine(day, time(9), COPENHAGEN)


def offer_on(record: CourseRecord, day: date) -> PhaseOffer | None:
    return phase_offer(plan(), record, day, at_nine(day))


def answered(*answers: tuple[str, int, bool]) -> CourseRecord:
    said = tuple(PhaseAnswer(at(moment), phase, accepted) for moment, phase, accepted in answers)
    return course_record(phase_answers=said)


@pytest.mark.parametrize(
    ("start", "day", "week"),
    [
        ("2026-11-23", "2026-11-22", 0),
        ("2026-11-23", "2026-11-16", 0),
        ("2026-11-23", "2026-11-15", -1),
        ("2026-11-23", "2026-11-23", 1),
        ("2026-11-23", "2026-11-29", 1),
        ("2026-11-23", "2026-11-30", 2),
        ("2026-12-30", "2027-01-05", 1),
        ("2026-12-30", "2027-01-06", 2),
        ("2028-02-26", "2028-03-03", 1),
        ("2028-02-26", "2028-03-04", 2),
        ("2027-02-26", "2027-03-05", 2),
    ],
)
def test_weeks_are_counted_in_sevens_from_the_first_day(start: str, day: str, week: int) -> None:
    assert week_of(date.fromisoformat(start), date.fromisoformat(day)) == week


@given(starts, st.integers(-400, 400))
def test_seven_days_later_is_one_week_later(start: date, days: int) -> None:
    day = start + timedelta(days=days)
    assert week_of(start, day + timedelta(days=7)) == week_of(start, day) + 1
    assert week_of(start, day) <= week_of(start, day + timedelta(days=1)) <= week_of(start, day) + 1


@given(starts, st.integers(1, 52))
def test_a_course_ends_on_the_last_day_of_its_last_week(start: date, weeks: int) -> None:
    end = last_day(start, weeks)
    assert week_of(start, end) == weeks
    assert week_of(start, end + timedelta(days=1)) == weeks + 1
    assert (end - start).days + 1 == weeks * 7


def test_before_the_first_adoption_no_plan_counts() -> None:
    record = course_record()
    assert record.adoption_at(at("2026-11-23 07:59")) is None
    assert record.adoption_at(at("2026-11-23 08:00")) == record.adoptions[0]


def test_the_newest_adoption_counts_and_an_earlier_moment_keeps_the_older() -> None:
    newer = Adoption(at("2026-12-01 12:00"), PLAN_ID, 2, START)
    record = course_record()
    record = CourseRecord(adoptions=(*record.adoptions, newer))
    assert record.adoption_at(at("2026-12-01 11:59")) == record.adoptions[0]
    assert record.adoption_at(at("2026-12-01 12:00")) == newer


def test_an_accepted_phase_counts_from_that_moment() -> None:
    record = answered(("2026-12-08 08:00", 2, True))
    assert phase_in_force(plan(), record, at("2026-12-08 07:59")) == 1
    assert phase_in_force(plan(), record, at("2026-12-08 08:00")) == 2


def test_a_declined_phase_does_not_count() -> None:
    assert phase_in_force(plan(), answered(("2026-12-08 08:00", 2, False)), at("2027-01-01 08:00")) == 1


def test_without_a_plan_the_first_phase_is_meant() -> None:
    assert phase_in_force(plan(), CourseRecord(), at("2027-01-01 08:00")) == 1


@pytest.mark.parametrize("phase", [1, 2])
def test_a_newer_plan_counts_from_the_phase_it_was_adopted_in(phase: int) -> None:
    record = answered(("2026-12-08 08:00", 2, True))
    newer = Adoption(at("2026-12-15 08:00"), PLAN_ID, 2, START, phase)
    record = CourseRecord((*record.adoptions, newer), record.phase_answers)
    assert phase_in_force(plan(), record, at("2026-12-15 07:59")) == 2
    assert phase_in_force(plan(), record, at("2026-12-15 08:00")) == phase


def test_an_answer_of_the_very_moment_of_an_adoption_was_given_to_the_plan_before() -> None:
    record = answered(("2026-12-15 08:00", 2, True))
    another = Adoption(at("2026-12-15 08:00"), "another", 1, START)
    record = CourseRecord((*record.adoptions, another), record.phase_answers)
    assert phase_in_force(plan(), record, at("2027-01-01 08:00")) == 1


def test_a_newer_plan_with_fewer_phases_counts_its_last() -> None:
    record = answered(("2026-12-08 08:00", 2, True), ("2027-01-04 08:00", 3, True))
    two = plan(phases=plan().phases[:2])
    assert phase_in_force(two, record, at("2027-01-05 08:00")) == 2


def test_a_phase_is_offered_from_the_day_the_calendar_reaches_it() -> None:
    record = course_record()
    assert offer_on(record, PHASE_2_DAY - timedelta(days=1)) is None
    assert offer_on(record, PHASE_2_DAY) == PhaseOffer(2, 1, PHASE_2_DAY, answered=False)
    later = PHASE_2_DAY + timedelta(days=3)
    assert offer_on(record, later) == PhaseOffer(2, 1, PHASE_2_DAY, answered=False)


def test_an_accepted_phase_is_not_offered_again() -> None:
    assert offer_on(answered(("2026-12-07 08:00", 2, True)), date(2026, 12, 8)) is None


def test_a_declined_phase_stays_on_offer_quietly() -> None:
    record = answered(("2026-12-07 08:00", 2, False))
    assert offer_on(record, date(2026, 12, 10)) == PhaseOffer(2, 1, PHASE_2_DAY, answered=True)


def test_declining_one_phase_says_nothing_about_the_next() -> None:
    record = answered(("2026-12-07 08:00", 2, False), ("2026-12-20 08:00", 2, True))
    assert offer_on(record, PHASE_3_DAY) == PhaseOffer(3, 2, PHASE_3_DAY, answered=False)


def test_phases_are_offered_one_at_a_time_and_never_two_a_day() -> None:
    ignored = course_record()
    assert offer_on(ignored, date(2027, 1, 10)) == PhaseOffer(2, 1, PHASE_2_DAY, answered=False)
    accepted = answered(("2027-01-10 08:00", 2, True))
    assert offer_on(accepted, date(2027, 1, 10)) is None
    assert phase_offer(plan(), accepted, date(2027, 1, 10), at("2027-01-11 02:59")) is None
    assert offer_on(accepted, date(2027, 1, 11)) == PhaseOffer(3, 2, PHASE_3_DAY, answered=False)


def test_a_newer_revision_asks_anew_what_was_declined() -> None:
    record = answered(("2026-12-07 08:00", 2, False))
    newer = Adoption(at("2026-12-08 08:00"), PLAN_ID, 2, START)
    record = CourseRecord((*record.adoptions, newer), record.phase_answers)
    assert offer_on(record, date(2026, 12, 8)) == PhaseOffer(2, 1, PHASE_2_DAY, answered=False)


def test_nothing_is_offered_outside_the_course_or_without_a_plan() -> None:
    assert offer_on(CourseRecord(), PHASE_2_DAY) is None
    assert offer_on(course_record(), START - timedelta(days=1)) is None
    assert offer_on(course_record(), date(2027, 2, 14)) is not None
    assert offer_on(course_record(), date(2027, 2, 15)) is None


def test_nothing_is_offered_in_a_pause() -> None:
    record = course_record(pauses=(Pause(PHASE_2_DAY, PHASE_2_DAY),))
    assert offer_on(record, PHASE_2_DAY) is None
    assert offer_on(record, PHASE_2_DAY + timedelta(days=1)) is not None


@given(st.lists(st.sampled_from((None, True, False)), min_size=84, max_size=84))
def test_no_phase_ever_counts_before_it_is_accepted(replies: list[bool | None]) -> None:
    record, accepted = course_record(), 0
    for days, reply in enumerate(replies):
        day = START + timedelta(days=days)
        offer = offer_on(record, day)
        if offer is not None:
            assert (offer.stays, offer.phase) == (accepted + 1, accepted + 2)
            assert offer.first_day <= day
        if offer is not None and reply is not None:
            answer = PhaseAnswer(at_nine(day), offer.phase, reply)
            record = course_record(phase_answers=(*record.phase_answers, answer))
            accepted += reply
            assert offer_on(record, day) is None or not reply
        assert phase_in_force(plan(), record, at_nine(day)) == accepted + 1
        assert phase_in_force(plan(), record, at_nine(day)) <= plan().phase_of_week(week_of(START, day))


def test_a_bad_day_counts_from_the_moment_of_saying_so_and_for_that_day_alone() -> None:
    record = CourseRecord(flares=(FlareMark(at("2026-12-10 09:00"), date(2026, 12, 10)),))
    assert not record.is_flare(date(2026, 12, 10), at("2026-12-10 08:59"))
    assert record.is_flare(date(2026, 12, 10), at("2026-12-10 09:00"))
    assert record.is_flare(date(2026, 12, 10), at("2027-01-10 09:00"))
    assert not record.is_flare(date(2026, 12, 11), at("2026-12-11 09:00"))


def test_a_bad_day_can_be_taken_back_and_said_again() -> None:
    day = date(2026, 12, 10)
    record = CourseRecord(
        flares=(
            FlareMark(at("2026-12-10 09:00"), day),
            FlareMark(at("2026-12-10 10:00"), day, withdrawn=True),
            FlareMark(at("2026-12-10 11:00"), day),
        )
    )
    said = [record.is_flare(day, at(f"2026-12-10 {hour}:30")) for hour in ("08", "09", "10", "11")]
    assert said == [False, True, False, True]


def test_a_pause_holds_its_first_and_last_day() -> None:
    record = CourseRecord(pauses=(Pause(date(2026, 12, 24), date(2026, 12, 26)),))
    paused = [day for day in range(22, 29) if record.is_paused(date(2026, 12, day))]
    assert paused == [24, 25, 26]


def test_the_plans_own_side_outweighs_what_the_patient_said() -> None:
    record = CourseRecord(side_answers=(SideAnswer(at("2026-11-23 09:00"), Side.RIGHT),))
    assert record.side_at(plan(), at("2026-11-24 09:00")) is Side.LEFT
    assert record.side_at(plan(affected_side=None), at("2026-11-24 09:00")) is Side.RIGHT


def test_the_last_answer_about_the_side_counts() -> None:
    said = (SideAnswer(at("2026-11-23 09:00"), Side.RIGHT), SideAnswer(at("2026-11-25 09:00"), Side.LEFT))
    record, open_plan = CourseRecord(side_answers=said), plan(affected_side=None)
    assert record.side_at(open_plan, at("2026-11-23 08:00")) is None
    assert record.side_at(open_plan, at("2026-11-24 09:00")) is Side.RIGHT
    assert record.side_at(open_plan, at("2026-11-25 09:00")) is Side.LEFT


def test_the_next_appointment_is_the_first_one_that_has_not_passed() -> None:
    january, december = Appointment(at("2027-01-05 10:00")), Appointment(at("2026-12-01 10:00"), "Klinikken")
    record = CourseRecord(appointments=(january, december))
    assert record.next_appointment(at("2026-11-23 09:00")) == december
    assert record.next_appointment(at("2026-12-01 10:00")) == december
    assert record.next_appointment(at("2026-12-01 10:01")) == january
    assert record.next_appointment(at("2027-01-05 10:01")) is None


def test_the_side_is_asked_for_only_where_it_is_needed() -> None:
    assert not plan().needs_affected_side()
    assert plan(affected_side=None).needs_affected_side()
    assert not plan(affected_side=None, exercises=plan().exercises[:2]).needs_affected_side()


@pytest.mark.parametrize(
    ("week", "phase"), [(0, 1), (1, 1), (2, 1), (3, 2), (6, 2), (7, 3), (12, 3), (13, 3)]
)
def test_a_week_lies_in_the_phase_that_holds_it_or_the_nearest(week: int, phase: int) -> None:
    assert plan().phase_of_week(week) == phase


def test_a_line_of_the_plan_is_found_by_its_identifier() -> None:
    assert plan().exercise("slider").exercise_id == "sciatic_slider"
    with pytest.raises(KeyError):
        plan().exercise("sliderr")
