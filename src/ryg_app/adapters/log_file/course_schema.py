"""The course record of a log: all that was said about the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.log_file import limits
from ryg_app.domain.course import (
    Adoption,
    Appointment,
    CourseRecord,
    FlareMark,
    Pause,
    PhaseAnswer,
    SideAnswer,
)
from ryg_app.domain.exercise import Side
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from typing import TypeVar

    from ryg_app.adapters.checking.fields import Record, Value

    Item = TypeVar("Item")


def read_course(value: Value) -> CourseRecord:
    """Return the course record."""
    with value.record() as record:
        return CourseRecord(
            adoptions=_each(record["adoptions"], _adoption),
            phase_answers=_each(record["phase_answers"], _phase_answer),
            side_answers=_each(record["side_answers"], _side_answer),
            flares=_each(record["flares"], _flare),
            pauses=_each(record["pauses"], _pause),
            appointments=_each(record["appointments"], _appointment),
            questions=_each(record["questions"], _question),
            reviews=_each(record["reviews"], _review),
        )


def _each(value: Value, read: Callable[[Record], Item]) -> tuple[Item, ...]:
    items: list[Item] = []
    for item in value.items(limits.ANSWERS):
        with item.record() as record:
            items.append(read(record))
    return tuple(items)


def _adoption(record: Record) -> Adoption:
    return Adoption(
        at=_moment(record["at"]),
        plan_id=record["plan_id"].uuid(),
        revision=record["revision"].integer(limits.REVISION),
        start=_day(record["start"]),
        phase=record["phase"].integer(limits.PHASE),
    )


def _phase_answer(record: Record) -> PhaseAnswer:
    return PhaseAnswer(
        _moment(record["at"]), record["phase"].integer(limits.PHASE), accepted=record["accepted"].flag()
    )


def _side_answer(record: Record) -> SideAnswer:
    return SideAnswer(_moment(record["at"]), record["side"].choice(Side))


def _flare(record: Record) -> FlareMark:
    return FlareMark(_moment(record["at"]), _day(record["day"]), withdrawn=record["withdrawn"].flag())


def _pause(record: Record) -> Pause:
    return Pause(_day(record["first"]), _day(record["last"]))


def _appointment(record: Record) -> Appointment:
    return Appointment(_moment(record["at"]), record["place"].text(limits.PLACE, is_diary=True))


def _question(record: Record) -> OwnQuestion:
    struck_out = record.get("struck_out")
    return OwnQuestion(
        _moment(record["asked"]),
        record["text"].text(limits.QUESTION, lines=True, is_diary=True),
        _moment(struck_out) if struck_out else None,
    )


def _review(record: Record) -> Review:
    change, changed = record.get("change"), record.get("changed")
    return Review(
        day=_day(record["day"]),
        recorded=_moment(record["recorded"]),
        activities=tuple(_activity(item) for item in record["activities"].items(limits.ACTIVITIES)),
        change=change.choice(GlobalChange) if change else None,
        changed=_moment(changed) if changed else None,
    )


def _activity(value: Value) -> ActivityScore:
    with value.record() as record:
        text, score = record["text"].text(limits.ACTIVITY, is_diary=True), record.get("score")
        return ActivityScore(text, score.integer(limits.SCORE) if score else None)


def _day(value: Value) -> date:
    return value.day(limits.EARLIEST_DAY, limits.LATEST_DAY)


def _moment(value: Value) -> datetime:
    return value.moment(limits.EARLIEST_DAY, limits.LATEST_DAY)
