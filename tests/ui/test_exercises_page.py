from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ryg_app.application.course import Course
from ryg_app.application.library import ExerciseView, Library
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.plan import PlanFile
from ryg_app.ui.figure import LoopingFigure
from ryg_app.ui.pages.exercises import ExercisesPage
from ryg_app.ui.pages.exercises.detail import ExerciseDetail
from ryg_app.ui.pictures import LARGEST_SIDE_PX, picture
from ryg_app.wording.sentences import error_sentence
from tests.builders import at, course_record, plan
from tests.fakes import FakeClock, MemoryCourseRecords, MemoryPlanShelf
from tests.plans import exercises
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
    from collections.abc import Callable

    from ryg_app.domain.session import SessionExercise

A_PLAN = plan()
TUESDAY = at("2026-11-24 09:00")
ROOM = QSize(520, 390)


def encoded(width: int, height: int, kind: bytes = b"PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def shown(qtbot: QtBot, qapp: QApplication, library: Library, scale: float = 1.0) -> ExercisesPage:
    page = ExercisesPage(library, ENGLISH, new_look(qapp, "light", scale))
    qtbot.addWidget(page)
    show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[scale], 640)
    return page


def detail(page: ExercisesPage) -> ExerciseDetail:
    assert page.detail is not None
    QApplication.processEvents()
    return page.detail


def texts(page: ExercisesPage) -> set[str]:
    return {label.text() for label in detail(page).findChildren(QLabel)}


def names(page: ExercisesPage) -> list[str]:
    return [choice.accessibleName() for choice in page.choices]


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> ExercisesPage:
    return shown(qtbot, qapp, World(A_PLAN, TUESDAY).library)


def test_the_plans_exercises_come_first_with_their_dose(page: ExercisesPage) -> None:
    assert names(page) == [
        "Pelvic tilt. 5 repetitions · hold 5 s",
        "Knee to chest. Not in this part of your plan",
        "Nerve glide, seated. 5 repetitions · the side that hurts",
        "Tåhævninger. Not in this part of your plan",
    ]


def test_an_exercise_outside_the_plan_can_be_read_and_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    entries = tuple(entry for entry in A_PLAN.exercises if entry.entry_id != "knee_to_chest")
    phases = tuple(
        replace(p, doses={k: d for k, d in p.doses.items() if k != "knee_to_chest"}) for p in A_PLAN.phases
    )
    world = World(replace(A_PLAN, exercises=entries, phases=phases), TUESDAY)
    assert names(shown(qtbot, qapp, world.library))[-1] == "Knee to chest. Not in your plan"


def test_without_a_plan_all_three_are_shown_without_remarks(qtbot: QtBot, qapp: QApplication) -> None:
    assert names(shown(qtbot, qapp, World().library)) == [
        "Pelvic tilt",
        "Knee to chest",
        "Nerve glide, seated",
    ]


def test_everything_about_the_chosen_exercise_is_shown(page: ExercisesPage) -> None:
    variant = exercises()["pelvic_tilt"].variant(None)
    words = variant.words["en"]
    cautions = {caution.en for caution in exercises()["pelvic_tilt"].cautions}
    expected = {words.title, words.start, words.feel, words.avoid, *words.steps, *cautions}
    assert expected <= texts(page)
    assert {"Lying on your back", "5 repetitions · hold 5 s", A_PLAN.exercises[0].note} <= texts(page)


def test_the_list_is_one_tab_stop_that_the_arrow_keys_move_in(qtbot: QtBot, page: ExercisesPage) -> None:
    page.choices[0].setFocus()
    qtbot.keyClick(page.choices[0], Qt.Key.Key_Down)
    qtbot.keyClick(page.choices[1], Qt.Key.Key_Return)
    assert detail(page).accessibleName() == "Knee to chest"
    stops = [c for c in page.choices if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [page.choices[1]]


def test_the_chosen_exercise_is_told_to_assistive_technology(page: ExercisesPage) -> None:
    page.choices[2].click()
    faces = [QAccessible.queryAccessibleInterface(choice) for choice in page.choices]
    assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}
    assert [bool(face.state().checked) for face in faces] == [False, False, True, False]


