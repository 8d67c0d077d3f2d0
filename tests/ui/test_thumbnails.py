from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from ryg_app.domain.exercise import Position
from ryg_app.domain.plan import OwnExercise
from ryg_app.domain.plan_draft.edits import add_own
from ryg_app.ui.pages.today.exercise_rows import ExerciseRows
from ryg_app.ui.thumbnails import Thumbnails
from ryg_app.ui.widgets.beside_picture import BesidePicture
from tests.ui.clinic_desk import ClinicDesk
from tests.ui.page_world import new_look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ROOM = QSize(160, 90)
BLUE = QColor("#336699")


@pytest.fixture
def thumbnails(qapp: QApplication) -> Thumbnails:
    return Thumbnails(new_look(qapp, "light", 1.0), ROOM)


def photo(width: int, height: int) -> bytes:
    image, buffer = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(BLUE)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_a_photo_is_shown_whole_in_the_middle(thumbnails: Thumbnails) -> None:
    paint = thumbnails.painter_of(None, None, photo(300, 900))
    assert paint is not None
    pixmap = paint(2.0)
    image = pixmap.toImage()
    assert (pixmap.size(), pixmap.devicePixelRatio()) == (ROOM * 2, 2.0)
    assert image.pixelColor(160, 2) == image.pixelColor(160, 177) == BLUE
    assert image.pixelColor(2, 90).alpha() == image.pixelColor(317, 90).alpha() == 0


def test_bytes_that_are_no_photo_leave_its_place_empty(thumbnails: Thumbnails) -> None:
    paint = thumbnails.painter_of(None, None, b"<svg/>")
    assert paint is not None
    assert paint(1.0).toImage().pixelColor(80, 45).alpha() == 0


def test_with_neither_there_is_no_picture(thumbnails: Thumbnails) -> None:
    assert thumbnails.painter_of(None, None) is None


def test_an_own_exercise_shows_its_photo_in_the_editor_and_as_the_patient_sees_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk, data = ClinicDesk(qapp, tmp_path / "data"), photo(40, 40)
    window = desk.window()
    window.page.start.template.button("disc").click()
    own = OwnExercise("Heel raise", ("Raise your heels.",), Position.STANDING)
    window.editing.edit(lambda draft: add_own(draft, own, {}))
    name = window.editing.plans.named(data)
    pictured = replace(own, pictures=(name,))
    window.editing.edit(
        lambda draft: replace(
            draft,
            pictures={name: data},
            lines=(
                *draft.lines[:-1],
                replace(draft.lines[-1], entry=replace(draft.lines[-1].entry, own=pictured)),
            ),
        )
    )
    shown = [line for rows in window.page.preview.findChildren(ExerciseRows) for line in rows.lines]
    beside = window.page.exercises.rows[window.editing.draft.lines[-1].entry_id].findChild(BesidePicture)
    assert data in [line.photo for line in shown]
    assert beside is not None
    assert beside.shows_picture
    desk.close()
