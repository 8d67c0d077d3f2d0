from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.domain.course import CourseRecord, FlareMark, Pause, PhaseAnswer
from ryg_app.domain.diary import Answers, DayLog, diary_day
from ryg_app.domain.owed import owed_day
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_settling import settle
from ryg_app.domain.reminder_times import (
    DEFAULT_TIMES,
    Occurrence,
    ReminderChoices,
    ReminderTime,
    Topic,
    instant_of,
    planned_on,
    problem_of,
    proposed_times,
    times_in_force,
    with_walks,
)
from ryg_app.domain.reminders import (
    FINAL,
    Quiet,
    Reason,
    Reminder,
    ReminderDay,
    ReminderEvent,
    ReminderState,
    due,
    next_change,
    waiting,
)
from tests.builders import START, at, course_record, plan, session_record
from tests.fakes import COPENHAGEN

if TYPE_CHECKING:
    from datetime import tzinfo

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
BAD_DAY = date(2026, 12, 10)
RECORD = course_record(
    phase_answers=(
        PhaseAnswer(at("2026-12-08 08:00"), 2, accepted=True),
        PhaseAnswer(at("2027-01-04 08:00"), 3, accepted=True),
    ),
    flares=(FlareMark(at("2026-12-10 08:00"), BAD_DAY),),
    pauses=(Pause(date(2026, 12, 24), date(2026, 12, 26)),),
)


class Patient:
    """One course day by day: looks when a test says so, and answers nothing unless told to."""

    def __init__(self, record: CourseRecord = RECORD, **choices: Any) -> None:
        self.record = record
        self.plan = plan()
        self.choices = ReminderChoices(**choices)
        self.logs: dict[date, DayLog] = {}
        self.events: list[ReminderEvent] = []
        self.quiet: Quiet | None = None
        self.since = LONG_AGO

    def day(self, now: datetime, of: date | None = None) -> ReminderDay:
        of = of or diary_day(now)
        owed = owed_day(self.plan, self.record, of, now)
        planned = planned_on(owed, times_in_force(self.plan.reminders, self.choices))
        events = tuple(event for event in self.events if event.occurrence.day == of)
        return ReminderDay(owed, self.log(of), planned, events, self.since, self.quiet)

    def log(self, day: date) -> DayLog:
        return self.logs.get(day, DayLog(day))

    def look(self, now: datetime) -> Reminder | None:
        """As the running program does: settle yesterday and today, show what is due."""
        if self.record.adoption_at(now) is None:
            return None
        for of in (diary_day(now) - timedelta(days=1), diary_day(now)):
            self.events += settle(self.day(now, of), now)
        found = due(self.day(now), self.choices, now)
        if found is not None:
            for occurrence, reason in zip(found.occurrences, found.reasons, strict=True):
                self.events.append(ReminderEvent(now, occurrence, ReminderState.RAISED, reason))
        return found

    def answer(self, now: datetime, found: Reminder, state: ReminderState, minutes: int = 0) -> None:
        until = now + timedelta(minutes=minutes) if minutes else None
        reason = Reason.LATER if minutes else Reason.NOT_TODAY
        day = self.day(now)
        still_open = [p.occurrence for p in day.planned if day.state(p.occurrence, now) not in FINAL]
        self.events += [
            ReminderEvent(now, o, state, reason, until) for o in found.occurrences if o in still_open
        ]

    def do_session(self, day: date, number: int) -> None:
        log = self.log(day)
        record = session_record(session_id=f"{day}-{number}", number=number)
        self.logs[day] = replace(log, sessions=(*log.sessions, record))

    def told(self) -> list[tuple[Topic, int, ReminderState, Reason]]:
        return [(e.occurrence.topic, e.occurrence.slot, e.state, e.reason) for e in self.events]


def topics(found: Reminder | None) -> list[tuple[str, int]]:
    return [(o.topic.value, o.slot) for o in found.occurrences] if found else []


def times_of(day: str, record: CourseRecord = RECORD, **choices: Any) -> list[tuple[str, str, int]]:
    patient = Patient(record, **choices)
    planned = patient.day(at(f"{day} 12:00")).planned
    return [(f"{p.at:%H:%M}", p.occurrence.topic.value, p.occurrence.slot) for p in planned]


USUAL = [("10:00", "session", 1), ("17:00", "session", 2), ("20:30", "diary", 1)]


