from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.plan import Clinic, OwnExercise
from ryg_app.domain.plan_draft import (
    History,
    PlanDraft,
    draft_from_plan,
    draft_from_template,
    finished_plan,
)
from ryg_app.domain.plan_draft.edits import (
    add_own,
    move_line,
    name_side,
    remove_line,
    set_dose,
    set_flare_dose,
    set_note,
    set_own,
    set_variant,
    switch,
)
from ryg_app.domain.plan_draft.phases import copy_doses, copy_walking
from ryg_app.domain.template import Template
from tests import builders, plans
from tests.plans import PNG, picture_name

TODAY = date(2026, 11, 23)
PLAN_ID = "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11"
CLINIC = Clinic("Clinic", "12345678")
HEEL_RAISE = OwnExercise("Heel raises", ("Lift the heels.",), Position.STANDING)


def template(template_id: str = "disc") -> Template:
    return plans.templates()[template_id]


def draft(template_id: str = "disc", side: Sides | None = Sides.LEFT) -> PlanDraft:
    return replace(draft_from_template(template(template_id), "en", PLAN_ID, CLINIC), side=side)


def next_edition() -> PlanDraft:
    return draft_from_plan(builders.plan(), {}, plans.exercises())


def test_a_draft_from_a_template_becomes_the_plan_that_template_stands_for() -> None:
    plan = finished_plan(draft(), TODAY)
    assert [entry.entry_id for entry in plan.exercises] == ["pelvic_tilt", "slider"]
    assert (plan.revision, plan.affected_side, plan.weeks) == (1, Side.LEFT, 12)
    assert all(set(phase.doses) <= {"pelvic_tilt", "slider"} for phase in plan.phases)


def test_another_template_keeps_the_patients_side_and_the_greeting() -> None:
    before = replace(draft(), message="Welcome")
    after = draft_from_template(template("stenosis"), "en", "another", Clinic("", ""), before)
    assert (after.plan_id, after.side, after.message, after.clinic) == (
        PLAN_ID,
        Sides.LEFT,
        "Welcome",
        CLINIC,
    )


def test_both_sides_make_what_is_for_the_affected_side_two_sided() -> None:
    plan = finished_plan(draft(side=Sides.BOTH), TODAY)
    assert plan.affected_side is None
    assert plan.exercise("slider").sides is Sides.BOTH
    assert not plan.needs_affected_side()


def test_a_plan_without_a_clinics_name_names_nobody() -> None:
    assert finished_plan(replace(draft(), clinic=Clinic("", "")), TODAY).clinic is None


def test_switching_off_and_on_again_keeps_the_doses() -> None:
    before = draft()
    dose = replace(before.phases[0].doses["slider"], repetitions=7)
    changed = set_dose(before, 0, "slider", dose)
    off = switch(changed, "slider", plans.exercises(), on=False)
    assert "slider" not in finished_plan(off, TODAY).phases[0].doses
    assert switch(off, "slider", plans.exercises(), on=True) == changed


def test_an_exercise_without_any_dose_gets_the_usual_one_in_every_phase() -> None:
    empty = replace(draft(), phases=tuple(replace(p, doses={}) for p in draft().phases))
    on = switch(empty, "knee_to_chest", plans.exercises(), on=True)
    usual = plans.exercises()["knee_to_chest"].dose_range.default_dose()
    assert [phase.doses["knee_to_chest"] for phase in on.phases] == [usual] * 3


def test_the_next_edition_keeps_the_plans_identity_and_counts_up() -> None:
    changed = set_note(next_edition(), "slider", "Slowly.")
    plan = finished_plan(changed, date(2027, 1, 5))
    assert (plan.plan_id, plan.revision, plan.issued) == (PLAN_ID, 2, date(2027, 1, 5))


def test_an_edition_in_which_nothing_was_changed_is_the_earlier_one() -> None:
    assert finished_plan(next_edition(), date(2027, 1, 5)) == builders.plan()


def test_what_an_earlier_plan_lacks_can_be_switched_on_in_the_next() -> None:
    lacking = replace(builders.plan(), exercises=builders.plan().exercises[:1])
    edition = draft_from_plan(lacking, {}, plans.exercises())
    assert {line.entry.exercise_id: line.on for line in edition.lines} == {
        "pelvic_tilt": True,
        "knee_to_chest": False,
        "sciatic_slider": False,
    }


