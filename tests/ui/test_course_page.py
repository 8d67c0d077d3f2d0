from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ryg_app.application.progress import Progress
from ryg_app.application.progress_view import Period
from ryg_app.domain.diary import Answers, LegExtent, SymptomChange
from ryg_app.domain.errors import DamagedFileError
from ryg_app.ui.pages.course import CoursePage
from ryg_app.ui.pages.course.number_table import NumberTable
from ryg_app.wording.catalogues import Words, load_words
from ryg_app.wording.progress_words import NO_BREAK
from tests.builders import START, at, plan
from tests.made_up_answers import ACTIVITIES
from tests.plans import ASSETS, exercises
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import texts
from tests.ui.page_world import (
    ENGLISH,
    ROOM_BESIDE_THE_SIDEBAR,
    World,
    cut_off,
    nameless,
    new_look,
    show,
    too_small,
)
from tests.years_of_diary import years_of_progress

TUESDAY = at("2026-12-08 19:42")
A_DAY = timedelta(days=1)


def progress_of(world: World) -> Progress:
    return Progress(world.course, world.days, exercises(), world.clock)


def shown(qtbot: QtBot, qapp: QApplication, progress: Progress, words: Words = ENGLISH) -> CoursePage:
    page = CoursePage(progress, words, new_look(qapp))
    qtbot.addWidget(page)
    show(qapp, page)
    return page


def week_of_diary() -> World:
    """Seven days of the course: all filled in but the third; a session done on the first."""
    world = World(plan(), at("2026-11-23 10:00"))
    session = world.today.view().sessions[0].session
    world.today.done_without_computer(session)
    world.clock.set(at("2026-11-29 20:00"))
    for number in (0, 1, 3, 4, 5, 6):
        answers = Answers(4, 6, LegExtent.KNEE, (10 + number,))
        world.diary.save(START + number * A_DAY, answers)
    return world


def headings(table: NumberTable) -> list[str]:
    model, role = table.model(), Qt.ItemDataRole.AccessibleTextRole
    columns = range(model.columnCount())
    return [str(model.headerData(column, Qt.Orientation.Horizontal, role)) for column in columns]


