"""How long and how many the parts of a log may be: far more than ten years of use, and still read at once."""

from __future__ import annotations

from datetime import date

from ryg_app.domain.diary import EARLIEST_DAY, LONGEST_NOTE, MOST_WALKING_MINUTES, PAIN_HIGH, PAIN_LOW
from ryg_app.domain.plan_limits import Span
from ryg_app.domain.questions import LONGEST_QUESTION
from ryg_app.domain.review import ACTIVITY_HIGH, ACTIVITY_LOW, LONGEST_ACTIVITY, MOST_ACTIVITIES
from ryg_app.domain.session import LONGEST_WORDS

__all__ = ["EARLIEST_DAY"]

LATEST_DAY = date(2199, 12, 31)
LONGEST_PERIOD_DAYS = 40 * 366

PAIN = Span(PAIN_LOW, PAIN_HIGH)
MINUTES = Span(0, MOST_WALKING_MINUTES)
WALKS = Span(0, 99)
ALL_WALKS = Span(0, MINUTES.high * WALKS.high)
NOTE = Span(0, LONGEST_NOTE)
PLACE = Span(0, 200)
WORDS = Span(0, LONGEST_WORDS)
QUESTION = Span(0, LONGEST_QUESTION)
ACTIVITY = Span(0, LONGEST_ACTIVITY)
ACTIVITIES = Span(0, MOST_ACTIVITIES)
SCORE = Span(ACTIVITY_LOW, ACTIVITY_HIGH)
SESSION_ID = Span(1, 80)
SESSION_NUMBER = Span(1, 99)
REVISION = Span(0, 9999)
PHASE = Span(1, 99)
REPETITIONS = Span(0, 9999)
PICTURE_NAME = Span(1, 80)

DAYS = Span(0, LONGEST_PERIOD_DAYS)
SESSIONS = Span(0, 99)
EXERCISES = Span(0, 99)
PLANS = Span(0, 999)
PICTURES = Span(0, 9999)
ANSWERS = Span(0, 4000)