def test_a_plan_for_both_sides_can_become_one_for_the_left() -> None:
    both = finished_plan(draft(side=Sides.BOTH), TODAY)
    edition = draft_from_plan(both, {}, plans.exercises())
    assert edition.side is Sides.BOTH
    plan = finished_plan(name_side(edition, Sides.LEFT), TODAY)
    assert (plan.affected_side, plan.exercise("slider").sides) == (Side.LEFT, Sides.AFFECTED)


def test_lying_instead_of_seated_changes_the_position_as_well() -> None:
    slider = plans.exercises()["sciatic_slider"]
    entry = set_variant(draft(), "slider", slider, "lying").line("slider").entry
    assert (entry.variant, entry.position) == ("lying", Position.SUPINE)


def test_an_exercise_moves_only_as_far_as_there_are_others() -> None:
    first = move_line(draft(), "slider", -1)
    assert [line.entry_id for line in first.lines] == ["pelvic_tilt", "slider", "knee_to_chest"]
    assert move_line(first, "slider", 5).lines[-1].entry_id == "slider"


def test_own_exercises_get_names_of_their_own_and_a_dose_in_every_phase() -> None:
    two = add_own(add_own(draft(), HEEL_RAISE, {}), HEEL_RAISE, {})
    assert [line.entry_id for line in two.lines[-2:]] == ["own_1", "own_2"]
    assert all({"own_1", "own_2"} <= set(phase.doses) for phase in two.phases)


def test_pictures_nobody_uses_any_more_are_let_go() -> None:
    name = picture_name(PNG, "png")
    with_picture = add_own(draft(), replace(HEEL_RAISE, pictures=(name,)), {name: PNG})
    assert with_picture.pictures == {name: PNG}
    assert set_own(with_picture, "own_1", HEEL_RAISE, {}).pictures == {}
    assert remove_line(with_picture, "own_1").pictures == {}


def test_deleting_an_own_exercise_leaves_no_dose_of_it() -> None:
    added = add_own(draft(), HEEL_RAISE, {})
    flared = set_flare_dose(added, "own_1", added.phases[0].doses["own_1"])
    gone = remove_line(flared, "own_1")
    assert gone == draft()


def test_copying_the_exercises_of_a_phase_leaves_weeks_titles_and_walks_as_they_are() -> None:
    copied = copy_doses(draft(), 1)
    assert all(phase.doses == draft().phases[1].doses for phase in copied.phases)
    assert [replace(phase, doses={}) for phase in copied.phases] == [
        replace(phase, doses={}) for phase in draft().phases
    ]


def test_copying_the_walks_of_a_phase_leaves_the_rest_as_it_is() -> None:
    copied = copy_walking(draft(), 1)
    assert {phase.walking for phase in copied.phases} == {draft().phases[1].walking}
    assert [phase.doses for phase in copied.phases] == [phase.doses for phase in draft().phases]


# Undo and redo --------------------------------------------------------------------------------------------


def titled(title: str) -> PlanDraft:
    return replace(draft(), title=title)


def test_undo_and_redo_go_back_and_forth() -> None:
    history = History(titled("a")).edited(titled("b")).edited(titled("c"))
    assert history.undone().now == titled("b")
    assert history.undone().undone().undone().now == titled("a")
    assert history.undone().undone().redone().redone().now == titled("c")


def test_the_letters_typed_into_one_field_are_taken_back_together() -> None:
    history = History(titled("a")).edited(titled("ab"), "title").edited(titled("abc"), "title")
    assert history.undone().now == titled("a")


def test_an_edit_after_undo_drops_what_was_taken_back() -> None:
    history = History(titled("a")).edited(titled("b")).undone().edited(titled("c"))
    assert history.redone() == history


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History(titled("a"))
    assert history.edited(titled("a")) is history


@pytest.mark.parametrize("steps", [250])
def test_the_memory_of_undo_is_bounded(steps: int) -> None:
    history = History(titled("start"))
    for number in range(steps):
        history = history.edited(titled(str(number)))
    assert len(history.past) == 200
