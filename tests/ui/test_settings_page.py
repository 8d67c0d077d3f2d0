from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ryg_app.application.settings import Settings
from ryg_app.domain.errors import (
    AutostartRefusedError,
    AutostartRefusedReason,
    NotSavedError,
    NotSavedReason,
)
from ryg_app.domain.preferences import ColorScheme, Preferences, VoiceChoice, WhenClosed
from ryg_app.domain.voice import Clip
from ryg_app.ui.pages.settings import SettingsPage
from ryg_app.ui.sound_check import SoundCheck
from tests.fakes import FakeAutostart, FakeVoices, MemoryPreferences
from tests.plans import ASSETS
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

A_CLIP = Clip(ASSETS / "voice" / "en" / "hold.wav", 0.4, "hold")


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    def erase(self) -> None: ...

    def health(self) -> tuple[()]:
        return ()

    def in_use(self) -> bool:
        return True


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    yield desk
    desk.close()


@pytest.fixture
def store() -> MemoryPreferences:
    return MemoryPreferences(Preferences(language="en"))


class Check(SoundCheck):
    """Remembers what it should have played."""

    def __init__(self) -> None:
        super().__init__(ASSETS)
        self.played: list[tuple[Preferences, set[str]]] = []
        self.has_voice, self.asked = False, 0

    def has_system_voice(self, language: str) -> bool:
        del language
        self.asked += 1
        return self.has_voice

    def play(self, chosen: Preferences, clips: Mapping[str, Clip]) -> None:
        self.played.append((chosen, set(clips)))


@pytest.fixture
def check() -> Check:
    return Check()


@pytest.fixture
def autostart() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def page(
    qtbot: QtBot,
    desk: Desk,
    store: MemoryPreferences,
    tmp_path: Path,
    check: Check,
    autostart: FakeAutostart,
) -> SettingsPage:
    folder, voices = Folder(tmp_path / "patient"), FakeVoices({"hold": A_CLIP})
    page = SettingsPage(Settings(store, folder, voices, autostart), desk.words, check)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    return page


def test_the_choices_stand_as_they_are_kept(page: SettingsPage, store: MemoryPreferences) -> None:
    assert (page.language.value, page.scheme.value) == ("en", ColorScheme.SYSTEM)
    assert (page.text_size.value, page.volume.value, page.get_down.value) == (100, 70, 60)
    assert page.tones.isChecked()
    assert not page.still.isChecked()
    assert store.writes == 0


def test_values_the_page_does_not_offer_are_shown_as_none_chosen(
    page: SettingsPage, store: MemoryPreferences
) -> None:
    kept = Preferences(language="en", text_percent=110, volume_percent=55, get_down_s=45)
    store.save(kept)
    page.refresh()
    assert (page.text_size.value, page.volume.value, page.get_down.value) == (None, None, None)
    assert store.get() == kept


@pytest.mark.parametrize(
    ("row", "value", "field"),
    [
        ("language", "da", "language"),
        ("scheme", ColorScheme.DARK, "color_scheme"),
        ("text_size", 150, "text_percent"),
    ],
)
def test_a_choice_of_language_or_look_is_kept_and_asks_for_a_window_built_anew(
    qtbot: QtBot, page: SettingsPage, store: MemoryPreferences, row: str, value: object, field: str
) -> None:
    with qtbot.waitSignals([page.appearance_changed, page.changed], timeout=1000):
        qtbot.mouseClick(getattr(page, row).button(value), Qt.MouseButton.LeftButton)
    assert getattr(store.get(), field) == value


@pytest.mark.parametrize(
    ("row", "value", "field"),
    [
        ("volume", 20, "volume_percent"),
        ("voice", VoiceChoice.OFF, "voice"),
        ("voice_volume", 40, "voice_volume_percent"),
        ("get_down", 120, "get_down_s"),
    ],
)
def test_a_choice_for_the_session_is_kept_without_building_anything_anew(
    qtbot: QtBot, page: SettingsPage, store: MemoryPreferences, row: str, value: object, field: str
) -> None:
    with qtbot.assertNotEmitted(page.appearance_changed), qtbot.waitSignal(page.changed, timeout=1000):
        qtbot.mouseClick(getattr(page, row).button(value), Qt.MouseButton.LeftButton)
    assert getattr(store.get(), field) == value


def test_switches_are_kept_by_the_keyboard_too(
    qtbot: QtBot, page: SettingsPage, store: MemoryPreferences
) -> None:
    qtbot.keyClick(page.tones, Qt.Key.Key_Space)
    qtbot.keyClick(page.still, Qt.Key.Key_Return)
    assert (store.get().tones, store.get().reduced_motion) == (False, True)


def offered(page: SettingsPage, choice: VoiceChoice) -> bool:
    return page.voice.button(choice).isVisibleTo(page)


def test_the_computers_voice_is_offered_only_where_there_is_one(
    page: SettingsPage, check: Check, store: MemoryPreferences, desk: Desk
) -> None:
    assert not offered(page, VoiceChoice.SYSTEM)
    check.has_voice = True
    other = SettingsPage(Settings(store, Folder(ASSETS), FakeVoices(), FakeAutostart()), desk.words, check)
    assert not offered(other, VoiceChoice.SYSTEM)
    other.show()
    assert offered(other, VoiceChoice.SYSTEM)
    other.close()


