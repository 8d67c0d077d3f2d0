from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.pages.red_flags import RedFlagsPage
from ryg_app.ui.widgets.card import Card
from tests.ui.accessibility_sweep import assert_accessible, controls
from tests.ui.desk import Desk, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> RedFlagsPage:
    page = RedFlagsPage(desk.app.library, desk.app.settings, desk.words)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def choose(page: RedFlagsPage, region: str) -> None:
    page.region.setCurrentIndex(page.region.findData(region))


def test_every_sign_and_everything_to_do_stands_there_word_for_word(desk: Desk, page: RedFlagsPage) -> None:
    told, flags = texts(page), desk.app.library.red_flags
    for group in (flags.call_now, flags.this_week):
        for text in (group.title, group.lead, *group.signs, *group.what_to_do):
            assert text.en in told


def test_the_signs_to_call_about_at_once_are_set_apart(page: RedFlagsPage) -> None:
    urgent = [card for card in page.findChildren(Card) if card.property("role") == "urgent"]
    assert len(urgent) == 1


def test_it_asks_for_nothing_about_the_patient(page: RedFlagsPage) -> None:
    assert controls(page) == [page.region]


def test_without_a_region_every_number_stands_there_with_its_region(desk: Desk, page: RedFlagsPage) -> None:
    told = texts(page)
    for number in desk.app.library.contacts.numbers_for(None, date(2026, 11, 23)):
        assert number.number in told
    for region in desk.app.library.contacts.regions:
        assert region.name.en in told


def test_a_region_is_kept_and_leaves_its_numbers_and_112(desk: Desk, page: RedFlagsPage) -> None:
    choose(page, "hovedstaden")
    told = texts(page)
    assert "1813" in told
    assert "112" in told
    assert "1818" not in told
    assert desk.app.settings.get().region == "hovedstaden"
    choose(page, "")
    assert "1818" in texts(page)
    assert desk.app.settings.get().region is None


def test_a_full_disk_does_not_stand_in_the_way_of_the_numbers(
    desk: Desk, page: RedFlagsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("settings.json", NotSavedReason.FULL)

    monkeypatch.setattr(type(desk.app.settings), "save", refuse)
    choose(page, "sjaelland")
    assert "1813" not in texts(page)
    assert page.region.currentData() == "sjaelland"
    assert desk.app.settings.get().region is None


def test_a_region_nobody_knows_any_more_shows_every_number(qtbot: QtBot, desk: Desk) -> None:
    desk.app.settings.save(replace(desk.app.settings.get(), region="atlantis"))
    page = RedFlagsPage(desk.app.library, desk.app.settings, desk.words)
    qtbot.addWidget(page)
    page.show()
    assert page.region.currentData() == ""
    assert "1813" in texts(page)


def test_a_number_is_told_to_be_right_as_long_as_that_is_known(desk: Desk, page: RedFlagsPage) -> None:
    assert "Known to be right until 31 December 2026." in texts(page)
    assert "may no longer be in use" not in texts(page)
    desk.at("2027-01-02 09:00")
    page.refresh()
    assert "may no longer be in use" in texts(page)
    assert "Some numbers may have changed" in texts(page)


def test_the_day_of_the_last_check_stands_there(page: RedFlagsPage) -> None:
    assert "Numbers last checked on 22 November 2026." in texts(page)


def test_the_way_back_is_offered_only_where_there_is_one(qtbot: QtBot, page: RedFlagsPage) -> None:
    assert not page.back.isVisible()
    page.show_way_back("Back")
    assert page.back.isVisible()
    with qtbot.waitSignal(page.back_clicked, timeout=1000):
        page.back.click()
    page.show_way_back("")
    assert not page.back.isVisible()


def test_escape_leads_back_where_there_is_a_way_back(qtbot: QtBot, page: RedFlagsPage) -> None:
    with qtbot.assertNotEmitted(page.back_clicked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.show_way_back("Back")
    with qtbot.waitSignal(page.back_clicked, timeout=1000):
        qtbot.keyClick(page.back, Qt.Key.Key_Escape)


def test_refreshing_leaves_no_old_numbers_behind(qtbot: QtBot, page: RedFlagsPage) -> None:
    def count() -> int:
        return len(page.findChildren(QLabel))

    stood = count()
    for _ in range(3):
        page.refresh()
    qtbot.waitUntil(lambda: count() == stood, timeout=1000)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_reached_and_named(desk: Desk, page: RedFlagsPage, scale: float) -> None:
    desk.look.choose("light", scale)
    page.show_way_back("Back")
    assert_accessible(page)


def test_with_large_text_nothing_scrolls_sideways(qtbot: QtBot, desk: Desk, page: RedFlagsPage) -> None:
    desk.look.choose("dark", 2.0)
    page.resize(640, 480)
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0, timeout=1000)


def test_whom_to_call_comes_before_what_can_wait_where_there_is_no_room_beside(
    qapp: QApplication, page: RedFlagsPage
) -> None:
    def tops() -> tuple[int, int]:
        qapp.processEvents()
        qapp.processEvents()
        return page.numbers.mapTo(page, QPoint()).y(), page.this_week.mapTo(page, QPoint()).y()

    for width in (1200, 700, 1200):
        page.resize(width, 900)
        numbers, this_week = tops()
        assert numbers < this_week
        beside = page.numbers.geometry().left() > page.this_week.geometry().right()
        assert beside == (width == 1200)
