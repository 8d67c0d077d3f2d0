from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.first_start import FirstStart
from ryg_app.ui.pages.red_flags import RedFlagsPage
from ryg_app.ui.pages.welcome import ChooseExercisesPage, IntendedUsePage, PlanSourcePage
from ryg_app.wording.catalogues import load_words
from tests.plans import ASSETS
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ryg_app.ui.widgets.page import Page

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    yield desk
    desk.close()


@pytest.fixture
def start(qtbot: QtBot, desk: Desk) -> FirstStart:
    start = FirstStart(desk.app, desk.words, desk.look)
    qtbot.addWidget(start)
    start.resize(1000, 800)
    start.show()
    start.begin()
    return start


def go_on(qtbot: QtBot, page: Page) -> None:
    """Press the large button that leads on, by the keyboard where the focus is put."""
    focused = page.window().focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)


def test_it_leads_by_enter_alone_from_what_it_is_to_where_the_plan_comes_from(
    qtbot: QtBot, desk: Desk, start: FirstStart
) -> None:
    assert isinstance(start.page, IntendedUsePage)
    for paragraph in desk.app.library.intended_use.paragraphs:
        assert paragraph.en in texts(start.page)
    go_on(qtbot, start.page)
    assert isinstance(start.page, RedFlagsPage)
    assert not desk.app.settings.get().welcomed
    go_on(qtbot, start.page)
    assert isinstance(start.page, PlanSourcePage)
    assert desk.app.settings.get().welcomed


def test_the_other_language_is_offered_in_its_own_name(qtbot: QtBot, desk: Desk, start: FirstStart) -> None:
    danish = FirstStart(desk.app, load_words(ASSETS, "da"), desk.look)
    qtbot.addWidget(danish)
    danish.begin()
    for shown, other in ((start, "da"), (danish, "en")):
        assert isinstance(shown.page, IntendedUsePage)
        assert shown.page.language.text() == {"da": "Dansk", "en": "English"}[other]
        with qtbot.waitSignal(shown.language_clicked, timeout=1000) as clicked:
            shown.page.language.click()
        assert clicked.args == [other]


def test_what_was_read_and_could_not_be_kept_is_told_where_one_is(
    desk: Desk, start: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("settings.json", NotSavedReason.FULL)

    start.show_red_flags()
    monkeypatch.setattr(type(desk.app.settings), "save", refuse)
    start.read.click()
    assert isinstance(start.page, RedFlagsPage)
    assert start.page.notice.text


def test_the_plan_can_come_from_a_file_or_from_a_choice_or_later(qtbot: QtBot, start: FirstStart) -> None:
    start.choose_source()
    page = start.page
    assert isinstance(page, PlanSourcePage)
    with qtbot.waitSignal(start.file_clicked, timeout=1000):
        page.open_file.click()
    with qtbot.waitSignal(start.left, timeout=1000):
        page.later.click()
    page.general.click()
    assert isinstance(start.page, ChooseExercisesPage)
    start.page.back.click()
    assert isinstance(start.page, PlanSourcePage)


def test_only_the_exercises_the_patient_ticks_get_into_the_plan(
    qtbot: QtBot, desk: Desk, start: FirstStart
) -> None:
    start.choose_exercises()
    page = start.page
    assert isinstance(page, ChooseExercisesPage)
    ticked = {entry_id: tick.isChecked() for entry_id, tick in page.ticks.items()}
    assert ticked == {"pelvic_tilt": True, "knee_to_chest": False, "slider": False}
    qtbot.keyClick(page.ticks["knee_to_chest"], Qt.Key.Key_Space)
    with qtbot.waitSignal(start.plan_made, timeout=1000) as made:
        page.use.click()
    plan = made.args[0].plan_file.plan
    assert [entry.entry_id for entry in plan.exercises] == ["pelvic_tilt", "knee_to_chest"]
    assert (plan.clinic, plan.rule_card, len(plan.phases)) == (None, None, 1)
    assert desk.app.course.plan() is None


def test_without_a_tick_there_is_no_plan_to_make(start: FirstStart) -> None:
    start.choose_exercises()
    page = start.page
    assert isinstance(page, ChooseExercisesPage)
    page.ticks["pelvic_tilt"].setChecked(False)
    assert not page.use.isEnabled()
    assert "Tick at least one exercise." in texts(page)
    page.ticks["slider"].setChecked(True)
    assert page.use.isEnabled()
    assert "Tick at least one exercise." not in texts(page)


def test_every_caution_stands_beside_its_exercise(desk: Desk, start: FirstStart) -> None:
    start.choose_exercises()
    told = texts(start.page)
    for exercise in desk.app.library.exercises.values():
        assert exercise.first_choice.en in told
        for caution in exercise.cautions:
            assert caution.en in told


def test_every_exercise_to_choose_has_a_picture_where_there_is_room(
    qtbot: QtBot, desk: Desk, start: FirstStart
) -> None:
    start.choose_exercises()
    page = start.page
    assert isinstance(page, ChooseExercisesPage)
    qtbot.waitUntil(lambda: all(picture.shows_picture for picture in page.pictures), timeout=1000)
    assert len(page.pictures) == len(page.ticks)
    start.resize(640, 480)
    qtbot.waitUntil(lambda: not any(picture.shows_picture for picture in page.pictures), timeout=1000)


def test_the_way_back_leads_out_when_one_came_from_the_plan(qtbot: QtBot, start: FirstStart) -> None:
    start.choose_exercises(may_leave=True)
    assert isinstance(start.page, ChooseExercisesPage)
    with qtbot.waitSignal(start.left, timeout=1000):
        start.page.back.click()


def test_escape_is_the_way_back_from_the_choice_of_exercises(qtbot: QtBot, start: FirstStart) -> None:
    start.choose_exercises(may_leave=True)
    assert isinstance(start.page, ChooseExercisesPage)
    with qtbot.waitSignal(start.page.back_clicked, timeout=1000):
        qtbot.keyClick(start.page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("step", ["begin", "show_red_flags", "choose_source", "choose_exercises"])
def test_everything_can_be_reached_and_named_and_nothing_scrolls_sideways(
    qtbot: QtBot, desk: Desk, start: FirstStart, scale: float, step: str
) -> None:
    desk.look.choose("light", scale)
    getattr(start, step)()
    assert_accessible(start.page)
    start.resize(640, 480)
    qtbot.waitUntil(lambda: start.page.area.horizontalScrollBar().maximum() == 0, timeout=1000)
