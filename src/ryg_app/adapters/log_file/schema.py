"""The specification of ``rygapp.log/1``: every field, and what is allowed in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.fields import Value
from ryg_app.adapters.checking.schema_name import is_schema
from ryg_app.adapters.log_file import limits
from ryg_app.adapters.log_file.course_schema import read_course
from ryg_app.adapters.log_file.day_schema import read_day
from ryg_app.domain.errors import FileRefusedError, ProblemCode
from ryg_app.domain.extract import LOG_SCHEMA, KeptLog

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.adapters.checking.fields import Record
    from ryg_app.adapters.checking.problems import Problems
    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.plan import PlanFile

    ReadPlan = Callable[[object], PlanFile]


def read_log_fields(document: object, read_plan: ReadPlan, problems: Problems) -> KeptLog | None:
    """Return the log a document describes, or ``None`` with at least one problem noted."""
    # A file of another kind gets one sentence, not one for each field it lacks.
    if not is_schema(document, LOG_SCHEMA, problems):
        return None
    with Value(document, "", problems).record() as record:
        record.get("schema")  # already looked at
        log = _log(record, read_plan, problems)
    return None if problems.found else log


def _log(record: Record, read_plan: ReadPlan, problems: Problems) -> KeptLog:
    made = record["made"].moment(limits.EARLIEST_DAY, limits.LATEST_DAY)
    first = record["first_day"].day(limits.EARLIEST_DAY, limits.LATEST_DAY)
    # A period of a hundred years would take minutes to show.
    longest = min(first + timedelta(days=limits.LONGEST_PERIOD_DAYS - 1), limits.LATEST_DAY)
    last = record["last_day"].day(first, longest)
    if problems.concern("first_day", "last_day"):
        first, last = limits.EARLIEST_DAY, limits.LATEST_DAY
    return KeptLog(
        made=made,
        first=first,
        last=last,
        days=_days(record["days"], first, last),
        record=read_course(record["course"]),
        plans=_plans(record["plans"], read_plan, problems),
        pictures_left_out=tuple(
            item.text(limits.PICTURE_NAME) for item in record["pictures_left_out"].items(limits.PICTURES)
        ),
    )


def _days(value: Value, first: date, last: date) -> tuple[DayLog, ...]:
    days: dict[date, DayLog] = {}
    for item in value.items(limits.DAYS):
        log = read_day(item, first, last)
        if log.day in days:
            item.refuse(ProblemCode.NOT_UNIQUE, found=str(log.day))
        days[log.day] = log
    return tuple(days[day] for day in sorted(days))


def _plans(value: Value, read_plan: ReadPlan, problems: Problems) -> tuple[PlanFile, ...]:
    plans: dict[tuple[str, int], PlanFile] = {}
    for item in value.items(limits.PLANS):
        if problems.full:
            break
        try:
            plan_file = read_plan(item.found)
        except FileRefusedError as refused:
            for problem in refused.problems:
                where = f"{item.where}.{problem.where}" if problem.where else item.where
                problems.add(problem.code, where, **problem.values)
            continue
        key = (plan_file.plan.plan_id, plan_file.plan.revision)
        if key in plans:
            item.refuse(ProblemCode.NOT_UNIQUE, found=f"{key[0]}, {key[1]}")
        plans[key] = plan_file
    return tuple(plans.values())
