from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.exercise import Side
from ryg_app.domain.owed import DayState
from ryg_app.domain.plan import Plan
from ryg_app.ui import figure
from ryg_app.ui.pages.today import TodayPage
from tests.builders import START, at, plan
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

A_PLAN = plan()
FIRST_DAY_OF_PHASE_2 = at("2026-12-07 09:00")
AN_ORDINARY_DAY = at("2026-11-24 09:00")


def page_of(world: World, app: QApplication, text_scale: float = 1.0) -> TodayPage:
    look = new_look(app, "light", text_scale)
    return TodayPage(world.today, world.planning, world.sessions, world.library, world.reviews, ENGLISH, look)


def shown(qtbot: QtBot, qapp: QApplication, world: World) -> TodayPage:
    page = page_of(world, qapp)
    qtbot.addWidget(page)
    show(qapp, page)
    return page


def test_the_next_session_is_shown_with_doses_sides_and_notes(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    tilt, slider = page.exercises.rows.lines
    assert page.exercises.accessibleName() == "Morning exercises"
    assert "5 repetitions · hold 5 s" in tilt.dose
    assert "left side" in slider.dose
    assert tilt.note == "From your physiotherapist: Hold vejret frit."


def test_the_header_tells_the_day_and_the_week(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, at("2026-12-08 19:30")))
    assert page.header.title.text() == "Good evening"
    assert page.header.subtitle.text() == "Tuesday, 8 December · week 3 of 12"


def test_start_hands_over_the_session_that_is_next(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    with qtbot.waitSignal(page.start_clicked) as started:
        qtbot.keyClick(page.exercises.start, Qt.Key.Key_Return)
    assert started.args == [world.today.view().sessions[0].session]


def test_the_next_phase_is_asked_about_on_its_first_day(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, FIRST_DAY_OF_PHASE_2))
    question = page.course.question
    assert question.isVisible()
    assert question.sentence.text() == "According to the plan, phase 2 begins today."


def test_later_the_question_names_the_day_the_phase_began(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, at("2026-12-09 09:00")))
    assert "began on Monday, 7 December" in page.course.question.sentence.text()


def test_no_dose_rises_before_the_patient_has_said_so(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, FIRST_DAY_OF_PHASE_2))
    assert "5 repetitions" in page.exercises.rows.lines[0].dose
    page.course.change.click()
    assert "10 repetitions" in page.exercises.rows.lines[0].dose
    assert not page.course.question.isVisible()


def test_who_stays_is_asked_no_more_but_can_change_quietly(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, FIRST_DAY_OF_PHASE_2))
    page.course.stay.click()
    assert not page.course.question.isVisible()
    assert page.course.later.isVisible()
    page.course.later.click()
    assert "10 repetitions" in page.exercises.rows.lines[0].dose


