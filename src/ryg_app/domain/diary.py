"""A diary day: two pain numbers, how far down the leg, walks, symptoms, sessions, a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.plain_text import looks_like_personal_number

if TYPE_CHECKING:
    from ryg_app.domain.session import SessionRecord

DAY_STARTS = time(3, 0)
PAIN_LOW, PAIN_HIGH = 0, 10
MOST_WALKING_MINUTES = 600
LONGEST_NOTE = 2000
# Long before anybody can have kept this diary: a day before it is a slip of the finger, and would make every
# table hundreds of years long.
EARLIEST_DAY = date(2000, 1, 1)


class LegExtent(StrEnum):
    """How far down the leg the pain or tingling reached, from none to the foot."""

    NONE = "none"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    KNEE = "knee"
    CALF = "calf"
    FOOT = "foot"


class MorningLeg(StrEnum):
    """The leg on waking, beside what it is like on other mornings: the answer after a day of exercises."""

    AS_USUAL = "as_usual"
    SLIGHTLY_WORSE = "slightly_worse"
    CLEARLY_WORSE = "clearly_worse"


class SymptomChange(StrEnum):
    """A symptom beside what it was before, in the patient's own judgement; nothing is computed from it."""

    ABSENT = "absent"
    SAME = "same"
    MORE = "more"
    LESS = "less"


class HeatCold(StrEnum):
    """Whether heat or cold was used for the pain that day."""

    NEITHER = "neither"
    HEAT = "heat"
    COLD = "cold"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the patient says of a day; ``None`` (or an empty note) means not answered.

    Attributes:
        back: Back pain, mean of the last 24 hours, NRS 0 to 10.
        leg: Leg pain, mean of the last 24 hours, NRS 0 to 10.
        leg_extent: How far down the leg it reached.
        walks: Minutes of each walk, in the order they were told, 0 to 600 in all. ``(0,)`` says that there
            was none; an empty tuple says nothing.
        note: In the patient's own words.
        longest_walk_minutes: Minutes on the longest walk before the leg was felt, 0 to 600.
        morning: The leg on waking.
        tingling: Tingling or numbness in the leg.
        weakness: Weakness in the leg.
        woken: Whether pain woke the patient during the night before.
        heat_cold: Heat or cold used for the pain.
        painkillers: Whether painkillers were taken.
    """

    back: int | None = None
    leg: int | None = None
    leg_extent: LegExtent | None = None
    walks: tuple[int, ...] = ()
    note: str = ""
    longest_walk_minutes: int | None = None
    morning: MorningLeg | None = None
    tingling: SymptomChange | None = None
    weakness: SymptomChange | None = None
    woken: bool | None = None
    heat_cold: HeatCold | None = None
    painkillers: bool | None = None

    @property
    def walked_minutes(self) -> int | None:
        """Minutes walked that day in all; ``None`` when nothing was said."""
        return sum(self.walks) if self.walks else None

    def is_complete(self) -> bool:
        """Tell whether the day's four are answered: back, leg, how far down, walking."""
        return None not in (self.back, self.leg, self.leg_extent, self.walked_minutes)

    def is_empty(self) -> bool:
        """Tell whether nothing at all is answered."""
        return self == Answers()


@dataclass(frozen=True, slots=True)
class DayLog:
    """Everything kept of one diary day.

    Attributes:
        day: The diary day it is for.
        answers: What the patient said of it.
        sessions: The sessions begun on it, in the order they began.
        recorded: When the first answer was given; ``None`` until there has been one.
        changed: When older answers were last changed after the day was over; ``None`` if never.
    """

    day: date
    answers: Answers = Answers()
    sessions: tuple[SessionRecord, ...] = ()
    recorded: datetime | None = None
    changed: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept of it; when it was written and changed says nothing by itself."""
        return not self.sessions and self.answers.is_empty()

    @property
    def recorded_late(self) -> bool:
        """Whether the first answer came after the diary day was over."""
        return self.recorded is not None and diary_day(self.recorded) > self.day

    @property
    def is_late(self) -> bool:
        """Whether an answer was given or changed after the diary day was over."""
        return self.recorded_late or self.changed is not None

    def sessions_done(self) -> frozenset[int]:
        """Return the numbers of the day's sessions that have a record."""
        return frozenset(record.number for record in self.sessions)


def diary_day(moment: datetime) -> date:
    """Return the diary day of a local time: it runs from 03:00 to 03:00."""
    return moment.date() if moment.time() >= DAY_STARTS else moment.date() - timedelta(days=1)


def with_answers(log: DayLog, answers: Answers, now: datetime) -> DayLog:
    """Return the day with these answers, marked as changed when older ones were changed late.

    Raises:
        PersonalNumberError: The note is another than before and looks like it holds a CPR number.
    """
    if answers == log.answers:
        return log
    if answers.note != log.answers.note and looks_like_personal_number(answers.note):
        raise PersonalNumberError(field="note")
    changed_late = log.recorded is not None and diary_day(now) > log.day
    return replace(
        log,
        answers=answers,
        recorded=log.recorded or now,
        changed=now if changed_late else log.changed,
    )


def with_session(log: DayLog, record: SessionRecord) -> DayLog:
    """Return the day with this session; one of the same identifier is replaced."""
    others = (kept for kept in log.sessions if kept.session_id != record.session_id)
    return replace(log, sessions=tuple(sorted((*others, record), key=lambda kept: kept.started)))
