"""APScheduler as one alarm clock: a single one-shot alarm, looked at often enough to notice a suspend."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import tzlocal
from apscheduler.executors.base import BaseExecutor, run_job
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.date import DateTrigger

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from apscheduler.job import Job

LONGEST_BEAT_S = 30.0
"""A suspend stops the timer, so a reminder comes at most this long after waking."""
CLOCK_JUMP_S = 5.0
ALARM = "alarm"
TALKATIVE = ("apscheduler.scheduler", "apscheduler.executors.default")
"""What they say of every alarm would fill the log file."""


class Clock(Protocol):
    """Wall and monotonic time."""

    def now(self) -> datetime:
        """Return the local wall time, with its zone."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""


class Ticker(Protocol):
    """The event loop."""

    def call_in(self, seconds: float, beat: Callable[[], None]) -> None:
        """Call ``beat`` once after that time, instead of any call still waiting."""

    def post(self, call: Callable[[], None]) -> None:
        """Make a call when the present one has returned."""

    def stop(self) -> None:
        """Forget the call that is waiting."""


class SchedulerAlarmClock:
    """Rings at the moment that was set, and when the wall clock or the time zone was changed."""

    def __init__(self, clock: Clock, ticker: Ticker) -> None:
        self._clock = clock
        self._ticker = ticker
        self._scheduler = _BeatingScheduler(ticker, self._look_at_the_clock)
        self._seen = self._reading()
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)

    def start(self, ring: Callable[[], None]) -> None:
        """Begin; ``ring`` is called from the event loop, never from within another call."""
        self._ring = ring
        self._scheduler.start()

    def set(self, at: datetime | None) -> None:
        """Ring at that moment instead of any other; ``None`` sets nothing."""
        self._scheduler.remove_all_jobs()
        if at is not None:
            trigger = DateTrigger(at.astimezone(UTC), timezone=UTC)
            self._scheduler.add_job(self._post, trigger, id=ALARM, misfire_grace_time=None)

    def stop(self) -> None:
        """Ring no more."""
        if self._scheduler.running:
            self._scheduler.shutdown()

    def _post(self) -> None:
        # Only posted: an alarm set from within its own job would be deleted with the job that has run.
        self._ticker.post(self._ring)

    def _look_at_the_clock(self) -> None:
        before, self._seen = self._seen, self._reading()
        if abs(self._seen[0] - before[0]) > CLOCK_JUMP_S or self._seen[1:] != before[1:]:
            self._post()

    def _reading(self) -> tuple[float, timedelta | None, str]:
        """Return how far the wall clock is ahead of the one that only grows, and where on earth it hangs."""
        zone = _reloaded_zone()
        now = self._clock.now()
        return now.timestamp() - self._clock.monotonic(), now.utcoffset(), zone


class _BeatingScheduler(BaseScheduler):  # type: ignore[misc]
    """Runs its job inside the event loop, and looks at the clock on every beat."""

    def __init__(self, ticker: Ticker, on_beat: Callable[[], None]) -> None:
        super().__init__(timezone=UTC)
        self._ticker = ticker
        self._on_beat = on_beat

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002 - the library's own signature
        super().shutdown(wait)
        self._ticker.stop()

    def wakeup(self) -> None:
        self._ticker.call_in(0, self._beat)

    def _create_default_executor(self) -> BaseExecutor:
        return _InlineExecutor()

    def _beat(self) -> None:
        wait = LONGEST_BEAT_S
        try:
            self._on_beat()
            until_job = self._process_jobs()
            wait = LONGEST_BEAT_S if until_job is None else min(max(until_job, 0.0), LONGEST_BEAT_S)
        finally:
            # Whatever happened, the clock goes on beating.
            self._ticker.call_in(wait, self._beat)


class _InlineExecutor(BaseExecutor):  # type: ignore[misc]
    """Runs a job where it is: this one only posts a call."""

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        try:
            events = run_job(job, job._jobstore_alias, run_times, self._logger.name)  # noqa: SLF001
        except BaseException:  # noqa: BLE001 - handed to the library, which writes it down
            self._run_job_error(job.id, *sys.exc_info()[1:])
        else:
            self._run_job_success(job.id, events)


def _reloaded_zone() -> str:
    try:
        return str(tzlocal.reload_localzone())
    except (LookupError, ValueError, OSError):
        return ""