# What the table of the plan says --------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-11-23", "2026-12-08", "2026-12-11", "2027-01-01", "2027-02-13"])
def test_an_ordinary_day_has_two_session_reminders_and_one_for_the_diary(day: str) -> None:
    assert times_of(day) == USUAL


@pytest.mark.parametrize("day", ["2026-11-30", "2026-12-14", "2027-01-11"])
def test_the_first_day_of_a_review_week_has_one_note_with_the_diary(day: str) -> None:
    assert times_of(day) == [*USUAL, ("20:30", "review", 1)]


def test_the_day_after_the_course_has_the_closing_note_and_no_later_day_has_anything() -> None:
    assert times_of("2027-02-15") == [("10:00", "closing", 1)]
    assert times_of("2027-02-16") == []
    assert times_of("2027-11-23") == []


def test_before_the_course_there_are_none() -> None:
    begins_later = replace(RECORD, adoptions=(replace(RECORD.adoptions[0], start=date(2026, 12, 1)),))
    assert times_of("2026-11-24", begins_later) == []


def test_the_second_reminder_of_a_bad_day_is_silent_for_its_reason() -> None:
    patient = Patient()
    assert topics(patient.look(at("2026-12-10 10:00"))) == [("session", 1)]
    patient.do_session(BAD_DAY, 1)
    assert patient.look(at("2026-12-10 17:00")) is None
    assert patient.told()[-1] == (Topic.SESSION, 2, ReminderState.LAPSED, Reason.FLARE)


def test_a_pause_is_silent_all_day_for_its_reason() -> None:
    patient = Patient()
    for hour in ("10:00", "17:00", "20:30"):
        assert patient.look(at(f"2026-12-24 {hour}")) is None
    today = [e.reason for e in patient.events if e.occurrence.day == date(2026, 12, 24)]
    assert today == [Reason.PAUSED] * 3


def test_the_second_reminder_is_silent_once_the_plan_owes_one_session_a_day() -> None:
    patient = Patient()
    patient.do_session(date(2027, 1, 5), 1)
    assert patient.look(at("2027-01-05 17:00")) is None
    assert (Topic.SESSION, 2, ReminderState.LAPSED, Reason.NOT_OWED) in patient.told()


SHOWN = {
    "2026-11-23": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2026-11-29": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2026-11-30": "10:00 session 1, 17:00 session 2, 20:30 diary, 20:30 review 1",
    "2026-12-07": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2026-12-08": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2026-12-09": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2026-12-10": "10:00 session 1, 20:30 diary",
    "2026-12-11": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2026-12-24": "",
    "2027-01-01": "10:00 session 1, 17:00 session 2, 20:30 diary",
    "2027-01-05": "10:00 session 1, 20:30 diary",
    "2027-02-13": "10:00 session 1, 20:30 diary",
    "2027-02-15": "10:00 closing 1",
}


@pytest.mark.parametrize(("day", "expected"), SHOWN.items())
def test_a_day_on_which_nothing_is_answered_shows_what_is_owed(day: str, expected: str) -> None:
    patient = Patient(repeats=0)
    shown_on(patient, date.fromisoformat(day))
    first_shown = [
        e
        for e in patient.events
        if e.reason is Reason.ON_TIME and e.occurrence.day == date.fromisoformat(day)
    ]
    shown = [
        f"{e.at:%H:%M} {e.occurrence.topic} {e.occurrence.slot}".replace("diary 1", "diary")
        for e in first_shown
    ]
    assert ", ".join(shown) == expected


# Shown when owed, silent when done ------------------------------------------------------------------


def test_a_session_done_before_its_time_is_never_asked_for() -> None:
    patient = Patient()
    patient.do_session(START, 1)
    assert patient.look(at("2026-11-23 10:00")) is None
    assert patient.told() == [(Topic.SESSION, 1, ReminderState.DONE, Reason.FOUND_DONE)]


def test_the_second_reminder_is_about_the_second_session_whichever_was_done() -> None:
    patient = Patient()
    patient.do_session(START, 2)
    assert topics(patient.look(at("2026-11-23 10:00"))) == [("session", 1)]
    patient.do_session(START, 1)
    assert patient.look(at("2026-11-23 17:00")) is None


