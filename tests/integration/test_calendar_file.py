from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.adapters.calendar_file import CalendarFiles
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_calendar import ReminderCalendar, calendar_series
from ryg_app.domain.reminder_times import DEFAULT_TIMES, Occurrence, PlannedReminder, ReminderTime, Topic
from tests.builders import START, at
from tests.fakes import COPENHAGEN

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLES = {topic: f"Tid til {topic}" for topic in Topic}
NODE = shutil.which("node")
READER = Path(__file__).with_name("read_calendar.cjs")


def composed(
    planned: Iterable[PlannedReminder],
    sequence: int = 1,
    withdrawn: tuple[str, ...] = (),
    zone: ZoneInfo = COPENHAGEN,
) -> bytes:
    series = calendar_series("an-id", planned, zone)
    calendar = ReminderCalendar(at("2026-11-23 08:00"), sequence, series, withdrawn)
    return CalendarFiles().compose(calendar, TITLES)


def session(day: date, wall: time = time(10), slot: int = 1) -> PlannedReminder:
    return PlannedReminder(Occurrence(day, Topic.SESSION, slot), wall)


def every_day(days: int = 84, start: date = START) -> list[PlannedReminder]:
    return [session(start + timedelta(days=n)) for n in range(days)]


def read_back(data: bytes) -> list[tuple[str, datetime]]:
    """Return title and local time of every event, as two other libraries read them."""
    calendar = icalendar.Calendar.from_ical(data)
    events = recurring_ical_events.of(calendar).between(date(2020, 1, 1), date(2035, 1, 1))
    return sorted((str(event["SUMMARY"]), event["DTSTART"].dt) for event in events)


def test_a_course_of_twelve_weeks_reads_back_at_the_same_local_time_across_winter_time() -> None:
    times = read_back(composed(every_day(start=date(2026, 10, 1))))
    assert len(times) == 84
    assert all(when == datetime.combine(when.date(), time(10)) for _, when in times)  # floating: no zone
    assert [when.date() for _, when in times] == [date(2026, 10, 1) + timedelta(days=n) for n in range(84)]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 120), min_size=1), st.times(time(5), time(23, 30)))
def test_any_days_read_back_as_exactly_those_days(days: set[int], wall: time) -> None:
    wall = wall.replace(second=0, microsecond=0)
    planned = [session(START + timedelta(days=n), wall) for n in sorted(days)]
    expected = [(TITLES[Topic.SESSION], datetime.combine(p.occurrence.day, wall)) for p in planned]
    assert read_back(composed(planned)) == expected


def test_every_event_has_an_alarm_at_its_time_and_a_neutral_title() -> None:
    calendar = icalendar.Calendar.from_ical(composed(every_day()))
    (event,) = calendar.events
    (alarm,) = event.alarms.times
    assert f"{alarm.trigger:%H:%M}" == "10:00"
    assert event["SUMMARY"] == "Tid til session"
    assert event["CLASS"] == "PRIVATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_next_edition_has_the_same_identifiers_and_a_higher_number() -> None:
    first, second = (icalendar.Calendar.from_ical(composed(every_day(), number)).events for number in (1, 2))
    assert [event["UID"] for event in first] == [event["UID"] for event in second]
    assert [event["SEQUENCE"] for event in (*first, *second)] == [1, 2]


def test_a_moved_reminder_keeps_its_identifier() -> None:
    moved = [replace(one, at=time(11)) for one in every_day()]
    first, second = (icalendar.Calendar.from_ical(composed(p)).events for p in (every_day(), moved))
    assert [event["UID"] for event in first] == [event["UID"] for event in second]


def test_a_withdrawn_event_is_cancelled() -> None:
    events = icalendar.Calendar.from_ical(composed(every_day(), 2, ("an-id-walk-1-1",))).events
    assert [(str(e["UID"]), e.get("STATUS")) for e in events] == [
        ("an-id-session-1-1", None),
        ("an-id-walk-1-1", "CANCELLED"),
    ]


def test_lines_are_no_longer_than_75_octets_and_text_is_escaped() -> None:
    title = "Tid til øvelser; " + "æøå, " * 40 + "\\ slut\nlinje"
    calendar = ReminderCalendar(at("2026-11-23 08:00"), 1, calendar_series("id", every_day(), COPENHAGEN), ())
    data = CalendarFiles().compose(calendar, {Topic.SESSION: title})
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.endswith(b"END:VCALENDAR\r\n")
    (event,) = icalendar.Calendar.from_ical(data).events
    assert event["SUMMARY"] == title


def node_modules() -> Path | None:
    """Return the folder the readers of another language are installed in, if they are."""
    named = os.environ.get("RYG_APP_NODE_MODULES")
    folder = Path(named) if named else Path(__file__).parents[2] / "node_modules"
    return folder if (folder / "ical.js").is_dir() and (folder / "node-ical").is_dir() else None


@pytest.mark.skipif(NODE is None or node_modules() is None, reason="npm install ical.js node-ical")
@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/Nuuk"])
def test_the_readers_of_another_language_find_the_same_local_times(tmp_path: Path, zone: str) -> None:
    weekdays = frozenset({1, 3, 5})
    rules = (*DEFAULT_TIMES, ReminderTime(ReminderKind.WALK, time(14), weekdays))
    planned = [
        PlannedReminder(Occurrence(day, Topic(one.kind), slot), one.at)
        for day in (date(2026, 10, 1) + timedelta(days=n) for n in range(84))
        for slot, one in enumerate(rules, start=1)
        if day.isoweekday() in one.weekdays and day != date(2026, 10, 25)
    ]
    file = tmp_path / "reminders.ics"
    file.write_bytes(composed(planned, zone=ZoneInfo(zone)))
    assert NODE is not None
    told = subprocess.run(
        [NODE, READER, file],
        env={**os.environ, "NODE_PATH": str(node_modules()), "TZ": zone},
        capture_output=True,
        check=True,
        text=True,
    )
    expected = sorted(f"{p.occurrence.day}T{p.at:%H:%M}" for p in planned)
    found = json.loads(told.stdout)
    assert sorted(found["ical.js"]) == expected
    assert sorted(found["node-ical"]) == expected
