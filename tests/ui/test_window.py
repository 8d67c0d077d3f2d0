from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShortcutEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.domain.preferences import ColorScheme, VoiceChoice
from ryg_app.ui.application import make_window
from ryg_app.ui.crash import on_unexpected
from ryg_app.ui.first_start import FirstStart
from ryg_app.ui.pages.plan_preview import PlanPreviewPage
from ryg_app.ui.pages.red_flags import RedFlagsPage
from ryg_app.ui.pages.session import SessionPage
from ryg_app.ui.pages.welcome import ChooseExercisesPage, IntendedUsePage, PlanSourcePage
from ryg_app.ui.shell import DIARY, PLAN, RED_FLAGS, SETTINGS, TODAY
from ryg_app.ui.single_instance import FirstInstance, raise_first
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.widgets.date_field import DateField
from tests import builders
from tests.plans import EXAMPLE_FILE, as_json, with_field
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.domain.preferences import Preferences
    from ryg_app.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
FULL = NotSavedError("log-2026.json", NotSavedReason.FULL)

no_raising_offscreen = pytest.mark.qt_log_ignore("This plugin does not support raise")


class HandTicker(Ticker):
    """Ticks only when a test says so."""

    def start(self) -> None:
        """Let no time run by itself."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "patient"


@pytest.fixture
def desk(qapp: QApplication, folder: Path) -> Iterator[Desk]:
    desk = Desk(qapp, folder)
    yield desk
    desk.close()


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Callable[[], Window]:
    def open_window() -> Window:
        window = make_window(qapp, desk.app, make_ticker=HandTicker)
        qtbot.addWidget(window)
        window.show()
        return window

    return open_window


@pytest.fixture
def window(desk: Desk, open_window: Callable[[], Window]) -> Window:
    """The window of somebody who has read the welcome and has a plan."""
    desk.welcome()
    desk.adopt_example()
    return open_window()


def front(window: Window) -> object:
    return window.stage.currentWidget()


def begin_session(desk: Desk, window: Window) -> SessionPage:
    window.sessions.start(desk.app.today.view().sessions[0].session)
    page = window.sessions.page
    assert page is not None
    return page


def press_shortcut(window: Window, keys: str) -> None:
    """Let the window's own action for those keys act, as Qt does when they are pressed."""
    action = next(a for a in window.actions() if a.shortcut().toString() == keys)
    QApplication.sendEvent(action, QShortcutEvent(action.shortcut(), 0))


def drop(window: Window, *urls: QUrl) -> bool:
    """Drag files over the window and let go; return whether they were taken."""
    data = QMimeData()
    data.setUrls(list(urls))
    copy, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, data, buttons, keys)
    entered.ignore()
    QApplication.sendEvent(window, entered)
    if entered.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, buttons, keys))
    return entered.isAccepted()


def refuse_to_save(monkeypatch: pytest.MonkeyPatch, use_case: object) -> None:
    def refuse(*_given: object) -> None:
        raise FULL

    monkeypatch.setattr(type(use_case), "save", refuse)


# The first start ---------------------------------------------------------------------------------------


def test_a_new_patient_is_led_from_the_welcome_to_today(
    desk: Desk, open_window: Callable[[], Window]
) -> None:
    window = open_window()
    start = front(window)
    assert isinstance(start, FirstStart)
    start.page.next.click()  # type: ignore[attr-defined]
    start.read.click()
    assert isinstance(start.page, PlanSourcePage)
    start.page.general.click()
    assert isinstance(start.page, ChooseExercisesPage)
    start.page.use.click()
    preview = front(window)
    assert isinstance(preview, PlanPreviewPage)
    preview.use.click()
    assert (front(window), window.shell.current) == (window.shell, TODAY)
    plan = desk.app.course.plan()
    assert plan is not None
    assert [entry.entry_id for entry in plan.exercises] == ["pelvic_tilt"]


def test_the_plan_can_wait_and_today_offers_the_two_ways_to_it(
    desk: Desk, open_window: Callable[[], Window]
) -> None:
    window = open_window()
    start = front(window)
    assert isinstance(start, FirstStart)
    start.choose_source()
    assert isinstance(start.page, PlanSourcePage)
    start.page.later.click()
    assert front(window) is window.shell
    assert desk.app.course.plan() is None