@pytest.mark.parametrize(
    ("answers", "silent"),
    [
        (Answers(back=0, leg=3, walks=(0,)), True),
        (Answers(back=0, leg=3), False),
        (Answers(back=2, walks=(10,)), False),
        (Answers(note="fine"), False),
    ],
)
def test_the_diary_is_silent_when_the_day_has_pain_and_walking(answers: Answers, silent: bool) -> None:  # noqa: FBT001
    patient = Patient()
    patient.do_session(START, 1)
    patient.do_session(START, 2)
    patient.logs[START] = replace(patient.log(START), answers=answers)
    assert topics(patient.look(at("2026-11-23 20:30"))) == ([] if silent else [("diary", 1)])


def test_what_was_shown_is_done_as_soon_as_its_session_is() -> None:
    patient = Patient()
    assert patient.look(at("2026-11-23 10:00")) is not None
    assert topics(waiting(patient.day(at("2026-11-23 10:05")), at("2026-11-23 10:05"))) == [("session", 1)]
    patient.do_session(START, 1)
    assert patient.look(at("2026-11-23 10:20")) is None
    assert waiting(patient.day(at("2026-11-23 10:20")), at("2026-11-23 10:20")) is None
    assert patient.told()[-1] == (Topic.SESSION, 1, ReminderState.DONE, Reason.FOUND_DONE)


def test_walks_are_silent_until_the_patient_turns_them_on() -> None:
    walks = with_walks(DEFAULT_TIMES, on=True)
    assert times_of("2026-11-23", times=walks) == sorted([*USUAL, ("14:00", "walk", 1)])
    assert times_of("2026-11-23", times=with_walks(walks, on=False)) == USUAL
    patient = Patient(times=walks)
    patient.do_session(START, 1)
    assert topics(patient.look(at("2026-11-23 14:00"))) == [("walk", 1)]


def test_a_walk_is_not_asked_for_when_it_was_walked_or_none_is_owed() -> None:
    patient = Patient(times=with_walks(DEFAULT_TIMES, on=True))
    patient.logs[START] = DayLog(START, Answers(walks=(5,)))
    for day in (START, date(2027, 2, 13)):
        patient.do_session(day, 1)
        assert patient.look(datetime.combine(day, time(14), COPENHAGEN)) is None
    assert patient.told()[-1] == (Topic.WALK, 1, ReminderState.LAPSED, Reason.NOT_OWED)


def test_the_note_of_a_review_week_is_silent_once_its_questions_are_answered() -> None:
    now = at("2026-11-30 20:30")
    day = Patient().day(now)
    assert Topic.REVIEW not in {e.occurrence.topic for e in settle(day, now)}
    told = {e.occurrence.topic: e.reason for e in settle(replace(day, reviewed=True), now)}
    assert told == {Topic.REVIEW: Reason.FOUND_DONE}


# Again, later, not today ----------------------------------------------------------------------------


def shown_on(patient: Patient, day: date, minutes: int = 5) -> list[str]:
    """Look every few minutes from one 03:00 to the next, and return when something was shown."""
    now, shown = datetime.combine(day, time(3), COPENHAGEN).astimezone(UTC), []
    while diary_day(now.astimezone(COPENHAGEN)) == day:
        local = now.astimezone(COPENHAGEN)
        if patient.look(local):
            shown.append(f"{local:%H:%M}")
        now += timedelta(minutes=minutes)
    return shown


def test_an_unanswered_one_comes_again_once_after_twenty_minutes() -> None:
    assert shown_on(Patient(), START) == ["10:00", "10:20", "17:00", "17:20", "20:30", "20:50"]


def test_the_patient_decides_how_often_and_after_how_long_it_comes_again() -> None:
    assert shown_on(Patient(repeats=0), START) == ["10:00", "17:00", "20:30"]
    shown = shown_on(Patient(repeats=3, repeat_minutes=60), START)
    assert shown[:4] == ["10:00", "11:00", "12:00", "13:00"]
    assert shown[4] == "17:00"


def test_later_brings_it_back_then_and_again_once_if_unanswered() -> None:
    patient = Patient()
    found = patient.look(at("2026-11-23 10:00"))
    assert found is not None
    patient.answer(at("2026-11-23 10:02"), found, ReminderState.SNOOZED, minutes=30)
    assert patient.look(at("2026-11-23 10:31")) is None
    again = patient.look(at("2026-11-23 10:32"))
    assert again is not None
    assert again.reason is Reason.SNOOZE_OVER
    assert patient.look(at("2026-11-23 10:52")) is not None
    assert patient.look(at("2026-11-23 11:12")) is None


