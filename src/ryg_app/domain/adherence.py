"""Exercises done of those planned: counted, not weighed.

What was planned on a day is what was owed on that day (``OwedDay``), whatever plan is in force now: the flare
doses on a flare day, nothing in a pause.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ryg_app.domain.session import Ending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.session import SessionRecord


@dataclass(frozen=True, slots=True)
class Tally:
    """Occurrences of exercises: one exercise in one session is one.

    Attributes:
        planned: Owed.
        done: Of those, done in full.
        without_computer: Of those done, how many without the computer.
        partly: Of those owed and not done in full, how many had at least one repetition.
        extra: Done in full beyond what was owed, as on the morning of a day called bad at noon.
    """

    planned: int = 0
    done: int = 0
    without_computer: int = 0
    partly: int = 0
    extra: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.planned + other.planned,
            self.done + other.done,
            self.without_computer + other.without_computer,
            self.partly + other.partly,
            self.extra + other.extra,
        )


def owed_so_far(owed: OwedDay, log: DayLog) -> OwedDay:
    """Return the day under way with only the sessions that have a record: the others can still be done."""
    begun = log.sessions_done()
    return replace(owed, sessions=tuple(session for session in owed.sessions if session.number in begun))


def tally_day(
    owed: OwedDay | None,
    sessions: Iterable[SessionRecord],
    owed_name: Callable[[str], str],
    done_name: Callable[[SessionRecord, str], str],
) -> dict[str, Tally]:
    """Return what was owed and done of each exercise on one diary day.

    Args:
        owed: What the plan said of the day; ``None`` when there was none.
        sessions: The sessions that began on the day.
        owed_name: From an entry of the day's plan to the exercise it is counted as.
        done_name: The same for an entry of a session, which may be of another plan or revision.
    """
    planned = Counter(
        owed_name(exercise.entry_id)
        for session in (owed.sessions if owed else ())
        for exercise in session.exercises
    )
    timed: Counter[str] = Counter()
    told: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    for record in sessions:
        for exercise in record.exercises:
            name = done_name(record, exercise.entry_id)
            if exercise.ending is Ending.DONE:
                (told if record.without_computer else timed)[name] += 1
            elif exercise.repetitions:
                begun[name] += 1
    names = [*planned, *timed, *told, *begun]
    return {name: _tally(planned[name], timed[name], told[name], begun[name]) for name in names}


def _tally(planned: int, timed: int, told: int, begun: int) -> Tally:
    done = min(planned, timed + told)
    return Tally(
        planned,
        done,
        without_computer=max(0, done - timed),
        partly=min(begun, planned - done),
        extra=timed + told - done,
    )


def summed(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Return the tallies of several days added up by exercise, in the order they first appear."""
    total: dict[str, Tally] = {}
    for tally in tallies:
        for name, counts in tally.items():
            total[name] = total.get(name, Tally()) + counts
    return total
