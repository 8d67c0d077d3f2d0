from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter

from ryg_app.domain.exercise import Side, StepKind
from ryg_app.ui.figure import FigureWidget, Instant, LoopingFigure, figure_pixmap, paint_figure
from ryg_app.ui.figure.canvas import Canvas
from ryg_app.ui.figure.painting import view_of
from ryg_app.ui.figure.palette import figure_colors
from ryg_app.ui.figure.scene import paint_panel
from ryg_app.ui.theme import Icons, Look, Scheme, Theme, load_theme
from ryg_app.wording.catalogues import load_words
from tests.figures import FIGURES, figure
from tests.plans import ASSETS, exercises

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SIZES = [(560, 380), (1280, 800), (240, 160), (220, 110), (900, 300), (300, 700)]
BORDER = 3
SEATED = ("sciatic_slider", "seated")
TILT = ("pelvic_tilt", "lying")


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Look:
    return Look(qapp, Icons(tmp_path), "light")


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> FigureWidget:
    widget = FigureWidget(look)
    qtbot.addWidget(widget)
    widget.resize(560, 380)
    widget.show_motion(figure(*SEATED), Side.RIGHT)
    return widget


def blank(size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def picture(names: tuple[str, str], now: Instant, size: tuple[int, int], theme: Theme) -> QImage:
    image = blank(size)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, *size), figure(*names), now, theme)
    painter.end()
    return image


def panel(names: tuple[str, str], size: tuple[int, int], theme: Theme) -> QImage:
    image = blank(size)
    painter = QPainter(image)
    area = QRectF(0, 0, *size)
    canvas = Canvas(painter, area, view_of(figure(*names)))
    paint_panel(canvas, area, theme.radii.card, figure_colors(theme))
    painter.end()
    return image


def border(image: QImage) -> Iterator[QColor]:
    width, height = image.width(), image.height()
    for x in range(width):
        for y in (*range(BORDER), *range(height - BORDER, height)):
            yield image.pixelColor(x, y)
    for y in range(height):
        for x in (*range(BORDER), *range(width - BORDER, width)):
            yield image.pixelColor(x, y)


