from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from ryg_app.adapters.plan_file import read_plan_file
from ryg_app.bootstrap import open_app
from ryg_app.domain.exercise import Side, Sides
from ryg_app.domain.preferences import Preferences
from ryg_app.ui.pages.session import SessionPage
from tests import builders, plans
from tests.keyboard import Keyboard
from tests.plans import EXAMPLE_FILE
from tests.ui.clinic_desk import ClinicDesk, answer_with
from tests.ui.desk import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.domain.plan import Plan
    from ryg_app.ui.clinician import ClinicianWindow

LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[ClinicDesk]:
    desk = ClinicDesk(qapp, tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def window(desk: ClinicDesk) -> ClinicianWindow:
    return desk.window()


def choose_disc_left(window: ClinicianWindow) -> None:
    window.page.start.template.button("disc").click()
    window.page.start.side.button(Sides.LEFT).click()


def front(window: ClinicianWindow) -> object:
    return window.stage.currentWidget()


def template(window: ClinicianWindow) -> object:
    return window.page.start.template.value


def side(window: ClinicianWindow) -> object:
    return window.page.start.side.value


def plan_in(path: Path) -> Plan:
    return read_plan_file(path, plans.exercises()).plan


def test_a_plan_is_made_saved_and_good(
    window: ClinicianWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_disc_left(window)
    window.page.exercises.rows["knee_to_chest"].switch.click()
    answer_with(monkeypatch, tmp_path / "plan.rygplan")
    window.page.save.click()
    plan = plan_in(tmp_path / "plan.rygplan")
    assert [entry.entry_id for entry in plan.exercises] == ["pelvic_tilt", "knee_to_chest", "slider"]
    assert (plan.affected_side, plan.revision) == (Side.LEFT, 1)
    assert "plan.rygplan" in window.page.notice.text


def test_the_plan_file_says_nothing_of_the_template(
    window: ClinicianWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_disc_left(window)
    answer_with(monkeypatch, tmp_path / "plan.rygplan")
    window.page.save.click()
    written = (tmp_path / "plan.rygplan").read_text(encoding="utf-8").lower()
    assert not any(word in written for word in ("disc", "prolaps", "stenosis", "template"))


def test_the_proposed_name_of_the_file_says_nothing_of_the_patient(
    window: ClinicianWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    answer_with(monkeypatch, None)
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _dialog, name: proposed.append(name))
    choose_disc_left(window)
    window.page.save.click()
    assert proposed == ["exercise plan 2026-11-23.rygplan"]


def test_saving_before_it_is_finished_says_what_is_missing_and_goes_there(window: ClinicianWindow) -> None:
    assert "Choose the side" not in texts(window.page)
    window.page.save.click()
    assert "Choose the side that hurts." in texts(window.page)
    assert "Switch on at least one exercise." in texts(window.page)
    choose_disc_left(window)
    assert "Choose the side that hurts." not in texts(window.page)


def test_a_file_that_is_there_is_only_replaced_when_somebody_says_so(
    window: ClinicianWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "plan.rygplan"
    there.write_bytes(b"another patient's")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.defaultButton().click())
    choose_disc_left(window)
    window.saving.save(there)
    assert there.read_bytes() == b"another patient's"
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: next(b for b in box.buttons() if b.text() == "Replace it").click(),
    )
    window.saving.save(there)
    assert plan_in(there).revision == 1


def test_a_file_name_that_looks_like_a_cpr_number_is_refused(window: ClinicianWindow, tmp_path: Path) -> None:
    choose_disc_left(window)
    window.saving.save(tmp_path / "010203-1234.rygplan")
    assert "CPR" in window.page.notice.text
    assert not (tmp_path / "010203-1234.rygplan").exists()


def test_the_next_edition_of_an_earlier_plan_says_what_has_changed(
    window: ClinicianWindow, tmp_path: Path
) -> None:
    window.opening.open_file(EXAMPLE_FILE)
    assert "Nothing yet." in texts(window.page.preview)
    window.page.exercises.rows["knee_to_chest"].switch.click()
    assert "Knee to chest: no longer in the plan" in texts(window.page.preview)
    window.saving.save(tmp_path / "next.rygplan")
    plan = plan_in(tmp_path / "next.rygplan")
    assert (plan.plan_id, plan.revision) == (builders.PLAN_ID, 2)


def test_a_plan_saved_and_changed_afterwards_is_a_later_edition(
    window: ClinicianWindow, tmp_path: Path
) -> None:
    choose_disc_left(window)
    window.saving.save(tmp_path / "one.rygplan")
    window.page.exercises.rows["knee_to_chest"].switch.click()
    window.saving.save(tmp_path / "two.rygplan")
    one, two = plan_in(tmp_path / "one.rygplan"), plan_in(tmp_path / "two.rygplan")
    assert (two.plan_id, one.revision, two.revision) == (one.plan_id, 1, 2)


def test_a_bad_file_is_refused_in_a_sentence(window: ClinicianWindow, tmp_path: Path) -> None:
    (tmp_path / "bad.rygplan").write_bytes(b"{}")
    window.opening.open_file(tmp_path / "bad.rygplan")
    assert "does not say what it is" in window.page.notice.text


def test_the_whole_session_can_be_tried(window: ClinicianWindow) -> None:
    choose_disc_left(window)
    window.page.preview.trial.click()
    assert isinstance(front(window), SessionPage)
    assert window.sessions.page is not None
    assert not window.menuBar().isVisible()
    window.stage.uncover()
    assert front(window) is window.page
    assert window.menuBar().isVisible()


def test_undo_takes_back_and_redo_does_again(window: ClinicianWindow) -> None:
    choose_disc_left(window)
    window.page.undo.click()
    assert (side(window), window.page.redo.isEnabled()) == (None, True)
    window.page.redo.click()
    assert (side(window), window.page.redo.isEnabled()) == (Sides.LEFT, False)


def test_a_draft_that_was_not_saved_is_there_again(desk: ClinicDesk) -> None:
    window = desk.window()
    choose_disc_left(window)
    window.close()
    desk.reopen()
    again = desk.window()
    assert template(again) == "disc"
    assert "Monday, 23 November 09:00" in again.page.notice.text
    again.page.notice.action_pressed.emit()
    assert template(again) is None
    assert desk.clinic.plans.left_over() is None


def test_a_saved_plan_leaves_no_draft_behind(desk: ClinicDesk, tmp_path: Path) -> None:
    window = desk.window()
    choose_disc_left(window)
    window.saving.save(tmp_path / "plan.rygplan")
    window.close()
    desk.reopen()
    assert desk.clinic.plans.left_over() is None


def test_the_clinic_is_remembered_for_the_next_plan(desk: ClinicDesk, tmp_path: Path) -> None:
    window = desk.window()
    choose_disc_left(window)
    window.editing.edit(lambda draft: replace(draft, clinic=replace(draft.clinic, name="The clinic")))
    window.saving.save(tmp_path / "plan.rygplan")
    window.opening.begin_new()
    assert window.editing.draft.clinic.name == "The clinic"


def test_a_patients_data_beside_it_is_left_alone(qapp: QApplication, tmp_path: Path) -> None:
    patient = open_app(tmp_path, writing=True)
    patient.settings.save(replace(Preferences(), language="en", text_percent=150))
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    desk = ClinicDesk(qapp, tmp_path)
    window = desk.window()
    choose_disc_left(window)
    window.close()
    seen = desk.clinic.app.settings.get()
    desk.close()
    patient.close()
    assert (seen.language, seen.text_percent) == ("en", 150)
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_plan_is_made_by_keyboard_alone(
    window: ClinicianWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, tmp_path / "plan.rygplan")
    keyboard = Keyboard(window)
    keyboard.choose("Template: Disc prolapse")
    keyboard.choose("Affected side: Left")
    keyboard.choose("Knee to chest")
    keyboard.choose("Save plan file …")
    assert len(plan_in(tmp_path / "plan.rygplan").exercises) == 3
