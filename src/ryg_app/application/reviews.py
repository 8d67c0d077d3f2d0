"""The two questions of a review week, asked once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.course import DAYS_A_WEEK
from ryg_app.domain.diary import diary_day
from ryg_app.domain.errors import DamagedFileError, PersonalNumberError
from ryg_app.domain.owed import DayState
from ryg_app.domain.plain_text import looks_like_personal_number
from ryg_app.domain.review import Review

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, CourseRecords
    from ryg_app.domain.review import ActivityScore, GlobalChange


@dataclass(frozen=True, slots=True)
class ReviewWeek:
    """A review week as the diary shows it.

    Attributes:
        week: Its number in the course, 1 and upwards.
        first: Its first diary day.
        last: Its last diary day.
        review: What was answered or skipped; ``None`` while it is to be asked.
        named: The activities named in the review before, for asking about the same ones again.
    """

    week: int
    first: date
    last: date
    review: Review | None
    named: tuple[str, ...]


class Reviews:
    """What the pages can ask and tell about review weeks."""

    def __init__(self, course: Course, records: CourseRecords, clock: Clock) -> None:
        self._course = course
        self._records = records
        self._clock = clock

    def week_of(self, day: date) -> ReviewWeek | None:
        """Return the review week that a day lies in; ``None`` outside one, and once it is over unanswered."""
        week, today = self._review_week(day), self._course.today()
        if week is None or (week.review is None and not week.first <= today <= week.last):
            return None
        return week

    def answer(
        self, week: ReviewWeek, activities: tuple[ActivityScore, ...], change: GlobalChange | None
    ) -> Review:
        """Keep or correct the answers of a review week, none of them meaning skipped; durable on return.

        Raises:
            PersonalNumberError: An activity looks like it holds a CPR number.
            NotSavedError: Nothing was kept.
        """
        if any(looks_like_personal_number(known.text) for known in activities):
            raise PersonalNumberError(field="activity")
        review = self._answered(week, activities, change)
        self.put_back(week, review)
        return review

    def put_back(self, week: ReviewWeek, review: Review | None) -> None:
        """Let a review week stand with that answer, or with none; for undoing. Durable on return.

        Raises:
            NotSavedError: Nothing was changed.
        """
        record = self._records.get()
        others = (kept for kept in record.reviews if not week.first <= kept.day <= week.last)
        added = (review,) if review else ()
        reviews = sorted((*others, *added), key=lambda kept: kept.day)
        self._records.save(replace(record, reviews=tuple(reviews)))

    def _answered(
        self, week: ReviewWeek, activities: tuple[ActivityScore, ...], change: GlobalChange | None
    ) -> Review:
        now, today, before = self._clock.now(), self._course.today(), week.review
        if before is None:
            return Review(min(today, week.last), now, activities, change)
        corrected = replace(before, activities=activities, change=change)
        if corrected == before or diary_day(now) == before.day:
            return corrected
        return replace(corrected, changed=now)

    def _review_week(self, day: date) -> ReviewWeek | None:
        try:
            plan, owed = self._course.plan_at(self._course.as_known_on(day)), self._course.owed(day)
        except DamagedFileError:
            return None
        if plan is None or owed is None or owed.week not in plan.review_weeks:
            return None
        if owed.state in {DayState.BEFORE, DayState.AFTER}:
            return None
        adoption = self._course.record().adoption_at(self._course.as_known_on(day))
        start = adoption.start if adoption else day
        first = start + timedelta(days=(owed.week - 1) * DAYS_A_WEEK)
        return self._week(owed.week, first, first + timedelta(days=DAYS_A_WEEK - 1))

    def _week(self, number: int, first: date, last: date) -> ReviewWeek:
        reviews = self._records.get().reviews
        answered = [review for review in reviews if first <= review.day <= last]
        earlier = [review.activities for review in reviews if review.day < first and review.activities]
        named = tuple(known.text for known in earlier[-1]) if earlier else ()
        return ReviewWeek(number, first, last, answered[-1] if answered else None, named)