def test_what_was_declined_does_not_come_back_that_day_but_the_next() -> None:
    patient = Patient()
    found = patient.look(at("2026-11-23 10:00"))
    assert found is not None
    patient.answer(at("2026-11-23 10:01"), found, ReminderState.DECLINED)
    assert patient.look(at("2026-11-23 16:59")) is None
    assert topics(patient.look(at("2026-11-23 17:00"))) == [("session", 2)]
    assert topics(patient.look(at("2026-11-24 10:00"))) == [("session", 1)]


def test_what_nobody_answered_lapses_at_three_in_the_night() -> None:
    patient = Patient(repeats=0)
    patient.look(at("2026-11-23 20:30"))
    assert patient.look(at("2026-11-24 02:59")) is None
    patient.look(at("2026-11-24 03:00"))
    lapsed = [e for e in patient.events if e.state is ReminderState.LAPSED and e.occurrence.day == START]
    assert {e.reason for e in lapsed} == {Reason.UNANSWERED}
    assert len(lapsed) == 3


def test_start_is_not_followed_by_a_repeat() -> None:
    patient = Patient(repeats=3)
    found = patient.look(at("2026-11-23 10:00"))
    assert found is not None
    pressed = ReminderEvent(
        at("2026-11-23 10:01"), found.occurrences[0], ReminderState.RAISED, Reason.STARTED
    )
    patient.events.append(pressed)
    assert patient.look(at("2026-11-23 10:40")) is None


# Never a burst --------------------------------------------------------------------------------------


def test_after_a_sleep_over_two_reminders_one_catch_up_holds_both() -> None:
    patient = Patient()
    found = patient.look(at("2026-11-23 18:12"))
    assert topics(found) == [("session", 1), ("session", 2)]
    assert found is not None
    assert (found.reason, found.sessions) == (Reason.CATCH_UP, (1, 2))
    assert patient.look(at("2026-11-23 18:13")) is None


def test_one_that_waits_is_shown_together_with_the_next_and_never_beside_it() -> None:
    patient = Patient()
    patient.look(at("2026-11-23 10:00"))
    patient.look(at("2026-11-23 10:20"))
    assert topics(patient.look(at("2026-11-23 17:00"))) == [("session", 1), ("session", 2)]


def test_the_program_was_not_running_all_day_so_the_day_lapses_and_nothing_is_shown() -> None:
    patient = Patient()
    assert patient.look(at("2026-11-24 08:00")) is None
    assert [e.reason for e in patient.events] == [Reason.NOT_RUNNING] * 3


def test_quiet_holds_everything_back_and_then_gives_one_catch_up() -> None:
    patient = Patient()
    patient.quiet = Quiet(at("2026-11-23 09:30"), at("2026-11-23 11:00"))
    assert patient.look(at("2026-11-23 10:00")) is None
    now = at("2026-11-23 10:00")
    assert next_change(patient.day(now), patient.choices, now) == at("2026-11-23 11:00")
    found = patient.look(at("2026-11-23 11:00"))
    assert found is not None
    assert found.reason is Reason.CATCH_UP


def test_what_quiet_held_back_until_night_lapses_for_that_reason() -> None:
    patient = Patient()
    patient.quiet = Quiet(at("2026-11-23 09:30"), at("2026-11-24 03:00"))
    patient.look(at("2026-11-23 21:00"))
    patient.look(at("2026-11-24 03:00"))
    assert [e.reason for e in patient.events] == [Reason.QUIET] * 3


def test_what_was_past_when_the_course_began_does_not_come_that_day() -> None:
    patient = Patient()
    patient.since = at("2026-11-23 15:00")
    assert patient.look(at("2026-11-23 15:00")) is None
    assert patient.told() == [(Topic.SESSION, 1, ReminderState.LAPSED, Reason.SET_LATER)]
    assert topics(patient.look(at("2026-11-23 17:00"))) == [("session", 2)]


# The patient's own times ----------------------------------------------------------------------------


def test_a_plan_that_proposes_nothing_gets_the_usual_times() -> None:
    assert proposed_times(()) == DEFAULT_TIMES
    assert [(one.at.isoformat("minutes"), one.kind) for one in DEFAULT_TIMES] == [
        ("10:00", ReminderKind.SESSION),
        ("17:00", ReminderKind.SESSION),
        ("20:30", ReminderKind.DIARY),
    ]


