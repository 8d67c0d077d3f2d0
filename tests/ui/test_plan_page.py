from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ryg_app.domain.course import Pause
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.pages.plan import PlanPage
from tests import builders
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
ANOTHER_ID = "0a1b2c3d-0000-4000-8000-000000000001"


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    yield desk
    desk.close()


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Callable[[], PlanPage]:
    def show() -> PlanPage:
        page = PlanPage(
            desk.app.course, desk.app.planning, desk.app.reminders, desk.app.library.exercises, desk.words
        )
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.show()
        return page

    return show


@pytest.fixture
def page(desk: Desk, show: Callable[[], PlanPage]) -> PlanPage:
    desk.adopt_example()
    return show()


def test_without_a_plan_there_are_the_two_ways_to_one(qtbot: QtBot, show: Callable[[], PlanPage]) -> None:
    page = show()
    assert "You have no plan yet." in texts(page)
    assert not page.pauses.isVisible()
    assert not page.previous.isVisible()
    with qtbot.waitSignal(page.open_plan_clicked, timeout=1000):
        qtbot.mouseClick(page.open_file, LEFT)
    with qtbot.waitSignal(page.choose_exercises_clicked, timeout=1000):
        qtbot.mouseClick(page.choose, LEFT)


def test_with_a_plan_the_way_to_another_no_longer_stands_out(
    desk: Desk, show: Callable[[], PlanPage]
) -> None:
    page = show()
    assert page.open_file.property("role") == "primary"
    desk.adopt_example()
    page.refresh()
    assert page.open_file.property("role") == "secondary"


def test_the_plan_stands_there_in_plain_words_with_its_first_day(page: PlanPage) -> None:
    told = texts(page)
    assert "began on 23 November 2026" in told
    assert builders.plan().message in told


def test_a_plan_adopted_meanwhile_takes_the_place_of_the_one_shown(desk: Desk, page: PlanPage) -> None:
    desk.app.planning.adopt(builders.plan_file(revision=2, message="Keep warm"))
    page.refresh()
    assert "Keep warm" in texts(page)
    assert builders.plan().message not in texts(page)


