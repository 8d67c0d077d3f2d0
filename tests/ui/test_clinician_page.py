from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSpinBox, QWidget

from ryg_app.adapters.plan_file import read_plan_file
from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.plan import ReminderKind
from ryg_app.ui.clinician.dressing import DressedWindow
from ryg_app.ui.clinician.own_page import OwnExercisePage
from ryg_app.ui.clinician.sections.course_section import CourseSection
from ryg_app.ui.clinician.sections.flare_section import FlareSection
from ryg_app.ui.clinician.sections.reminder_section import ReminderSection
from ryg_app.ui.clinician.sections.review_section import ReviewSection
from ryg_app.ui.clinician.sections.rule_section import RuleSection
from ryg_app.ui.clinician.sections.walking_section import WalkingSection
from ryg_app.ui.clinician.sections.words_section import WordsSection
from tests import plans
from tests.keyboard import Keyboard
from tests.ui.accessibility_sweep import assert_accessible, spoken_name
from tests.ui.clinic_desk import ClinicDesk, answer_with
from tests.ui.desk import texts
from tests.ui.page_world import cut_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TypeVar

    from pytestqt.qtbot import QtBot

    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician import ClinicianWindow
    from ryg_app.ui.clinician.sections.section import Section

    S = TypeVar("S", bound=Section)