def test_a_moved_reminder_that_was_shown_is_not_shown_again_at_its_new_time() -> None:
    patient = Patient()
    patient.look(at("2026-11-23 10:00"))
    patient.look(at("2026-11-23 10:20"))
    moved = (replace(DEFAULT_TIMES[0], at=time(11)), *DEFAULT_TIMES[1:])
    patient.choices = replace(patient.choices, times=moved)
    assert patient.look(at("2026-11-23 11:00")) is None


def test_one_that_is_turned_off_keeps_its_place() -> None:
    times = (replace(DEFAULT_TIMES[0], on=False), *DEFAULT_TIMES[1:])
    assert times_of("2026-11-23", times=times) == USUAL[1:]


def test_a_diary_reminder_never_comes_before_the_last_session() -> None:
    rules = (ReminderTime(ReminderKind.DIARY, time(9)), ReminderTime(ReminderKind.SESSION, time(17)))
    assert times_of("2026-11-23", times=rules) == [("17:00", "session", 1), ("17:00", "diary", 1)]


SESSION, DIARY = ReminderKind.SESSION, ReminderKind.DIARY


@pytest.mark.parametrize(
    ("times", "problem"),
    [
        (DEFAULT_TIMES, None),
        ((), None),
        ((ReminderTime(SESSION, time(4, 59)),), "too_early_or_late"),
        ((ReminderTime(SESSION, time(23, 31)),), "too_early_or_late"),
        ((ReminderTime(SESSION, time(5)), ReminderTime(DIARY, time(23, 30))), None),
        ((ReminderTime(SESSION, time(9), frozenset()),), "no_weekday"),
        ((ReminderTime(SESSION, time(9)), ReminderTime(SESSION, time(9))), "twice"),
        (
            (
                ReminderTime(SESSION, time(9), frozenset({1})),
                ReminderTime(SESSION, time(9), frozenset({2})),
            ),
            None,
        ),
        ((ReminderTime(SESSION, time(18)), ReminderTime(DIARY, time(9))), "diary_before_session"),
        ((ReminderTime(SESSION, time(18), on=False), ReminderTime(DIARY, time(9))), None),
        (tuple(ReminderTime(SESSION, time(hour)) for hour in range(6, 19)), "too_many"),
    ],
)
def test_times_that_do_not_fit_are_told_apart(times: tuple[ReminderTime, ...], problem: str | None) -> None:
    assert problem_of(times) == problem


# The clock ------------------------------------------------------------------------------------------

ZONES = [
    "Europe/Copenhagen",
    "America/Nuuk",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Tehran",
]


@given(
    st.sampled_from(ZONES),
    st.dates(date(2024, 1, 1), date(2029, 12, 31)),
    st.times(time(5), time(23, 30)),
)
def test_a_local_time_means_one_instant_that_reads_as_that_time_or_as_the_end_of_a_leap(
    name: str, day: date, wall: time
) -> None:
    zone = ZoneInfo(name)
    wall = wall.replace(second=0, microsecond=0)
    shown = instant_of(day, wall, zone).astimezone(zone).replace(tzinfo=None)
    assert shown >= datetime.combine(day, wall)
    before = (instant_of(day, wall, zone) - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    assert before < datetime.combine(day, wall)


def test_a_time_in_the_gap_is_the_moment_of_the_leap_and_one_passed_twice_is_the_first() -> None:
    assert instant_of(date(2027, 3, 28), time(2, 30), COPENHAGEN) == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert instant_of(date(2026, 10, 25), time(2, 30), COPENHAGEN) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def a_course(zone: tzinfo, start: date) -> Patient:
    adoption = RECORD.adoptions[0]
    began = datetime.combine(start, time(4), zone)
    patient = Patient(CourseRecord(adoptions=(replace(adoption, at=began, start=start),)), repeats=0)
    patient.plan = replace(patient.plan, review_weeks=())
    return patient


def through_the_days(patient: Patient, zone: tzinfo, first: date, days: int, every: timedelta) -> None:
    now = datetime.combine(first, time(4), zone).astimezone(UTC)
    for _ in range(int(timedelta(days=days) / every)):
        patient.look(now.astimezone(zone))
        now += every


def from_alarm_to_alarm(patient: Patient, zone: tzinfo, first: date, days: int) -> None:
    """As the alarm clock does: look, and look again when something can change."""
    now = datetime.combine(first, time(4), zone)
    while diary_day(now) < first + timedelta(days=days):
        patient.look(now)
        now = next_change(patient.day(now), patient.choices, now).astimezone(zone)


def shown_times(patient: Patient, zone: tzinfo) -> dict[Occurrence, list[datetime]]:
    found: dict[Occurrence, list[datetime]] = {}
    for event in patient.events:
        if event.state is ReminderState.RAISED and event.reason is not Reason.REPEAT:
            found.setdefault(event.occurrence, []).append(event.at.astimezone(zone).replace(tzinfo=None))
    return found


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ZONES[:5]),
    st.dates(date(2024, 1, 1), date(2028, 12, 20)),
    st.lists(st.times(time(5), time(23, 30)), min_size=1, max_size=3, unique_by=lambda t: (t.hour, t.minute)),
)
def test_each_reminder_comes_exactly_once_on_its_day_in_any_zone_and_year(
    name: str, start: date, walls: list[time]
) -> None:
    zone = ZoneInfo(name)
    patient = a_course(zone, start)
    times = sorted(wall.replace(second=0, microsecond=0) for wall in walls)
    patient.choices = replace(
        patient.choices, times=tuple(ReminderTime(ReminderKind.DIARY, wall) for wall in times)
    )
    from_alarm_to_alarm(patient, zone, start, days=4)
    shown = shown_times(patient, zone)
    for day in (start + timedelta(days=n) for n in range(3)):
        for slot, wall in enumerate(times, start=1):
            (when,) = shown[Occurrence(day, Topic.DIARY, slot)]
            assert when == datetime.combine(day, wall)


