"""Reminders in the running window: the notification, the banner, and what each answer leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.domain.notification import NotificationEvent, NotificationEventKind
from ryg_app.domain.preferences import WhenClosed
from ryg_app.domain.reminders import ReminderState
from ryg_app.ui.application import make_window
from ryg_app.ui.pages.session import SessionPage
from ryg_app.ui.reminders.offer import NO, YES
from ryg_app.ui.shell import COURSE, DIARY, SETTINGS, TODAY
from ryg_app.ui.ticker import Ticker
from tests.fakes import FakeAutostart, FakeNotifications
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.ui.reminders.banner import AskingBanner

pytestmark = pytest.mark.qt_log_ignore(
    # What Qt says of a tray where there is no display.
    "This plugin does not support raise",
    "No Icon set",
    "systemTrayWindowChanged",
)
MORNING, EVENING, NIGHT = "2026-11-24 10:00", "2026-11-24 17:00", "2026-11-24 20:30"


class NoTicker(Ticker):
    def start(self) -> None:
        """Let no time run by itself."""


class Room:
    """A patient's computer with a desktop that shows notifications."""

    def __init__(self, qapp: QApplication, folder: Path) -> None:
        self.desk = Desk(qapp, folder, "2026-11-23 09:00")
        self.desk.welcome()
        self.desk.adopt_example()
        kept = self.desk.app.settings.get()
        self.desk.app.settings.save(replace(kept, asked_about_autostart=True, when_closed=WhenClosed.STAY))
        self.desk.at("2026-11-24 09:00")
        self.notifications = FakeNotifications()
        self.desk.app = replace(self.desk.app, notifications=self.notifications)
        self.window = make_window(qapp, self.desk.app, make_ticker=NoTicker)
        self.window.show()
        self.window.duty._begin()

    def minimise(self) -> None:
        """Let the person do something else on the computer."""
        self.window.showMinimized()

    def at(self, time: str) -> None:
        """Let it be that time, and the alarm ring as it then does."""
        self.desk.at(time)
        self.look()

    def look(self) -> None:
        assert self.window.duty._watch is not None
        self.window.duty._watch.look()
        self.settle()

    def settle(self) -> None:
        """Let queued signals arrive."""
        for _turn in range(3):
            QApplication.processEvents()

    def press(self, button: str) -> None:
        """Press a button of the notification."""
        self.notifications.press(button)
        self.settle()

    @property
    def banner(self) -> AskingBanner:
        return self.window.duty.banner

    @property
    def title(self) -> str:
        """What the desktop shows; empty for nothing."""
        shown = self.notifications.shown.get("reminder")
        return shown.title if shown else ""

    def answer(self, answer: str) -> None:
        """Press a button of the banner."""
        self.banner.button(answer).click()
        self.settle()

    def states(self) -> dict[tuple[str, int], ReminderState]:
        """Return where the reminders of the day stand."""
        day = self.desk.app.course.today()
        events = self.desk.app.reminders.reminding._events.get(day)
        return {(event.occurrence.topic.value, event.occurrence.slot): event.state for event in events}


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = Room(qapp, tmp_path / "patient")
    yield room
    room.window.duty.end()
    room.window.deleteLater()
    room.desk.close()


def front(room: Room) -> object:
    return room.window.stage.currentWidget()


# What is shown ----------------------------------------------------------------------------------------


def test_a_reminder_stands_on_the_desktop_in_neutral_words_and_in_the_window_in_plain(
    room: Room,
) -> None:
    room.minimise()
    room.at("2026-11-24 09:59")
    assert (room.title, room.banner.text) == ("", "")
    room.at(MORNING)
    shown = room.notifications.shown["reminder"]
    assert (shown.title, shown.message) == ("Time for exercises", "")
    assert [text for _name, text in shown.buttons] == ["Start", "Later", "Done", "Not today"]
    assert room.banner.text == "Morning exercises"
    assert room.states() == {("session", 1): ReminderState.RAISED}


def test_whoever_has_chosen_so_is_told_what_it_is_about_on_the_desktop_too(room: Room) -> None:
    settings = room.desk.app.settings
    settings.save(replace(settings.get(), notifications_say_what=True))
    room.minimise()
    room.at(MORNING)
    assert room.title == "Morning exercises"


