from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.plan_file import (
    CheckedPlanFiles,
    picture_name,
    read_plan,
    read_plan_file,
    write_plan,
)
from ryg_app.domain.dose import EVERY_DAY, Dose, Walking
from ryg_app.domain.errors import FileRefusedError, PersonalNumberError, ProblemCode
from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.plan import Clinic, Plan, ReminderKind, ReminderRule
from tests import plans

if TYPE_CHECKING:
    from pathlib import Path


def read(document: object) -> Plan:
    return read_plan(plans.as_json(document), "plan.rygplan", plans.exercises()).plan


def test_the_example_is_read_field_by_field() -> None:
    plan = read_plan_file(plans.EXAMPLE_FILE, plans.exercises()).plan
    assert (plan.plan_id, plan.revision) == ("5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11", 1)
    assert plan.issued == date(2026, 11, 23)
    assert plan.clinic == Clinic("Eksempelklinikken", "+45 00 00 00 00")
    assert plan.affected_side is Side.LEFT
    assert (plan.weeks, plan.review_weeks) == (12, (2, 4, 8))
    assert [(phase.first_week, phase.last_week) for phase in plan.phases] == [(1, 2), (3, 6), (7, 12)]
    assert plan.phases[1].doses["knee_to_chest"] == Dose(3, 1, 5, 3, 3, 3, 30, 1, frozenset({1, 3, 5}))
    assert plan.phases[2].walking == Walking(30, 1, frozenset(range(1, 6)))
    assert plan.flare is not None
    assert set(plan.flare.doses) == {"pelvic_tilt"}
    assert plan.rule_card is not None
    assert plan.rule_card.green == "Fortsæt som planlagt."
    assert plan.reminders[1] == ReminderRule(ReminderKind.SESSION, time(17, 0), EVERY_DAY)


def test_the_lines_of_the_example_know_their_sides_and_positions() -> None:
    plan = read(plans.example())
    assert [(e.entry_id, e.sides, e.position) for e in plan.exercises] == [
        ("pelvic_tilt", None, Position.SUPINE),
        ("knee_to_chest", Sides.BOTH, Position.SUPINE),
        ("slider", Sides.AFFECTED, Position.SEATED),
        ("heel_raise", None, Position.STANDING),
    ]


def test_the_file_is_kept_as_it_came() -> None:
    data = plans.EXAMPLE_FILE.read_bytes()
    assert read_plan_file(plans.EXAMPLE_FILE, plans.exercises()).raw == data


@pytest.mark.parametrize(
    "field", ["clinic", "message", "affected_side", "review_weeks", "flare", "rule_card", "reminders"]
)
def test_an_optional_field_may_be_missing_or_null(field: str) -> None:
    assert read(plans.without_field(field)) == read(plans.with_field(field, None))


def test_a_sided_exercise_without_sides_gets_those_of_the_catalogue() -> None:
    assert read(plans.without_field("exercises.2.sides")).exercise("slider").sides is Sides.AFFECTED


def test_another_variant_is_done_in_another_position() -> None:
    entry = read(plans.with_field("exercises.2.variant", "lying")).exercise("slider")
    assert (entry.variant, entry.position) == ("lying", Position.SUPINE)


def test_an_own_exercise_may_be_done_side_by_side() -> None:
    assert read(plans.with_field("exercises.3.sides", "both")).exercise("heel_raise").sides is Sides.BOTH


def test_control_and_bidi_characters_are_taken_out_of_every_text() -> None:
    document = plans.with_field("title", " Plan\u202e for\x07 ryg\u2066\ud800\n")
    document["message"] = "Linje 1\r\n\u200fLinje 2"
    escaped = json.dumps(document).encode()
    plan = read_plan(escaped, "plan.rygplan", plans.exercises()).plan
    assert (plan.title, plan.message) == ("Plan for ryg", "Linje 1\nLinje 2")


def test_a_zip_with_pictures_is_read() -> None:
    plan_file = read_plan(plans.zip_with_pictures(), "plan.rygplan", plans.exercises())
    own = plan_file.plan.exercise("heel_raise").own
    assert own is not None
    assert [plan_file.pictures[name] for name in own.pictures] == [plans.PNG, plans.JPG, plans.WEBP]


