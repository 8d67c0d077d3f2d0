from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.store import ClinicFiles
from ryg_app.application.settings import Settings
from ryg_app.bootstrap import open_app
from ryg_app.clinic_bootstrap import clinic_folder, open_clinic
from ryg_app.domain.clinic_details import KeptDraft
from ryg_app.domain.errors import FolderInUseError, NotSavedError, NotSavedReason, PersonalNumberError
from ryg_app.domain.exercise import Position, Sides
from ryg_app.domain.plan import Clinic, OwnExercise
from ryg_app.domain.plan_draft import PlanDraft
from ryg_app.domain.plan_draft.edits import add_own, name_side, set_note, switch
from tests import builders, plans
from tests.fakes import FakeClock
from tests.plans import PNG, picture_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ryg_app.application.clinic import ClinicApp

NAME = picture_name(PNG, "png")
OWN = OwnExercise("Heel raises", ("Lift.", "Lower."), Position.STANDING, (NAME,))


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[ClinicApp]:
    clinic = open_clinic(tmp_path, clock=FakeClock())
    yield clinic
    clinic.close()


def worked_on(clinic: ClinicApp) -> PlanDraft:
    draft = clinic.plans.edition_after(builders.plan_file())
    draft = add_own(draft, OWN, {NAME: PNG})
    draft = switch(draft, "knee_to_chest", plans.exercises(), on=False)
    return name_side(replace(draft, title="", clinic=Clinic("", "12")), Sides.BOTH)


def test_a_kept_draft_comes_back_as_it_was_with_everything_that_is_still_wrong(
    clinic: ClinicApp, tmp_path: Path
) -> None:
    draft = worked_on(clinic)
    clinic.plans.keep(draft)
    clinic.close()
    again = open_clinic(tmp_path, clock=FakeClock())
    assert again.plans.left_over() == KeptDraft(draft, FakeClock().now())
    again.close()


def test_a_draft_with_what_looks_like_a_cpr_number_is_on_no_disk(clinic: ClinicApp, tmp_path: Path) -> None:
    clean = worked_on(clinic)
    clinic.plans.keep(clean)
    with pytest.raises(PersonalNumberError) as refused:
        clinic.plans.keep(set_note(clean, "slider", "For 010203-1234"))
    assert refused.value.field == "exercises[2].note"
    kept = clinic.plans.left_over()
    assert kept is not None
    assert kept.draft == clean
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"010203" not in written


def test_forgetting_a_draft_deletes_its_pictures_but_not_the_logo(clinic: ClinicApp, tmp_path: Path) -> None:
    clinic.plans.keep_logo(plans.JPG)
    clinic.plans.keep(worked_on(clinic))
    clinic.plans.forget_draft()
    assert clinic.plans.left_over() is None
    assert clinic.plans.logo() == plans.JPG
    assert [path.suffix for path in (tmp_path / "clinic" / "pictures").iterdir()] == [".jpg"]


def test_a_picture_that_is_gone_leaves_its_exercise(clinic: ClinicApp, tmp_path: Path) -> None:
    clinic.plans.keep(worked_on(clinic))
    for path in (tmp_path / "clinic" / "pictures").iterdir():
        path.unlink()
    kept = clinic.plans.left_over()
    assert kept is not None
    own = kept.draft.line("own_1").entry.own
    assert own == replace(OWN, pictures=())


def test_a_damaged_draft_is_begun_anew_and_set_aside(clinic: ClinicApp, tmp_path: Path) -> None:
    clinic.plans.keep(worked_on(clinic))
    clinic.close()
    for path in (tmp_path / "clinic").glob("draft.json*"):
        path.write_bytes(b"not what it was")
    again = open_clinic(tmp_path, clock=FakeClock())
    assert again.plans.left_over() is None
    assert list((tmp_path / "clinic").glob("draft.json.damaged-*"))
    again.close()


def test_behandler_is_open_once_at_a_time_and_beside_the_patients_window(
    clinic: ClinicApp, tmp_path: Path
) -> None:
    with pytest.raises(FolderInUseError):
        open_clinic(tmp_path)
    open_app(tmp_path, writing=True).close()


def test_deleting_everything_deletes_the_clinics_files_as_well(clinic: ClinicApp, tmp_path: Path) -> None:
    clinic.plans.keep_logo(PNG)
    clinic.plans.keep(worked_on(clinic))
    clinic.close()
    app = open_app(tmp_path, writing=True)
    app.settings.erase()
    app.close()
    assert not clinic_folder(tmp_path).exists()


def test_names_that_are_none_of_ours_are_not_followed(tmp_path: Path) -> None:
    files = ClinicFiles(tmp_path, lambda _draft: {}, lambda _document: pytest.fail("nothing is kept"))
    with pytest.raises(Exception, match="not a name of ours"):
        files.picture("media/../../secret.png")
    files.close()


def test_behandler_that_could_not_be_opened_is_not_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_given: object) -> None:
        raise NotSavedError("settings.json", NotSavedReason.FULL)

    with monkeypatch.context() as patched:
        patched.setattr(Settings, "save", is_full)
        with pytest.raises(NotSavedError):
            open_clinic(tmp_path)
    open_clinic(tmp_path).close()
