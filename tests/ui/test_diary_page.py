from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ryg_app.application.diary import DayMark
from ryg_app.domain.diary import LONGEST_NOTE, Answers, LegExtent
from ryg_app.ui.pages.diary import DiaryPage
from ryg_app.ui.pages.diary.answers import merged
from ryg_app.ui.theme import Scheme
from tests.builders import at, plan
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

EVENING = at("2026-12-08 19:42")
TODAY, YESTERDAY = date(2026, 12, 8), date(2026, 12, 7)
ANSWERS = Answers(3, 5, LegExtent.THIGH, (15,), "Sat down most of the day")


def page_of(world: World, app: QApplication, scheme: Scheme = "light", text_scale: float = 1.0) -> DiaryPage:
    look = new_look(app, scheme, text_scale)
    return DiaryPage(world.diary, world.planning, world.questions, world.reviews, ENGLISH, look)


def shown(qtbot: QtBot, qapp: QApplication, world: World) -> DiaryPage:
    page = page_of(world, qapp)
    qtbot.addWidget(page)
    show(qapp, page)
    return page


def evening(**saved: Answers) -> World:
    world = World(plan(), EVENING)
    for day, answers in saved.items():
        world.diary.save(date.fromisoformat(day.removeprefix("on_").replace("_", "-")), answers)
    return world


