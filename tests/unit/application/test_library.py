from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ryg_app.adapters.catalogue import load_contacts, load_intended_use, load_red_flags, load_templates
from ryg_app.application.library import Library
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.plan import OwnExercise
from tests import builders
from tests.plans import ASSETS, PNG, exercises, picture_name
from tests.unit.application.world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def library(world: World) -> Library:
    catalogue = exercises()
    return Library(
        world.course,
        catalogue,
        load_templates(ASSETS, catalogue),
        load_contacts(ASSETS),
        load_red_flags(ASSETS),
        load_intended_use(ASSETS),
    )


def test_without_a_plan_the_whole_catalogue_is_shown_without_doses(library: Library) -> None:
    views = library.all_exercises()
    assert [view.exercise.exercise_id for view in views if view.exercise] == list(exercises())
    assert {view.dose for view in views} == {None}
    assert library.today() == date(2026, 11, 23)


def test_the_plan_s_exercises_come_first_with_the_doses_of_the_phase(world: World, library: Library) -> None:
    world.adopt()
    views = library.all_exercises()
    assert [view.entry.entry_id for view in views if view.entry] == [
        entry.entry_id for entry in builders.plan().exercises
    ]
    doses = {view.entry.entry_id: view.dose for view in views if view.entry}
    assert doses == {entry.entry_id: builders.plan().phases[0].doses.get(entry.entry_id) for entry in PLANNED}


PLANNED = builders.plan().exercises


def test_on_a_bad_day_the_doses_are_those_of_the_bad_day(world: World, library: Library) -> None:
    world.adopt()
    assert library.phase_today() == (1, builders.plan().phases[0])
    world.planning.mark_flare()
    flare = builders.plan().flare
    assert flare is not None
    doses = {view.entry.entry_id: view.dose for view in library.all_exercises() if view.entry and view.dose}
    assert doses == dict(flare.doses)
    assert library.phase_today() is None


def test_exercises_the_plan_leaves_out_can_still_be_seen(world: World, library: Library) -> None:
    without = tuple(entry for entry in PLANNED if entry.exercise_id != "knee_to_chest")
    world.adopt(exercises=without)
    last = library.all_exercises()[-1]
    assert last.entry is None
    assert last.exercise == exercises()["knee_to_chest"]


def test_the_physiotherapist_s_pictures_come_with_the_exercise(world: World, library: Library) -> None:
    name = picture_name(PNG, "png")
    own = replace(PLANNED[3], own=OwnExercise("Heel raises", ("Up", "Down"), Position.STANDING, (name,)))
    plan = builders.plan(exercises=(*PLANNED[:3], own))
    world.planning.adopt(replace(builders.plan_file(), plan=plan, pictures={name: PNG}))
    view = next(view for view in library.all_exercises() if view.exercise is None)
    assert (view.pictures, view.variant) == ((PNG,), None)


def test_the_views_of_a_plan_stay_those_of_the_plan_a_session_was_begun_with(
    world: World, library: Library
) -> None:
    world.adopt()
    world.adopt(revision=2, exercises=PLANNED[:1])
    assert set(library.views_of_plan(builders.PLAN_ID, 1)) == {entry.entry_id for entry in PLANNED}
    assert set(library.views_of_plan(builders.PLAN_ID, 2)) == {PLANNED[0].entry_id}
    assert set(library.views_of_plan("", 0)) == set(exercises())


def test_a_plan_that_is_gone_is_named(world: World, library: Library) -> None:
    world.adopt()
    world.lose_the_plans()
    with pytest.raises(DamagedFileError):
        library.all_exercises()
    with pytest.raises(DamagedFileError):
        library.views_of_plan(builders.PLAN_ID, 1)


def test_an_exercise_of_the_catalogue_is_tried_on_both_sides(library: Library) -> None:
    tried = {
        view.exercise.exercise_id: library.trial_of(view).sides
        for view in library.all_exercises()
        if view.exercise
    }
    assert tried == {
        "pelvic_tilt": (),
        "knee_to_chest": (Side.RIGHT, Side.LEFT),
        "sciatic_slider": (Side.RIGHT, Side.LEFT),
    }


def test_an_exercise_of_the_plan_is_tried_on_its_side(world: World, library: Library) -> None:
    world.adopt()
    slider = next(v for v in library.all_exercises() if v.entry and v.entry.entry_id == "slider")
    trial = library.trial_of(slider)
    assert trial.sides == (Side.LEFT,)
    assert trial.dose == builders.plan().phases[0].doses["slider"]


def test_an_exercise_for_a_side_nobody_has_named_is_tried_on_both(world: World, library: Library) -> None:
    world.adopt(affected_side=None)
    slider = next(v for v in library.all_exercises() if v.entry and v.entry.sides is Sides.AFFECTED)
    assert library.trial_of(slider).sides == (Side.RIGHT, Side.LEFT)


def test_another_variant_is_tried_in_its_own_position(library: Library) -> None:
    slider = next(
        v for v in library.all_exercises() if v.exercise and v.exercise.exercise_id == "sciatic_slider"
    )
    assert library.trial_of(slider).position is Position.SEATED
    assert library.trial_of(slider, "lying").position is Position.SUPINE


def test_an_own_exercise_without_a_dose_today_is_tried_once(world: World, library: Library) -> None:
    world.adopt()
    own = next(view for view in library.all_exercises() if view.exercise is None)
    trial = library.trial_of(own)
    assert (trial.entry_id, trial.position, trial.repetitions) == ("heel_raise", Position.STANDING, 1)
