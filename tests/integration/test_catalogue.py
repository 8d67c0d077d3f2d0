from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.catalogue import (
    TEMPLATE_IDS,
    load_contacts,
    load_exercises,
    load_intended_use,
    load_red_flags,
    load_templates,
)
from ryg_app.adapters.plan_file import read_plan, write_plan
from ryg_app.domain.dose import DOSE_FIELDS
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.exercise import Position, Sides, StepKind
from ryg_app.domain.plan_limits import OWN_EXERCISE_DOSES
from ryg_app.domain.template import new_plan
from tests.plans import ASSETS, exercises

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
PLAN_ID = "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11"
SHOWN_STEPS = {StepKind.GET_READY, StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST}


def test_the_three_exercises_come_in_the_order_they_are_shown() -> None:
    assert list(exercises()) == ["pelvic_tilt", "knee_to_chest", "sciatic_slider"]


@pytest.mark.parametrize("exercise_id", ["pelvic_tilt", "knee_to_chest", "sciatic_slider"])
def test_an_exercise_is_complete_in_both_languages(exercise_id: str) -> None:
    exercise = exercises()[exercise_id]
    for variant in exercise.variants.values():
        assert set(variant.words) == {"da", "en"}
        assert all(set(words.phases) == SHOWN_STEPS for words in variant.words.values())
        assert len({len(words.steps) for words in variant.words.values()}) == 1
    assert exercise.default_variant in exercise.variants
    assert (exercise.default_sides is None) != exercise.sided
    assert exercise.cautions
    assert exercise.source.da
    assert exercise.source.en
    assert exercise.source.da != exercise.source.en


@pytest.mark.parametrize("exercise_id", ["pelvic_tilt", "knee_to_chest", "sciatic_slider"])
def test_the_default_dose_is_allowed(exercise_id: str) -> None:
    fields = exercises()[exercise_id].dose_range.fields
    assert set(fields) == set(DOSE_FIELDS)
    assert all(allowed.low <= allowed.default <= allowed.high for allowed in fields.values())


@pytest.mark.parametrize("field", DOSE_FIELDS)
def test_the_format_description_states_the_allowed_doses(field: str) -> None:
    ranges = [*(exercise.dose_range for exercise in exercises().values()), OWN_EXERCISE_DOSES]
    spans = (f"{allowed.fields[field].low}–{allowed.fields[field].high}" for allowed in ranges)
    row = f"| `{field}` | {' | '.join(spans)} |"
    assert row in (ASSETS.parent / "docs" / "formats.md").read_text(encoding="utf-8")


def test_a_nerve_glide_is_never_held() -> None:
    slider = exercises()["sciatic_slider"]
    assert (slider.dose_range.fields["hold_s"].default, slider.dose_range.fields["hold_s"].high) == (0, 1)
    assert slider.variant(None).position is Position.SEATED


def test_only_the_pelvic_tilt_is_ticked_beforehand() -> None:
    assert [e.exercise_id for e in exercises().values() if e.ticked_first] == ["pelvic_tilt"]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("weeks", [1, 6, 12, 52])
@pytest.mark.parametrize("template_id", TEMPLATE_IDS)
def test_a_plan_from_any_template_can_be_written_and_read(
    template_id: str, weeks: int, language: str
) -> None:
    template = load_templates(ASSETS, exercises())[template_id]
    everything = [entry.entry_id for entry in template.exercises]
    plan = new_plan(template, language, weeks, Sides.LEFT, PLAN_ID, TODAY, chosen=everything)
    assert read_plan(write_plan(plan, {}), "", exercises()).plan == plan


def test_knee_to_chest_waits_for_the_clinician_where_the_disc_is_concerned() -> None:
    templates = load_templates(ASSETS, exercises())
    switched_on = {name: "knee_to_chest" in template.switched_on for name, template in templates.items()}
    assert switched_on == {"disc": False, "stenosis": True, "general": False}


def test_a_plan_without_a_physiotherapist_is_one_flat_phase_without_a_rule_card() -> None:
    general = load_templates(ASSETS, exercises())["general"]
    assert (len(general.phases), general.flare, general.rule_card) == (1, None, None)
    assert general.switched_on == {"pelvic_tilt"}


def test_every_region_has_a_number_beside_the_emergency_number() -> None:
    contacts = load_contacts(ASSETS)
    for region in contacts.regions:
        numbers = contacts.numbers_for(region.region_id, TODAY)
        assert numbers[0].number == "112"
        assert len(numbers) > 1


def test_the_numbers_are_outdated_once_the_regions_have_merged() -> None:
    contacts = load_contacts(ASSETS)
    assert not contacts.outdated(date(2026, 12, 31))
    assert contacts.outdated(date(2027, 1, 1))


def test_the_static_texts_are_there_in_both_languages() -> None:
    red_flags, intended_use = load_red_flags(ASSETS), load_intended_use(ASSETS)
    signs = (*red_flags.call_now.signs, *red_flags.this_week.signs, *intended_use.paragraphs)
    assert all(text.da and text.en and text.da != text.en for text in signs)
    assert red_flags.call_now.what_to_do


@pytest.mark.parametrize(
    ("old", "new"), [('"sided"', '"two_sided"'), ("{", ""), ('"supine"', '"prone"'), ("\n", "\n\x00")]
)
def test_a_damaged_data_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    shutil.copytree(ASSETS / "exercises", tmp_path / "exercises")
    path = tmp_path / "exercises" / "pelvic_tilt.json"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DamagedFileError) as caught:
        load_exercises(tmp_path)
    assert caught.value.file_name == "pelvic_tilt.json"


def test_a_missing_data_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError) as caught:
        load_contacts(tmp_path)
    assert caught.value.file_name == "contacts.json"


def test_a_catalogue_without_exercises_is_not_a_catalogue(tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError):
        load_exercises(tmp_path)
