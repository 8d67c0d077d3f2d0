from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.store import ClinicFiles
from ryg_app.clinic_bootstrap import open_clinic
from ryg_app.domain.errors import FileRefusedError, NotSavedError, NotSavedReason, ProblemCode
from ryg_app.domain.exercise import Side, Sides
from ryg_app.domain.plan import Clinic
from ryg_app.domain.plan_draft.edits import name_side, set_note, switch
from tests import builders, plans
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ryg_app.application.plan_making import PlanMaking
    from ryg_app.domain.plan_draft import PlanDraft


@pytest.fixture
def making(tmp_path: Path) -> Iterator[PlanMaking]:
    clinic = open_clinic(tmp_path, clock=FakeClock())
    yield clinic.plans
    clinic.close()


def disc_left(making: PlanMaking) -> PlanDraft:
    return name_side(making.new("disc", "en"), Sides.LEFT)


def test_a_blank_draft_lacks_side_and_exercises(making: PlanMaking) -> None:
    assert [problem.where for problem in making.problems(making.blank("en"))] == [
        "affected_side",
        "exercises",
    ]


def test_a_template_with_a_side_is_a_good_plan(making: PlanMaking) -> None:
    for template_id in ("disc", "stenosis", "general"):
        for side in Sides.LEFT, Sides.RIGHT, Sides.BOTH:
            draft = name_side(making.new(template_id, "da"), side)
            assert making.problems(draft) == ()
            assert making.finished(draft).plan == making.plan_of(draft)


def test_a_text_that_looks_like_a_cpr_number_is_named_with_its_field(making: PlanMaking) -> None:
    draft = set_note(disc_left(making), "slider", "010203-1234")
    (problem,) = making.problems(draft)
    assert (problem.code, problem.where) == (ProblemCode.PERSONAL_NUMBER, "exercises[2].note")
    with pytest.raises(FileRefusedError):
        making.finished(draft)


def test_the_picture_is_of_the_weekday_with_most_to_do(making: PlanMaking) -> None:
    draft = switch(disc_left(making), "knee_to_chest", plans.exercises(), on=True)
    picture = making.picture(draft, 1)
    assert len(picture.cards) == 2
    assert [e.entry_id for e in picture.cards[0].session.exercises] == [
        "pelvic_tilt",
        "knee_to_chest",
        "slider",
    ]
    assert 0 < picture.least_minutes < picture.most_minutes


def test_the_picture_shows_the_affected_side(making: PlanMaking) -> None:
    slider = making.picture(disc_left(making), 0).cards[0].session.exercises[1]
    assert slider.sides == (Side.LEFT,)


def test_a_bad_day_has_a_picture_of_its_own(making: PlanMaking) -> None:
    picture = making.picture(disc_left(making), None)
    assert [e.entry_id for e in picture.cards[0].session.exercises] == ["pelvic_tilt"]
    assert making.picture(replace(disc_left(making), flare=None), None).cards == ()


def test_the_first_edition_has_no_changes_and_a_later_one_only_its_own(making: PlanMaking) -> None:
    assert making.changes(disc_left(making)) == ()
    edition = making.edition_after(builders.plan_file())
    assert making.changes(edition) == ()
    assert len(making.changes(set_note(edition, "slider", "Another"))) == 1


def test_space_that_was_typed_around_a_text_is_no_change_of_the_saved_plan(
    making: PlanMaking, tmp_path: Path
) -> None:
    draft = set_note(replace(disc_left(making), message="Welcome \n", title=" Plan "), "slider", "Slowly. ")
    saved = making.save(draft, tmp_path / "plan.rygplan")
    assert making.plan_of(saved).revision == 1
    assert making.changes(saved) == ()


def test_a_plan_that_is_written_is_saved_whatever_becomes_of_the_clinics_name(
    making: PlanMaking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_given: object) -> None:
        raise NotSavedError("clinic.json", NotSavedReason.FULL)

    monkeypatch.setattr(ClinicFiles, "save_details", is_full)
    draft = replace(disc_left(making), clinic=Clinic("A clinic", ""))
    after = making.save(draft, tmp_path / "a.rygplan")
    assert after.base == making.next_edition(tmp_path / "a.rygplan").base
    assert making.plan_of(name_side(after, Sides.RIGHT)).revision == 2
