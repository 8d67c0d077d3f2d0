from __future__ import annotations

from pathlib import Path

import pytest

from ryg_app.application.settings import Settings
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.domain.preferences import Preferences
from tests.fakes import FakeAutostart, FakeVoices, MemoryPreferences

CANNOT = NotSavedError("settings.json", NotSavedReason.READ_ONLY)


class Folder:
    """Remembers whether it was emptied, or refuses to be."""

    path = Path("patient")

    def __init__(self) -> None:
        self.fail_with: NotSavedError | None = None
        self.erased = False

    def erase(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.erased = True

    def in_use(self) -> bool:
        return False

    def health(self) -> tuple[()]:
        return ()


@pytest.fixture
def store() -> MemoryPreferences:
    return MemoryPreferences()


@pytest.fixture
def folder() -> Folder:
    return Folder()


@pytest.fixture
def autostart() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def settings(store: MemoryPreferences, folder: Folder, autostart: FakeAutostart) -> Settings:
    return Settings(store, folder, FakeVoices(), autostart)


def test_before_anything_is_chosen_the_defaults_hold(settings: Settings) -> None:
    assert settings.get() == Preferences()
    assert settings.get().language == "da"


def test_what_is_chosen_is_kept(settings: Settings, store: MemoryPreferences) -> None:
    settings.save(Preferences(language="en", text_percent=150))
    assert store.get() == settings.get() == Preferences(language="en", text_percent=150)


def test_what_could_not_be_saved_changes_nothing(settings: Settings, store: MemoryPreferences) -> None:
    store.fail_with = CANNOT
    with pytest.raises(NotSavedError):
        settings.save(Preferences(language="en"))
    assert settings.get() == Preferences()


def test_the_computer_starts_the_program_only_while_it_is_asked_to(settings: Settings) -> None:
    assert not settings.starts_with_computer()
    settings.start_with_computer(on=True)
    assert settings.starts_with_computer()
    settings.start_with_computer(on=False)
    assert not settings.starts_with_computer()


def test_everything_can_be_deleted_and_the_computer_starts_nothing_any_more(
    settings: Settings, folder: Folder, autostart: FakeAutostart
) -> None:
    settings.start_with_computer(on=True)
    settings.erase()
    assert folder.erased
    assert not autostart.on


def test_what_is_left_after_deleting_is_told(settings: Settings, folder: Folder) -> None:
    folder.fail_with = CANNOT
    with pytest.raises(NotSavedError):
        settings.erase()


def test_where_everything_is_kept_and_how_it_fares_is_told(settings: Settings) -> None:
    assert settings.folder() == Path("patient")
    assert settings.health() == ()
