from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.pages.plan_preview import PlanPreviewPage
from tests import builders
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    yield desk
    desk.close()


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Callable[..., PlanPreviewPage]:
    def show(**changes: Any) -> PlanPreviewPage:
        preview = desk.app.planning.preview_of(builders.plan_file(**changes))
        page = PlanPreviewPage(desk.app.planning, preview, desk.app.library.exercises, desk.words)
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.show()
        return page

    return show


def test_the_whole_plan_stands_there_in_plain_words(show: Callable[..., PlanPreviewPage]) -> None:
    page = show()
    told = texts(page)
    plan = builders.plan()
    for part in (plan.title, plan.message, *(phase.title for phase in plan.phases), "Tåhævninger"):
        assert part in told
    assert plan.rule_card is not None
    assert plan.rule_card.red in told


def test_what_the_physiotherapist_wrote_is_never_read_as_markup(show: Callable[..., PlanPreviewPage]) -> None:
    page = show(title="<b>Bold</b>", message="<img src='x'>")
    assert "<b>Bold</b>" in texts(page)
    formats = {label.textFormat() for label in page.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_looking_at_a_plan_changes_nothing(desk: Desk, show: Callable[..., PlanPreviewPage]) -> None:
    show()
    assert desk.app.course.plan() is None


def test_the_plan_is_used_from_today_unless_another_day_is_chosen(
    qtbot: QtBot, desk: Desk, show: Callable[..., PlanPreviewPage]
) -> None:
    page = show()
    assert page.start_day.value == date(2026, 11, 23)
    page.start_day.value = date(2026, 11, 30)
    with qtbot.waitSignal(page.adopted, timeout=1000):
        qtbot.mouseClick(page.use, LEFT)
    assert desk.app.course.record().adoptions[0].start == date(2026, 11, 30)


def test_a_start_is_at_most_four_weeks_away(show: Callable[..., PlanPreviewPage]) -> None:
    page = show()
    page.start_day.value = date(2020, 1, 1)
    assert page.start_day.value == date(2026, 10, 26)
    page.start_day.value = date(2030, 1, 1)
    assert page.start_day.value == date(2026, 12, 21)


def test_scrolling_past_the_date_does_not_change_it(
    qtbot: QtBot, show: Callable[..., PlanPreviewPage]
) -> None:
    page = show()
    field = page.start_day
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place only
    )
    QApplication.sendEvent(field, turn)
    assert field.value == date(2026, 11, 23)


def test_not_now_leaves_everything_as_it_is(
    qtbot: QtBot, desk: Desk, show: Callable[..., PlanPreviewPage]
) -> None:
    page = show()
    with qtbot.waitSignal(page.dismissed, timeout=1000), qtbot.assertNotEmitted(page.adopted):
        qtbot.mouseClick(page.not_now, LEFT)
    assert desk.app.course.plan() is None


def test_enter_uses_the_plan_at_once(qtbot: QtBot, show: Callable[..., PlanPreviewPage]) -> None:
    page = show()
    page.setFocus()
    assert page.focusWidget() is page.use
    with qtbot.waitSignal(page.adopted, timeout=1000):
        qtbot.keyClick(page.use, Qt.Key.Key_Return)


def test_a_newer_version_says_that_the_diary_stays_and_asks_for_no_first_day(
    desk: Desk, show: Callable[..., PlanPreviewPage]
) -> None:
    desk.adopt_example()
    page = show(revision=2)
    assert "newer version" in texts(page)
    assert not page.start_day.isVisible()
    page.use.click()
    (_first, second) = desk.app.course.record().adoptions
    assert (second.revision, second.start) == (2, date(2026, 11, 23))


def test_an_older_version_cannot_be_used(desk: Desk, show: Callable[..., PlanPreviewPage]) -> None:
    desk.app.planning.adopt(builders.plan_file(revision=5))
    page = show(revision=4)
    assert "older version" in texts(page)
    assert not page.use.isEnabled()


def test_the_plan_in_use_leads_on_without_changing_anything(
    qtbot: QtBot, desk: Desk, show: Callable[..., PlanPreviewPage]
) -> None:
    desk.adopt_example()
    page = show()
    assert "already" in texts(page)
    with qtbot.waitSignal(page.adopted, timeout=1000):
        page.use.click()
    assert len(desk.app.course.record().adoptions) == 1


def test_another_plan_says_that_a_new_course_begins(desk: Desk, show: Callable[..., PlanPreviewPage]) -> None:
    desk.adopt_example()
    page = show(plan_id="0a1b2c3d-0000-4000-8000-000000000001")
    assert "new course begins" in texts(page)
    assert page.start_day.isVisible()


def test_a_plan_that_could_not_be_saved_stays_in_view_with_a_sentence(
    qtbot: QtBot, desk: Desk, show: Callable[..., PlanPreviewPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show()

    def refuse(*_given: object) -> None:
        raise NotSavedError("course.json", NotSavedReason.FULL)

    monkeypatch.setattr(type(desk.app.planning), "adopt", refuse)
    with qtbot.assertNotEmitted(page.adopted):
        page.use.click()
    assert page.notice.text


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_reached_and_named(
    desk: Desk, show: Callable[..., PlanPreviewPage], scale: float
) -> None:
    desk.look.choose("light", scale)
    assert_accessible(show())


def test_a_long_plan_with_large_text_does_not_scroll_sideways(
    qtbot: QtBot, desk: Desk, show: Callable[..., PlanPreviewPage]
) -> None:
    desk.look.choose("dark", 2.0)
    long = replace(builders.plan().phases[0], title="A very long name of a phase " * 3)
    page = show(title="A rather long name of a plan, " * 2, phases=(long, *builders.plan().phases[1:]))
    page.resize(640, 480)
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0, timeout=1000)


def test_a_newer_edition_says_what_has_changed(desk: Desk, show: Callable[..., PlanPreviewPage]) -> None:
    desk.adopt_example()
    page = show(revision=2, weeks=12, rule_card=None)
    assert "What has changed" in texts(page)
    assert "The rule card reads differently" in texts(page)


def test_another_patients_plan_is_not_compared(desk: Desk, show: Callable[..., PlanPreviewPage]) -> None:
    desk.adopt_example()
    page = show(plan_id="00000000-7f5d-4f0e-9a51-0c8a0f5f2b11", rule_card=None)
    assert "What has changed" not in texts(page)