@pytest.mark.parametrize("names", FIGURES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("side", Side)
def test_nothing_is_ever_cropped(names: tuple[str, str], size: tuple[int, int], side: Side) -> None:
    theme = load_theme("light")
    empty = list(border(panel(names, size, theme)))
    for now in (
        Instant(StepKind.REST, 0.0, side),
        Instant(StepKind.OUT, 0.5, side),
        Instant(StepKind.OUT, 1.0, side, still=True),
        Instant(StepKind.BACK, 1.0, side, still=True),
    ):
        assert list(border(picture(names, now, size, theme))) == empty


@pytest.mark.parametrize("names", FIGURES)
def test_the_body_fills_most_of_its_view(names: tuple[str, str]) -> None:
    view = view_of(figure(*names))
    assert 0.5 < view.width < 1.3
    assert 0.35 < view.height < 1.1


def test_assistive_technology_is_told_of_an_image(shown: FigureWidget) -> None:
    shown.set_description("Nerve glide", "Straighten the knee.")
    told = QAccessible.queryAccessibleInterface(shown)
    assert told.role() is QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Nerve glide"
    assert told.text(QAccessible.Text.Description) == "Straighten the knee."


def test_a_movement_is_seen(shown: FigureWidget) -> None:
    shown.show_moment(StepKind.OUT, 0.2)
    early = shown.grab().toImage()
    shown.show_moment(StepKind.OUT, 0.7)
    assert shown.grab().toImage() != early


def test_every_moment_of_a_still_step_is_the_same_picture(shown: FigureWidget) -> None:
    shown.set_still(True)
    for kind in (StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST):
        pictures = []
        for fraction in (0.1, 0.9):
            shown.show_moment(kind, fraction)
            pictures.append(shown.grab().toImage())
        assert pictures[0] == pictures[1]


def test_stills_of_moving_out_and_moving_back_differ_in_pose_and_arrow(shown: FigureWidget) -> None:
    shown.set_still(True)
    pictures = []
    for kind in (StepKind.OUT, StepKind.BACK, StepKind.REST):
        shown.show_moment(kind, 0.5)
        pictures.append(shown.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]


@pytest.mark.parametrize("names", [names for names in FIGURES if names != TILT])
def test_left_and_right_look_different(names: tuple[str, str]) -> None:
    theme = load_theme("light")
    pictures = [picture(names, Instant(StepKind.OUT, 0.6, side), (400, 300), theme) for side in Side]
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize(("kind", "fraction"), [(StepKind.GET_READY, 0.7), (StepKind.CHANGE_SIDE, 0.2)])
def test_a_moment_that_looks_the_same_is_not_painted_again(
    shown: FigureWidget, kind: StepKind, fraction: float
) -> None:
    before = shown.instant.picture
    shown.show_moment(kind, fraction)
    assert shown.instant.picture == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_figure_stands_out_from_its_ground(scheme: Scheme) -> None:
    colors = figure_colors(load_theme(scheme))
    ground = luminance(colors.panel)
    for color in (colors.guide, colors.leggings.light if scheme == "dark" else colors.leggings.dark):
        brighter, darker = sorted((luminance(color), ground), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= 3


def luminance(color: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    seen = QColor(color)
    return 0.2126 * linear(seen.redF()) + 0.7152 * linear(seen.greenF()) + 0.0722 * linear(seen.blueF())


def test_a_new_theme_reaches_the_figure(shown: FigureWidget, look: Look) -> None:
    middle = shown.rect().center()
    light = shown.grab().toImage().pixelColor(40, middle.y())
    look.choose("dark", 1.0)
    dark = shown.grab().toImage().pixelColor(40, middle.y())
    assert light.lightness() > 200
    assert dark.lightness() < 80


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_thumbnail_has_the_size_asked_for(qapp: QApplication, ratio: float) -> None:
    pixmap = figure_pixmap(figure(*TILT), None, QSize(220, 110), load_theme("light"), pixel_ratio=ratio)
    assert pixmap.deviceIndependentSize().toSize() == QSize(220, 110)
    assert pixmap.width() == 220 * ratio
    assert pixmap.toImage().pixelColor(0, 0).alpha() == 0


@pytest.fixture
def looping(qtbot: QtBot, look: Look) -> LoopingFigure:
    widget = LoopingFigure(look, load_words(ASSETS, "en"))
    qtbot.addWidget(widget)
    dose = exercises()["knee_to_chest"].dose_range.default_dose()
    widget.show_motion(figure("knee_to_chest", "lying"), Side.LEFT, dose)
    return widget


def moves(widget: LoopingFigure) -> bool:
    return widget.moving


def test_a_looping_figure_moves_only_while_it_is_seen(looping: LoopingFigure) -> None:
    assert not moves(looping)
    looping.show()
    assert moves(looping)
    looping.hide()
    assert not moves(looping)
    looping.show()
    assert moves(looping)


def test_space_stops_and_starts_a_looping_figure(qtbot: QtBot, looping: LoopingFigure) -> None:
    looping.show()
    assert looping.button.text() == "Stop the movement"
    qtbot.keyClick(looping.button, Qt.Key.Key_Space)
    assert not moves(looping)
    assert looping.button.text() == "Show the movement"
    looping.hide()
    looping.show()
    assert not moves(looping)
    qtbot.keyClick(looping.button, Qt.Key.Key_Space)
    assert moves(looping)


def test_a_looping_figure_goes_through_the_whole_repetition(looping: LoopingFigure) -> None:
    looping.show()
    seen = []
    for step in range(101):
        looping.show_share(step / 100)
        seen.append(looping.figure.instant.kind)
    assert list(dict.fromkeys(seen)) == [StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST]


def test_with_reduced_motion_nothing_loops(looping: LoopingFigure) -> None:
    looping.show()
    looping.set_still(True)
    assert not moves(looping)
    assert looping.button.isHidden()
    assert looping.figure.instant.kind is StepKind.OUT
    assert looping.figure.instant.still
    looping.set_still(False)
    assert moves(looping)
