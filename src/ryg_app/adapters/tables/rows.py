"""The two tables as rows of values; each kind of file writes dates, numbers and texts in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ryg_app.domain.diary import diary_day
from ryg_app.domain.review import MOST_ACTIVITIES
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS, NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from enum import StrEnum

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.diary import Answers, DayLog
    from ryg_app.domain.extract import ExtractDay, LogExtract
    from ryg_app.domain.session import ExerciseDone, SessionRecord

    Value: TypeAlias = "str | int | float | date | datetime | None"
    Row: TypeAlias = Mapping[str, Value]


def day_rows(extract: LogExtract, words: Mapping[str, str]) -> Iterator[list[Value]]:
    """Return a row for each day of the period, also those that hold nothing, in the order of the columns."""
    for day in extract.days:
        row = _day_row(extract, day, words)
        yield [row[name] for name in DAY_COLUMNS]


def exercise_rows(extract: LogExtract, words: Mapping[str, str]) -> Iterator[list[Value]]:
    """Return one row for each exercise of each session in the period, in the order of the columns."""
    for day in extract.days:
        for session in day.log.sessions:
            for done in session.exercises:
                row = {"day": day.log.day, **_exercise_row(extract, session, done, words)}
                yield [row[name] for name in EXERCISE_COLUMNS]


def _day_row(extract: LogExtract, day: ExtractDay, words: Mapping[str, str]) -> Row:
    return {
        **_kept_row(day, words),
        **_further_row(day.log.answers, words),
        **_review_row(extract.record, day.log.day, words),
        "questions": _questions_asked(extract.record, day.log.day),
    }


def _kept_row(day: ExtractDay, words: Mapping[str, str]) -> Row:
    log, owed, answers = day.log, day.owed, day.log.answers
    walking = owed.walking if owed else None
    return {
        "day": log.day,
        "week": owed.week if owed and owed.week > 0 else None,
        "phase": owed.phase if owed else None,
        "state": words[owed.state] if owed else None,
        "back": answers.back,
        "leg": answers.leg,
        "leg_extent": _word(answers.leg_extent, words),
        "walked_minutes": answers.walked_minutes,
        "walking_planned": walking.minutes * walking.times_per_day if walking else None,
        "sessions_done": len(log.sessions_done()),
        "sessions_planned": len(owed.sessions) if owed else None,
        "worst_leg_pain": _worst_leg_pain(log),
        "recorded": log.recorded,
        "recorded_late": _yes_or_no(log.recorded_late, words) if log.recorded else None,
        "changed": log.changed,
        "note": answers.note,
    }


def _further_row(answers: Answers, words: Mapping[str, str]) -> Row:
    return {
        "walks": " + ".join(str(minutes) for minutes in answers.walks),
        "longest_walk": answers.longest_walk_minutes,
        "morning": _word(answers.morning, words),
        "tingling": _word(answers.tingling, words),
        "weakness": _word(answers.weakness, words),
        "woken": None if answers.woken is None else _yes_or_no(answers.woken, words),
        "heat_cold": _word(answers.heat_cold, words),
        "painkillers": None if answers.painkillers is None else _yes_or_no(answers.painkillers, words),
    }


def _review_row(record: CourseRecord, day: date, words: Mapping[str, str]) -> Row:
    review = next((review for review in record.reviews if review.day == day), None)
    row: dict[str, Value] = {
        "mean_score": review.mean_score if review else None,
        "global_change": _word(review.change, words) if review else None,
    }
    for place in range(MOST_ACTIVITIES):
        known = review.activities[place] if review and place < len(review.activities) else None
        row[f"activity_{place + 1}"] = known.text if known else None
        row[f"score_{place + 1}"] = known.score if known else None
    return row


def _questions_asked(record: CourseRecord, day: date) -> str:
    return "\n".join(question.text for question in record.questions if diary_day(question.asked) == day)


def _word(value: StrEnum | None, words: Mapping[str, str]) -> str | None:
    return words[value] if value else None


def _worst_leg_pain(log: DayLog) -> int | None:
    rated = (session.worst_leg_pain for session in log.sessions)
    return max((pain for pain in rated if pain is not None), default=None)


def _exercise_row(
    extract: LogExtract, session: SessionRecord, done: ExerciseDone, words: Mapping[str, str]
) -> Row:
    plan = extract.plan_of(session.plan_id, session.revision)
    key = (session.plan_id, session.revision, done.entry_id)
    return {
        "started": session.started,
        "ended": session.ended,
        "session": session.number,
        "exercise": extract.titles.get(key, done.entry_id),
        "repetitions": done.repetitions,
        "planned": done.planned,
        "ending": words[done.ending],
        "words": done.words,
        "without_computer": _yes_or_no(session.without_computer, words),
        "worst_leg_pain": session.worst_leg_pain,
        "plan": plan.title if plan else None,
        "revision": session.revision if plan else None,
    }


def _yes_or_no(answer: bool, words: Mapping[str, str]) -> str:  # noqa: FBT001 - it is a fact, not a choice
    return words[YES if answer else NO]
