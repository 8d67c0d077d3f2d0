"""What else the diary keeps of a day and of the course, through the page."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ryg_app.domain.course import Appointment, Pause
from ryg_app.domain.diary import Answers, HeatCold, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.review import ActivityScore, GlobalChange
from ryg_app.ui.pages.diary import DiaryPage
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

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY, YESTERDAY = date(2026, 12, 8), date(2026, 12, 7)
EVENING = at("2026-12-08 19:42")
REVIEW_EVENING = at("2026-12-14 19:42")
A_DAY = timedelta(days=1)


def page_of(qtbot: QtBot, qapp: QApplication, world: World, text_scale: float = 1.0) -> DiaryPage:
    look = new_look(qapp, "light", text_scale)
    page = DiaryPage(world.diary, world.planning, world.questions, world.reviews, ENGLISH, look)
    qtbot.addWidget(page)
    return page


def shown(qtbot: QtBot, qapp: QApplication, world: World) -> DiaryPage:
    page = page_of(qtbot, qapp, world)
    show(qapp, page)
    return page


def evening(now: datetime = EVENING) -> World:
    return World(plan(), now)


def test_symptoms_are_folded_away_and_nothing_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    further = shown(qtbot, qapp, evening()).form.further
    assert not further.rows["tingling"].isVisible()
    assert further.heading.text() == "Other symptoms and a note"
    assert {row.value for row in further.rows.values()} == {None}


def test_symptoms_stand_with_the_line_that_nobody_reads_along(qtbot: QtBot, qapp: QApplication) -> None:
    further = shown(qtbot, qapp, evening()).form.further
    further.is_open = True
    assert further.nobody_reads.isVisible()
    assert further.nobody_reads.text().startswith("Nobody reads along.")
    between = further.nobody_reads.y() - further.rows["weakness"].geometry().bottom()
    assert 0 < between < 30


def test_everything_folded_away_is_kept_and_counted(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    rows = page.form.further.rows
    said = {
        "morning": MorningLeg.SLIGHTLY_WORSE,
        "tingling": SymptomChange.MORE,
        "weakness": SymptomChange.ABSENT,
        "woken": False,
        "heat_cold": HeatCold.HEAT,
        "painkillers": True,
    }
    for name, value in said.items():
        rows[name].choose(value)
    page.form.longest.field.minutes = 12
    page.footer.save.click()
    kept = world.days.get(TODAY).answers
    assert {name: getattr(kept, name) for name in said} == said
    assert kept.longest_walk_minutes == 12
    assert page.form.further.heading.text() == "Other symptoms and a note · 6 answers"


def test_a_day_that_has_gone_is_asked_about_its_own_morning(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    morning = page.form.further.rows["morning"]
    assert morning.accessibleName() == "The leg this morning"
    page.show_day(YESTERDAY)
    assert morning.accessibleName() == "The leg that morning"
    assert morning.button(MorningLeg.AS_USUAL).accessibleName() == "The leg that morning: As usual"


def test_the_walks_stand_beside_what_was_planned_that_day(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    assert page.form.walks_caption.text() == "Walks · planned: 3 × 5 min"
    page.show_day(date(2026, 11, 20))
    assert page.form.walks_caption.text() == "Walks"


def test_the_answers_of_a_day_are_deleted_and_put_back(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    answers = Answers(3, 5, LegExtent.THIGH, (15, 5), "Sat down", tingling=SymptomChange.LESS)
    before = world.diary.save(YESTERDAY, answers)
    page = shown(qtbot, qapp, world)
    assert not page.footer.delete.isVisible()
    page.show_day(YESTERDAY)
    page.footer.delete.click()
    assert world.days.get(YESTERDAY).answers.is_empty()
    assert page.form.answers.is_empty()
    assert page.footer.status.text() == "The answers of the day are deleted"
    assert page.footer.undo.hasFocus()
    assert not page.beside.month.day_button(YESTERDAY).is_filled
    page.footer.undo.click()
    assert world.days.get(YESTERDAY) == before
    assert page.form.answers == answers


def test_a_deletion_that_fails_leaves_the_day_and_can_be_tried_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = evening()
    world.diary.save(TODAY, Answers(back=3))
    page = shown(qtbot, qapp, world)
    world.fill_the_disk()
    page.footer.delete.click()
    assert page.problem.text
    assert page.form.answers == Answers(back=3)
    world.make_room_on_the_disk()
    page.problem.action_pressed.emit()
    assert world.days.get(TODAY).answers.is_empty()


def test_a_session_is_said_done_on_its_own_day_and_taken_back(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.show_day(YESTERDAY)
    card = page.beside.that_day
    assert [button.text() for button in card.buttons] == ["Morning exercises", "Afternoon exercises"]
    card.buttons[0].click()
    assert [record.number for record in world.days.get(YESTERDAY).sessions] == [1]
    (line,) = card.done_list.texts
    assert line.endswith("done without the computer · written on Tuesday, 8 December")
    assert [button.text() for button in card.buttons] == ["Afternoon exercises"]
    card.done_list.undo_button().click()
    assert world.days.get(YESTERDAY).sessions == ()
    assert len(card.buttons) == 2


def test_today_becomes_a_bad_day_with_the_light_version_and_is_one_no_longer(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    card = page.beside.that_day
    card.bad_day.click()
    assert world.today.view().is_flare
    assert len(card.buttons) == 1
    assert "light version" in card.bad_day_note.text()
    card.bad_day.click()
    assert not world.today.view().is_flare
    assert not card.bad_day_note.isVisible()


def test_a_past_day_called_bad_keeps_what_was_planned(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.show_day(YESTERDAY)
    card = page.beside.that_day
    card.bad_day.click()
    assert world.diary.view(YESTERDAY).is_called_bad
    assert len(card.buttons) == 2
    assert card.bad_day_note.text().startswith("Said afterwards")


def test_what_cannot_be_kept_beside_the_form_is_said_and_tried_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    world.fill_the_disk()
    page.beside.that_day.bad_day.click()
    assert page.beside.notice.text
    assert not page.beside.that_day.bad_day.isChecked()
    world.make_room_on_the_disk()
    page.beside.notice.action_pressed.emit()
    assert page.beside.that_day.bad_day.isChecked()
    assert page.beside.notice.text == ""


def test_a_question_is_written_struck_out_and_asked_again(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    card = page.beside.asking
    assert not card.field.isVisible()
    card.opener.heading.click()
    assert card.field.hasFocus()
    qtbot.keyClicks(card.field, " May I cycle? ")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    card.field.setText("How long do I rest?")
    card.add.click()
    assert card.field.text() == ""
    assert card.opener.heading.text() == "Questions for my physiotherapist · 2"
    card.lines[0].button.click()
    assert [line.question.text for line in card.lines] == ["How long do I rest?", "May I cycle?"]
    assert card.lines[1].label.accessibleName() == "Struck out: May I cycle?"
    assert card.lines[1].button.hasFocus()
    card.lines[1].button.click()
    assert len(world.records.get().open_questions()) == 2


def test_a_question_that_cannot_be_kept_stays_in_its_field(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, evening())
    page.beside.asking.field.setText("Am I 010190-1234?")
    page.beside.asking.add.click()
    assert "CPR number" in page.beside.notice.text
    assert page.beside.asking.field.text() == "Am I 010190-1234?"


def test_an_empty_question_is_not_put_on_the_list(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    page.beside.asking.field.setText("   ")
    page.beside.asking.add.click()
    assert world.questions.every() == ()


def test_an_appointment_is_entered_and_removed_in_the_diary(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    visit = page.beside.visit
    visit.opener.click()
    visit.card.save.click()
    assert world.records.get().next_appointment(EVENING) == Appointment(at("2026-12-15 10:00"))
    assert visit.told.text() == "Next appointment: Tuesday, 15 December at 10:00"
    assert visit.card.isHidden()
    visit.opener.click()
    visit.card.remove.click()
    assert world.records.get().next_appointment(EVENING) is None
    assert not visit.told.isVisible()


def test_a_pause_is_entered_corrected_and_taken_back(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening()
    page = shown(qtbot, qapp, world)
    pauses = page.beside.pauses
    pauses.enter.click()
    pauses.form.first.value, pauses.form.last.value = TODAY + 2 * A_DAY, TODAY + 4 * A_DAY
    pauses.form.save.click()
    assert world.records.get().pauses == (Pause(TODAY + 2 * A_DAY, TODAY + 4 * A_DAY),)
    assert pauses.form.isHidden()
    correct, remove = pauses.buttons_of(0)
    correct.click()
    assert (pauses.form.first.value, pauses.form.last.value) == (TODAY + 2 * A_DAY, TODAY + 4 * A_DAY)
    pauses.form.last.value = TODAY + 3 * A_DAY
    pauses.form.save.click()
    assert world.records.get().pauses == (Pause(TODAY + 2 * A_DAY, TODAY + 3 * A_DAY),)
    _correct, remove = pauses.buttons_of(0)
    remove.click()
    assert world.records.get().pauses == ()
    assert pauses.lines == []


def test_a_pause_that_has_begun_keeps_its_first_day_and_is_ended_today(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = evening()
    world.planning.pause(TODAY, TODAY + 5 * A_DAY)
    world.clock.set(EVENING + 2 * A_DAY)
    page = shown(qtbot, qapp, world)
    pauses = page.beside.pauses
    correct, end = pauses.buttons_of(0)
    assert (correct.text(), end.text()) == ("Correct", "End it today")
    correct.click()
    assert not pauses.form.first.isEnabled()
    pauses.form.close_button.click()
    end.click()
    assert world.records.get().pauses == (Pause(TODAY, TODAY + A_DAY),)


@pytest.mark.parametrize("now", [EVENING, REVIEW_EVENING])
def test_the_extra_questions_come_in_review_weeks_only(
    qtbot: QtBot, qapp: QApplication, now: datetime
) -> None:
    page = shown(qtbot, qapp, evening(now))
    assert page.reviewing.isVisible() is (now == REVIEW_EVENING)


def test_a_review_is_answered_corrected_and_undone(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(REVIEW_EVENING)
    page = shown(qtbot, qapp, world)
    card = page.reviewing.card
    assert [field.isVisible() for field in card.fields] == [True, False, False]
    assert not card.fields[0].score.isVisible()
    qtbot.keyClicks(card.fields[0].editor, "Climb the stairs")
    assert card.fields[0].score.accessibleName() == "How difficult is it for you today to: Climb the stairs?"
    card.fields[0].score.choose(4)
    qtbot.keyClicks(card.fields[1].editor, "Sit through a film")
    card.change.choose(GlobalChange.UNCHANGED)
    card.save.click()
    (review,) = world.records.get().reviews
    climbing, sitting = ActivityScore("Climb the stairs", 4), ActivityScore("Sit through a film", None)
    assert (review.activities, review.change) == ((climbing, sitting), GlobalChange.UNCHANGED)
    assert "Climb the stairs: 4 of 10" in card.lines.text()
    assert not card.save.isVisible()
    card.correct.click()
    card.fields[1].score.choose(7)
    card.save.click()
    assert world.records.get().reviews[0].activities[1].score == 7
    card.undo.click()
    assert world.records.get().reviews == (review,)


def test_skipping_is_an_answer_and_the_next_review_knows_the_activities(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = evening(at("2026-11-30 20:00"))
    week = world.reviews.week_of(date(2026, 11, 30))
    assert week is not None
    world.reviews.answer(week, (ActivityScore("Climb the stairs", 4),), None)
    world.clock.set(REVIEW_EVENING)
    page = shown(qtbot, qapp, world)
    card = page.reviewing.card
    assert (card.fields[0].text, card.fields[0].score.value) == ("Climb the stairs", None)
    card.skip.click()
    assert world.records.get().reviews[-1].is_skipped
    assert card.lines.text() == "Skipped on Monday, 14 December."
    card.undo.click()
    assert len(world.records.get().reviews) == 1
    assert card.save.isVisible()


def test_a_review_that_cannot_be_kept_stays_as_it_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(REVIEW_EVENING)
    page = shown(qtbot, qapp, world)
    card = page.reviewing.card
    card.change.choose(GlobalChange.MUCH_BETTER)
    world.fill_the_disk()
    card.save.click()
    assert page.reviewing.notice.text
    page.refresh()
    assert card.change.value is GlobalChange.MUCH_BETTER
    world.make_room_on_the_disk()
    page.reviewing.notice.action_pressed.emit()
    assert world.records.get().reviews[0].change is GlobalChange.MUCH_BETTER
    card.undo.click()
    assert world.records.get().reviews == ()


def test_leaving_the_page_keeps_a_question_and_a_review_that_were_typed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    world = evening(REVIEW_EVENING)
    page = shown(qtbot, qapp, world)
    page.beside.asking.field.setText("May I cycle?")
    page.reviewing.card.change.choose(GlobalChange.UNCHANGED)
    assert page.leave()
    assert [question.text for question in world.questions.every()] == ["May I cycle?"]
    assert world.records.get().reviews[0].change is GlobalChange.UNCHANGED


def test_leaving_the_page_untouched_answers_no_review(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(at("2026-11-30 20:00"))
    week = world.reviews.week_of(date(2026, 11, 30))
    assert week is not None
    world.reviews.answer(week, (ActivityScore("Climb the stairs", 4),), None)
    world.clock.set(REVIEW_EVENING)
    page = shown(qtbot, qapp, world)
    assert page.reviewing.card.fields[0].text == "Climb the stairs"
    assert page.leave()
    assert len(world.records.get().reviews) == 1


def test_what_cannot_be_kept_holds_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    world = evening(REVIEW_EVENING)
    page = shown(qtbot, qapp, world)
    page.reviewing.card.change.choose(GlobalChange.UNCHANGED)
    world.fill_the_disk()
    assert not page.leave()
    world.make_room_on_the_disk()
    assert page.leave()
    page.beside.asking.field.setText("Am I 010190-1234?")
    assert not page.leave()


def test_an_appointment_can_be_entered_without_a_plan_and_a_pause_cannot(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page = shown(qtbot, qapp, World(now=EVENING))
    assert page.beside.visit.opener.isVisible()
    assert not page.beside.pauses.isVisible()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_nothing_is_cut_off_nameless_or_too_small_when_all_is_open(
    qtbot: QtBot, qapp: QApplication, text_scale: float
) -> None:
    world = evening(REVIEW_EVENING)
    world.questions.ask("May I cycle?")
    world.questions.strike_out(world.questions.every()[0])
    world.planning.pause(REVIEW_EVENING.date() + A_DAY, REVIEW_EVENING.date() + 2 * A_DAY)
    world.diary.save(REVIEW_EVENING.date(), Answers(3, 5, LegExtent.THIGH, (15, 5)))
    page = page_of(qtbot, qapp, world, text_scale)
    page.form.further.is_open = page.form.longest.is_open = page.beside.asking.opener.is_open = True
    page.form.walks.chips[0].click()
    page.beside.pauses.enter.click()
    page.beside.visit.opener.click()
    page.reviewing.card.fields[0].editor.setText("Climb the stairs")
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[text_scale], 640)
    assert cut_off(page) == []
    assert nameless(page) == []
    assert too_small(page) == []