def test_a_pause_is_kept_and_told(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    page.pauses.enter.click()
    page.pauses.form.first.value, page.pauses.form.last.value = date(2026, 12, 24), date(2026, 12, 26)
    with qtbot.waitSignal(page.changed, timeout=1000):
        qtbot.mouseClick(page.pauses.form.save, LEFT)
    assert desk.app.course.record().pauses == (Pause(date(2026, 12, 24), date(2026, 12, 26)),)
    assert "Pause from Thursday, 24 December to Saturday, 26 December" in texts(page)
    assert not page.pauses.form.isVisible()


def test_a_pause_of_one_day_names_that_day_once(qtbot: QtBot, page: PlanPage) -> None:
    page.pauses.enter.click()
    qtbot.mouseClick(page.pauses.form.save, LEFT)
    assert "Pause on Monday, 23 November" in texts(page)
    assert page.pauses.enter.hasFocus()


def test_a_pause_never_ends_before_it_begins(page: PlanPage) -> None:
    page.pauses.enter.click()
    page.pauses.form.first.value = date(2026, 12, 24)
    assert page.pauses.form.last.value == date(2026, 12, 24)
    page.pauses.form.last.value = date(2026, 12, 1)
    assert page.pauses.form.last.value == date(2026, 12, 24)


def test_a_pause_begins_today_at_the_earliest_also_the_day_after(desk: Desk, page: PlanPage) -> None:
    page.pauses.enter.click()
    page.pauses.form.first.value = date(2026, 11, 1)
    assert page.pauses.form.first.value == date(2026, 11, 23)
    desk.at("2026-11-25 09:00")
    page.refresh()
    assert page.pauses.form.first.value == date(2026, 11, 25)


def test_what_was_typed_stays_when_the_page_is_refreshed(page: PlanPage) -> None:
    page.pauses.enter.click()
    page.pauses.form.first.value, page.pauses.form.last.value = date(2026, 12, 24), date(2026, 12, 26)
    page.refresh()
    assert page.pauses.form.isVisible()
    assert (page.pauses.form.first.value, page.pauses.form.last.value) == (
        date(2026, 12, 24),
        date(2026, 12, 26),
    )


def test_a_pause_can_be_ended_today(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    desk.app.planning.pause(date(2026, 11, 23), date(2026, 11, 30))
    page.refresh()
    _correct, end = page.pauses.buttons_of(0)
    assert end.text() == "End it today"
    with qtbot.waitSignal(page.changed, timeout=1000):
        end.click()
    assert desk.app.course.record().pauses == ()
    assert page.pauses.lines == []


def test_a_pause_that_has_not_begun_can_be_taken_back(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    desk.app.planning.pause(date(2026, 12, 24), date(2026, 12, 26))
    page.refresh()
    _correct, remove = page.pauses.buttons_of(0)
    assert remove.text() == "Remove"
    with qtbot.waitSignal(page.changed, timeout=1000):
        remove.click()
    assert desk.app.course.record().pauses == ()
    assert page.pauses.lines == []


def test_a_pause_can_be_corrected(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    desk.app.planning.pause(date(2026, 12, 24), date(2026, 12, 26))
    page.refresh()
    correct, _remove = page.pauses.buttons_of(0)
    correct.click()
    page.pauses.form.last.value = date(2026, 12, 31)
    qtbot.mouseClick(page.pauses.form.save, LEFT)
    assert desk.app.course.record().pauses == (Pause(date(2026, 12, 24), date(2026, 12, 31)),)


def test_a_pause_that_is_over_is_no_longer_told(desk: Desk, page: PlanPage) -> None:
    desk.app.planning.pause(date(2026, 11, 23), date(2026, 11, 24))
    desk.at("2026-11-25 09:00")
    page.refresh()
    assert "Pause from" not in texts(page)


def test_the_previous_plan_can_be_brought_back(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    assert not page.previous.isVisible()
    desk.at("2026-11-25 09:00")
    desk.app.planning.adopt(builders.plan_file(plan_id=ANOTHER_ID))
    page.refresh()
    assert page.previous.isVisible()
    desk.at("2026-11-26 09:00")
    with qtbot.waitSignal(page.changed, timeout=1000):
        qtbot.mouseClick(page.previous, LEFT)
    assert desk.app.course.record().adoptions[-1].start == date(2026, 11, 23)
    assert "began on 23 November 2026" in texts(page)


def test_a_change_that_could_not_be_saved_says_so_and_keeps_what_was_typed(
    qtbot: QtBot, desk: Desk, page: PlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("course.json", NotSavedReason.FULL)

    monkeypatch.setattr(type(desk.app.planning), "pause", refuse)
    page.pauses.enter.click()
    page.pauses.form.last.value = date(2026, 12, 26)
    with qtbot.assertNotEmitted(page.changed):
        qtbot.mouseClick(page.pauses.form.save, LEFT)
    assert page.notice.text
    assert page.pauses.form.isVisible()
    assert page.pauses.form.last.value == date(2026, 12, 26)


def test_a_lost_plan_file_is_told_and_another_can_still_be_opened(
    desk: Desk, tmp_path: Path, show: Callable[[], PlanPage]
) -> None:
    desk.adopt_example()
    for file in (tmp_path / "patient" / "plans").iterdir():
        file.unlink()
    desk.reopen()
    page = show()
    assert page.notice.text
    assert page.open_file.isVisible()
    assert not page.pauses.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_reached_and_named(desk: Desk, page: PlanPage, scale: float) -> None:
    desk.look.choose("light", scale)
    desk.app.planning.adopt(builders.plan_file(plan_id=ANOTHER_ID))
    desk.app.planning.pause(date(2026, 11, 23), date(2026, 11, 30))
    page.refresh()
    page.pauses.enter.click()
    assert_accessible(page)


def test_with_large_text_nothing_scrolls_sideways(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    desk.look.choose("dark", 2.0)
    page.pauses.enter.click()
    page.resize(640, 480)
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0, timeout=1000)