def test_the_language_can_be_changed_on_the_first_page(desk: Desk, open_window: Callable[[], Window]) -> None:
    window = open_window()
    for language in ("en", "da"):
        start = front(window)
        assert isinstance(start, FirstStart)
        assert isinstance(start.page, IntendedUsePage)
        start.page.language.click()
        assert desk.app.settings.get().language == language
        again = front(window)
        assert isinstance(again, FirstStart)
        assert isinstance(again.page, IntendedUsePage)


def test_a_plan_brought_along_to_the_first_start_is_shown_when_the_welcome_has_been_read(
    open_window: Callable[[], Window],
) -> None:
    window = open_window()
    window.plans.open_file(EXAMPLE_FILE)
    start = front(window)
    assert isinstance(start, FirstStart)
    assert start.page.notice.text
    start.page.language.click()  # type: ignore[attr-defined]
    start = front(window)
    assert isinstance(start, FirstStart)
    start.show_red_flags()
    start.read.click()
    assert isinstance(front(window), PlanPreviewPage)


def test_a_bad_file_on_the_first_start_is_told_on_the_page_in_view(
    tmp_path: Path, open_window: Callable[[], Window]
) -> None:
    window = open_window()
    window.plans.open_file(tmp_path / "nowhere.rygplan")
    start = front(window)
    assert isinstance(start, FirstStart)
    assert "nowhere.rygplan" in start.page.notice.text


# Plan files ----------------------------------------------------------------------------------------------


def test_a_plan_file_dragged_into_the_window_is_shown(window: Window) -> None:
    assert drop(window, QUrl.fromLocalFile(str(EXAMPLE_FILE)))
    assert isinstance(front(window), PlanPreviewPage)


def test_only_one_plan_file_of_this_computer_can_be_dragged_in(window: Window, tmp_path: Path) -> None:
    plan, picture = QUrl.fromLocalFile(str(EXAMPLE_FILE)), QUrl.fromLocalFile(str(tmp_path / "a.png"))
    elsewhere = QUrl("https://example.org/plan.rygplan")
    for urls in ((picture,), (plan, plan), (elsewhere,), ()):
        assert not drop(window, *urls)
    assert front(window) is window.shell


def test_a_second_plan_file_takes_the_place_of_the_first_preview(window: Window) -> None:
    for _ in range(2):
        window.plans.open_file(EXAMPLE_FILE)
    assert len(window.stage.pile) == 2


def test_every_problem_of_a_bad_file_is_told_on_the_page_in_view_and_nothing_changes(
    desk: Desk, window: Window, tmp_path: Path
) -> None:
    document = with_field("weeks", 99)
    document["revision"] = 0
    bad = tmp_path / "bad.rygplan"
    bad.write_bytes(as_json(document))
    record = desk.app.course.record()
    window.shell.go(PLAN)
    assert drop(window, QUrl.fromLocalFile(str(bad)))
    told = window.shell.plan.notice.text
    for part in ("bad.rygplan", "weeks", "revision", "Ask whoever gave you the file for a new one."):
        assert part in told
    assert desk.app.course.record() == record


@no_raising_offscreen
def test_a_plan_opened_during_a_session_waits_until_it_is_over(desk: Desk, window: Window) -> None:
    session = begin_session(desk, window)
    window.come_forward(str(EXAMPLE_FILE))
    assert front(window) is session
    window.show_red_flags()
    window.come_forward(str(EXAMPLE_FILE))
    assert isinstance(front(window), RedFlagsPage)
    window.stage.uncover()
    session.closed.emit()
    assert isinstance(front(window), PlanPreviewPage)


@pytest.mark.parametrize(("language", "day"), [("da", "23. november 2026"), ("en", "23 November 2026")])
def test_a_day_is_written_in_the_language_of_the_program_whatever_the_computers_is(
    desk: Desk, open_window: Callable[[], Window], language: str, day: str
) -> None:
    QLocale.setDefault(QLocale.c())
    desk.welcome(language)
    window = open_window()
    window.plans.open_file(EXAMPLE_FILE)
    preview = front(window)
    assert isinstance(preview, PlanPreviewPage)
    assert preview.findChildren(DateField)[0].text() == day


# Where the focus is ---------------------------------------------------------------------------------------


