from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine
import tzlocal

from ryg_app.adapters.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_TZSET = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set from within")


@pytest.fixture(autouse=True)
def zone_as_before() -> Iterator[None]:
    yield
    if hasattr(time, "tzset"):
        time.tzset()
    tzlocal.reload_localzone()


def move_to(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()


def test_the_time_is_the_right_one() -> None:
    assert abs(SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=5)


@NO_TZSET
def test_the_time_knows_the_summer_time_rules_of_its_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    move_to("Europe/Copenhagen", monkeypatch)
    now = SystemClock().now()
    assert isinstance(now.tzinfo, ZoneInfo)
    offsets = {now.replace(month=month, day=15).utcoffset() for month in (1, 7)}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


@NO_TZSET
def test_a_traveller_gets_the_new_time_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    move_to("Europe/Copenhagen", monkeypatch)
    clock.now()
    move_to("America/Nuuk", monkeypatch)
    assert str(clock.now().tzinfo) == "America/Nuuk"


@NO_TZSET
def test_a_zone_nobody_knows_still_gives_the_systems_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    move_to("XYZ-3:30", monkeypatch)
    assert SystemClock().now().utcoffset() == timedelta(hours=3, minutes=30)


@NO_TZSET
@pytest.mark.parametrize("minute", range(0, 180, 20))
def test_the_hour_that_comes_twice_is_told_apart(minute: int, monkeypatch: pytest.MonkeyPatch) -> None:
    move_to("Europe/Copenhagen", monkeypatch)
    moment = datetime(2026, 10, 24, 23, 30, tzinfo=UTC) + timedelta(minutes=minute)
    with time_machine.travel(moment.timestamp(), tick=False):
        now = SystemClock().now()
    assert now.astimezone(UTC) == moment
    assert str(now.tzinfo) == "Europe/Copenhagen"


def test_monotonic_time_only_grows() -> None:
    clock = SystemClock()
    seen = [clock.monotonic() for _ in range(100)]
    assert seen == sorted(seen)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux counts suspended time this way")
def test_time_spent_suspended_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    asleep = {time.CLOCK_BOOTTIME: 3600.0}
    monkeypatch.setattr(time, "clock_gettime", asleep.__getitem__)
    assert SystemClock().monotonic() == 3600.0
