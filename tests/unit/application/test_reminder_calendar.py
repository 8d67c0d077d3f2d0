from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from ryg_app.application.reminder_calendar import CalendarExport
from ryg_app.domain.errors import FileExistsAlreadyError, NothingToRemindError, NotSavedError
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_times import DEFAULT_TIMES, ReminderTime, Topic
from tests.unit.application.world import DISK_FULL, World

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.domain.reminder_calendar import ReminderCalendar

TITLES = {topic: topic.value for topic in Topic}


class Desk:
    """Takes the calendars instead of a file and a writer."""

    def __init__(self) -> None:
        self.made: list[ReminderCalendar] = []
        self.fail_with: NotSavedError | None = None

    def compose(self, calendar: ReminderCalendar, titles: Mapping[Topic, str]) -> bytes:
        del titles
        self.made.append(calendar)
        return b""

    def write(self, path: Path, data: bytes) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        path.write_bytes(data)


@pytest.fixture
def world() -> World:
    world = World()
    world.adopt()
    return world


@pytest.fixture
def desk() -> Desk:
    return Desk()


def write(world: World, desk: Desk, path: Path) -> ReminderCalendar:
    export = CalendarExport(
        world.reminder_plan, world.reminder_books, world.clock, desk, desk, lambda: "a-new-id"
    )
    export.write(path, TITLES, replace_file=True)
    return desk.made[-1]


def series(calendar: ReminderCalendar) -> dict[str, tuple[str, int]]:
    return {one.event_id: (f"{one.at:%H:%M}", len(one.days)) for one in calendar.series}


def test_the_calendar_holds_what_is_owed_to_the_end_of_the_course(
    world: World, desk: Desk, tmp_path: Path
) -> None:
    calendar = write(world, desk, tmp_path / "out.ics")
    assert series(calendar) == {
        "a-new-id-session-1-1": ("10:00", 84),
        "a-new-id-session-2-1": ("17:00", 84),
        "a-new-id-diary-1-1": ("20:30", 84),
        "a-new-id-review-1-1": ("20:30", 3),
        "a-new-id-closing-1-1": ("10:00", 1),
    }


def test_a_pause_and_what_is_past_or_done_is_left_out(world: World, desk: Desk, tmp_path: Path) -> None:
    world.at("2026-11-24 12:00")
    world.planning.pause(date(2026, 11, 26), date(2026, 11, 27))
    world.today.done_without_computer(world.owed("2026-11-24").sessions[1])
    found = series(write(world, desk, tmp_path / "out.ics"))
    assert found["a-new-id-session-1-1"] == ("10:00", 80)
    assert found["a-new-id-session-2-1"] == ("17:00", 80)
    assert found["a-new-id-diary-1-1"] == ("20:30", 81)


def test_every_edition_is_numbered_higher_with_the_same_identifiers(
    world: World, desk: Desk, tmp_path: Path
) -> None:
    first, second = (write(world, desk, tmp_path / "out.ics") for _ in range(2))
    assert [one.event_id for one in first.series] == [one.event_id for one in second.series]
    assert second.sequence > first.sequence


def test_an_edition_is_numbered_higher_also_after_an_older_backup_was_put_back(
    world: World, desk: Desk, tmp_path: Path
) -> None:
    first = write(world, desk, tmp_path / "out.ics")
    older = world.reminder_books.get()
    second = write(world, desk, tmp_path / "out.ics")
    world.reminder_books.save(older)
    world.clock.advance(24 * 3600)
    third = write(world, desk, tmp_path / "out.ics")
    assert third.sequence > second.sequence > first.sequence


def test_a_number_is_used_up_even_when_the_file_cannot_be_written(
    world: World, desk: Desk, tmp_path: Path
) -> None:
    first = write(world, desk, tmp_path / "out.ics")
    desk.fail_with = DISK_FULL
    with pytest.raises(NotSavedError):
        write(world, desk, tmp_path / "out.ics")
    desk.fail_with = None
    assert write(world, desk, tmp_path / "out.ics").sequence == first.sequence + 2


def test_a_reminder_turned_off_is_withdrawn_from_now_on(world: World, desk: Desk, tmp_path: Path) -> None:
    world.reminder_plan.remind_of_walks(on=True)
    write(world, desk, tmp_path / "out.ics")
    world.reminder_plan.remind_of_walks(on=False)
    for _ in range(2):
        assert write(world, desk, tmp_path / "out.ics").withdrawn == ("a-new-id-walk-1-1",)
    world.reminder_plan.remind_of_walks(on=True)
    assert write(world, desk, tmp_path / "out.ics").withdrawn == ()


def test_another_time_at_the_weekend_makes_a_second_series(world: World, desk: Desk, tmp_path: Path) -> None:
    weekdays, weekend = frozenset(range(1, 6)), frozenset({6, 7})
    session = ReminderKind.SESSION
    times = (
        ReminderTime(session, time(10), weekdays),
        ReminderTime(session, time(11), weekend),
        replace(DEFAULT_TIMES[2]),
    )
    world.reminder_plan.change_times(times)
    found = series(write(world, desk, tmp_path / "out.ics"))
    assert found["a-new-id-session-1-1"] == ("10:00", 60)
    assert found["a-new-id-session-1-2"] == ("11:00", 24)


def test_a_series_ends_where_the_clocks_change(desk: Desk, tmp_path: Path) -> None:
    world = World("2027-03-20 08:00")
    world.adopt()
    found = series(write(world, desk, tmp_path / "out.ics"))
    assert found["a-new-id-session-1-1"] == ("10:00", 8)
    assert found["a-new-id-session-1-2"] == ("10:00", 76)


@pytest.mark.parametrize("why", ["no plan", "over", "off"])
def test_with_nothing_to_come_no_file_is_made(desk: Desk, tmp_path: Path, why: str) -> None:
    world = World()
    if why != "no plan":
        world.adopt()
    if why == "over":
        world.at("2027-03-01 12:00")
    if why == "off":
        world.reminder_plan.turn(on=False)
    with pytest.raises(NothingToRemindError):
        write(world, desk, tmp_path / "out.ics")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone_unless_asked(world: World, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    path.write_text("kept")
    export = CalendarExport(
        world.reminder_plan, world.reminder_books, world.clock, desk, desk, lambda: "a-new-id"
    )
    with pytest.raises(FileExistsAlreadyError):
        export.write(path, TITLES)
    assert path.read_text() == "kept"
    assert world.reminder_books.get().calendar is None
