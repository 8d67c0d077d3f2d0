"""The running reminders without a window: time passes at once, and the computer sleeps when told to."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import time_machine

from ryg_app.adapters.alarm import SchedulerAlarmClock
from ryg_app.application.reminder_watch import ReminderWatch
from tests.unit.application.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ryg_app.domain.reminders import Reminder


class PassingLoop:
    """The event loop: beats when its timer, which stands still in a suspend, has run out."""

    def __init__(self) -> None:
        self.beats = 0
        self.left_s: float | None = None
        self._beat: Callable[[], None] | None = None
        self._posted: list[Callable[[], None]] = []

    def call_in(self, seconds: float, beat: Callable[[], None]) -> None:
        assert 0 <= seconds <= 30
        self.left_s, self._beat = seconds, beat

    def post(self, call: Callable[[], None]) -> None:
        self._posted.append(call)

    def stop(self) -> None:
        self.left_s = self._beat = None

    def turn(self) -> None:
        """Beat if the time has come, then make the calls that were posted."""
        if self._beat is not None and self.left_s is not None and self.left_s <= 0:
            self.beats += 1
            beat, self.left_s = self._beat, None
            beat()
        while self._posted:
            self._posted.pop(0)()


class Computer:
    """Wall and monotonic time, a zone, and whoever looks at the screen."""

    def __init__(self, traveller: time_machine.Traveller, zone: str = "Europe/Copenhagen") -> None:
        self.zone = ZoneInfo(zone)
        self.loop = PassingLoop()
        self.shown: list[tuple[datetime, Reminder]] = []
        self.taken_away = 0
        self._traveller = traveller
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(self.zone)

    def monotonic(self) -> float:
        return self._monotonic

    def show_reminder(self, reminder: Reminder) -> None:
        self.shown.append((self.now(), reminder))

    def take_away(self) -> None:
        self.taken_away += 1

    def run(self, **duration: float) -> None:
        """Let time pass while the computer is awake."""
        end = self.now().astimezone(UTC) + timedelta(**duration)
        while self.now().astimezone(UTC) < end:
            self.loop.turn()
            left = (end - self.now().astimezone(UTC)).total_seconds()
            step = left if self.loop.left_s is None else min(max(self.loop.left_s, 0.001), left)
            self._traveller.shift(step)
            self._monotonic += step
            if self.loop.left_s is not None:
                self.loop.left_s -= step
        self.loop.turn()

    def sleep(self, **duration: float) -> None:
        """Suspend: the wall clock goes on, timers stand still, and the monotonic clock counts the sleep."""
        self._traveller.shift(timedelta(**duration).total_seconds())
        self._monotonic += timedelta(**duration).total_seconds()

    def set_clock(self, **by: float) -> None:
        """As somebody at the clock does: the monotonic clock knows nothing of it."""
        self._traveller.shift(timedelta(**by).total_seconds())


class Running:
    """The rules, the alarm clock and the screen, put together as the window does."""

    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self.world = World(clock=computer)
        self.alarm = SchedulerAlarmClock(computer, computer.loop)
        self.watch = ReminderWatch(self.world.reminding, self.alarm, computer)

    def shown(self) -> list[str]:
        return [f"{when:%d %H:%M}" for when, _ in self.computer.shown]


@contextmanager
def running(now: str, zone: str = "Europe/Copenhagen", **plan: object) -> Iterator[Running]:
    """Start the reminders at a local time, with a plan adopted at that moment."""
    moment = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    with time_machine.travel(moment.astimezone(UTC), tick=False) as traveller:
        found = Running(Computer(traveller, zone))
        found.world.adopt(**plan)
        found.watch.start()
        yield found
        found.watch.stop()