def test_an_empty_day_shows_nothing_chosen_and_nothing_typed(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    assert page.form.answers == Answers()
    assert page.form.walks.walks == ()
    assert not page.form.walks.none.isChecked()
    assert page.form.longest.field.field.text() == "–"
    assert not page.has_unsaved


def test_a_day_can_be_filled_in_and_saved_with_the_keyboard_alone(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.button(0).setFocus()
    keys: list[str | Qt.Key] = ["1", "0", Qt.Key.Key_Tab, "4", Qt.Key.Key_Tab, Qt.Key.Key_Down]
    keys += [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space]
    assert page.form.walks.chips == []
    to_what_is_folded_away, to_the_note = 3 * [Qt.Key.Key_Tab], 7 * [Qt.Key.Key_Tab]
    keys += [*to_what_is_folded_away, Qt.Key.Key_Space, *to_the_note, "O", "K"]
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    qtbot.keyClick(page.form.note.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert world.days.get(TODAY).answers == Answers(10, 4, LegExtent.THIGH, (10,), "OK")


def test_a_day_that_has_gone_is_not_asked_about_as_the_last_24_hours(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page = shown(qtbot, qapp, evening())
    assert "over the last 24 hours" in page.form.leg.accessibleName()
    page.show_day(YESTERDAY)
    assert page.form.back.accessibleName() == "How much pain did you have in your back that day, on average?"
    assert page.form.leg.accessibleName() == "How much pain did you have in your leg that day, on average?"
    page.show_day(TODAY)
    assert "over the last 24 hours" in page.form.back.accessibleName()


def test_tab_leaves_the_note(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    page.form.note.editor.setFocus()
    qtbot.keyClick(page.form.note.editor, Qt.Key.Key_Tab)
    assert page.footer.save.hasFocus()


def test_saved_is_said_only_once_it_is_durable(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.choose(3)
    assert page.footer.status.text() == "Not saved yet"
    page.footer.save.click()
    assert world.days.get(TODAY).answers == Answers(back=3)
    assert page.footer.status.text() == "Saved at 19:42 · on this computer only"


def test_a_failed_save_keeps_what_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.answers = Answers()
    page.form.leg.choose(7)
    page.form.note.editor.setPlainText("Slept badly")
    world.fill_the_disk()
    page.footer.save.click()
    assert page.footer.status.text() == "Not saved"
    assert "What you have typed is still here." in page.problem.text
    page.refresh()
    assert page.form.answers == Answers(leg=7, note="Slept badly")
    world.make_room_on_the_disk()
    page.problem.action_pressed.emit()
    assert world.days.get(TODAY).answers == Answers(leg=7, note="Slept badly")
    assert page.problem.text == ""


def test_leaving_the_page_saves_what_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.choose(2)
    assert page.leave()
    assert world.days.get(TODAY).answers == Answers(back=2)


def test_a_page_that_could_not_be_saved_is_not_left(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.choose(2)
    world.fill_the_disk()
    assert not page.leave()
    page.before.click()
    assert page.day == TODAY
    assert page.form.answers == Answers(back=2)


def test_leaving_without_having_typed_writes_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(on_2026_12_08=ANSWERS)
    page = shown(qtbot, qapp, world)
    writes = world.days.writes
    assert page.leave()
    page.before.click()
    page.after.click()
    page.footer.save.click()
    assert world.days.writes == writes
    assert page.form.answers == ANSWERS


def test_going_to_another_day_saves_this_one_and_shows_that(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(on_2026_12_07=ANSWERS)
    page = shown(qtbot, qapp, world)
    page.form.leg.choose(6)
    page.before.click()
    assert page.form.answers == ANSWERS
    assert page.header.subtitle.text() == "Monday, 7 December"
    assert world.days.get(TODAY).answers == Answers(leg=6)


def test_there_is_no_day_after_today(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    assert not page.after.isEnabled()
    assert not page.show_day(date(2026, 12, 9))
    page.before.click()
    assert page.after.isEnabled()


def test_what_was_saved_can_be_undone(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(on_2026_12_08=ANSWERS)
    page = shown(qtbot, qapp, world)
    page.form.answers = ANSWERS
    page.form.back.choose(9)
    page.form.walks.buttons[20].click()
    page.footer.save.click()
    page.footer.undo.click()
    assert world.days.get(TODAY).answers == ANSWERS
    assert page.form.answers == ANSWERS
    assert not page.footer.undo.isVisible()


def test_undoing_never_takes_away_what_was_answered_elsewhere_since(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.choose(4)
    page.footer.save.click()
    assert page.footer.undo.isVisible()
    world.diary.save(TODAY, Answers(back=4, walks=(10,)))
    page.refresh()
    assert not page.footer.undo.isVisible()
    page.undo()
    assert world.days.get(TODAY).answers == Answers(back=4, walks=(10,))


def test_an_undo_that_fails_can_be_tried_again(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.choose(9)
    page.footer.save.click()
    world.fill_the_disk()
    page.footer.undo.click()
    assert world.days.get(TODAY).answers == Answers(back=9)
    world.make_room_on_the_disk()
    page.problem.action_pressed.emit()
    assert world.days.get(TODAY).answers == Answers()


def test_minutes_before_the_leg_was_felt_can_be_stepped_back_to_not_answered(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page = shown(qtbot, qapp, evening())
    page.form.longest.is_open = True
    field = page.form.longest.field.field
    steps = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
        steps.append(page.form.answers.longest_walk_minutes)
    assert steps == [0, 5, 0, None]


def test_nobody_changes_a_note_by_reading_it(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(on_2026_12_07=Answers(note="5\N{NO-BREAK SPACE}minutes"))
    page = shown(qtbot, qapp, world)
    page.show_day(YESTERDAY)
    assert not page.has_unsaved
    page.form.note.editor.insertPlainText("At most ")
    page.save()
    assert world.days.get(YESTERDAY).answers.note == "At most 5 minutes"


def test_a_note_holds_two_thousand_characters_and_no_more(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    page.form.note.editor.setPlainText("å😀" * LONGEST_NOTE)
    assert page.form.answers.note == "å😀" * (LONGEST_NOTE // 2)


def test_a_note_that_is_full_takes_no_more_and_loses_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    editor, note = page.form.note.editor, "😀" + "å" * (LONGEST_NOTE - 2) + "!"
    editor.setPlainText(note)
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    editor.insertPlainText("x😀y")
    assert page.form.answers.note == note
    assert editor.textCursor().position() == 2


def test_a_day_filled_in_later_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening(on_2026_12_06=Answers(back=1)))
    page.show_day(date(2026, 12, 6))
    assert page.marks.text() == "Filled in later, on Tuesday, 8 December."
    page.form.back.choose(2)
    page.footer.save.click()
    assert page.marks.text().endswith("Corrected on Tuesday, 8 December.")


def test_the_sessions_of_the_day_are_listed(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    world.today.done_without_computer(world.today.view().sessions[0].session)
    page = shown(qtbot, qapp, world)
    lines = page.beside.that_day.done_list.texts
    assert lines == ["✓ Morning exercises · at 19:42 · done without the computer"]


def test_the_strip_fills_down_to_the_chosen_part(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    strip = page.form.extent
    strip.choose(LegExtent.KNEE)
    tops = [strip.button(extent).y() for extent in LegExtent]
    assert tops == sorted(tops)
    assert strip.button(LegExtent.KNEE).isChecked()
    picture = strip.grab().toImage()
    leg = new_look(qapp).theme.colors.chart_leg
    colored = [
        picture.pixelColor(17, strip.button(e).geometry().center().y()).name() == leg for e in LegExtent
    ]
    assert colored == [False, True, True, True, False, False]


def test_the_calendar_names_the_days_that_are_filled_in(qtbot: QtBot, qapp: QApplication) -> None:
    month = shown(qtbot, qapp, evening(on_2026_12_07=ANSWERS)).beside.month
    assert (
        month.day_button(YESTERDAY).accessibleName()
        == "Monday, 7 December, filled in, written or corrected later"
    )
    assert month.day_button(TODAY).accessibleName() == "Tuesday, 8 December, today, shown"
    assert not month.day_button(date(2026, 12, 9)).isEnabled()
    assert not month.later.isEnabled()


def test_a_day_written_later_looks_different_from_one_written_in_time(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page = shown(qtbot, qapp, evening())
    button = page.beside.month.day_button(YESTERDAY)
    pictures = []
    for late in (False, True):
        button.show_day(YESTERDAY, DayMark(complete=True, late=late), chosen=False, today=False)
        pictures.append(button.grab().toImage())
    assert pictures[0] != pictures[1]


def test_a_saved_day_gets_its_tick_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    assert not page.beside.month.day_button(TODAY).is_filled
    page.form.back.choose(1)
    page.footer.save.click()
    assert page.beside.month.day_button(TODAY).is_filled


def test_arrow_keys_walk_the_calendar_and_enter_chooses(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    page.beside.month.day_button(TODAY).setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    assert page.day == TODAY
    day = page.beside.month.day_button(date(2026, 11, 23))
    assert day.hasFocus()
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert page.day == date(2026, 11, 23)


def test_the_arrow_keys_stop_at_today(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    page.beside.month.day_button(TODAY).setFocus()
    qtbot.keyClick(page.beside.month.day_button(TODAY), Qt.Key.Key_PageDown)
    assert page.beside.month.day_button(TODAY).hasFocus()


def test_the_calendar_has_one_tab_stop_among_its_days(qtbot: QtBot, qapp: QApplication) -> None:
    month = shown(qtbot, qapp, evening()).beside.month
    month.earlier.click()
    stops = [
        day
        for day in (date(2026, 11, number) for number in range(1, 31))
        if month.day_button(day).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 1


def test_a_new_day_is_shown_when_today_was_on_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(on_2026_12_08=ANSWERS)
    page = shown(qtbot, qapp, world)
    world.clock.set(at("2026-12-09 08:00"))
    page.refresh()
    assert page.day == date(2026, 12, 9)
    assert page.form.answers == Answers()


def test_what_was_typed_before_the_night_stays_on_its_own_day(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.form.back.choose(4)
    world.clock.set(at("2026-12-09 08:00"))
    page.refresh()
    page.footer.save.click()
    assert world.days.get(TODAY).answers == Answers(back=4)


ANY_ANSWERS = st.builds(
    Answers,
    st.none() | st.integers(0, 10),
    st.none() | st.integers(0, 10),
    st.none() | st.sampled_from(LegExtent),
    st.none() | st.integers(0, 600),
    st.text(max_size=3),
)


@given(ANY_ANSWERS, ANY_ANSWERS)
def test_what_nobody_changed_meanwhile_becomes_what_was_typed(stood: Answers, typed: Answers) -> None:
    assert merged(stood, typed, stood) == typed


@given(ANY_ANSWERS, ANY_ANSWERS)
def test_who_typed_nothing_changes_nothing(stood: Answers, kept: Answers) -> None:
    assert merged(stood, stood, kept) == kept


@pytest.mark.parametrize(("scheme", "text_scale"), [("light", 1.0), ("dark", 2.0)])
def test_nothing_is_cut_off_nameless_or_too_small(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, text_scale: float
) -> None:
    world = evening(on_2026_12_07=ANSWERS)
    world.today.done_without_computer(world.today.view().sessions[0].session)
    page = page_of(world, qapp, scheme, text_scale)
    qtbot.addWidget(page)
    page.form.back.choose(3)
    page.footer.save.click()
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[text_scale], 640)
    assert cut_off(page) == []
    assert nameless(page) == []
    assert too_small(page) == []