def test_a_zip_without_pictures_means_the_same_as_its_json() -> None:
    plan_file = read_plan(plans.example_zip(), "plan.rygplan", plans.exercises())
    assert plan_file.plan == read(plans.example())


def test_a_plan_that_was_written_is_read_as_it_was() -> None:
    plan = read(plans.example())
    written = write_plan(plan, {})
    assert read_plan(written, "", plans.exercises()).plan == plan
    assert json.loads(written)["schema"] == "rygapp.plan/1"


def test_a_plan_with_pictures_that_was_written_is_read_as_it_was() -> None:
    plan_file = read_plan(plans.zip_with_pictures(), "", plans.exercises())
    written = write_plan(plan_file.plan, plan_file.pictures)
    again = read_plan(written, "", plans.exercises())
    assert (again.plan, again.pictures) == (plan_file.plan, plan_file.pictures)


def test_the_same_plan_always_gives_the_same_bytes() -> None:
    plan_file = read_plan(plans.zip_with_pictures(), "", plans.exercises())
    backwards = dict(sorted(plan_file.pictures.items(), reverse=True))
    assert write_plan(plan_file.plan, plan_file.pictures) == write_plan(plan_file.plan, backwards)
    assert write_plan(plan_file.plan, {}).endswith(b"}\n")


def test_a_written_plan_has_its_weekdays_on_one_line() -> None:
    assert b'"weekdays": [1, 3, 5]\n' in write_plan(read(plans.example()), {})


def with_number(plan: Plan, where: str) -> Plan:
    heel_raise = plan.exercises[3]
    assert heel_raise.own is not None
    assert plan.rule_card is not None
    number = "Født 010190-1234"
    own = replace(heel_raise.own, steps=("Stå.", number))
    return {
        "title": replace(plan, title=number),
        "clinic.phone": replace(plan, clinic=Clinic("Klinikken", "010190-1234")),
        "exercises[4].note": replace(plan, exercises=(*plan.exercises[:3], replace(heel_raise, note=number))),
        "exercises[4].own.steps[2]": replace(
            plan, exercises=(*plan.exercises[:3], replace(heel_raise, own=own))
        ),
        "phases[3].title": replace(plan, phases=(*plan.phases[:2], replace(plan.phases[2], title=number))),
        "rule_card.red": replace(plan, rule_card=replace(plan.rule_card, red=number)),
    }[where]


@pytest.mark.parametrize(
    "where",
    [
        "title",
        "clinic.phone",
        "exercises[4].note",
        "exercises[4].own.steps[2]",
        "phases[3].title",
        "rule_card.red",
    ],
)
def test_a_personal_number_is_refused_on_writing(where: str) -> None:
    with pytest.raises(PersonalNumberError) as caught:
        write_plan(with_number(read(plans.example()), where), {})
    assert caught.value.field == where


def test_a_plan_that_reading_would_refuse_is_not_composed() -> None:
    files = CheckedPlanFiles(plans.exercises())
    plan = read(plans.example())
    own_picture = {picture_name(plans.PNG, "foot.png"): plans.PNG}
    with pytest.raises(FileRefusedError) as caught:
        files.compose(plan, own_picture)
    assert [p.code for p in caught.value.problems] == [ProblemCode.PICTURE_UNUSED]


def test_a_composed_plan_is_read_from_disk(tmp_path: Path) -> None:
    files = CheckedPlanFiles(plans.exercises())
    plan = read(plans.example())
    (tmp_path / "ny.rygplan").write_bytes(files.compose(plan, {}))
    assert files.read(tmp_path / "ny.rygplan").plan == plan


@pytest.mark.parametrize(("data", "kind"), [(plans.PNG, "png"), (plans.JPG, "jpg"), (plans.WEBP, "webp")])
def test_a_picture_is_named_by_its_content(data: bytes, kind: str) -> None:
    assert picture_name(data, "foot.bin") == plans.picture_name(data, kind)


def test_a_drawing_in_svg_is_not_taken_as_a_picture() -> None:
    with pytest.raises(FileRefusedError) as caught:
        picture_name(b"<svg/>", "foot.svg")
    assert [p.code for p in caught.value.problems] == [ProblemCode.PICTURE_KIND]
