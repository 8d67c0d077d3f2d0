from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.domain.plan import ReminderKind
from ryg_app.ui.calendar_flow import CalendarFlow
from ryg_app.ui.pages.plan import PlanPage
from ryg_app.ui.widgets.notice import Notice
from tests import builders
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ryg_app.ui.pages.plan.reminders_card import RemindersCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    desk.adopt_example()
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PlanPage:
    page = PlanPage(
        desk.app.course, desk.app.planning, desk.app.reminders, desk.app.library.exercises, desk.words
    )
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    return page


def card(page: PlanPage) -> RemindersCard:
    assert page.reminders is not None
    return page.reminders


def kept(desk: Desk) -> list[str]:
    return [f"{one.at:%H:%M} {one.kind}" for one in desk.app.reminders.plan.times().times if one.on]


USUAL = ["10:00 session", "17:00 session", "20:30 diary"]


def test_the_coming_seven_days_stand_there_as_they_will_come(desk: Desk, page: PlanPage) -> None:
    desk.app.planning.pause(date(2026, 11, 25), date(2026, 11, 25))
    desk.at("2026-11-24 12:00")
    page.refresh()
    told = texts(card(page))
    assert "Today, Tuesday, 24 November\n17:00 Exercises 2 · 20:30 Diary" in told
    assert "Wednesday, 25 November\nNone: pause" in told
    assert "Monday, 30 November\n10:00 Exercises 1 · 17:00 Exercises 2 · 20:30 Diary" in told


def test_the_only_session_of_a_day_needs_no_number(desk: Desk, page: PlanPage) -> None:
    desk.app.planning.mark_flare()
    page.refresh()
    assert "Today, Monday, 23 November\n10:00 Exercises · 20:30 Diary" in texts(card(page))