def test_another_way_of_doing_it_changes_the_words_and_what_is_tried(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    page.choices[2].click()
    variants = detail(page).variants
    assert variants is not None
    variants.choose("lying")
    assert detail(page).accessibleName() == "Nerve glide, lying"
    with qtbot.waitSignal(page.try_clicked) as tried:
        detail(page).try_once.click()
    exercise: SessionExercise
    view: ExerciseView
    exercise, view = tried.args
    assert (exercise.entry_id, exercise.position.value) == ("slider", "supine")
    assert view.variant is not None
    assert view.variant.name == "lying"


def test_an_own_exercise_can_be_tried_too(qtbot: QtBot, page: ExercisesPage) -> None:
    page.choices[3].click()
    with qtbot.waitSignal(page.try_clicked) as tried:
        detail(page).try_once.click()
    assert tried.args[0].entry_id == "heel_raise"


def test_a_refresh_keeps_what_was_chosen(page: ExercisesPage) -> None:
    page.choices[2].click()
    variants = detail(page).variants
    assert variants is not None
    variants.choose("lying")
    page.refresh()
    assert detail(page).accessibleName() == "Nerve glide, lying"


def test_a_refresh_shows_a_plan_that_came_meanwhile(qtbot: QtBot, qapp: QApplication) -> None:
    world = World(now=TUESDAY)
    page = shown(qtbot, qapp, world.library)
    page.choices[2].click()
    world.planning.adopt(world.planning.file_for(A_PLAN))
    page.refresh()
    assert len(page.choices) == 4


class _GonePlan(MemoryPlanShelf):
    def get(self, plan_id: str, revision: int) -> PlanFile:
        raise DamagedFileError("a.rygplan")


def library_of(shelf: MemoryPlanShelf) -> Library:
    course = Course(MemoryCourseRecords(course_record()), shelf, FakeClock(TUESDAY))
    world = World()
    return Library(
        course,
        exercises(),
        {},
        world.library.contacts,
        world.library.red_flags,
        world.library.intended_use,
    )


def test_a_plan_that_cannot_be_read_still_leaves_the_catalogue(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, library_of(_GonePlan()))
    assert len(page.choices) == 3
    assert page.notice.text == error_sentence(ENGLISH, DamagedFileError("a.rygplan"))


def test_own_pictures_are_shown_with_a_name_and_a_broken_one_with_a_sentence(
    qtbot: QtBot, qapp: QApplication
) -> None:
    *others, own = A_PLAN.exercises
    assert own.own is not None
    pictured = replace(own, own=replace(own.own, pictures=("good", "broken")), note="<b>loud</b>")
    with_pictures = replace(A_PLAN, exercises=(*others, pictured))
    pictures = {"good": encoded(800, 600), "broken": b"not a picture"}
    page = shown(qtbot, qapp, library_of(MemoryPlanShelf([PlanFile(with_pictures, pictures, b"")])))
    page.choices[3].click()
    labels = detail(page).findChildren(QLabel)
    assert [x.accessibleName() for x in labels if not x.pixmap().isNull()] == ["Picture 1 of Tåhævninger"]
    assert {"A picture could not be shown.", "<b>loud</b>"} <= texts(page)
    formats = {label.textFormat() for label in labels if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_large_picture_is_read_no_larger_than_its_room(qapp: QApplication) -> None:
    image = picture(encoded(2000, 1000), ROOM)
    assert image is not None
    assert (image.width(), image.height()) == (520, 260)


def test_a_small_picture_keeps_its_size(qapp: QApplication) -> None:
    image = picture(encoded(40, 30), ROOM)
    assert image is not None
    assert image.size() == QSize(40, 30)


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: encoded(40, 30)[:60],
        lambda: encoded(40, 30, b"BMP"),
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["empty", "cut short", "another kind", "a drawing"],
)
@pytest.mark.qt_log_ignore("libpng error", extend=True)
def test_what_is_not_a_picture_we_show_is_left_out(qapp: QApplication, make: Callable[[], bytes]) -> None:
    assert picture(make(), ROOM) is None


def test_a_picture_with_an_absurd_size_is_left_out(qapp: QApplication) -> None:
    assert picture(encoded(LARGEST_SIDE_PX + 1, 1), ROOM) is None


@pytest.mark.qt_log_ignore("allocation limit", extend=True)
def test_a_small_file_of_a_huge_picture_is_left_out(qapp: QApplication) -> None:
    side = 4200  # 70 MB when unpacked
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    rows = zlib.compress(bytes((4 * side + 1) * side), 9)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    assert len(bomb) < 300_000
    assert picture(bomb, ROOM) is None


def chunk(kind: bytes, content: bytes) -> bytes:
    checked = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)


def movement(page: ExercisesPage) -> LoopingFigure:
    found = detail(page).movement
    assert found is not None
    return found


def test_the_movement_runs_only_while_the_page_is_seen(page: ExercisesPage) -> None:
    assert movement(page).moving
    page.hide()
    assert not movement(page).moving
    page.show()
    assert movement(page).moving


def test_with_reduced_motion_the_picture_stands_still(page: ExercisesPage) -> None:
    page.set_still(True)
    assert not movement(page).moving
    assert movement(page).figure.instant.still
    page.choices[2].click()
    detail(page)
    assert not movement(page).moving
    page.set_still(False)
    assert movement(page).moving


def test_the_movement_is_an_image_with_a_name(page: ExercisesPage) -> None:
    page.choices[2].click()
    face = QAccessible.queryAccessibleInterface(movement(page).figure)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "Nerve glide, seated"
    assert exercises()["sciatic_slider"].variant("seated").words["en"].steps[0] in face.text(
        QAccessible.Text.Description
    )


def test_the_movement_is_that_of_the_chosen_way(page: ExercisesPage) -> None:
    page.choices[2].click()
    seated = movement(page).figure.grab().toImage()
    variants = detail(page).variants
    assert variants is not None
    variants.choose("lying")
    assert movement(page).figure.grab().toImage() != seated


def test_an_own_exercise_has_no_figure(page: ExercisesPage) -> None:
    page.choices[3].click()
    assert detail(page).movement is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_nameless_or_too_small(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    page = shown(qtbot, qapp, World(A_PLAN, TUESDAY).library, scale)
    for choice in page.choices:
        choice.click()
        qapp.processEvents()
        qapp.processEvents()
        assert cut_off(page) == []
        assert nameless(page) == []
        assert too_small(page) == []
