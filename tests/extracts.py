"""A few days of a log as they leave the program."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.diary import DayLog
from ryg_app.domain.extract import ExtractDay, LogExtract
from ryg_app.domain.owed import owed_day
from ryg_app.domain.review import ActivityScore, Review
from tests.builders import PLAN_ID, START, at, course_record, plan, plan_file

if TYPE_CHECKING:
    from ryg_app.domain.course import CourseRecord

TITLES = {(PLAN_ID, 1, "pelvic_tilt"): "Bækkenkip", (PLAN_ID, 1, "heel_raise"): "=cmd|' /C calc'!A0"}


def extract_of(
    *logs: DayLog, days: int = 3, with_plan: bool = True, record: CourseRecord | None = None
) -> LogExtract:
    """Return the first days of a course with these logs in it."""
    kept, said = {log.day: log for log in logs}, record or course_record()
    span = [START + timedelta(days=number) for number in range(days)]
    return LogExtract(
        made=at("2026-12-24 12:00"),
        first=span[0],
        last=span[-1],
        days=tuple(
            ExtractDay(
                kept.get(day, DayLog(day)),
                owed_day(plan(), said, day, at(f"{day} 20:00")) if with_plan else None,
            )
            for day in span
        ),
        record=said,
        plans=(plan_file(),),
        titles=TITLES,
    )


def reviewed(*scores: int) -> LogExtract:
    """Return a log whose first day holds the scores of own activities."""
    activities = tuple(ActivityScore(f"Aktivitet {number}", score) for number, score in enumerate(scores))
    review = Review(START, at(f"{START} 19:00"), activities)
    return extract_of(record=replace(course_record(), reviews=(review,)))