def test_without_a_plan_nothing_is_said_of_reminders(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(qapp, tmp_path / "nobody")
    page = PlanPage(
        desk.app.course, desk.app.planning, desk.app.reminders, desk.app.library.exercises, desk.words
    )
    qtbot.addWidget(page)
    page.show()
    assert not card(page).isVisible()
    desk.close()


def test_all_reminders_are_turned_off_with_one_switch(desk: Desk, page: PlanPage) -> None:
    card(page).on.click()
    assert desk.app.reminders.plan.next() is None
    assert not card(page).times.isVisible()
    card(page).on.click()
    assert desk.app.reminders.plan.next() is not None


def test_the_rest_of_the_day_can_be_quiet_and_loud_again(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    qtbot.mouseClick(card(page).quiet, LEFT)
    assert desk.app.reminders.reminding.quiet_until() is not None
    assert "No more today" in texts(card(page))
    qtbot.mouseClick(card(page).quiet, LEFT)
    assert desk.app.reminders.reminding.quiet_until() is None


def test_a_moved_time_is_kept_when_it_is_saved(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    times = card(page).times
    times.is_open = True
    assert not times.follow.isVisible()
    times.rows[0].field.value = time(11)
    page.refresh()
    assert kept(desk) == USUAL
    qtbot.mouseClick(times.save, LEFT)
    assert kept(desk) == ["11:00 session", *USUAL[1:]]
    assert "11:00 Exercises 1" in texts(card(page))
    qtbot.mouseClick(times.follow, LEFT)
    assert kept(desk) == USUAL


def test_a_moved_time_is_told_to_be_unsaved_and_is_kept_when_the_page_is_left(
    desk: Desk, page: PlanPage
) -> None:
    times = card(page).times
    times.is_open = True
    assert not times.unsaved.isVisible()
    times.rows[0].field.value = time(11)
    times.rows[1].on.click()
    assert times.unsaved.isVisible()
    assert page.leave()
    assert kept(desk) == ["11:00 session", "20:30 diary"]
    assert not times.unsaved.isVisible()


def test_times_that_do_not_fit_hold_back_somebody_who_leaves(page: PlanPage) -> None:
    times = card(page).times
    times.is_open = True
    times.rows[2].field.value = time(9)
    assert not page.leave()
    assert "after the last exercises" in page.notice.text
    times.rows[2].field.value = time(20, 30)
    assert page.leave()


def test_the_times_stand_in_line(qtbot: QtBot, page: PlanPage) -> None:
    times = card(page).times
    times.is_open = True
    qtbot.waitUntil(lambda: len({row.field.x() for row in times.rows}) == 1)


def test_a_time_is_moved_with_the_keyboard_alone(qtbot: QtBot, desk: Desk, page: PlanPage) -> None:
    times = card(page).times
    times.is_open = True
    field = times.rows[0].field
    field.setFocus()
    field.setCurrentSection(field.Section.HourSection)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    field.setCurrentSection(field.Section.MinuteSection)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    times.save.setFocus()
    qtbot.keyClick(times.save, Qt.Key.Key_Return)
    assert kept(desk)[0] == "09:05 session"


def test_one_turned_off_keeps_its_place_and_one_can_be_added_and_removed(
    qtbot: QtBot, desk: Desk, page: PlanPage
) -> None:
    times = card(page).times
    times.is_open = True
    times.rows[0].on.click()
    qtbot.mouseClick(times.save, LEFT)
    assert kept(desk) == USUAL[1:]
    assert "10:00 Exercises 1" not in texts(card(page))
    qtbot.mouseClick(times.adding[ReminderKind.SESSION], LEFT)
    assert times.rows[-1].value.at == time(18)
    assert times.rows[-1].on.text() == "Exercises 3"
    qtbot.mouseClick(times.rows[1].remove, LEFT)
    qtbot.mouseClick(times.save, LEFT)
    assert kept(desk) == ["18:00 session", "20:30 diary"]


def test_the_days_of_a_reminder_are_chosen_and_those_of_other_days_are_about_the_same_session(
    qtbot: QtBot, desk: Desk, page: PlanPage
) -> None:
    times = card(page).times
    times.is_open = True
    first, second, _diary = times.rows
    first.days_opener.is_open = second.days_opener.is_open = True
    for row, numbers in ((first, (6, 7)), (second, (1, 2, 3, 4, 5))):
        for number in numbers:
            qtbot.mouseClick(row.days.button(number), LEFT)
    assert (first.days_opener.heading.text(), second.days_opener.heading.text()) == (
        "Weekdays",
        "Saturday and Sunday",
    )
    assert second.on.text() == "Exercises 1"
    qtbot.mouseClick(times.save, LEFT)
    at = desk.app.reminders.plan.coming()
    assert [f"{day.reminders[0].at:%a %H:%M}" for day in at] == [
        "Mon 10:00",
        "Tue 10:00",
        "Wed 10:00",
        "Thu 10:00",
        "Fri 10:00",
        "Sat 17:00",
        "Sun 17:00",
    ]


def test_times_that_do_not_fit_are_told_and_stay_to_be_mended(
    qtbot: QtBot, desk: Desk, page: PlanPage
) -> None:
    times = card(page).times
    times.is_open = True
    times.rows[2].field.value = time(9)
    qtbot.mouseClick(times.save, LEFT)
    assert "after the last exercises" in page.notice.text
    assert times.rows[2].field.value == time(9)
    assert kept(desk) == USUAL
    times.rows[2].field.value = time(21)
    qtbot.mouseClick(times.save, LEFT)
    assert page.notice.text == ""
    assert kept(desk)[-1] == "21:00 diary"


def test_walks_and_repeats_are_kept_at_once(desk: Desk, page: PlanPage) -> None:
    times = card(page).times
    times.is_open = True
    times.walks.click()
    assert "14:00 walk" in kept(desk)
    times.repeats.choose(3)
    times.minutes.choose(60)
    choices = desk.app.reminders.plan.times().choices
    assert (choices.repeats, choices.repeat_minutes) == (3, 60)
    times.repeats.choose(0)
    assert not times.minutes.isVisible()
    assert desk.app.reminders.plan.times().choices.repeat_minutes == 60


def test_what_was_shown_and_answered_can_be_read(desk: Desk, page: PlanPage) -> None:
    card(page).history.is_open = True
    assert "No reminder has been due yet." in texts(card(page))
    reminding = desk.app.reminders.reminding
    desk.at("2026-11-23 10:00")
    found = reminding.due()
    assert found is not None
    reminding.raised(found)
    reminding.snooze(found, 30)
    page.refresh()
    assert "10:00 Exercises 1: shown, put off until 10:30" in texts(card(page))
    desk.app.planning.pause(desk.app.course.today(), desk.app.course.today())
    reminding.due()
    page.refresh()
    assert "10:00 Exercises 1: shown, put off until 10:30, taken away: pause" in texts(card(page))


def test_a_choice_that_cannot_be_kept_is_told(
    desk: Desk, page: PlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_changes: object) -> None:
        raise NotSavedError("reminders.json", NotSavedReason.FULL)

    monkeypatch.setattr(type(desk.app.reminders.plan), "turn", refuse)
    card(page).on.click()
    assert "no room" in page.notice.text
    assert card(page).on.isChecked()


def test_turning_walks_on_keeps_the_times_that_were_typed(desk: Desk, page: PlanPage) -> None:
    times = card(page).times
    times.rows[0].field.value = time(9, 15)
    times.walks.click()
    assert "09:15 session" in kept(desk)
    assert "14:00 walk" in kept(desk)


def test_times_that_do_not_fit_are_not_kept_with_the_walks_and_stay_as_typed(
    desk: Desk, page: PlanPage
) -> None:
    times = card(page).times
    times.rows[2].field.value = time(9)
    times.walks.click()
    assert "after the last exercises" in page.notice.text
    assert not times.walks.isChecked()
    assert times.rows[2].field.value == time(9)
    assert kept(desk) == USUAL


def test_everything_can_be_reached_and_named(desk: Desk, page: PlanPage) -> None:
    card(page).times.is_open = card(page).history.is_open = True
    assert_accessible(page)


# The phone ------------------------------------------------------------------------------------------


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


def test_the_first_plan_offers_the_phone_once(desk: Desk, notice: Notice) -> None:
    flow = CalendarFlow(desk.app, desk.words, notice)
    flow.offer(notice)
    assert "on your phone" in notice.text
    notice.dismiss()
    desk.app.planning.adopt(builders.plan_file(revision=2))
    flow.offer(notice)
    assert notice.text == ""


def test_the_calendar_is_saved_where_the_person_says(
    qtbot: QtBot, desk: Desk, notice: Notice, tmp_path: Path
) -> None:
    flow = CalendarFlow(desk.app, desk.words, notice)
    with qtbot.waitSignal(flow.saved, timeout=1000) as saved:
        flow.save(tmp_path / "out.ics")
    assert saved.args == ["out.ics"]
    assert b"Time for exercises" in (tmp_path / "out.ics").read_bytes()


def test_the_offer_leads_to_the_file_in_one_click_and_then_goes_away(
    desk: Desk, notice: Notice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(tmp_path / "out.ics")])
    flow = CalendarFlow(desk.app, desk.words, notice)
    flow.offer(notice)
    press(notice)
    assert notice.text == ""
    assert (tmp_path / "out.ics").exists()
    notice.show_message("info", "Something else", close="Close", action="Do it")
    (tmp_path / "out.ics").unlink()
    press(notice)
    assert not (tmp_path / "out.ics").exists()


def press(notice: Notice) -> None:
    next(b for b in notice.findChildren(QPushButton) if not b.isHidden() and b.text() != "✕").click()


def test_a_calendar_that_cannot_be_saved_is_told(
    qtbot: QtBot, desk: Desk, notice: Notice, tmp_path: Path
) -> None:
    flow = CalendarFlow(desk.app, desk.words, notice)
    with qtbot.waitSignal(flow.refused, timeout=1000):
        flow.save(tmp_path / "not there" / "out.ics")
