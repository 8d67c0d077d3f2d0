from __future__ import annotations

import dataclasses
from datetime import date, time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.adapters.plan_file import read_plan, write_plan
from ryg_app.domain import plan_limits as limits
from ryg_app.domain.dose import DOSE_FIELDS, Dose, DoseRange, Walking
from ryg_app.domain.errors import FileRefusedError
from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.plain_text import clean, looks_like_personal_number
from ryg_app.domain.plan import (
    Clinic,
    Flare,
    OwnExercise,
    Phase,
    Plan,
    PlanExercise,
    ReminderKind,
    ReminderRule,
    RuleCard,
)
from tests import plans

if TYPE_CHECKING:
    from ryg_app.domain.plan_limits import Span

GOOD_FILES = (plans.EXAMPLE_FILE.read_bytes(), plans.zip_with_pictures())


def texts(span: Span, *, lines: bool = False) -> st.SearchStrategy[str]:
    return (
        st.text(max_size=min(span.high, 40))
        .map(lambda text: clean(text, keep_newlines=lines))
        .filter(lambda text: len(text) >= span.low and not looks_like_personal_number(text))
    )


def numbers(span: Span) -> st.SearchStrategy[int]:
    return st.integers(span.low, span.high)


weekdays = st.frozensets(numbers(limits.WEEKDAY), min_size=1)
walkings = st.none() | st.builds(
    Walking,
    minutes=numbers(limits.WALK_MINUTES),
    times_per_day=numbers(limits.WALKS_PER_DAY),
    weekdays=weekdays,
)
reminders = st.builds(
    ReminderRule,
    kind=st.sampled_from(ReminderKind),
    at=st.times(limits.EARLIEST_REMINDER, limits.LATEST_REMINDER).map(lambda at: time(at.hour, at.minute)),
    weekdays=weekdays,
)
own_exercises = st.builds(
    OwnExercise,
    title=texts(limits.TITLE),
    steps=st.lists(texts(limits.STEP), min_size=1, max_size=3).map(tuple),
    position=st.sampled_from(Position),
    pictures=st.just(()),
)
rule_cards = st.none() | st.builds(
    RuleCard,
    green=texts(limits.RULE, lines=True),
    yellow=texts(limits.RULE, lines=True),
    red=texts(limits.RULE, lines=True),
)


def doses(allowed: DoseRange) -> st.SearchStrategy[Dose]:
    amounts = {name: st.integers(allowed.fields[name].low, allowed.fields[name].high) for name in DOSE_FIELDS}
    return st.builds(Dose, **amounts, weekdays=weekdays)


def dose_range(entry: PlanExercise) -> DoseRange:
    known = plans.exercises().get(entry.exercise_id or "")
    return known.dose_range if known else limits.OWN_EXERCISE_DOSES


@st.composite
def entries(draw: st.DrawFn) -> PlanExercise:
    entry_id = draw(st.from_regex(r"[a-z0-9_]{1,40}", fullmatch=True))
    note = draw(texts(limits.NOTE, lines=True))
    own = draw(st.none() | own_exercises)
    if own is not None:
        sides = draw(st.none() | st.sampled_from(Sides))
        return PlanExercise(entry_id, None, None, sides, note, own, own.position)
    exercise = draw(st.sampled_from(list(plans.exercises().values())))
    variant = draw(st.none() | st.sampled_from(sorted(exercise.variants)))
    sides = draw(st.sampled_from(Sides)) if exercise.sided else None
    position = exercise.variant(variant).position
    return PlanExercise(entry_id, exercise.exercise_id, variant, sides, note, None, position)


@st.composite
def good_plans(draw: st.DrawFn) -> Plan:
    lines = draw(st.lists(entries(), min_size=1, max_size=4, unique_by=lambda entry: entry.entry_id))
    some_doses = st.fixed_dictionaries(
        {}, optional={entry.entry_id: doses(dose_range(entry)) for entry in lines}
    )
    last_weeks = sorted(draw(st.sets(numbers(limits.WEEKS), min_size=1, max_size=4)))
    first_weeks = [1, *(week + 1 for week in last_weeks[:-1])]
    return Plan(
        plan_id=str(draw(st.uuids())),
        revision=draw(numbers(limits.REVISION)),
        issued=draw(st.dates(limits.EARLIEST_ISSUE, limits.LATEST_ISSUE)),
        title=draw(texts(limits.TITLE)),
        clinic=draw(st.none() | st.builds(Clinic, name=texts(limits.CLINIC_NAME), phone=texts(limits.PHONE))),
        message=draw(texts(limits.MESSAGE, lines=True)),
        affected_side=draw(st.none() | st.sampled_from(Side)),
        weeks=last_weeks[-1],
        review_weeks=tuple(draw(st.lists(st.integers(1, last_weeks[-1]), unique=True, max_size=4))),
        exercises=tuple(lines),
        phases=tuple(
            Phase(draw(texts(limits.TITLE)), first, last, draw(some_doses), draw(walkings))
            for first, last in zip(first_weeks, last_weeks, strict=True)
        ),
        flare=draw(st.none() | st.builds(Flare, doses=some_doses, walking=walkings)),
        rule_card=draw(rule_cards),
        reminders=tuple(draw(st.lists(reminders, max_size=3))),
    )


@given(good_plans())
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_read_as_it_was(plan: Plan) -> None:
    written = write_plan(plan, {})
    assert read_plan(written, "", plans.exercises()).plan == plan
    assert write_plan(plan, {}) == written


@given(good_plans(), st.dates(date(1900, 1, 1), date(1999, 12, 31)))
@settings(max_examples=20, deadline=None)
def test_a_date_out_of_range_never_gets_through(plan: Plan, issued: date) -> None:
    try:
        read_plan(write_plan(dataclasses.replace(plan, issued=issued), {}), "", plans.exercises())
    except FileRefusedError as refused:
        assert [problem.where for problem in refused.problems] == ["issued"]  # noqa: PT017
    else:
        raise AssertionError(issued)


@st.composite
def mutated_files(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(GOOD_FILES)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 8))
        data[start : start + length] = draw(st.binary(max_size=8) | st.sampled_from(_PIECES))
    return bytes(data)


_PIECES = (b"{", b"[", b'"', b"\\u", b"9" * 20, b"null", b"true", b"-1", b"1e9", b"PK\x01\x02", b"\xff" * 4)


@given(mutated_files())
@settings(max_examples=400, deadline=None)
def test_a_mutated_file_is_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        plan = read_plan(data, "plan.rygplan", plans.exercises()).plan
    except FileRefusedError as refused:
        assert refused.problems  # noqa: PT017
    else:
        assert plan.exercises


_json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_PATHS = (
    *plans.example(),
    *(f"exercises.3.own.{name}" for name in ("title", "steps", "position", "pictures")),
    *(f"exercises.2.{name}" for name in ("id", "exercise", "variant", "sides", "note")),
    *(f"phases.1.{name}" for name in ("title", "weeks", "doses", "walking")),
    *(f"phases.1.doses.slider.{name}" for name in (*DOSE_FIELDS, "weekdays")),
    *("exercises.0", "phases.0", "reminders.0", "clinic.name", "rule_card.red", "flare.doses"),
)


@given(st.sampled_from(_PATHS), _json_values)
@settings(max_examples=300, deadline=None)
def test_a_value_of_any_shape_is_read_or_refused_where_it_stands(path: str, value: object) -> None:
    try:
        read_plan(plans.as_json(plans.with_field(path, value)), "", plans.exercises())
    except FileRefusedError as refused:
        assert refused.problems  # noqa: PT017
