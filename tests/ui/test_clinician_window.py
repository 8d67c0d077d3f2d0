from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from ryg_app.adapters.plan_file import read_plan_file
from ryg_app.bootstrap import open_app
from ryg_app.cli.window import read_window_call
from ryg_app.clinic_bootstrap import open_clinic
from ryg_app.domain.errors import FolderInUseError
from ryg_app.domain.exercise import Side, Sides
from ryg_app.domain.plan_draft.edits import set_note
from ryg_app.domain.preferences import Preferences
from ryg_app.ui.clinician import ClinicianWindow
from ryg_app.ui.clinician.running import run_clinician
from ryg_app.ui.clinician_flow import ClinicianFlow
from ryg_app.ui.every_window import every_window
from ryg_app.ui.pages.red_flags import RedFlagsPage
from ryg_app.ui.pages.session import SessionPage
from ryg_app.wording.catalogues import load_words
from tests import builders, plans
from tests.fakes import FakeClock
from tests.keyboard import Keyboard
from tests.plans import EXAMPLE_FILE
from tests.ui.clinic_desk import ClinicDesk, answer_with
from tests.ui.desk import texts
from tests.ui.page_world import new_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ryg_app.domain.plan import Plan

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


def test_the_exercise_sheet_is_one_press_away_and_can_be_saved(
    window: ClinicianWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_handout()
    assert not window.stage.is_covered
    assert "Choose the side that hurts." in texts(window.page)
    choose_disc_left(window)
    window.show_handout()
    page = window.paper.page
    assert page is not None
    answer_with(monkeypatch, tmp_path / "sheet.pdf")
    page.save.click()
    qtbot.waitUntil(page.saved_card.isVisible)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    page.back.click()
    assert window.stage.currentWidget() is window.page


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


def test_a_template_chosen_after_saving_begins_the_next_patients_plan(
    window: ClinicianWindow, tmp_path: Path
) -> None:
    choose_disc_left(window)
    window.saving.save(tmp_path / "one.rygplan")
    window.page.start.template.button("stenosis").click()
    assert (window.editing.draft.base, window.editing.draft.side) == (None, None)
    assert not window.page.notice.isVisible()
    assert window.editing.draft.plan_id != plan_in(tmp_path / "one.rygplan").plan_id
    window.editing.undo()
    assert window.editing.draft.base == plan_in(tmp_path / "one.rygplan")


def test_a_template_chosen_in_an_earlier_plan_keeps_to_its_patient(window: ClinicianWindow) -> None:
    window.opening.open_file(EXAMPLE_FILE)
    window.page.start.template.button("stenosis").click()
    assert window.editing.draft.plan_id == builders.PLAN_ID


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


def test_the_title_tells_which_edition_is_being_made(window: ClinicianWindow, tmp_path: Path) -> None:
    title = window.page.header.title
    assert title.text() == "New plan"
    choose_disc_left(window)
    window.saving.save(tmp_path / "one.rygplan")
    assert title.text() == "Edition 1"
    window.page.exercises.rows["knee_to_chest"].switch.click()
    assert title.text() == "Edition 2"


def test_what_is_covered_cannot_be_changed_by_a_key(window: ClinicianWindow) -> None:
    choose_disc_left(window)
    window.page.exercises.add_own.click()
    assert not any(action.isEnabled() for action in window.actions())
    window.stage.uncover()
    assert all(action.isEnabled() for action in window.actions())


# From the patient's window and the command line -----------------------------------------------------------


@pytest.fixture
def flow(qapp: QApplication, tmp_path: Path) -> Iterator[ClinicianFlow]:
    patient = open_app(tmp_path, writing=True, clock=FakeClock())
    owner = QWidget()
    yield ClinicianFlow(patient, new_look(qapp), owner)
    owner.deleteLater()
    patient.close()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_patients_window_opens_it_once_and_lets_it_go(flow: ClinicianFlow, tmp_path: Path) -> None:
    words = load_words(plans.ASSETS, "en")
    flow.show(words)
    first = flow.window
    assert first is not None
    flow.show(words)
    assert flow.window is first
    with pytest.raises(FolderInUseError):
        open_clinic(tmp_path)
    first.close()
    assert not is_open(flow)
    open_clinic(tmp_path).close()


def is_open(flow: ClinicianFlow) -> bool:
    return flow.window is not None


def test_one_that_is_open_already_but_does_not_answer_is_told_of(flow: ClinicianFlow, tmp_path: Path) -> None:
    told: list[object] = []
    flow.refused.connect(told.append)
    other = open_clinic(tmp_path)
    flow.show(load_words(plans.ASSETS, "en"))
    other.close()
    assert [type(error) for error in told] == [FolderInUseError]


def test_the_command_line_asks_for_it(tmp_path: Path) -> None:
    call = read_window_call(["--clinician", "--data-dir", str(tmp_path), "plan.rygplan"])
    assert (call.clinician, call.folder, call.file) == (True, tmp_path, Path("plan.rygplan"))
    assert not read_window_call([]).clinician


@pytest.mark.parametrize("file", [None, EXAMPLE_FILE])
def test_it_runs_by_itself_until_it_is_closed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path | None
) -> None:
    seen: list[str] = []

    def close_at_once(_qt: QApplication) -> int:
        for shown in every_window():
            if isinstance(shown, ClinicianWindow):
                seen.append(shown.page.header.title.text())
                shown.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", close_at_once)
    assert run_clinician(tmp_path, file, "en") == 0
    assert seen == ["New plan" if file is None else "Edition 1"]
    open_clinic(tmp_path).close()


