"""A review week's two questions: the patient's own activities, and the change since the beginning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

MOST_ACTIVITIES = 3
LONGEST_ACTIVITY = 80
# PSFS: 0 is unable to perform the activity, 10 is able to perform it as before the problem.
# Source: Stratford et al. 1995, Physiother Can 47:258-263.
ACTIVITY_LOW, ACTIVITY_HIGH = 0, 10


class GlobalChange(StrEnum):
    """How back and leg are now, beside how they were at the beginning, on a balanced scale of seven steps.

    Source: Kamper, Maher & Mackay 2009, J Man Manip Ther 17:163-170; the wording is the program's own.
    """

    RECOVERED = "recovered"
    MUCH_BETTER = "much_better"
    A_LITTLE_BETTER = "a_little_better"
    UNCHANGED = "unchanged"
    A_LITTLE_WORSE = "a_little_worse"
    MUCH_WORSE = "much_worse"
    WORSE_THAN_EVER = "worse_than_ever"


@dataclass(frozen=True, slots=True)
class ActivityScore:
    """One activity of the Patient-Specific Functional Scale.

    Attributes:
        text: The activity, in the patient's own words, 1 to 80 characters.
        score: 0 (unable) to 10 (as before the problem); ``None`` when it was named and not rated.
    """

    text: str
    score: int | None


@dataclass(frozen=True, slots=True)
class Review:
    """The answers of one review week; without any, the patient chose to skip them.

    Attributes:
        day: The diary day they are for; a review week has at most one.
        recorded: When they were first given.
        activities: Up to three, in the patient's order.
        change: The global change; ``None`` when it was skipped.
        changed: When they were last corrected after that diary day; ``None`` if never.
    """

    day: date
    recorded: datetime
    activities: tuple[ActivityScore, ...] = ()
    change: GlobalChange | None = None
    changed: datetime | None = None

    @property
    def is_skipped(self) -> bool:
        """Whether neither question was answered."""
        return not self.activities and self.change is None

    @property
    def mean_score(self) -> float | None:
        """The scale's own result: the mean of the rated activities; ``None`` when none was rated."""
        scores = [activity.score for activity in self.activities if activity.score is not None]
        return sum(scores) / len(scores) if scores else None