def clock_changes(name: str, first: int, last: int) -> list[date]:
    """Return the days on which a zone's offset changes."""
    zone, day, found = ZoneInfo(name), date(first, 1, 1), []
    while day.year <= last:
        noon, next_noon = (datetime.combine(d, time(12), zone) for d in (day, day + timedelta(days=1)))
        if noon.utcoffset() != next_noon.utcoffset():
            found.append(day + timedelta(days=1))
        day += timedelta(days=1)
    return found


@pytest.mark.parametrize("name", ZONES[:5])
def test_none_between_five_and_six_is_lost_or_doubled_after_any_clock_change_of_five_years(
    name: str,
) -> None:
    zone = ZoneInfo(name)
    for change in clock_changes(name, 2024, 2028):
        patient = a_course(zone, change - timedelta(days=2))
        walls = [time(5), time(5, 30), time(5, 59)]
        patient.choices = replace(
            patient.choices, times=tuple(ReminderTime(ReminderKind.DIARY, wall) for wall in walls)
        )
        through_the_days(patient, zone, change - timedelta(days=1), days=3, every=timedelta(minutes=15))
        shown = shown_times(patient, zone)
        for day in (change - timedelta(days=1), change, change + timedelta(days=1)):
            assert [len(shown[Occurrence(day, Topic.DIARY, slot)]) for slot in (1, 2, 3)] == [1, 1, 1], day


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1)])
def test_leap_day_and_new_year_are_days_like_any_other(day: date) -> None:
    patient = a_course(COPENHAGEN, day - timedelta(days=1))
    through_the_days(patient, COPENHAGEN, day - timedelta(days=1), days=3, every=timedelta(minutes=15))
    shown = shown_times(patient, COPENHAGEN)
    for of in (day - timedelta(days=1), day, day + timedelta(days=1)):
        assert len(shown[Occurrence(of, Topic.DIARY)]) == 1


def test_a_clock_set_back_an_hour_shows_nothing_twice() -> None:
    patient = Patient()
    found = patient.look(at("2026-11-23 10:05"))
    assert found is not None
    patient.answer(at("2026-11-23 10:06"), found, ReminderState.DECLINED)
    assert shown_on(patient, START) == ["17:00", "17:20", "20:30", "20:50"]


def test_a_clock_set_back_behind_an_answer_does_not_make_it_wait_all_over() -> None:
    patient = Patient()
    found = patient.look(at("2026-11-23 10:05"))
    assert found is not None
    patient.answer(at("2026-11-23 10:06"), found, ReminderState.SNOOZED, minutes=10)
    assert patient.look(at("2026-11-23 09:10")) is not None


