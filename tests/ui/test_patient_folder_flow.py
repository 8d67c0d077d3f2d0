from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ryg_app.clinic_bootstrap import handing_out, plan_handed_out
from ryg_app.domain.exercise import Position, Sides
from ryg_app.domain.plan import OwnExercise, PlanFile
from ryg_app.ui.clinician.handing_out import PatientFolderFlow
from ryg_app.wording.catalogues import load_words
from tests import builders, logs
from tests.plans import ASSETS, EXAMPLE_FILE
from tests.ui.clinic_desk import ClinicDesk
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def flow(parent: QWidget) -> PatientFolderFlow:
    words = load_words(ASSETS, "en")
    return PatientFolderFlow(handing_out(ASSETS), builders.plan_file, words, parent)


@pytest.mark.parametrize(("kind", "name"), [(0, "for you"), (1, "for you.zip")])
def test_a_folder_or_zip_file_is_made_where_the_dialog_says(
    qtbot: QtBot,
    flow: PatientFolderFlow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: int,
    name: str,
) -> None:
    def choose(*given: str) -> tuple[str, str]:
        return str(tmp_path / "for you"), given[3].split(";;")[kind]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(flow.made) as made:
        flow.ask()
    assert made.args == [builders.plan_file(), tmp_path / name, False]
    assert (tmp_path / name).exists()


def test_an_unfinished_plan_is_not_handed_out(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: pytest.fail("asked all the same"))
    flow = PatientFolderFlow(handing_out(ASSETS), lambda: None, load_words(ASSETS, "en"), parent)
    flow.ask()
    assert not flow.work.is_running


def test_what_exists_is_left_alone(qtbot: QtBot, flow: PatientFolderFlow, tmp_path: Path) -> None:
    with qtbot.waitSignal(flow.refused):
        flow.make(builders.plan_file(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_stopped_and_nothing_is_left(flow: PatientFolderFlow, tmp_path: Path) -> None:
    flow.make(builders.plan_file(), tmp_path / "for you")
    flow.stop()
    assert not flow.work.is_running
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    yield desk
    desk.close()


def test_a_program_that_was_handed_out_finds_its_plan_until_one_is_in_use(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plan_handed_out(desk.app) is None
    program = tmp_path / "for you" / "RygApp"
    program.mkdir(parents=True)
    plan = program.with_name("plan.rygplan")
    plan.write_bytes(EXAMPLE_FILE.read_bytes())
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(program / "RygApp.exe"))
    assert plan_handed_out(desk.app) == plan
    desk.adopt_example()
    assert plan_handed_out(desk.app) is None


@pytest.fixture
def clinic(qapp: QApplication, tmp_path: Path) -> Iterator[ClinicDesk]:
    clinic = ClinicDesk(qapp, tmp_path / "clinic")
    yield clinic
    clinic.close()


def test_the_physiotherapists_window_makes_the_folder_once_the_plan_is_whole(
    qtbot: QtBot, clinic: ClinicDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = clinic.window()
    target = tmp_path / "for you"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    action = next(action for action in window.actions() if action.text() == "Folder for the patient …")
    action.trigger()
    assert not window.folders.work.is_running
    window.page.start.template.button("disc").click()
    window.page.start.side.button(Sides.LEFT).click()
    with qtbot.waitSignal(window.folders.made):
        action.trigger()
    assert sorted(path.name for path in target.iterdir()) == ["START HERE.html", "plan.rygplan"]
    assert "the patient must have RygApp already" in texts(window.page.notice)


def test_a_plan_handed_out_in_a_folder_is_given_away_like_a_saved_one(
    qtbot: QtBot, clinic: ClinicDesk, tmp_path: Path
) -> None:
    window = clinic.window()
    window.page.start.template.button("disc").click()
    window.page.start.side.button(Sides.LEFT).click()
    window.editing.keep()
    plan_file = window.finished_plan()
    assert plan_file is not None
    with qtbot.waitSignal(window.folders.made):
        window.folders.make(plan_file, tmp_path / "for you")
    assert window.editing.draft.base == plan_file.plan
    assert clinic.clinic.plans.left_over() is None
    window.page.exercises.rows["knee_to_chest"].switch.click()
    assert window.editing.plans.plan_of(window.editing.draft).revision == 2


def test_the_physiotherapists_window_opens_a_log_and_begins_the_next_plan(
    clinic: ClinicDesk, tmp_path: Path
) -> None:
    window = clinic.window()
    path = tmp_path / "patient.ryglog"
    path.write_bytes(logs.LOGS.compose(logs.extract()))
    window.open_file(path)
    opened = window.logs.window
    assert opened is not None
    window.edit_after(builders.plan_file())
    assert window.editing.draft.base is not None
    assert window.editing.draft.base.plan_id == builders.PLAN_ID
    assert not window.page.notice.isVisible()
    opened.close()


def test_a_plan_begun_from_a_log_says_that_the_pictures_stayed_behind(clinic: ClinicDesk) -> None:
    window, plan = clinic.window(), builders.plan()
    own = OwnExercise("Tåhævninger", ("Løft hælene.",), Position.STANDING, ("media/a.png",))
    pictured = replace(plan, exercises=(*plan.exercises[:-1], replace(plan.exercises[-1], own=own)))
    window.edit_after(PlanFile(pictured, {}, b""))
    assert "pictures of your own exercises are not in the log" in window.page.notice.text
