"""Tables that Danish Excel opens right: semicolons, a byte order mark, ISO dates, whole numbers."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from ryg_app.domain.diary import diary_day
from ryg_app.domain.review import MOST_ACTIVITIES
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS, NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime
    from enum import StrEnum

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.diary import Answers, DayLog
    from ryg_app.domain.extract import ExtractDay, LogExtract
    from ryg_app.domain.session import ExerciseDone, SessionRecord
    from ryg_app.domain.table import TableHeadings

    Row = Mapping[str, str | int | None]

# A spreadsheet takes a cell that begins so for a formula, or drops the white space and then does.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class CsvTables:
    """Writes a log as two CSV tables."""

    def days(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return one row for each day of the period, also those that hold nothing."""
        rows = (_day_row(extract, day, headings.values) for day in extract.days)
        return _table([headings.days[name] for name in DAY_COLUMNS], DAY_COLUMNS, rows)

    def exercises(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return one row for each exercise of each session in the period."""
        rows = _exercise_rows(extract, headings.values)
        return _table([headings.exercises[name] for name in EXERCISE_COLUMNS], EXERCISE_COLUMNS, rows)


def _table(headings: list[str], columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return codecs.BOM_UTF8 + written.getvalue().encode()


def _cell(value: str | int | None) -> str | int:
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


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
        "day": log.day.isoformat(),
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
        "recorded": _moment(log.recorded),
        "recorded_late": _yes_or_no(log.recorded_late, words) if log.recorded else None,
        "changed": _moment(log.changed),
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
    row: dict[str, str | int | None] = {"global_change": _word(review.change, words) if review else None}
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


def _exercise_rows(extract: LogExtract, words: Mapping[str, str]) -> Iterator[Row]:
    for day in extract.days:
        for session in day.log.sessions:
            for done in session.exercises:
                yield {"day": day.log.day.isoformat(), **_exercise_row(extract, session, done, words)}


def _exercise_row(
    extract: LogExtract, session: SessionRecord, done: ExerciseDone, words: Mapping[str, str]
) -> Row:
    plan = extract.plan_of(session.plan_id, session.revision)
    key = (session.plan_id, session.revision, done.entry_id)
    return {
        "started": _moment(session.started),
        "ended": _moment(session.ended),
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


def _moment(at: datetime | None) -> str | None:
    return f"{at:%Y-%m-%d %H:%M}" if at else None


def _yes_or_no(answer: bool, words: Mapping[str, str]) -> str:  # noqa: FBT001 - it is a fact, not a choice
    return words[YES if answer else NO]