LEFT_BUTTON = Qt.MouseButton.LeftButton
MOST_CLICKS = 12


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[ClinicDesk]:
    desk = ClinicDesk(qapp, tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def window(desk: ClinicDesk) -> ClinicianWindow:
    window = desk.window()
    window.page.start.template.choose("disc")
    window.page.start.side.choose(Sides.LEFT)
    return window


def draft(window: ClinicianWindow) -> PlanDraft:
    return window.editing.draft


@pytest.mark.parametrize(("typed", "phases"), [("10", 3), ("16", 3), ("4", 2)])
def test_the_first_digit_of_the_weeks_cuts_off_no_phase_that_the_number_keeps(
    window: ClinicianWindow, typed: str, phases: int
) -> None:
    before = draft(window)
    field = opened(window, CourseSection).weeks.findChild(QSpinBox)
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert (draft(window).weeks, len(draft(window).phases)) == (int(typed), phases)
    assert draft(window).phases[:2] == (
        *before.phases[:1],
        replace(before.phases[1], last_week=min(6, int(typed))),
    )
    window.editing.undo()
    assert draft(window) == before


def opened(window: ClinicianWindow, kind: type[S]) -> S:
    section = next(section for section in window.page.sections if isinstance(section, kind))
    section.is_open = True
    QApplication.processEvents()
    return section


class Mouse:
    """Clicks in the middle of what can be seen, and counts."""

    def __init__(self, window: ClinicianWindow) -> None:
        self._area = window.page.area
        self.clicks = 0

    def click(self, control: QWidget) -> None:
        if self._area.isAncestorOf(control):
            self._area.ensureWidgetVisible(control)
        QApplication.processEvents()
        place = QPoint(min(control.width() // 2, 30), control.height() // 2)
        assert control.visibleRegion().contains(place), control.accessibleName()
        QTest.mouseClick(control, LEFT_BUTTON, pos=place)
        self.clicks += 1


def print_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the system's dialog for printers be answered with a printer that writes a file."""

    def answered(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", answered)


def test_the_ordinary_plan_takes_few_clicks(
    qtbot: QtBot, desk: ClinicDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Template, side, two switches, print, save; each of the system's two dialogs takes one click more."""
    window = desk.window()
    answer_with(monkeypatch, tmp_path / "plan.rygplan")
    print_to(monkeypatch, tmp_path / "sheet.pdf")
    mouse, page = Mouse(window), window.page
    mouse.click(page.start.template.button("disc"))
    mouse.click(page.start.side.button(Sides.LEFT))
    mouse.click(page.exercises.rows["knee_to_chest"].switch)
    mouse.click(page.exercises.rows["slider"].switch)
    mouse.click(page.extras_below[0])
    sheet = window.paper.page
    assert sheet is not None
    mouse.click(sheet.print)
    qtbot.waitUntil(sheet.notice.isVisible)
    mouse.click(sheet.back)
    mouse.click(page.save_below)
    dialogs = 2
    plan = read_plan_file(tmp_path / "plan.rygplan", plans.exercises()).plan
    assert [entry.entry_id for entry in plan.exercises] == ["pelvic_tilt", "knee_to_chest"]
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert mouse.clicks + dialogs <= MOST_CLICKS


def test_from_nothing_to_a_printed_sheet_and_a_saved_plan_by_keyboard_alone(
    qtbot: QtBot, desk: ClinicDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window()
    answer_with(monkeypatch, tmp_path / "plan.rygplan")
    print_to(monkeypatch, tmp_path / "sheet.pdf")
    keyboard = Keyboard(window)
    keyboard.go_to("Template: Disc prolapse")
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.go_to("Affected side: Left")
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.go_to("Knee to chest: Repetitions")
    keyboard.press(Qt.Key.Key_Up)
    keyboard.choose("Course · 12 weeks, 3 phases")
    keyboard.go_to("Phase 2 begins in week 3")
    keyboard.press(Qt.Key.Key_Right)
    keyboard.choose("Print the exercise sheet …")
    sheet = window.paper.page
    assert sheet is not None
    keyboard.choose("Print …")
    qtbot.waitUntil(sheet.notice.isVisible)
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.choose("Save plan file …")
    plan = read_plan_file(tmp_path / "plan.rygplan", plans.exercises()).plan
    assert (plan.affected_side, plan.phases[1].first_week) == (Side.RIGHT, 4)
    assert plan.phases[0].doses["knee_to_chest"].repetitions == 3
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")


def test_no_hold_is_offered_for_a_movement_that_glides(window: ClinicianWindow) -> None:
    rows = window.page.exercises.rows
    assert set(rows["slider"].doses.fields) == {"repetitions", "sessions_per_day"}
    assert set(rows["pelvic_tilt"].doses.fields) == {"repetitions", "hold_s", "sessions_per_day"}


def test_what_to_clear_first_stands_beside_every_switch(window: ClinicianWindow) -> None:
    for row in window.page.exercises.rows.values():
        assert row.exercise is not None
        assert row.exercise.for_clinician.en in texts(row)
    assert "chest pain" in texts(opened(window, WalkingSection))


def test_a_dose_belongs_to_the_phase_in_view(window: ClinicianWindow) -> None:
    exercises = window.page.exercises
    assert exercises.phases is not None
    exercises.phases.choose(1)
    exercises.rows["slider"].doses.fields["repetitions"].edited.emit(12)
    assert [phase.doses["slider"].repetitions for phase in draft(window).phases] == [5, 12, 10]
    exercises.copy.click()
    assert [phase.doses["slider"].repetitions for phase in draft(window).phases] == [12, 12, 12]
    assert len({phase.walking for phase in draft(window).phases}) == 3
    walking = opened(window, WalkingSection)
    walking.copy.click()
    assert len({phase.walking for phase in draft(window).phases}) == 1


def test_an_exercise_can_be_left_out_of_a_phase_and_taken_in_again(window: ClinicianWindow) -> None:
    row = window.page.exercises.rows["slider"]
    row.more.is_open = True
    details = row._details
    assert details is not None
    details.leave_out.click()
    assert "slider" not in draft(window).phases[0].doses
    assert "Not in this phase." in texts(row)
    row.take_in.click()
    assert draft(window).phases[0].doses["slider"] == draft(window).phases[1].doses["slider"]


def test_lying_instead_of_seated_is_chosen_under_more(window: ClinicianWindow) -> None:
    window.page.exercises.rows["slider"].more.is_open = True
    details = window.page.exercises.rows["slider"]._details
    assert details is not None
    assert details.variant is not None
    details.variant.choose("lying")
    assert draft(window).line("slider").entry.position is Position.SUPINE
    row = window.page.exercises.rows["slider"]
    assert (row.title, row.more.is_open) == ("Nerve glide, lying", True)
    assert spoken_name(window.focusWidget()) == "Variant: Nerve glide, lying"


def test_a_cpr_number_is_refused_at_its_field(window: ClinicianWindow) -> None:
    words = opened(window, WordsSection)
    words.message.edited.emit("Hello 010203-1234")
    assert "CPR" in words.message.problem
    window.page.save.click()
    assert window.focusWidget() is words.message.control
    words.message.edited.emit("Hello")
    assert words.message.problem == ""


def test_what_is_typed_into_a_field_is_taken_back_at_one_stroke(window: ClinicianWindow) -> None:
    words = opened(window, WordsSection)
    words.title.setFocus()
    QTest.keyClicks(words.title.control, " now")
    assert draft(window).title == "Plan for back and leg now"
    window.editing.undo()
    assert draft(window).title == "Plan for back and leg"


def test_phases_are_moved_with_the_arrow_keys_and_dragged(window: ClinicianWindow) -> None:
    course = opened(window, CourseSection)
    handle = course.bar.handles[0]
    QTest.keyClick(handle, Qt.Key.Key_Right)
    assert draft(window).phases[1].first_week == 4
    assert handle.accessibleName() == "Phase 2 begins in week 4"
    middle = QPoint(handle.width() // 2, handle.height() // 2)
    QTest.mousePress(handle, LEFT_BUTTON, pos=middle)
    two_weeks_left = middle - QPoint(round(course.bar.width() / 12 * 2), 0)
    QTest.mouseMove(handle, two_weeks_left)
    QTest.mouseRelease(handle, LEFT_BUTTON, pos=two_weeks_left)
    assert draft(window).phases[1].first_week == 2


def test_phases_are_split_named_and_removed(window: ClinicianWindow) -> None:
    course = opened(window, CourseSection)
    course.rows[2].split.click()
    course.rows[3].title.edited.emit("To the end")
    assert [phase.title for phase in draft(window).phases][-1] == "To the end"
    course.rows[0].remove.click()
    assert len(draft(window).phases) == len(course.rows) == 3
    course.weeks.edited.emit(4)
    assert draft(window).weeks == 4


def test_walks_can_be_switched_off_and_come_back_as_they_were(window: ClinicianWindow) -> None:
    walking = opened(window, WalkingSection)
    walking.fields.minutes.edited.emit(7)
    before = draft(window).phases[0].walking
    walking.fields.switch.click()
    assert draft(window).phases[0].walking is None
    walking.fields.switch.click()
    assert draft(window).phases[0].walking == before


def test_the_light_version_is_the_physiotherapists_own(window: ClinicianWindow) -> None:
    flare = opened(window, FlareSection)
    flare.rows["slider"].switch.click()
    flare.rows["slider"].doses.fields["repetitions"].edited.emit(3)
    found = draft(window).flare
    assert found is not None
    assert found.doses["slider"].repetitions == 3
    flare.switch.click()
    assert draft(window).flare is None
    flare.switch.click()
    again = draft(window).flare
    assert again is not None
    assert set(again.doses) == {"pelvic_tilt"}


def test_the_rule_card_starts_from_a_text_and_is_written_anew(window: ClinicianWindow) -> None:
    rules = opened(window, RuleSection)
    rules.red.edited.emit("Stop, and ring me.")
    card = draft(window).rule_card
    assert card is not None
    assert (card.red, "step" in card.green) == ("Stop, and ring me.", False)
    rules.switch.click()
    assert draft(window).rule_card is None


def test_reminders_are_added_changed_and_removed(window: ClinicianWindow) -> None:
    reminders = opened(window, ReminderSection)
    reminders.add[ReminderKind.WALK].click()
    assert [rule.kind for rule in draft(window).reminders][-1] is ReminderKind.WALK
    row = reminders.rows[-1]
    row.time.stepBy(1)
    assert draft(window).reminders[-1].at.hour == 16
    row.remove.click()
    assert len(draft(window).reminders) == len(reminders.rows) == 3


def test_review_weeks_are_pressed(window: ClinicianWindow) -> None:
    reviews = opened(window, ReviewSection)
    reviews.buttons[5].click()
    assert draft(window).review_weeks == (2, 4, 6, 8)


# Own exercises and pictures -------------------------------------------------------------------------------


def a_photo(path: Path, size: int = 2400) -> Path:
    image = QImage(size, size // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Location", "55.68N 12.57E")
    assert image.save(str(path))
    return path


def own_page(window: ClinicianWindow) -> OwnExercisePage:
    page = window.stage.currentWidget()
    assert isinstance(page, OwnExercisePage)
    return page


def test_an_own_exercise_with_a_picture_comes_into_the_plan(
    qtbot: QtBot, window: ClinicianWindow, tmp_path: Path
) -> None:
    window.page.exercises.add_own.click()
    page = own_page(window)
    page.take.click()
    assert "Write something here." in texts(page)
    QTest.keyClicks(page.title.control, "Heel raises")
    QTest.keyClicks(page.steps.control, "Lift the heels.")
    page.position.choose(Position.STANDING)
    page.strip.take([a_photo(tmp_path / "photo.png")])
    assert (page.strip.is_busy, page.take.isEnabled()) == (True, False)
    qtbot.waitUntil(lambda: not page.strip.is_busy)
    assert_accessible(page)
    page.take.click()
    assert window.stage.currentWidget() is window.page
    own = draft(window).line("own_1").entry.own
    assert own is not None
    assert (own.title, own.steps, own.position) == ("Heel raises", ("Lift the heels.",), Position.STANDING)
    (data,) = draft(window).pictures.values()
    assert b"55.68N" not in data
    assert QImage.fromData(data).width() == 1600
    window.saving.save(tmp_path / "plan.rygplan")
    saved = read_plan_file(tmp_path / "plan.rygplan", plans.exercises())
    assert list(saved.pictures.values()) == [data]


def test_a_picture_that_is_none_is_refused_in_a_sentence(
    qtbot: QtBot, window: ClinicianWindow, tmp_path: Path
) -> None:
    window.page.exercises.add_own.click()
    page = own_page(window)
    (tmp_path / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    page.strip.take([tmp_path / "drawing.svg"])
    qtbot.waitUntil(lambda: not page.strip.is_busy)
    assert "not a picture RygApp can show" in page.notice.text
    page.cancel.click()
    assert [line.entry_id for line in draft(window).lines] == ["pelvic_tilt", "knee_to_chest", "slider"]


def test_the_logo_is_remembered_and_in_no_plan(
    desk: ClinicDesk, window: ClinicianWindow, tmp_path: Path
) -> None:
    logo = opened(window, WordsSection).logo
    logo.take(a_photo(tmp_path / "logo.png", 400))
    assert desk.clinic.plans.logo() is not None
    assert desk.clinic.plans.finished(draft(window)).pictures == {}
    logo.remove.click()
    assert desk.clinic.plans.logo() is None


# How it looks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "scale"), [("en", 1.0), ("da", 2.0)])
def test_everything_is_named_large_enough_and_not_cut_off(
    desk: ClinicDesk, language: str, scale: float
) -> None:
    window = desk.window(language, text_scale=scale)
    window.resize(1024, 640)
    window.page.start.template.choose("disc")
    window.page.exercises.rows["slider"].more.is_open = True
    for section in window.page.sections:
        section.is_open = True
    for _turn in range(3):
        QApplication.processEvents()
    assert_accessible(window.page)
    # The line inside a field of numbers is as wide as the field leaves it.
    assert [said for said in cut_off(window.page) if "QLineEdit" not in said] == []


def test_the_window_is_made_anew_in_another_language_with_the_same_draft(
    desk: ClinicDesk, qapp: QApplication
) -> None:
    dressed = DressedWindow(qapp, desk.clinic, "en")
    dressed.window.page.start.template.choose("disc")
    view = dressed.window.menuBar().actions()[-1].menu()
    danish = next(action for action in view.actions() if action.text() == "Dansk")  # type: ignore[attr-defined]
    danish.trigger()
    assert dressed.window.page.start.template.value == "disc"
    assert "Ny plan" in texts(dressed.window.page)
    dressed.window.editing.undo()
    assert dressed.window.page.start.template.stop.isEnabled()
    assert desk.clinic.app.settings.get().language == "da"
    assert not any(
        button.text() == "Save plan file …" for button in dressed.window.page.findChildren(QPushButton)
    )
    dressed.window.close()
    dressed.deleteLater()
