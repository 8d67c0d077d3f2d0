"""The system's clock."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING

import tzlocal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo


class SystemClock:
    """The computer's own wall and monotonic time."""

    def now(self) -> datetime:
        """Return the local wall time, with the computer's time zone.

        The zone is the named one with its summer time rules whenever it agrees with the system's offset,
        and the bare offset otherwise.
        """
        moment = datetime.now().astimezone()
        for look_up in (tzlocal.get_localzone, tzlocal.reload_localzone):
            zone = _found(look_up)
            if zone is not None and moment.astimezone(zone).utcoffset() == moment.utcoffset():
                return moment.astimezone(zone)
        return moment

    def monotonic(self) -> float:
        """Return seconds that only ever grow and, where the system can tell, also count suspended time."""
        counts_sleep = _clock_that_counts_sleep()
        return time.monotonic() if counts_sleep is None else time.clock_gettime(counts_sleep)


class StoppedClock:
    """Stands still at a moment that somebody else's computer has told."""

    def __init__(self, moment: datetime, zone: tzinfo | None) -> None:
        # The offset alone knows no summer time, and a day in spring would end an hour late.
        here = moment.astimezone(zone)
        self._now = here if here.utcoffset() == moment.utcoffset() else moment

    def now(self) -> datetime:
        """Return that moment, in the zone if it agrees with the moment's own offset from UTC."""
        return self._now

    def monotonic(self) -> float:
        """Return always the same."""
        return 0.0


def _clock_that_counts_sleep() -> int | None:
    # time.monotonic stands still in a suspend on Linux and macOS: https://docs.python.org/3/library/time.html,
    # man 2 clock_gettime; a session has to notice that it was away.
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    clock: int | None = getattr(time, name, None)
    return clock


def _found(look_up: Callable[[], tzinfo]) -> tzinfo | None:
    try:
        return look_up()
    except (LookupError, ValueError, OSError):
        return None
