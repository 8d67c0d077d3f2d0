from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from ryg_app.domain.diary import Answers
from ryg_app.domain.reminders import Reason
from tests.alarm_world import running
from tests.builders import START


def test_a_day_runs_by_itself_with_each_reminder_at_its_minute() -> None:
    with running("2026-11-23 08:00") as app:
        app.world.reminder_plan.repeat(0, 20)
        app.computer.run(hours=24)
        assert app.shown() == ["23 10:00", "23 17:00", "23 20:30"]


def test_after_eight_hours_of_sleep_over_two_reminders_one_catch_up_comes_within_35_seconds() -> None:
    with running("2026-11-23 09:50") as app:
        app.computer.run(seconds=10)
        app.computer.sleep(hours=8)
        app.computer.run(seconds=35)
        ((_, reminder),) = app.computer.shown
        assert reminder.reason is Reason.CATCH_UP
        assert reminder.sessions == (1, 2)
        app.computer.run(minutes=10)
        assert len(app.computer.shown) == 1


def test_a_sleep_past_three_in_the_night_ends_in_silence_until_ten() -> None:
    with running("2026-11-23 20:00") as app:
        app.world.reminder_plan.repeat(0, 20)
        app.computer.run(minutes=5)
        app.computer.sleep(hours=11)
        app.computer.run(hours=4)
        assert app.shown() == ["24 10:00"]


@pytest.mark.parametrize("start", ["2027-03-27 12:00", "2027-10-30 12:00"])
def test_on_the_night_the_clocks_change_each_reminder_still_comes_once_at_its_time(start: str) -> None:
    with running(start) as app:
        app.world.reminder_plan.repeat(0, 20)
        day = int(start[8:10])
        app.computer.run(hours=48)
        assert app.shown() == [
            f"{day} 17:00",
            f"{day} 20:30",
            f"{day + 1:02} 10:00",
            f"{day + 1:02} 17:00",
            f"{day + 1:02} 20:30",
            "29 10:00" if day == 27 else "01 10:00",
        ]


def test_a_clock_set_back_an_hour_repeats_nothing_and_one_set_forward_is_noticed_within_30_seconds() -> None:
    with running("2026-11-23 09:55") as app:
        app.world.reminder_plan.repeat(0, 20)
        app.computer.run(minutes=10)
        app.computer.set_clock(hours=-1)
        app.computer.run(hours=3)
        assert app.shown() == ["23 10:00"]
        app.computer.set_clock(hours=6)
        app.computer.run(seconds=31)
        assert len(app.computer.shown) == 2


def test_a_clock_that_was_a_year_ahead_loses_no_reminder_once_it_is_set_right() -> None:
    with running("2026-11-23 08:00") as app:
        app.world.reminder_plan.repeat(0, 20)
        app.computer.set_clock(days=365)
        app.computer.run(minutes=2)
        app.computer.set_clock(days=-365)
        app.computer.run(hours=3)
        assert app.shown() == ["23 10:00"]


def test_a_new_time_zone_counts_within_30_seconds() -> None:
    with running("2026-11-23 06:30") as app:
        app.computer.run(hours=2)
        app.computer.zone = ZoneInfo("Asia/Dubai")
        app.computer.run(seconds=31)
        assert app.shown() == ["23 11:30"]


def test_the_course_ends_with_one_note_and_the_clock_falls_silent() -> None:
    with running("2027-02-14 21:00") as app:
        record = app.world.records.get()
        adoption = replace(record.adoptions[0], start=START)
        app.world.records.save(replace(record, adoptions=(adoption,)))
        app.world.reminder_plan.repeat(0, 20)
        app.watch.look()
        app.computer.run(hours=72)
        assert app.shown() == ["15 10:00"]


def test_nothing_is_shown_in_a_session_and_everything_at_once_after_it() -> None:
    with running("2026-11-23 09:58") as app:
        app.watch.hold(on=True)
        app.computer.run(minutes=20)
        assert app.shown() == []
        app.watch.hold(on=False)
        assert app.shown() == ["23 10:18"]


def test_what_is_done_meanwhile_is_taken_off_the_screen() -> None:
    with running("2026-11-23 09:58") as app:
        app.computer.run(minutes=5)
        app.world.today.done_without_computer(app.world.owed("2026-11-23").sessions[0])
        app.watch.look()
        assert app.computer.taken_away == 1
        app.watch.look()
        assert app.computer.taken_away == 1


def test_ten_thousand_looks_lose_and_double_no_alarm() -> None:
    with running("2026-11-23 08:00") as app:
        app.world.reminder_plan.repeat(0, 20)
        for _ in range(1_000):
            app.watch.look()
        app.watch.hold(on=True)  # sets the alarm anew each time, without asking what is due
        for _ in range(9_000):
            app.watch.look()
        app.watch.hold(on=False)
        assert len(app.alarm._scheduler.get_jobs()) == 1
        app.computer.run(hours=3)
        assert app.shown() == ["23 10:00"]
        assert len(app.alarm._scheduler.get_jobs()) == 1


def test_at_rest_the_clock_beats_every_thirty_seconds() -> None:
    with running("2026-11-23 11:00") as app:
        app.computer.run(seconds=5)
        before = app.computer.loop.beats
        app.computer.run(minutes=60)
        assert app.computer.loop.beats - before <= 130


def test_a_stopped_clock_beats_no_more() -> None:
    with running("2026-11-23 09:00") as app:
        app.watch.stop()
        before = app.computer.loop.beats
        app.computer.run(hours=2)
        assert (app.computer.loop.beats, app.shown()) == (before, [])
        app.watch.stop()


def test_a_beat_that_fails_is_not_the_last_one() -> None:
    with running("2026-11-23 09:00") as app:
        app.computer.run(minutes=1)

        def fails() -> None:
            raise RuntimeError

        app.alarm._scheduler._on_beat, kept = fails, app.alarm._scheduler._on_beat
        with pytest.raises(RuntimeError):
            app.computer.run(minutes=1)
        app.alarm._scheduler._on_beat = kept
        app.computer.run(hours=2)
        assert app.shown()[0] == "23 10:00"


def test_a_screen_that_fails_does_not_stop_the_alarms() -> None:
    with running("2026-11-23 09:58") as app:

        def fails(_reminder: object) -> None:
            raise RuntimeError

        app.computer.show_reminder, kept = fails, app.computer.show_reminder  # type: ignore[assignment, method-assign]
        with pytest.raises(RuntimeError):
            app.computer.run(minutes=5)
        app.computer.show_reminder = kept  # type: ignore[method-assign]
        app.computer.run(hours=8)
        assert app.shown()[0] == "23 17:00"
        assert app.computer.shown[0][1].sessions == (1, 2)


def test_a_folder_that_cannot_be_written_shows_each_reminder_once_all_the_same() -> None:
    with running("2026-11-23 09:58") as app:
        app.world.reminder_plan.repeat(0, 20)
        app.world.fill_the_disk()
        app.computer.run(hours=1)
        assert app.shown() == ["23 10:00"]


def test_a_course_that_can_no_longer_be_read_is_silent_and_ends_nothing() -> None:
    with running("2026-11-23 09:00") as app:
        app.world.records.damage()
        app.watch.look()
        app.computer.run(hours=18)
        assert app.shown() == []


def test_an_answered_day_is_a_quiet_day() -> None:
    with running("2026-11-23 08:00") as app:
        for session in app.world.owed("2026-11-23").sessions:
            app.world.today.done_without_computer(session)
        app.world.today.answer(Answers(back=1, leg=1, walks=(5,)))
        app.computer.run(hours=18)
        assert app.shown() == []