def test_a_bad_day_shows_the_light_version_until_it_is_taken_back(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    page.exercises.bad_day.click()
    assert [line.dose for line in page.exercises.rows.lines] == ["5 repetitions · hold 3 s"]
    assert page.exercises.flare.isVisible()
    page.exercises.not_after_all.click()
    assert len(page.exercises.rows.lines) == 2
    assert not page.exercises.flare.isVisible()


def test_without_a_light_version_a_bad_day_offers_a_pause(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(plan(flare=None), AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    page.exercises.bad_day.click()
    assert world.today.view().owed.state is DayState.ORDINARY  # type: ignore[union-attr]
    assert page.exercises.offer_pause.isVisible()
    page.exercises.pause_today.click()
    assert world.today.view().owed.state is DayState.PAUSED  # type: ignore[union-attr]
    page.exercises.end_pause.click()
    assert page.exercises.start.isVisible()


def test_a_pause_tells_its_last_day_and_can_be_ended(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    world.planning.pause(world.diary.today(), world.diary.today() + timedelta(days=4))
    page = shown(qtbot, qapp, world)
    assert page.exercises.line.text().startswith("The course is paused until Saturday, 28 November.")
    page.exercises.end_pause.click()
    assert page.exercises.start.isVisible()


def test_a_session_done_without_the_computer_can_be_taken_back(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    page.exercises.done.click()
    assert page.exercises.done_list.texts == ["✓ Morning exercises · at 09:00 · done without the computer"]
    assert page.exercises.accessibleName() == "Afternoon exercises"
    page.exercises.done_list.undo_button().click()
    assert world.today.view().log.sessions == ()
    assert page.exercises.accessibleName() == "Morning exercises"


def test_a_double_click_marks_one_session_only(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    page.exercises.done.click()
    world.clock.advance(0.3)
    page.exercises.done.click()
    assert len(world.today.view().log.sessions) == 1


def test_when_all_is_done_the_page_says_so_without_praise(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    for _session in range(2):
        page.exercises.done.click()
        world.clock.advance(60)
    expected = "Today's exercises are done\nNext, according to the plan: tomorrow, Wednesday, 25 November"
    assert page.exercises.line.text() == expected
    assert not page.exercises.start.isVisible()
    assert page.exercises.done_list.undo_button().hasFocus()


def test_a_session_under_way_is_offered_to_go_on_with(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    guided = world.sessions.start(world.today.view().sessions[0].session)
    world.open_sessions.save(guided.opened)
    page = shown(qtbot, qapp, world)
    assert "from 09:00" in page.exercises.under_way.sentence.text()
    assert not page.exercises.start.isVisible()
    with qtbot.waitSignal(page.take_up_clicked) as taken_up:
        page.exercises.take_up.click()
    with qtbot.waitSignal(page.give_up_clicked) as given_up:
        page.exercises.give_up.click()
    assert taken_up.args == given_up.args == [guided.opened]


def test_the_side_is_asked_for_once_before_start(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(plan(affected_side=None), AN_ORDINARY_DAY))
    assert page.exercises.side.isVisible()
    assert not page.exercises.start.isEnabled()
    page.exercises.side.choose(Side.RIGHT)
    assert not page.exercises.side.isVisible()
    assert page.exercises.start.isEnabled()
    assert "right side" in page.exercises.rows.lines[1].dose


def test_without_a_plan_there_are_two_ways_to_one(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World())
    assert not page.course.isVisible()
    with qtbot.waitSignal(page.open_plan_clicked):
        page.exercises.open_plan.click()
    with qtbot.waitSignal(page.general_plan_clicked):
        page.exercises.general_plan.click()


def test_before_the_course_the_page_tells_when_it_begins(qtbot: QtBot, qapp: QApplication) -> None:
    world = World()
    world.planning.adopt(world.planning.file_for(A_PLAN), START + timedelta(days=2))
    page = shown(qtbot, qapp, world)
    assert page.exercises.line.text() == "The course begins on Wednesday, 25 November."
    assert page.course.bar.value() == 0


def test_the_closing_note_comes_on_the_first_day_after_only(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, at("2027-02-15 09:00"))
    page = shown(qtbot, qapp, world)
    assert page.course.note.text().startswith("The course ends.")
    world.clock.set(at("2027-02-16 09:00"))
    page.refresh()
    assert page.course.note.text().startswith("The course has ended.")
    assert page.course.bar.value() == 12


def test_a_review_week_begins_with_a_note(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, at("2026-11-30 09:00")))
    assert page.course.note.text() == "Week 2: arrange a review with your physiotherapist or doctor."


def test_a_review_week_tells_that_questions_wait_until_they_are_skipped(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = World(A_PLAN, at("2026-12-01 19:00"))
    page = shown(qtbot, qapp, world)
    assert page.review.sentence.text() == "Week 2: two extra questions wait in the diary."
    with qtbot.waitSignal(page.diary_clicked):
        page.review.answer.click()
    world.fill_the_disk()
    page.review.skip.click()
    assert page.review.isVisible()
    world.make_room_on_the_disk()
    page.notice.action_pressed.emit()
    assert not page.review.isVisible()
    assert world.records.get().reviews[0].is_skipped


def test_no_questions_wait_in_another_week(qtbot: QtBot, qapp: QApplication) -> None:
    assert not shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY)).review.isVisible()


def test_the_day_takes_four_presses(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    day, walk = page.answering.day, page.answering.walk
    controls = (
        day.back.button(3),
        day.leg.button(5),
        day.extent.button(LegExtent.THIGH),
        walk.walks.buttons[10],
    )
    for control in controls:
        qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
    assert world.days.get(world.diary.today()).answers == Answers(3, 5, LegExtent.THIGH, (10,))
    assert day.status.text() == walk.status.text() == "Saved at 09:00"


def test_the_day_takes_five_keys_and_tabs_between(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    page.answering.day.back.button(0).setFocus()
    for key in ("3", Qt.Key.Key_Tab, "1", "0", Qt.Key.Key_Tab, Qt.Key.Key_Space):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    assert world.days.get(world.diary.today()).answers == Answers(3, 10, LegExtent.NONE)


def test_nothing_is_chosen_before_the_patient_chooses(qtbot: QtBot, qapp: QApplication) -> None:
    day = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY)).answering.day
    assert (day.back.value, day.leg.value, day.extent.value) == (None, None, None)


def test_a_tap_that_could_not_be_saved_stays_and_can_be_tried_again(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    world.fill_the_disk()
    page.answering.day.back.choose(4)
    page.answering.walk.walks.buttons[5].click()
    assert page.answering.day.back.value == 4
    assert page.answering.day.status.text() == page.answering.walk.status.text() == "Not saved"
    assert page.answering.notice.text
    page.refresh()
    assert page.answering.day.back.value == 4
    world.make_room_on_the_disk()
    page.answering.notice.action_pressed.emit()
    assert world.days.get(world.diary.today()).answers == Answers(back=4, walks=(5,))
    assert page.answering.notice.text == ""
    assert page.answering.day.status.text() == "Saved at 09:00"


def test_an_answer_keeps_what_the_diary_has_saved_meanwhile(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    world.diary.save(world.diary.today(), Answers(leg=7, note="A long walk"))
    page.answering.day.back.choose(2)
    assert world.days.get(world.diary.today()).answers == Answers(back=2, leg=7, note="A long walk")


def test_a_tap_after_the_day_has_ended_is_not_put_on_the_next(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, at("2026-11-25 02:59"))
    page = shown(qtbot, qapp, world)
    page.answering.day.back.choose(6)
    world.clock.set(at("2026-11-25 03:01"))
    page.answering.day.leg.choose(8)
    assert world.days.get(world.diary.today()).answers.is_empty()
    assert page.answering.day.leg.value is None
    assert "A new day has begun" in page.answering.notice.text
    assert page.header.subtitle.text().startswith("Wednesday, 25 November")


def test_the_last_walk_can_be_undone_back_to_not_answered(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    walk = page.answering.walk
    walk.walks.buttons[10].click()
    walk.walks.buttons[20].click()
    assert walk.walks.total.text() == "30 min in all"
    walk.undo.click()
    assert [chip.text() for chip in walk.walks.chips] == ["10 min"]
    walk.undo.click()
    assert world.days.get(world.diary.today()).answers.walked_minutes is None
    assert not walk.undo.isVisible()


def test_an_action_that_fails_says_why_and_can_be_tried_again(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    world.fill_the_disk()
    page.exercises.done.click()
    assert page.notice.text
    assert world.today.view().log.sessions == ()
    world.make_room_on_the_disk()
    page.notice.action_pressed.emit()
    assert len(world.today.view().log.sessions) == 1
    assert page.notice.text == ""


def test_an_appointment_is_entered_corrected_and_removed_by_keyboard(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = World(A_PLAN, AN_ORDINARY_DAY)
    page = shown(qtbot, qapp, world)
    card = page.appointment_card
    qtbot.keyClick(page.appointment, Qt.Key.Key_Return)
    assert card.isVisible()
    qtbot.keyClick(card.date_field, Qt.Key.Key_Up)
    qtbot.keyClick(card.date_field, Qt.Key.Key_Return)
    assert page.appointment.accessibleName() == "Next appointment: Wednesday, 2 December at 10:00"
    page.appointment.click()
    qtbot.keyClick(card.time_field, Qt.Key.Key_Up)
    card.save.click()
    assert world.records.get().next_appointment(world.clock.now()) == Appointment(at("2026-12-02 11:00"))
    page.appointment.click()
    card.remove.click()
    assert world.records.get().next_appointment(world.clock.now()) is None
    assert page.appointment.accessibleName() == "Enter your next appointment"


def test_an_offer_or_a_warning_waits_to_be_seen_while_the_day_is_filled_in(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    page.notice.show_message("warning", "A file was damaged", close="Close")
    page.appointment.click()
    page.appointment_card.save.click()
    assert page.notice.text == "A file was damaged"
    page.notice.show_message("success", "Saved: b.rygbackup", close="Close")
    page.appointment.click()
    page.appointment_card.save.click()
    assert page.notice.text == ""


def test_keeping_an_appointment_does_not_make_the_page_jump(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    page.resize(900, 420)
    page.appointment.click()
    qtbot.keyClick(page.appointment_card.date_field, Qt.Key.Key_Return)
    assert page.appointment.hasFocus()
    assert page.area.verticalScrollBar().value() == 0


@pytest.mark.parametrize("answer", ["change", "stay"])
def test_a_key_pressed_once_more_does_not_turn_the_answer_about_the_phase(
    qtbot: QtBot, qapp: QApplication, answer: str
) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, FIRST_DAY_OF_PHASE_2))
    button = getattr(page.course, answer)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert QApplication.focusWidget() not in {page.course.change, page.course.stay, page.course.later}


def test_beginning_stands_above_the_exercises_and_is_the_main_thing(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    assert page.exercises.start.geometry().bottom() < page.exercises.rows.geometry().top()
    assert page.main_thing() is page.exercises.start


def test_an_appointment_in_the_past_is_not_taken(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(A_PLAN, at("2026-11-24 15:00"))
    page = shown(qtbot, qapp, world)
    page.appointment.click()
    for _day in range(7):
        page.appointment_card.date_field.stepDown()
    page.appointment_card.save.click()
    assert page.appointment_card.problem.isVisible()
    assert world.records.get().appointments == ()


def test_escape_closes_the_appointment_and_keeps_it(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    page.appointment.click()
    qtbot.keyClick(page.appointment_card.date_field, Qt.Key.Key_Escape)
    assert not page.appointment_card.isVisible()
    assert page.appointment.hasFocus()


def test_warning_signs_are_one_press_away(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    with qtbot.waitSignal(page.red_flags_clicked):
        page.exercises.red_flags.click()


def test_text_from_a_plan_is_shown_as_it_is(qtbot: QtBot, qapp: QApplication) -> None:
    first, *others = A_PLAN.exercises
    marked_up = replace(first, note="<b>Hold vejret frit</b>")
    page = shown(qtbot, qapp, World(plan(exercises=(marked_up, *others)), AN_ORDINARY_DAY))
    assert "<b>Hold vejret frit</b>" in page.exercises.rows.lines[0].note


STATES: dict[str, tuple[Plan | None, str]] = {
    "no plan": (None, "2026-11-24 09:00"),
    "ordinary": (A_PLAN, "2026-11-24 09:00"),
    "asking": (plan(affected_side=None), "2026-12-08 09:00"),
    "after": (A_PLAN, "2027-02-15 09:00"),
}


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_nameless_or_too_small(
    qtbot: QtBot, qapp: QApplication, state: str, text_scale: float
) -> None:
    plan_in_force, now = STATES[state]
    world = World(plan_in_force, at(now))
    world.planning.note_appointment(Appointment(at("2027-09-22 10:15")))
    page = page_of(world, qapp, text_scale)
    qtbot.addWidget(page)
    page.appointment.click()
    page.answering.walk.walks.buttons[5].click()
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[text_scale], 640)
    assert cut_off(page) == []
    assert nameless(page) == []
    assert too_small(page) == []


def test_each_exercise_has_a_picture_where_there_is_room(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    assert [row.shows_picture for row in page.exercises.rows.rows] == [True, True]
    page.resize(420, 800)
    qapp.processEvents()
    assert [row.shows_picture for row in page.exercises.rows.rows] == [False, False]


def test_pictures_give_way_to_the_largest_text(qtbot: QtBot, qapp: QApplication) -> None:
    page = page_of(World(A_PLAN, AN_ORDINARY_DAY), qapp, 2.0)
    qtbot.addWidget(page)
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[2.0], 640)
    assert [row.shows_picture for row in page.exercises.rows.rows] == [False, False]


def test_a_picture_is_painted_once_however_often_the_day_changes(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []

    def paint(*given: object, **_more: object) -> QPixmap:
        painted.append(given)
        return QPixmap(168, 92)

    monkeypatch.setattr(figure, "figure_pixmap", paint)
    page = shown(qtbot, qapp, World(A_PLAN, AN_ORDINARY_DAY))
    assert len(painted) == 2
    page.exercises.bad_day.click()
    qapp.processEvents()
    page.exercises.not_after_all.click()
    qapp.processEvents()
    assert len(page.exercises.rows.rows) == len(painted) == 2