def press(page: CoursePage, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(page.chart, key)
    return page.reading.text()


# What there is to see -----------------------------------------------------------------------------------


def test_without_plan_and_diary_the_page_says_what_comes_here(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(World()))
    assert "Your numbers come here" in texts(page)
    assert not page.chart.isVisible()
    assert not page.period.isVisible()


def test_with_a_plan_and_no_numbers_the_weeks_to_come_are_there(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(World(plan(), at("2026-11-23 09:00"))))
    assert page.chart.isVisible()
    assert "No day is filled in yet" in page.hint.text()
    assert not page.exercises.isVisible()


def test_one_day_is_shown_and_a_mean_promised(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(plan(), TUESDAY)
    world.diary.save(TUESDAY.date(), Answers(3, 5))
    page = shown(qtbot, qapp, progress_of(world))
    assert "when three of them are filled in" in page.hint.text()
    assert page.tiles.leg.number.text() == "–"


def test_weeks_left_empty_are_not_taken_for_an_empty_diary(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(None, TUESDAY)
    world.diary.save(START, Answers(3, 5))
    world.clock.set(at("2027-03-01 20:00"))
    page = shown(qtbot, qapp, progress_of(world))
    page.period.choose(Period.TWO_WEEKS)
    assert page.hint.text() == "No day is filled in in these weeks. Everything shows the days before."
    assert page.chart.isVisible()
    assert page.period.isVisible()


def test_after_the_course_the_page_says_where_the_days_since_are(qtbot: QtBot, qapp: QApplication) -> None:
    assert not shown(qtbot, qapp, years_of_progress(84)).hint.isVisible()
    page = shown(qtbot, qapp, years_of_progress(90))
    assert page.hint.text() == "The course ended on 14 Feb. Everything shows the days since."
    page.period.choose(Period.ALL)
    assert not page.hint.isVisible()


def test_a_week_has_its_means_and_counts(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    assert not page.hint.isVisible()
    assert (page.tiles.leg.number.text(), page.tiles.leg.remark.text()) == ("6.0", f"week{NO_BREAK}1")
    assert page.tiles.back.number.text() == "4.0"
    assert page.tiles.walking.number.text() == "13 min"
    assert page.tiles.exercises.number.text() == "2 of 18"
    assert page.tiles.exercises.remark.text() == "2 without the computer"
    assert [page.weeks.table.cell(0, column) for column in range(7)] == [
        "week 1",
        "23 Nov – 29 Nov",
        "6.0",
        "4.0",
        "6",
        "79",
        "Knee",
    ]
    assert [page.exercises.table.cell(0, column) for column in range(5)] == [
        "week 1",
        "1 of 12",
        "1 of 6",
        "2 of 18",
        "2",
    ]


def test_what_is_never_answered_has_no_table(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    assert not page.symptoms.isVisible()
    assert not page.reviews.isVisible()
    assert page.weeks.table.model().columnCount() == 7


def test_other_symptoms_are_counted_in_days_of_those_answered(qtbot: QtBot, qapp: QApplication) -> None:
    world = week_of_diary()
    world.diary.save(START, Answers(4, 6, tingling=SymptomChange.MORE, painkillers=False))
    world.diary.save(START + A_DAY, Answers(4, 6, tingling=SymptomChange.ABSENT, longest_walk_minutes=8))
    page = shown(qtbot, qapp, progress_of(world))
    assert headings(page.symptoms.table) == [
        "Week",
        "Tingling or numbness",
        "More tingling or numbness",
        "Painkillers taken",
    ]
    assert [page.symptoms.table.cell(0, column) for column in range(4)] == [
        "week 1",
        "1 of 2",
        "1 of 2",
        "0 of 1",
    ]
    assert headings(page.weeks.table)[7] == "Longest walk before the leg was felt, minutes"
    assert page.weeks.table.cell(0, 7) == "8"


def test_a_review_is_a_column_with_its_activities_and_the_change(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, years_of_progress(30))
    told = [heading.replace(NO_BREAK, " ") for heading in headings(page.reviews.table)]
    assert told == ["Activity", "week 2, 30 Nov", "week 4, 14 Dec"]
    rows = [[page.reviews.table.cell(row, column) for column in range(3)] for row in range(5)]
    assert rows == [
        [ACTIVITIES[0], "3", "5"],
        [ACTIVITIES[1], "2", "3"],
        [ACTIVITIES[2], "–", "5"],
        ["Mean", "2.5", "4.3"],
        ["Compared with the beginning", "Unchanged", "A little better"],
    ]


def test_without_a_plan_there_is_no_whole_course_to_choose(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(None, TUESDAY)
    world.diary.save(TUESDAY.date(), Answers(3, 5))
    page = shown(qtbot, qapp, progress_of(world))
    assert page.period.value is Period.ALL
    assert not page.period.button(Period.COURSE).isVisible()
    assert page.period.button(Period.TWO_WEEKS).isVisible()


def test_another_period_changes_everything_on_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, years_of_progress(80))
    assert page.weeks.table.model().rowCount() == 12
    qtbot.mouseClick(page.period.button(Period.TWO_WEEKS), Qt.MouseButton.LeftButton)
    assert page.weeks.table.model().rowCount() == 2
    assert "Chart of pain and walking, 1 Feb – 14 Feb 2027" in page.chart.accessibleName()
    page.refresh()
    assert page.weeks.table.model().rowCount() == 2


def test_what_was_saved_elsewhere_is_there_after_a_refresh(qtbot: QtBot, qapp: QApplication) -> None:
    world = week_of_diary()
    page = shown(qtbot, qapp, progress_of(world))
    world.diary.save(START + 2 * A_DAY, Answers(4, 10))
    press(page, Qt.Key.Key_Home)
    page.refresh()
    assert page.weeks.table.cell(0, 4) == "7"
    assert page.reading.text().startswith("23 November 2026")


def test_a_damaged_diary_is_a_sentence_and_can_be_tried_again(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = week_of_diary()
    progress = progress_of(world)

    def damaged(*_given: object) -> None:
        raise DamagedFileError("log-2026.json")

    with monkeypatch.context() as patch:
        patch.setattr(world.days, "between", damaged)
        page = shown(qtbot, qapp, progress)
        assert "log-2026.json" in page.notice.text
        assert not page.chart.isVisible()
        assert page.view is None
    page.notice.action_pressed.emit()
    assert page.notice.text == ""
    assert page.chart.isVisible()


# Reading the chart --------------------------------------------------------------------------------------


def test_the_arrow_keys_read_day_by_day(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    assert press(page, Qt.Key.Key_Right).startswith("29 November 2026 · week 1")
    assert press(page, Qt.Key.Key_Left).startswith("28 November 2026")
    assert press(page, Qt.Key.Key_Home) == (
        "23 November 2026 · week 1 · Ro og bevægelse · leg 6 · back 4 · down the leg: knee · "
        "walked 10 min · exercises 2 of 3 (2 without the computer)"
    )
    assert "not filled in" in press(page, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert press(page, Qt.Key.Key_End).startswith("29 November 2026")


def test_page_keys_read_week_by_week_and_stop_at_the_ends(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, years_of_progress(80))
    press(page, Qt.Key.Key_Home, Qt.Key.Key_PageDown)
    assert page.chart.day == START + 7 * A_DAY
    press(page, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert page.chart.day == START
    press(page, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
    assert page.chart.day == START + 79 * A_DAY


def test_what_the_keys_read_is_announced(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("ryg_app.ui.accessibility.announce", lambda _widget, text, **_how: said.append(text))
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    read = [press(page, Qt.Key.Key_End), press(page, Qt.Key.Key_Left)]
    assert said == read


def test_the_day_that_is_read_is_the_description_of_the_chart(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    page.chart.setFocus()
    read = press(page, Qt.Key.Key_Home)
    assert page.chart.accessibleDescription() == read
    page.period.setFocus()
    assert "Arrow keys" in page.chart.accessibleDescription()


def test_the_mouse_reads_the_day_it_points_at(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    page.period.choose(Period.TWO_WEEKS)
    show(qapp, page)
    page.chart.grab()
    QTest.mouseMove(page.chart, QPoint(page.chart.width() - 20, 200))
    assert page.reading.text() == "6 December 2026"
    QTest.mouseMove(page.chart, QPoint(60, 200))
    assert page.reading.text().startswith("23 November 2026 · week 1")


def test_the_chart_is_an_image_with_a_name_and_a_way_to_read_it(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    interface = QAccessible.queryAccessibleInterface(page.chart)
    assert interface.role() == QAccessible.Role.Graphic
    assert "23 Nov 2026 – 14 Feb 2027" in interface.text(QAccessible.Text.Name)
    assert "Arrow keys" in interface.text(QAccessible.Text.Description)


def test_the_table_holds_the_numbers_of_the_chart(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, progress_of(week_of_diary()))
    assert page.days_table.model().rowCount() == 0
    page.days.is_open = True
    assert page.days_table.model().rowCount() == 7
    assert [page.days_table.cell(6, column) for column in range(8)] == [
        "29 Nov",
        "6",
        "6.0",
        "4",
        "4.0",
        "Knee",
        "16",
        "–",
    ]
    assert page.days_table.cell(2, 1) == "–"


# Everybody can use it -----------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 7, 84, 400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, days: int, scale: float, language: str) -> None:
    page = CoursePage(years_of_progress(days), load_words(ASSETS, language), new_look(qapp, text_scale=scale))
    qtbot.addWidget(page)
    page.period.choose(Period.ALL)
    page.days.is_open = True
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[scale], 640)
    assert cut_off(page) == []
    assert nameless(page) == []
    assert too_small(page) == []
    assert page.chart.height() == page.chart.heightForWidth(page.chart.width())


def test_everything_has_a_name_and_a_size_to_aim_at(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, years_of_progress(80))
    page.days.is_open = True
    qapp.processEvents()
    assert_accessible(page)


@pytest.mark.parametrize("period", list(Period))
def test_every_period_can_be_painted_in_the_dark(qtbot: QtBot, qapp: QApplication, period: Period) -> None:
    page = CoursePage(years_of_progress(400), ENGLISH, new_look(qapp, "dark"))
    qtbot.addWidget(page)
    page.period.choose(period)
    show(qapp, page)
    assert not page.grab().toImage().isNull()