def test_an_earlier_plan_dropped_on_the_window_is_opened(window: ClinicianWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(EXAMPLE_FILE))])
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, data, LEFT_BUTTON, no_keys)
    entered.ignore()
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, LEFT_BUTTON, no_keys))
    assert window.page.header.title.text() == "Edition 1"


def test_the_plan_a_log_was_made_under_goes_on_as_the_next_edition(flow: ClinicianFlow) -> None:
    flow.show(load_words(plans.ASSETS, "en"), builders.plan_file())
    assert flow.window is not None
    assert flow.window.editing.draft.base == builders.plan()
    flow.window.close()


def test_a_session_that_is_tried_shows_the_warning_signs_and_comes_back(window: ClinicianWindow) -> None:
    choose_disc_left(window)
    window.page.preview.trial.click()
    window.sessions.red_flags_clicked.emit()
    assert isinstance(front(window), RedFlagsPage)
    window.stage.uncover()
    assert isinstance(front(window), SessionPage)


def test_the_window_is_let_go_with_its_draft_kept(flow: ClinicianFlow, tmp_path: Path) -> None:
    flow.show(load_words(plans.ASSETS, "en"))
    assert flow.window is not None
    choose_disc_left(flow.window)
    flow.close()
    assert not is_open(flow)
    clinic = open_clinic(tmp_path)
    assert clinic.plans.left_over() is not None
    clinic.close()


def test_changes_that_cannot_be_kept_are_only_lost_when_somebody_says_so(
    flow: ClinicianFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def press(text: str) -> None:
        def exec_(box: QMessageBox) -> None:
            asked.append(box.informativeText())
            next(button for button in box.buttons() if button.text() == text).click()

        monkeypatch.setattr(QMessageBox, "exec", exec_)

    flow.show(load_words(plans.ASSETS, "en"))
    window = flow.window
    assert window is not None
    choose_disc_left(window)
    window.editing.edit(lambda draft: set_note(draft, "slider", "For 010203-1234"))
    window.editing.keep()
    assert window.page.notice.text == "", "nobody is interrupted while typing"
    press("Stay here")
    assert not flow.close()
    assert flow.window is window
    press("Close all the same")
    assert flow.close()
    assert not is_open(flow)
    assert all("CPR" in told for told in asked)
    assert len(asked) == 2


def test_a_copy_is_kept_while_somebody_works_so_that_a_crash_costs_little(
    qtbot: QtBot, desk: ClinicDesk, window: ClinicianWindow
) -> None:
    choose_disc_left(window)
    qtbot.waitUntil((desk.folder / "clinic" / "draft.json").exists, timeout=5000)
    kept = desk.clinic.plans.left_over()
    assert kept is not None
    assert kept.draft == window.editing.draft