class Windows(QObject):
    """Notes every window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name in Qt
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


def test_a_window_left_open_overnight_shows_the_new_day_when_one_comes_back_to_it(
    qapp: QApplication, desk: Desk, window: Window
) -> None:
    assert "Monday" in texts(window.shell.today)
    desk.at("2026-11-24 08:00")
    qapp.sendEvent(window.shell, QEvent(QEvent.Type.ActivationChange))
    assert "Tuesday" in texts(window.shell.today)


def test_no_page_flashes_up_a_window_of_its_own_when_it_is_made(qapp: QApplication, window: Window) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    for key in window.shell.keys:
        window.shell.go(key)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_the_focus_is_on_the_page_and_not_on_the_way_to_it(qtbot: QtBot, window: Window) -> None:
    assert window.focusWidget() is window.shell.today.exercises.start
    for key in window.shell.keys:
        qtbot.mouseClick(window.shell.nav.button(key), LEFT)
        focus = window.focusWidget()
        assert focus is not None
        assert window.shell.page.isAncestorOf(focus)


def test_no_number_has_the_focus_before_it_is_asked_for(window: Window) -> None:
    window.shell.go(DIARY)
    assert window.focusWidget() is window.shell.diary.area


def test_a_page_is_shown_from_its_top(window: Window) -> None:
    window.resize(900, 480)
    bar = window.shell.today.area.verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(bar.maximum())
    window.shell.go(PLAN)
    window.shell.go(TODAY)
    assert bar.value() == 0


def test_after_a_session_the_focus_is_where_the_day_goes_on(desk: Desk, window: Window) -> None:
    session = begin_session(desk, window)
    session.closed.emit()
    assert window.focusWidget() is window.shell.today.exercises.start


# Warning signs -------------------------------------------------------------------------------------------


def test_f1_shows_the_warning_signs_from_any_page(window: Window) -> None:
    for page in (TODAY, DIARY, PLAN, SETTINGS):
        window.shell.go(page)
        press_shortcut(window, "F1")
        assert window.shell.current == RED_FLAGS


def test_f1_in_a_session_pauses_it_and_leads_back_to_it(desk: Desk, window: Window) -> None:
    session = begin_session(desk, window)
    for by_key in (True, False):
        if by_key:
            press_shortcut(window, "F1")
        else:
            session.red_flags_clicked.emit()
        signs = front(window)
        assert isinstance(signs, RedFlagsPage)
        press_shortcut(window, "F1")
        assert front(window) is signs
        assert not window.menuBar().isVisible()
        signs.back.click()
        assert front(window) is session
    opened = desk.app.sessions.under_way()
    assert opened is not None


def test_the_warning_signs_are_one_key_away_even_when_nothing_can_be_saved(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.shell.go(DIARY)
    window.shell.diary.form.answers = Answers(back=7)
    refuse_to_save(monkeypatch, desk.app.diary)
    press_shortcut(window, "F1")
    assert window.shell.current == RED_FLAGS
    assert not window.shell.go(TODAY)
    assert window.shell.current == DIARY
    assert window.shell.diary.form.answers == Answers(back=7)


# Language and look ---------------------------------------------------------------------------------------


def test_another_language_is_spoken_at_once_and_the_focus_stays_where_it_was(
    qtbot: QtBot, window: Window
) -> None:
    window.shell.go(SETTINGS)
    button = window.shell.settings.language.button("da")
    button.setFocus()
    qtbot.mouseClick(button, LEFT)
    assert window.shell.current == SETTINGS
    assert window.shell.settings.header.title.text() == "Indstillinger"
    assert window.menuBar().actions()[0].text() == "Filer"
    settings = window.shell.settings
    assert settings.focused() in {"language", ""}
    assert window.focusWidget() is settings.language.button("da")


@pytest.mark.parametrize(("scheme", "background"), [(ColorScheme.DARK, "dark"), (ColorScheme.LIGHT, "light")])
def test_another_look_is_worn_at_once(
    qapp: QApplication, window: Window, scheme: ColorScheme, background: str
) -> None:
    window.shell.go(SETTINGS)
    window.shell.settings.scheme.choose(scheme)
    lightness = qapp.palette().window().color().lightness()
    assert (lightness < 100) == (background == "dark")
    assert window.shell.current == SETTINGS


def test_a_window_built_anew_leaves_nothing_of_the_old_one_at_work(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    for percent in (125, 100):
        window.shell.go(SETTINGS)
        window.shell.settings.text_size.choose(percent)
    refreshed = []
    monkeypatch.setattr(window.shell, "refresh", lambda: refreshed.append(1))
    window.plans.open_file(EXAMPLE_FILE)
    window.stage.uncover()
    assert len(refreshed) == 1
    qtbot.waitUntil(lambda: len(window.stage.findChildren(FirstStart)) == 0, timeout=1000)
    assert len(window.stage.pile) == 1


@pytest.mark.parametrize("page", [TODAY, "exercises", DIARY, PLAN, RED_FLAGS, SETTINGS])
def test_with_text_of_200_percent_every_page_fits_the_smallest_window_in_width(
    qtbot: QtBot, window: Window, page: str
) -> None:
    window.shell.go(SETTINGS)
    window.shell.settings.text_size.choose(200)
    window.resize(1024, 640)
    window.shell.go(page)
    area = window.shell.page.area
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0, timeout=1000)


@pytest.mark.parametrize("page", [TODAY, "exercises", DIARY, PLAN, RED_FLAGS, SETTINGS])
def test_everything_in_the_window_can_be_reached_and_named(window: Window, page: str) -> None:
    window.shell.go(page)
    assert_accessible(window)


# Closing, erasing, starting again ------------------------------------------------------------------------


def test_closing_in_the_middle_of_a_session_keeps_it(desk: Desk, window: Window) -> None:
    begin_session(desk, window)
    assert window.close()
    desk.reopen()
    opened = desk.app.sessions.under_way()
    assert opened is not None
    assert opened.session.number == 1


def test_what_is_told_is_seen_also_from_the_foot_of_a_long_page(qapp: QApplication, window: Window) -> None:
    window.resize(1024, 640)
    window.shell.go(SETTINGS)
    page = window.shell.page
    qapp.processEvents()
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    window.telling.say("info", "Saved")
    qapp.processEvents()
    assert page.notice.visibleRegion().boundingRect().height() == page.notice.height()


def test_the_settings_lead_to_the_reminder_times_and_bring_them_into_view(
    qapp: QApplication, window: Window
) -> None:
    window.resize(640, 480)
    window.shell.go("settings")
    window.shell.settings.reminders.times.click()
    qapp.processEvents()
    reminders = window.shell.plan.reminders
    assert reminders is not None
    assert reminders.on.hasFocus()
    assert not reminders.on.visibleRegion().isEmpty()


def test_closing_saves_what_was_typed_in_the_diary(desk: Desk, window: Window) -> None:
    window.shell.go(DIARY)
    window.shell.diary.form.answers = Answers(back=3)
    assert window.close()
    assert desk.app.today.view().log.answers == Answers(back=3)


def test_reminder_times_that_do_not_fit_keep_the_page_and_the_window_but_not_the_warning_signs(
    desk: Desk, window: Window
) -> None:
    desk.adopt_example()
    window.shell.go(PLAN)
    reminders = window.shell.plan.reminders
    assert reminders is not None
    kept = reminders.times.times()
    reminders.times.rows[-1].field.value = time(9)
    assert not window.shell.go(TODAY)
    assert window.shell.current == PLAN
    assert window.shell.go(RED_FLAGS)
    assert not window.close()
    assert window.shell.current == PLAN
    reminders.times.rows[-1].field.value = kept[-1].at
    assert window.close()


def test_a_window_with_something_typed_that_cannot_be_saved_stays_open_and_shows_it(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.shell.go(DIARY)
    window.shell.diary.form.answers = Answers(back=3)
    refuse_to_save(monkeypatch, desk.app.diary)
    window.plans.open_file(EXAMPLE_FILE)
    assert not window.close()
    assert (front(window), window.shell.current) == (window.shell, DIARY)
    assert window.shell.diary.problem.text
    monkeypatch.undo()
    assert window.close()


def test_everything_can_be_erased_and_the_window_closes(
    folder: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_delete(box: QMessageBox) -> int:
        next(b for b in box.buttons() if b.text() == "Delete everything").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_delete)
    window.shell.settings.erase.click()
    assert not window.isVisible()
    assert not folder.exists()


def test_erasing_can_be_thought_better_of(
    folder: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_enter(box: QMessageBox) -> int:
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_enter)
    window.shell.settings.erase.click()
    assert window.isVisible()
    assert (folder / "course.json").exists()


def test_a_file_that_was_damaged_is_told_when_it_is_first_needed(
    desk: Desk, folder: Path, open_window: Callable[[], Window]
) -> None:
    desk.welcome()
    for back in (3, 4):
        desk.app.today.answer(Answers(back=back))
    (folder / "log-2026.json").write_bytes(b"\0" * 50)
    desk.reopen()
    window = open_window()
    assert "log-2026.json" in window.shell.page.notice.text


@pytest.mark.parametrize("name", ["course.json", "log-2026.json", "open.json"])
def test_a_file_nobody_can_read_any_more_ends_in_a_sentence(
    desk: Desk, folder: Path, open_window: Callable[[], Window], name: str
) -> None:
    desk.welcome()
    desk.adopt_example()
    desk.app.today.answer(Answers(back=3))
    for file in (name, f"{name}.bak"):
        (folder / file).write_bytes(json.dumps({"no": "document"}).encode())
    desk.reopen()
    window = open_window()
    window.shell.go(TODAY)
    assert window.shell.page.notice.text
    for page in ("exercises", DIARY, PLAN, RED_FLAGS, SETTINGS, TODAY):
        window.shell.go(page)


@no_raising_offscreen
def test_a_second_start_raises_the_first_and_hands_it_its_file(
    qtbot: QtBot, folder: Path, window: Window
) -> None:
    first = FirstInstance(folder)
    first.raised.connect(window.come_forward)
    with qtbot.waitSignal(first.raised, timeout=5000) as raised:
        assert raise_first(folder, EXAMPLE_FILE)
    assert raised.args == [str(EXAMPLE_FILE.resolve())]
    assert isinstance(front(window), PlanPreviewPage)


@no_raising_offscreen
def test_a_second_start_without_a_file_only_raises_the_first(
    qtbot: QtBot, folder: Path, window: Window
) -> None:
    window.showMaximized()
    first = FirstInstance(folder)
    first.raised.connect(window.come_forward)
    with qtbot.waitSignal(first.raised, timeout=5000) as raised:
        assert raise_first(folder, None)
    assert raised.args == [""]
    assert front(window) is window.shell
    assert window.isMaximized()


def test_where_nobody_listens_a_second_start_hears_nothing(folder: Path) -> None:
    assert not raise_first(folder, None)


def test_what_nobody_foresaw_is_told_once_in_a_sentence(window: Window) -> None:
    before = on_unexpected(window.tell_unexpected)
    try:
        for _ in range(2):
            error = ValueError("unforeseen")
            sys.excepthook(ValueError, error, None)
            told = window.shell.page.notice.text
            window.shell.page.notice.dismiss()
        assert told == ""
        window.tell_unexpected()
        assert "What was saved is safe" in window.shell.page.notice.text
    finally:
        sys.excepthook = before


# Taking the diary out ------------------------------------------------------------------------------------


def test_the_previous_plan_is_back_on_today_after_going_back_to_it(desk: Desk, window: Window) -> None:
    desk.at("2026-11-25 09:00")
    desk.app.planning.adopt(builders.plan_file(plan_id="another", title="Another plan"))
    desk.at("2026-11-26 09:00")
    window.shell.go(PLAN)
    window.shell.plan.previous.click()
    window.shell.go(TODAY)
    assert "week 1 of 12" in texts(window.shell.today)


# Motion ------------------------------------------------------------------------------------------------


def test_who_wants_no_motion_gets_still_figures_everywhere(desk: Desk, window: Window) -> None:
    window.shell.go("exercises")
    movement = window.shell.exercises.detail.movement  # type: ignore[union-attr]
    assert movement is not None
    assert movement.moving
    window.shell.go("settings")
    assert not movement.moving
    desk.app.settings.save(replace(desk.app.settings.get(), reduced_motion=True))
    window.shell.go("exercises")
    assert not movement.moving
    assert movement.figure.instant.still
    assert begin_session(desk, window).stage.card.figure.instant.still


def test_what_is_switched_in_a_session_is_remembered(desk: Desk, window: Window) -> None:
    page = begin_session(desk, window)
    stage = page.stage
    stage.voice.click()
    stage.sound.click()
    kept = desk.app.settings.get()
    assert (kept.tones, kept.voice) == (False, VoiceChoice.OFF)
    stage.voice.click()
    assert desk.app.settings.get().voice is VoiceChoice.CLIPS
    page.leave()


def test_a_voice_that_cannot_be_remembered_is_switched_all_the_same(
    desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = begin_session(desk, window).stage

    def full_disk(preferences: Preferences) -> None:
        raise NotSavedError("settings.json", NotSavedReason.FULL)

    monkeypatch.setattr(desk.app.settings, "save", full_disk)
    told: list[object] = []
    window.sessions.refused.connect(told.append)
    stage.voice.click()
    assert len(told) == 1
    assert stage.voice.text() == "Voice: off"
