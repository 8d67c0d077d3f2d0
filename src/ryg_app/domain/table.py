"""The columns of the tables a log is taken out as; the words come from whoever writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class TableHeadings:
    """Words for tables.

    Attributes:
        days: Heading of each column of the table of days, by column name.
        exercises: Heading of each column of the table of exercises done, by column name.
        values: Word for each value that is not a number or a text of the patient, by value.
        title: What the tables together are called.
        sheets: What the table of days and the table of exercises are called.
    """

    days: Mapping[str, str]
    exercises: Mapping[str, str]
    values: Mapping[str, str]
    title: str = ""
    sheets: tuple[str, str] = ("", "")


YES, NO = "yes", "no"

DAY_COLUMNS = (
    "day",
    "week",
    "phase",
    "state",
    "back",
    "leg",
    "leg_extent",
    "walked_minutes",
    "walking_planned",
    "sessions_done",
    "sessions_planned",
    "worst_leg_pain",
    "recorded",
    "recorded_late",
    "changed",
    "note",
    "walks",
    "longest_walk",
    "morning",
    "tingling",
    "weakness",
    "woken",
    "heat_cold",
    "painkillers",
    "activity_1",
    "score_1",
    "activity_2",
    "score_2",
    "activity_3",
    "score_3",
    "mean_score",
    "global_change",
    "questions",
)
EXERCISE_COLUMNS = (
    "day",
    "started",
    "ended",
    "session",
    "exercise",
    "repetitions",
    "planned",
    "ending",
    "words",
    "without_computer",
    "worst_leg_pain",
    "plan",
    "revision",
)
