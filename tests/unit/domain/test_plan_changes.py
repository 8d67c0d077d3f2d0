from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.dose import Walking
from ryg_app.domain.exercise import Side
from ryg_app.domain.plan import Plan
from ryg_app.domain.plan_changes import (
    DoseChanged,
    ExerciseChanged,
    ExerciseNews,
    FlareChanged,
    Part,
    PartChanged,
    SideChanged,
    WalkingChanged,
    WeeksChanged,
    plan_changes,
)
from ryg_app.domain.plan_draft import draft_from_plan, finished_plan
from ryg_app.domain.plan_draft.edits import set_dose, switch
from ryg_app.domain.plan_draft.phases import set_weeks
from tests import builders, plans

PLAN = builders.plan()
TODAY = date(2027, 1, 5)


def test_a_plan_has_not_changed_from_itself_however_late_it_is_issued() -> None:
    assert plan_changes(PLAN, replace(PLAN, revision=2, issued=TODAY)) == ()


def test_another_dose_is_told_with_before_and_after() -> None:
    dose = replace(PLAN.phases[1].doses["slider"], repetitions=12)
    draft = set_dose(draft_from_plan(PLAN, {}, plans.exercises()), 1, "slider", dose)
    (change,) = plan_changes(PLAN, finished_plan(draft, TODAY))
    assert change == DoseChanged(2, PLAN.exercise("slider"), PLAN.phases[1].doses["slider"], dose)


def test_an_exercise_that_is_gone_is_told_once_and_not_for_each_of_its_doses() -> None:
    draft = switch(draft_from_plan(PLAN, {}, plans.exercises()), "pelvic_tilt", plans.exercises(), on=False)
    entry = PLAN.exercise("pelvic_tilt")
    assert plan_changes(PLAN, finished_plan(draft, TODAY)) == (ExerciseChanged(ExerciseNews.REMOVED, entry),)


def test_an_exercise_taken_in_is_new() -> None:
    shorter = replace(PLAN, exercises=PLAN.exercises[1:])
    assert ExerciseChanged(ExerciseNews.ADDED, PLAN.exercises[0]) in plan_changes(shorter, PLAN)


def test_a_longer_course_is_told_as_that_alone() -> None:
    draft = set_weeks(draft_from_plan(PLAN, {}, plans.exercises()), 16)
    assert plan_changes(PLAN, finished_plan(draft, TODAY)) == (WeeksChanged(12, 16),)


def test_other_walks_are_told_for_their_phase() -> None:
    phase = replace(PLAN.phases[0], walking=None)
    after = replace(PLAN, phases=(phase, *PLAN.phases[1:]))
    assert plan_changes(PLAN, after) == (WalkingChanged(1, PLAN.phases[0].walking, None),)


def test_a_light_version_that_came_or_went_is_told() -> None:
    without = replace(PLAN, flare=None)
    assert plan_changes(PLAN, without) == (FlareChanged(is_there=False),)
    assert plan_changes(without, PLAN) == (FlareChanged(is_there=True),)


def test_the_other_leg_is_told_by_name() -> None:
    right = replace(PLAN, affected_side=Side.RIGHT)
    assert plan_changes(PLAN, right) == (SideChanged(Side.LEFT, Side.RIGHT),)


def test_every_part_that_reads_differently_is_told() -> None:
    after = replace(PLAN, title="Another", message="Hello", rule_card=None, reminders=())
    assert {change.part for change in plan_changes(PLAN, after) if isinstance(change, PartChanged)} == {
        Part.TITLE,
        Part.MESSAGE,
        Part.RULE_CARD,
        Part.REMINDERS,
    }


def one_field_changed() -> st.SearchStrategy[Plan]:
    changes: list[dict[str, object]] = [
        {"title": "Another"},
        {"message": "Another"},
        {"clinic": None},
        {"weeks": 11, "phases": (*PLAN.phases[:-1], replace(PLAN.phases[-1], last_week=11))},
        {"review_weeks": (3,)},
        {"exercises": PLAN.exercises[::-1]},
        {"exercises": PLAN.exercises[:-1]},
        {"phases": (replace(PLAN.phases[0], title="Another"), *PLAN.phases[1:])},
        {"phases": (replace(PLAN.phases[0], walking=Walking(7, 1)), *PLAN.phases[1:])},
        {"flare": None},
        {"rule_card": None},
        {"reminders": PLAN.reminders[:-1]},
        {"affected_side": None},
    ]
    return st.sampled_from(changes).map(lambda change: replace(PLAN, **change))  # type: ignore[arg-type]


@given(one_field_changed())
def test_no_change_of_any_field_goes_untold(after: Plan) -> None:
    assert plan_changes(PLAN, after)
    assert plan_changes(after, PLAN)
