from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.plan_file import CheckedPlanFiles, draft_document, read_draft
from ryg_app.domain.dose import DOSE_FIELDS, EVERY_DAY, Dose, Walking
from ryg_app.domain.exercise import Position, Sides
from ryg_app.domain.plan import Clinic, OwnExercise, ReminderKind, ReminderRule
from ryg_app.domain.plan_changes import plan_changes
from ryg_app.domain.plan_draft import PlanDraft, draft_from_plan, draft_from_template, finished_plan
from ryg_app.domain.plan_draft.edits import (
    add_own,
    allowed_doses,
    move_line,
    name_side,
    remove_line,
    set_dose,
    set_flare,
    set_flare_dose,
    set_flare_walking,
    set_note,
    set_sides,
    set_variant,
    switch,
    usual_flare,
)
from ryg_app.domain.plan_draft.phases import (
    begin_phase,
    copy_doses,
    copy_walking,
    remove_phase,
    set_walking,
    set_weeks,
    split_phase,
)
from tests import plans

if TYPE_CHECKING:
    from collections.abc import Callable

EXERCISES = plans.exercises()
FILES = CheckedPlanFiles(EXERCISES)
TODAY = date(2026, 11, 23)
HEEL_RAISE = OwnExercise("Heel raises", ("Lift.",), Position.STANDING)
WALKING = Walking(20, 2, frozenset({1, 3, 5}))

Edit = tuple[int, int, int]


def start(template_id: str, side: Sides) -> PlanDraft:
    template = plans.templates()[template_id]
    draft = draft_from_template(template, "en", "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11", Clinic("Clinic", "1"))
    return replace(draft, side=side)


def edited(draft: PlanDraft, edit: Edit) -> PlanDraft:
    """Do what the window does: every number it can send, on every line and phase there is."""
    kind, which, number = edit
    line, phase = draft.lines[which % len(draft.lines)], which % len(draft.phases)
    return _edits(draft, line.entry_id, phase, number)[kind % 18]()


def _edits(draft: PlanDraft, entry_id: str, phase: int, number: int) -> tuple[Callable[[], PlanDraft], ...]:
    entry = draft.line(entry_id).entry
    dose = _dose(draft, entry_id, number)
    walking = WALKING if number % 2 else None
    known = EXERCISES.get(entry.exercise_id or "")
    variants = sorted(known.variants) if known else []
    return (
        lambda: switch(draft, entry_id, EXERCISES, on=number % 2 == 0),
        lambda: set_dose(draft, phase, entry_id, dose),
        lambda: set_dose(draft, phase, entry_id, None),
        lambda: set_flare_dose(draft, entry_id, dose),
        lambda: set_flare_walking(draft, walking),
        lambda: set_flare(draft, usual_flare(draft) if number % 2 else None),
        lambda: set_note(draft, entry_id, "Slowly.\nBreathe."),
        lambda: set_sides(draft, entry_id, tuple(Sides)[number % 4]) if _is_sided(draft, entry_id) else draft,
        lambda: set_variant(draft, entry_id, known, variants[number % len(variants)]) if known else draft,
        lambda: move_line(draft, entry_id, number - 10),
        lambda: add_own(draft, HEEL_RAISE, {}) if len(draft.lines) < 6 else draft,
        lambda: draft if known else remove_line(draft, entry_id),
        lambda: set_weeks(draft, number * 2),
        lambda: begin_phase(draft, phase, number) if phase else draft,
        lambda: split_phase(draft, phase, "New"),
        lambda: remove_phase(draft, phase),
        lambda: set_walking(draft, phase, walking),
        lambda: copy_doses(draft, phase),
        lambda: copy_walking(draft, phase),
    )


def _dose(draft: PlanDraft, entry_id: str, number: int) -> Dose:
    allowed = allowed_doses(draft.line(entry_id).entry, EXERCISES)
    name = DOSE_FIELDS[number % len(DOSE_FIELDS)]
    span = allowed.fields[name]
    return allowed.default_dose().with_number(name, min(max(number, span.low), span.high))


def _is_sided(draft: PlanDraft, entry_id: str) -> bool:
    known = EXERCISES.get(draft.line(entry_id).entry.exercise_id or "")
    return known is None or known.sided


DRAFTS = st.builds(
    start,
    st.sampled_from(("disc", "stenosis", "general")),
    st.sampled_from((Sides.LEFT, Sides.RIGHT, Sides.BOTH)),
)
EDITS = st.lists(
    st.tuples(st.integers(0, 17), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=15
)


def after(draft: PlanDraft, edits: list[Edit]) -> PlanDraft:
    for edit in edits:
        draft = edited(draft, edit)
    return draft if draft.lines_on else switch(draft, draft.lines[0].entry_id, EXERCISES, on=True)


@given(DRAFTS, EDITS)
def test_whatever_is_done_in_the_editor_the_reader_takes_the_plan(
    draft: PlanDraft, edits: list[Edit]
) -> None:
    plan = finished_plan(after(draft, edits), TODAY)
    assert FILES.problems(plan) == ()
    assert FILES.parse(FILES.compose(plan, {}), "").plan == plan


@given(DRAFTS, EDITS)
def test_whatever_is_done_the_kept_draft_is_the_draft(draft: PlanDraft, edits: list[Edit]) -> None:
    draft = after(draft, edits)
    stored = json.loads(json.dumps(draft_document(draft)))
    assert read_draft(stored, EXERCISES) == draft


@given(DRAFTS, EDITS, EDITS)
def test_the_next_edition_differs_only_in_what_is_told(
    draft: PlanDraft, edits: list[Edit], more: list[Edit]
) -> None:
    first = finished_plan(after(draft, edits), TODAY)
    again = draft_from_plan(first, {}, EXERCISES)
    if again.side is None:
        again = name_side(again, Sides.BOTH)
    second = finished_plan(after(again, more), TODAY)
    assert FILES.problems(second) == ()
    assert second.plan_id == first.plan_id
    assert bool(plan_changes(first, second)) == (second.revision == first.revision + 1)


@given(DRAFTS)
def test_a_reminder_of_every_kind_fits_into_every_plan(draft: PlanDraft) -> None:
    rules = tuple(ReminderRule(kind, time(5), EVERY_DAY) for kind in ReminderKind)
    assert FILES.problems(finished_plan(replace(draft, reminders=rules), TODAY)) == ()