def test_whoever_has_the_window_in_front_of_them_gets_the_banner_alone(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitActive(room.window):
        room.window.activateWindow()
    room.at(MORNING)
    assert (room.title, room.banner.text) == ("", "Morning exercises")


def test_only_one_reminder_is_ever_shown(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    room.at(EVENING)
    assert list(room.notifications.shown) == ["reminder"]
    assert room.banner.text == "Morning exercises · Afternoon exercises"


def test_done_in_the_window_it_goes_away_on_the_desktop(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    card = room.desk.app.today.view().sessions[0]
    room.desk.app.today.done_without_computer(card.session)
    room.window.shell.today.changed.emit()
    room.settle()
    assert (room.title, room.banner.text) == ("", "")
    assert room.states() == {("session", 1): ReminderState.DONE}


def test_of_two_shown_together_the_one_done_since_is_asked_about_no_more(room: Room) -> None:
    room.at(MORNING)
    room.at(EVENING)
    first, _second = room.desk.app.today.view().sessions
    room.desk.app.today.done_without_computer(first.session)
    room.window.shell.today.changed.emit()
    room.settle()
    assert room.banner.text == "Afternoon exercises"


def test_an_older_notification_is_taken_away_when_the_next_reminder_comes_in_the_window(
    room: Room, qtbot: QtBot
) -> None:
    room.minimise()
    room.at(MORNING)
    assert room.title
    room.window.come_forward()
    with qtbot.waitActive(room.window):
        room.window.activateWindow()
    room.at(EVENING)
    assert (room.title, room.banner.text) == ("", "Morning exercises · Afternoon exercises")


@pytest.mark.parametrize("name", ["course.json", "log-2026.json"])
def test_a_damaged_file_keeps_reminders_away_and_interrupts_nobody(
    room: Room, qapp: QApplication, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    room.desk.app.diary.save(room.desk.app.diary.today(), Answers(back=3))
    for path in (tmp_path / "patient").glob(f"{name}*"):
        path.write_bytes(b"damaged")
    room.desk.reopen()
    again = make_window(qapp, room.desk.app, make_ticker=NoTicker)
    qtbot.addWidget(again)
    again.duty._begin()
    room.at(MORNING)
    again.duty.look()
    again.stage.covered.emit()
    room.settle()
    assert again.duty.banner.text == ""
    again.duty.end()


def test_what_was_not_answered_still_stands_in_the_window_after_a_new_start(
    room: Room, qapp: QApplication, qtbot: QtBot
) -> None:
    room.at(MORNING)
    room.window.duty.end()
    again = make_window(qapp, room.desk.app, make_ticker=NoTicker)
    qtbot.addWidget(again)
    again.duty._begin()
    assert again.duty.banner.text == "Morning exercises"
    again.duty.end()


def test_in_another_language_the_banner_stands_in_other_words(room: Room) -> None:
    room.at(MORNING)
    room.window._on_language("da")
    assert room.banner.text == "Formiddagens øvelser"


# Start ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["minimised", "hidden", "another page", "covered"])
def test_start_opens_the_session_in_one_click_wherever_the_window_is(room: Room, place: str) -> None:
    window = room.window
    window.shell.go(DIARY)
    if place == "minimised":
        window.showMinimized()
    elif place == "hidden":
        window.hide()
    elif place == "covered":
        window.plans.choose_exercises()
    room.at(MORNING)
    if room.title:
        room.press("start")
    else:
        room.answer("start")
    assert isinstance(front(room), SessionPage)
    assert window.isVisible()
    assert not window.isMinimized()
    assert (room.title, room.banner.text) == ("", "")


def test_start_goes_on_with_a_session_that_was_left(room: Room) -> None:
    card = room.desk.app.today.view().sessions[0]
    room.window.sessions.start(card.session)
    room.window._put_in_order()
    begun = room.desk.app.sessions.under_way()
    assert begun is not None
    room.window.hide()
    room.at(MORNING)
    room.press("start")
    assert isinstance(front(room), SessionPage)
    under_way = room.desk.app.sessions.under_way()
    assert under_way is not None
    assert under_way.session_id == begun.session_id


def test_start_leads_to_the_session_that_stands_there_paused(room: Room) -> None:
    room.window.sessions.start(room.desk.app.today.view().sessions[0].session)
    page = room.window.sessions.page
    assert page is not None
    page.pause()
    room.window.showMinimized()
    room.window.duty._hold_or_look()
    room.at(EVENING)
    room.press("start")
    assert room.window.sessions.page is page
    assert not room.window.isMinimized()


def test_start_that_comes_too_late_says_so_and_starts_nothing(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    for card in room.desk.app.today.view().sessions:
        room.desk.app.today.done_without_computer(card.session)
    room.press("start")
    assert room.window.shell.current == TODAY
    assert room.window.sessions.page is None
    assert "nothing left to do" in room.window.shell.page.notice.text


def test_an_answer_that_comes_after_the_reminder_is_over_does_no_harm(room: Room) -> None:
    room.minimise()
    for button in ("later", "done", "not_today", "start"):
        room.notifications.tell(NotificationEvent("reminder", NotificationEventKind.PRESSED, button))
        room.settle()
    assert room.states() == {}
    assert room.window.sessions.page is None
    assert not room.window.isMinimized(), "start brings the window, as it says"


def test_an_answer_that_comes_after_the_window_was_closed_does_not_open_it_again(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    late = room.notifications.tell
    room.window.quit()
    assert room.notifications.tell is not late
    room.notifications.tell(NotificationEvent("reminder", NotificationEventKind.PRESSED, "start"))
    room.settle()
    assert not room.window.isVisible()


def test_start_behind_a_question_brings_the_window_and_leaves_the_question(room: Room) -> None:
    box = QMessageBox(room.window)
    box.open()
    room.window.showMinimized()
    room.at(MORNING)
    room.press("start")
    assert room.window.sessions.page is None
    assert box.isVisible()
    box.close()


def test_a_side_that_must_be_named_is_asked_for_first(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    today = type(room.desk.app.today)
    view = today.view
    monkeypatch.setattr(today, "view", lambda self: replace(view(self), needs_side=True))
    room.minimise()
    room.at(MORNING)
    room.press("start")
    assert (room.window.sessions.page, room.window.shell.current) == (None, TODAY)


def test_a_click_on_the_notification_brings_the_window_and_answers_nothing(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    room.notifications.tell(NotificationEvent("reminder", NotificationEventKind.CLICKED))
    room.settle()
    assert not room.window.isMinimized()
    assert room.banner.text == "Morning exercises"
    assert room.window.focusWidget() is room.banner.button("start")


# Later, done, not today -------------------------------------------------------------------------------


def test_later_brings_it_back_after_half_an_hour(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    room.press("later")
    assert (room.title, room.banner.text) == ("", "")
    room.at("2026-11-24 10:29")
    assert room.title == ""
    room.at("2026-11-24 10:30")
    assert room.title == "Time for exercises"
    assert room.window.isMinimized()


@pytest.mark.parametrize(("answer", "back"), [("later_10", "10:10"), ("later_60", "11:00")])
def test_in_the_window_one_can_say_how_much_later(room: Room, answer: str, back: str) -> None:
    room.at(MORNING)
    room.answer("later")
    room.answer("back")
    room.answer("later")
    room.answer(answer)
    assert room.banner.text == ""
    room.at(f"2026-11-24 {back}")
    assert room.banner.text == "Morning exercises"


@pytest.mark.parametrize("where", ["desktop", "window"])
def test_done_keeps_the_session_as_done_without_the_computer(room: Room, where: str) -> None:
    room.minimise()
    room.at(MORNING)
    if where == "desktop":
        room.press("done")
    else:
        room.answer("done")
    record = room.desk.app.today.view().sessions[0].record
    assert record is not None
    assert record.without_computer
    assert (room.title, room.banner.text) == ("", "")
    assert room.window.isMinimized(), "whoever says so need not see the window"


def test_not_today_is_the_end_of_it(room: Room) -> None:
    room.minimise()
    room.at(MORNING)
    room.press("not_today")
    room.at("2026-11-24 12:00")
    assert (room.title, room.banner.text) == ("", "")
    assert room.states() == {("session", 1): ReminderState.DECLINED}


def test_what_could_not_be_kept_is_told_and_the_reminder_stays(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("log-2026.json", NotSavedReason.FULL)

    room.minimise()
    room.at(MORNING)
    monkeypatch.setattr(type(room.desk.app.today), "done_without_computer", refuse)
    room.press("done")
    assert "log-2026.json" in room.window.shell.page.notice.text
    assert room.banner.text == "Morning exercises"
    assert not room.window.isMinimized()


def test_the_evening_reminder_leads_to_the_day_and_cannot_be_said_to_be_done(room: Room) -> None:
    room.at(MORNING)
    room.answer("not_today")
    room.at(EVENING)
    room.answer("not_today")
    room.minimise()
    room.at(NIGHT)
    shown = room.notifications.shown["reminder"]
    assert shown.title == "Time to write the day down"
    assert "done" not in dict(shown.buttons)
    room.window.shell.go(COURSE)
    room.press("start")
    assert room.window.shell.current == TODAY
    room.desk.app.diary.save(room.desk.app.course.today(), Answers(3, 4, walks=(20,)))
    room.look()
    assert room.states()["diary", 1] is ReminderState.DONE


# During a session -------------------------------------------------------------------------------------


def test_nothing_comes_while_somebody_exercises_and_it_comes_afterwards(room: Room) -> None:
    room.window.sessions.start(room.desk.app.today.view().sessions[0].session)
    room.settle()
    room.at(EVENING)
    assert (room.title, room.banner.text) == ("", "")
    room.window._put_in_order()
    room.settle()
    assert "Afternoon exercises" in room.banner.text


def test_what_is_shown_makes_way_for_a_session_and_comes_back_if_that_is_left(
    room: Room,
) -> None:
    room.minimise()
    room.at(MORNING)
    room.window.sessions.start(room.desk.app.today.view().sessions[0].session)
    room.settle()
    assert (room.title, room.banner.text) == ("", "")
    room.window._put_in_order()
    room.settle()
    assert room.banner.text == "Morning exercises"


def test_a_session_left_standing_does_not_keep_the_others_away(room: Room) -> None:
    room.window.sessions.start(room.desk.app.today.view().sessions[0].session)
    page = room.window.sessions.page
    assert page is not None
    assert room.window.duty._reconsider.isActive()
    room.desk.at(EVENING)
    page.pause()
    room.window.duty._reconsider.timeout.emit()
    assert "Afternoon exercises" in room.banner.text


# Where the desktop shows nothing ----------------------------------------------------------------------


def test_where_the_desktop_shows_nothing_the_tray_does(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, *_rest: told.append(text))
    room.window.duty.tray._is_available = lambda: True
    room.window.duty.tray.look()
    room.notifications.works = False
    room.minimise()
    room.at(MORNING)
    assert told == ["Time for exercises"]


def test_where_nothing_is_shown_at_all_the_taskbar_points_to_the_banner(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerted: list[object] = []
    monkeypatch.setattr(QApplication, "alert", lambda window, *_rest: alerted.append(window))
    room.notifications.works = False
    room.minimise()
    room.at(MORNING)
    assert alerted == [room.window]
    assert room.banner.text == "Morning exercises"


@pytest.mark.parametrize(
    ("works", "said"), [(True, "shows a reminder now"), (False, "at the top of the window")]
)
def test_a_reminder_can_be_tried(room: Room, works: bool, said: str) -> None:  # noqa: FBT001
    room.window.shell.go(SETTINGS)
    room.notifications.works = works
    room.window.shell.settings.reminders.sample.click()
    room.settle()
    assert said in room.window.shell.page.notice.text
    assert room.states() == {}


# The banner -------------------------------------------------------------------------------------------


def test_the_banner_takes_no_focus_and_f6_leads_there_and_back(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitActive(room.window):
        room.window.activateWindow()
    before = room.window.focusWidget()
    room.at(MORNING)
    assert room.window.focusWidget() is before
    qtbot.keyClick(room.window, Qt.Key.Key_F6)
    assert room.window.focusWidget() is room.banner.button("start")
    qtbot.keyClick(room.window.focusWidget(), Qt.Key.Key_Escape)
    assert room.window.focusWidget() is before
    assert room.banner.text == "Morning exercises"
    qtbot.keyClick(room.window, Qt.Key.Key_F6)
    room.banner.button("later").setFocus()
    qtbot.keyClick(room.banner.button("later"), Qt.Key.Key_Return)
    assert room.window.focusWidget() is room.banner.button("later_10")
    qtbot.keyClick(room.banner.button("later_10"), Qt.Key.Key_Return)
    assert room.banner.text == ""
    assert room.window.focusWidget() is before


def test_everything_in_the_banner_has_a_name_and_room(room: Room) -> None:
    room.at(MORNING)
    room.settle()
    assert_accessible(room.banner)


# The tray ---------------------------------------------------------------------------------------------


@pytest.fixture
def in_tray(room: Room) -> Room:
    room.window.duty.tray._is_available = lambda: True
    room.window.duty.tray.look()
    room.window.duty.look()
    return room


def test_the_tray_tells_which_reminder_comes_next(in_tray: Room) -> None:
    tray = in_tray.window.duty.tray
    assert tray.next.text() == "Next reminder: today at 10:00"
    in_tray.at("2026-11-24 21:00")
    tray.menu.aboutToShow.emit()
    assert tray.next.text() == "Next reminder: tomorrow at 10:00"


def test_the_tray_can_be_told_to_be_quiet_for_the_rest_of_the_day(in_tray: Room) -> None:
    tray = in_tray.window.duty.tray
    assert tray.quiet.text() == "No more reminders today"
    tray.quiet.trigger()
    assert tray.quiet.text() == "Remind me again"
    in_tray.minimise()
    in_tray.at(MORNING)
    assert in_tray.title == ""
    tray.quiet.trigger()
    in_tray.settle()
    assert in_tray.title == "Time for exercises"


# The offer to start with the computer -----------------------------------------------------------------


@pytest.fixture
def autostart(room: Room) -> FakeAutostart:
    """The entry of somebody who has not been asked."""
    room.settle()
    autostart = FakeAutostart()
    settings = room.desk.app.settings
    settings._autostart = autostart
    settings.save(replace(settings.get(), asked_about_autostart=False))
    return autostart


@pytest.mark.parametrize(("answer", "on"), [(YES, True), (NO, False)])
def test_whether_to_start_with_the_computer_is_asked_once(
    room: Room,
    autostart: FakeAutostart,
    answer: str,
    on: bool,  # noqa: FBT001
) -> None:
    room.window.duty.look()
    assert "together with the computer" in room.banner.text
    room.answer(answer)
    assert autostart.on is on
    room.window.duty.look()
    assert room.banner.text == ""


@pytest.mark.usefixtures("autostart")
def test_on_the_first_day_it_is_asked_only_after_a_session(room: Room) -> None:
    room.desk.at("2026-11-23 09:00")
    room.window.duty.look()
    assert room.banner.text == ""
    room.desk.app.today.done_without_computer(room.desk.app.today.view().sessions[0].session)
    room.window.duty.look()
    assert "together with the computer" in room.banner.text


def test_a_computer_that_already_does_is_not_asked_about(room: Room, autostart: FakeAutostart) -> None:
    room.window.duty.look()
    assert "together with the computer" in room.banner.text
    autostart.on = True
    room.window.duty.look()
    assert room.banner.text == ""


@pytest.mark.usefixtures("autostart")
def test_a_reminder_is_more_urgent_than_the_offer_which_comes_again(room: Room) -> None:
    room.window.duty.look()
    room.at(MORNING)
    assert room.banner.text == "Morning exercises"
    room.answer("not_today")
    assert "together with the computer" in room.banner.text


def test_a_computer_that_refuses_is_told_of(room: Room, autostart: FakeAutostart) -> None:
    autostart.fail_with = NotSavedError("ryg-app.desktop", NotSavedReason.READ_ONLY)
    room.window.duty.look()
    room.answer(YES)
    assert "ryg-app.desktop" in room.window.shell.page.notice.text
