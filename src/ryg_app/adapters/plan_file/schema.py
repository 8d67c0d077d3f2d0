"""The specification of ``rygapp.plan/1``: every field, what is allowed in it, and how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.checking.fields import Value, nearest
from ryg_app.adapters.checking.problems import Problems, shown
from ryg_app.adapters.checking.schema_name import is_schema
from ryg_app.adapters.plan_file.entries import read_entries
from ryg_app.domain import plan_limits
from ryg_app.domain.dose import DOSE_FIELDS, Dose, DoseRange, Walking
from ryg_app.domain.errors import ProblemCode
from ryg_app.domain.exercise import Side
from ryg_app.domain.plan import SCHEMA, Clinic, Flare, Phase, Plan, ReminderKind, ReminderRule, RuleCard
from ryg_app.domain.plan_limits import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.adapters.checking.fields import Record
    from ryg_app.domain.exercise import Exercise

_FIRST_AND_LAST_WEEK = Span(2, 2)


def read_plan_fields(document: object, exercises: Mapping[str, Exercise], problems: Problems) -> Plan | None:
    """Return the plan a document describes, or ``None`` with at least one problem noted."""
    whole = Value(document, "", problems)
    # A file of another kind gets one sentence, not one for each field it lacks.
    if not is_schema(document, SCHEMA, problems):
        return None
    with whole.record() as record:
        plan = _plan(record, exercises, problems)
    return None if problems.found else plan


def read_unfinished(document: object, exercises: Mapping[str, Exercise]) -> Plan:
    """Return a plan with its texts as they are, however much is still wrong with it.

    Raises:
        ValueError: The document is of another kind.
    """
    problems = Problems()
    if not is_schema(document, SCHEMA, problems):
        message = f"not a document of {SCHEMA}"
        raise ValueError(message)
    return _plan(Value(document, "", problems).record(), exercises, problems)


def _plan(record: Record, exercises: Mapping[str, Exercise], problems: Problems) -> Plan:
    record.get("schema")  # already looked at
    entries, ranges = read_entries(record["exercises"], exercises)
    weeks = record["weeks"].integer(plan_limits.WEEKS)
    phases = tuple(_phase(value, ranges) for value in record["phases"].items(plan_limits.PHASES))
    if not problems.concern("phases", "weeks"):
        _check_phases_cover(phases, weeks, problems)
    last_week = plan_limits.WEEKS.high if problems.concern("weeks") else weeks
    message, affected_side = record.get("message"), record.get("affected_side")
    return Plan(
        plan_id=record["plan_id"].uuid(),
        revision=record["revision"].integer(plan_limits.REVISION),
        issued=record["issued"].day(plan_limits.EARLIEST_ISSUE, plan_limits.LATEST_ISSUE),
        title=record["title"].text(plan_limits.TITLE),
        clinic=_clinic(record.get("clinic")),
        message=message.text(plan_limits.MESSAGE, lines=True) if message else "",
        affected_side=affected_side.choice(Side) if affected_side else None,
        weeks=weeks,
        review_weeks=_review_weeks(record.get("review_weeks"), last_week),
        exercises=entries,
        phases=phases,
        flare=_flare(record.get("flare"), ranges),
        rule_card=_rule_card(record.get("rule_card")),
        reminders=_reminders(record.get("reminders")),
    )


def _review_weeks(value: Value | None, last_week: int) -> tuple[int, ...]:
    return value.unique_integers(Span(0, last_week), Span(1, last_week)) if value else ()


def _clinic(value: Value | None) -> Clinic | None:
    if value is None:
        return None
    with value.record() as record:
        return Clinic(
            name=record["name"].text(plan_limits.CLINIC_NAME),
            phone=record["phone"].text(plan_limits.PHONE, is_phone=True),
        )


def _phase(value: Value, ranges: Mapping[str, DoseRange]) -> Phase:
    with value.record() as record:
        first_week, last_week = _week_range(record["weeks"])
        return Phase(
            title=record["title"].text(plan_limits.TITLE),
            first_week=first_week,
            last_week=last_week,
            doses=_doses(record["doses"], ranges),
            walking=_walking(record.get("walking")),
        )


def _week_range(value: Value) -> tuple[int, int]:
    weeks = value.items(_FIRST_AND_LAST_WEEK)
    if len(weeks) != _FIRST_AND_LAST_WEEK.high:
        return 1, 1
    first = weeks[0].integer(plan_limits.WEEKS)
    return first, weeks[1].integer(Span(first, plan_limits.WEEKS.high))


def _check_phases_cover(phases: tuple[Phase, ...], weeks: int, problems: Problems) -> None:
    next_week = 1
    for number, phase in enumerate(phases, start=1):
        if phase.first_week != next_week:
            problems.add(
                ProblemCode.PHASES_NOT_CONTIGUOUS,
                f"phases[{number}].weeks",
                expected=next_week,
                found=phase.first_week,
            )
            return
        next_week = phase.last_week + 1
    if next_week != weeks + 1:
        problems.add(ProblemCode.PHASES_DO_NOT_COVER, "phases", weeks=weeks, found=next_week - 1)


def _flare(value: Value | None, ranges: Mapping[str, DoseRange]) -> Flare | None:
    if value is None:
        return None
    with value.record() as record:
        return Flare(doses=_doses(record["doses"], ranges), walking=_walking(record.get("walking")))


def _doses(value: Value, ranges: Mapping[str, DoseRange]) -> dict[str, Dose]:
    doses: dict[str, Dose] = {}
    with value.record() as record:
        for entry_id, dose in record.every():
            if entry_id in ranges:
                doses[entry_id] = _dose(dose, ranges[entry_id])
            # A line whose identifier could not be read may be the one that is meant.
            elif "" not in ranges:
                near = nearest(entry_id, ranges)
                dose.refuse(ProblemCode.UNKNOWN_ENTRY, found=shown(entry_id), near=near)
    return doses


def _dose(value: Value, allowed: DoseRange) -> Dose:
    with value.record() as record:
        numbers = {
            name: record[name].integer(Span(allowed.fields[name].low, allowed.fields[name].high))
            for name in DOSE_FIELDS
        }
        return Dose(**numbers, weekdays=_weekdays(record["weekdays"]))


def _walking(value: Value | None) -> Walking | None:
    if value is None:
        return None
    with value.record() as record:
        return Walking(
            minutes=record["minutes"].integer(plan_limits.WALK_MINUTES),
            times_per_day=record["times_per_day"].integer(plan_limits.WALKS_PER_DAY),
            weekdays=_weekdays(record["weekdays"]),
        )


def _rule_card(value: Value | None) -> RuleCard | None:
    if value is None:
        return None
    with value.record() as record:
        return RuleCard(
            green=record["green"].text(plan_limits.RULE, lines=True),
            yellow=record["yellow"].text(plan_limits.RULE, lines=True),
            red=record["red"].text(plan_limits.RULE, lines=True),
        )


def _reminders(value: Value | None) -> tuple[ReminderRule, ...]:
    return tuple(_reminder(item) for item in value.items(plan_limits.REMINDERS)) if value else ()


def _reminder(value: Value) -> ReminderRule:
    with value.record() as record:
        return ReminderRule(
            kind=record["kind"].choice(ReminderKind),
            at=record["time"].time_of_day(plan_limits.EARLIEST_REMINDER, plan_limits.LATEST_REMINDER),
            weekdays=_weekdays(record["weekdays"]),
        )


def _weekdays(value: Value) -> frozenset[int]:
    return frozenset(value.unique_integers(plan_limits.WEEKDAYS, plan_limits.WEEKDAY))