def test_the_computer_is_asked_for_its_voice_only_once_somebody_looks(
    store: MemoryPreferences, check: Check, desk: Desk
) -> None:
    page = SettingsPage(Settings(store, Folder(ASSETS), FakeVoices(), FakeAutostart()), desk.words, check)
    assert check.asked == 0
    for _look in range(2):
        page.show()
        page.hide()
    assert check.asked == 1


def test_a_computers_voice_that_was_chosen_elsewhere_stands_as_chosen(
    page: SettingsPage, store: MemoryPreferences
) -> None:
    store.save(Preferences(language="en", voice=VoiceChoice.SYSTEM))
    page.refresh()
    assert page.voice.value is VoiceChoice.SYSTEM
    assert offered(page, VoiceChoice.SYSTEM)


def test_the_sound_can_be_tried_as_it_is_chosen_now(qtbot: QtBot, page: SettingsPage, check: Check) -> None:
    qtbot.mouseClick(page.voice_volume.button(100), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.try_sound, Qt.MouseButton.LeftButton)
    ((chosen, clips),) = check.played
    assert (chosen.voice_volume_percent, clips) == (100, {"hold"})


def test_with_tones_and_voice_off_there_is_nothing_to_try(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.mouseClick(page.tones, Qt.MouseButton.LeftButton)
    assert page.try_sound.isEnabled()
    qtbot.mouseClick(page.voice.button(VoiceChoice.OFF), Qt.MouseButton.LeftButton)
    assert not page.try_sound.isEnabled()
    qtbot.mouseClick(page.tones, Qt.MouseButton.LeftButton)
    assert page.try_sound.isEnabled()


def test_a_computer_without_sound_says_so_when_it_is_tried(page: SettingsPage, check: Check) -> None:
    check.silent.emit()
    assert page.notice.text == "There is no sound on this computer right now."
    check.no_system_voice.emit()
    assert "built-in voice" in page.notice.text


def test_choosing_what_is_chosen_already_writes_nothing(
    qtbot: QtBot, page: SettingsPage, store: MemoryPreferences
) -> None:
    with qtbot.assertNotEmitted(page.changed):
        qtbot.mouseClick(page.text_size.button(100), Qt.MouseButton.LeftButton)
    assert store.writes == 0


def test_a_choice_that_could_not_be_saved_goes_back_and_says_so(
    qtbot: QtBot, page: SettingsPage, store: MemoryPreferences
) -> None:
    store.fail_with = NotSavedError("settings.json", NotSavedReason.FULL)
    with qtbot.assertNotEmitted(page.appearance_changed):
        qtbot.mouseClick(page.text_size.button(200), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.tones, Qt.MouseButton.LeftButton)
    assert page.notice.text
    assert page.text_size.value == 100
    assert page.tones.isChecked()


def test_refreshing_keeps_nothing_anew(page: SettingsPage, store: MemoryPreferences) -> None:
    store.save(Preferences(language="en", tones=False, reduced_motion=True))
    page.refresh()
    assert store.writes == 1
    assert not page.tones.isChecked()
    assert page.still.isChecked()


def test_the_folder_stands_there_as_plain_text(page: SettingsPage, tmp_path: Path) -> None:
    assert str(tmp_path / "patient") in texts(page)


def test_deleting_everything_is_only_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.erase_clicked, timeout=1000):
        qtbot.mouseClick(page.erase, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_reached_and_named(desk: Desk, page: SettingsPage, scale: float) -> None:
    desk.look.choose("light", scale)
    assert_accessible(page)


def test_with_large_text_nothing_scrolls_sideways(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    desk.look.choose("dark", 2.0)
    page.resize(640, 480)
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0, timeout=1000)


# Reminders --------------------------------------------------------------------------------------------


def test_nothing_is_marked_until_it_has_been_said_what_closing_means(
    page: SettingsPage, store: MemoryPreferences
) -> None:
    card = page.reminders
    assert card.when_closed.value is None
    card.when_closed.button(WhenClosed.QUIT).click()
    assert store.get().when_closed is WhenClosed.QUIT
    page.refresh()
    assert card.when_closed.value is WhenClosed.QUIT


def test_notifications_say_what_they_are_about_only_when_that_is_chosen(
    page: SettingsPage, store: MemoryPreferences
) -> None:
    assert not page.reminders.say_what.isChecked()
    page.reminders.say_what.click()
    assert store.get().notifications_say_what


def test_the_start_with_the_computer_is_shown_as_the_computer_has_it(
    page: SettingsPage, store: MemoryPreferences, autostart: FakeAutostart
) -> None:
    assert not page.reminders.autostart.isChecked()
    page.reminders.autostart.click()
    assert autostart.on
    assert store.get().asked_about_autostart
    autostart.on = False  # somebody has switched it off outside
    page.refresh()
    assert not page.reminders.autostart.isChecked()


def test_a_computer_that_refuses_is_told_of_and_the_switch_stays_off(
    page: SettingsPage, autostart: FakeAutostart
) -> None:
    autostart.fail_with = AutostartRefusedError(AutostartRefusedReason.CHARACTER, "/opt/50 %/ryg-app")
    page.reminders.autostart.click()
    assert "/opt/50 %/ryg-app" in page.notice.text
    assert not page.reminders.autostart.isChecked()


def test_a_reminder_can_be_tried(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.try_reminder_clicked, timeout=1000):
        page.reminders.sample.click()