def test_a_clock_that_was_wrong_by_days_loses_none_of_todays_reminders() -> None:
    patient = Patient()
    patient.look(at("2026-11-25 12:00"))
    assert topics(patient.look(at("2026-11-24 10:00"))) == [("session", 1)]


def test_a_journey_west_repeats_nothing_and_a_journey_east_loses_nothing() -> None:
    patient = Patient(repeats=0)
    noon = at("2026-11-23 12:00")
    assert patient.look(noon) is not None
    assert patient.look(noon.astimezone(ZoneInfo("America/New_York"))) is None
    ten_in_new_york = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
    assert patient.look(ten_in_new_york) is None
    tokyo = ten_in_new_york.astimezone(ZoneInfo("Asia/Tokyo"))
    assert f"{tokyo:%d %H:%M}" == "24 00:00"
    assert ("session", 2) in topics(patient.look(tokyo))


# When to look again ---------------------------------------------------------------------------------


def test_the_next_look_is_at_the_next_reminder_its_repeat_or_the_end_of_the_day() -> None:
    patient = Patient()

    def following(now: datetime) -> datetime:
        return next_change(patient.day(now), patient.choices, now)

    assert following(at("2026-11-23 09:00")) == at("2026-11-23 10:00")
    patient.look(at("2026-11-23 10:00"))
    assert following(at("2026-11-23 10:00")) == at("2026-11-23 10:20")
    patient.look(at("2026-11-23 10:20"))
    assert following(at("2026-11-23 10:20")) == at("2026-11-23 17:00")
    for moment in ("17:00", "17:20", "20:30", "20:50"):
        patient.look(at(f"2026-11-23 {moment}"))
    assert following(at("2026-11-23 20:50")) == at("2026-11-24 03:00")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 6 * 24 * 60))
def test_the_next_look_always_lies_ahead_and_none_is_needed_between(name: str, minutes: int) -> None:
    zone = ZoneInfo(name)
    change = clock_changes(name, 2027, 2027)[:1] or [date(2027, 3, 28)]
    patient = a_course(zone, change[0] - timedelta(days=4))
    start = datetime.combine(change[0] - timedelta(days=3), time(4), zone).astimezone(UTC)
    now = (start + timedelta(minutes=minutes)).astimezone(zone)
    patient.look(now)
    ahead = next_change(patient.day(now), patient.choices, now)
    assert ahead > now.astimezone(UTC)
    between = now.astimezone(UTC) + (ahead - now.astimezone(UTC)) * 0.99
    assert due(patient.day(between.astimezone(zone)), patient.choices, between.astimezone(zone)) is None


# Whatever happens -----------------------------------------------------------------------------------

DEEDS = st.tuples(
    st.sampled_from(["wait", "sleep", "set back", "later", "not today", "do a session", "travel"]),
    st.integers(1, 90),
)


def after(patient: Patient, now: datetime, found: Reminder | None, deed: str, number: int) -> datetime:
    """Do something at a moment, and return the moment after it."""
    if deed == "later" and found is not None:
        patient.answer(now, found, ReminderState.SNOOZED, minutes=number)
    elif deed == "not today" and found is not None:
        patient.answer(now, found, ReminderState.DECLINED)
    elif deed == "do a session":
        patient.do_session(diary_day(now), 1 + number % 2)
    elif deed == "travel":
        return now.astimezone(ZoneInfo(ZONES[number % 3]))
    minutes = {"sleep": number * 20, "set back": -number * 3}.get(deed, number)
    return (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)


@settings(max_examples=80, deadline=None)
@given(st.lists(DEEDS, min_size=10, max_size=60))
def test_no_reminder_begins_twice_or_comes_back_once_it_was_done_or_declined(
    deeds: list[tuple[str, int]],
) -> None:
    patient, now = Patient(), at("2026-11-23 12:00")
    found: Reminder | None = None
    for deed, number in deeds:
        found = patient.look(now) or found
        now = max(after(patient, now, found, deed, number), at("2026-11-23 12:00").astimezone(now.tzinfo))
    for occurrence in {event.occurrence for event in patient.events}:
        told = [e for e in patient.events if e.occurrence == occurrence]
        assert sum(1 for e in told if e.reason in (Reason.ON_TIME, Reason.CATCH_UP)) <= 1
        states = [e.state for e in told]
        for final in (ReminderState.DONE, ReminderState.DECLINED):
            if final in states:
                assert ReminderState.RAISED not in states[states.index(final) :], told
