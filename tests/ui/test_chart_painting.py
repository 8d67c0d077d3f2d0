"""The painter of the chart on its own, as screen and paper use it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ryg_app.application.progress import Progress
from ryg_app.application.progress_view import Period, ProgressView
from ryg_app.domain.diary import Answers
from ryg_app.ui.chart import chart_height, paint_chart
from ryg_app.ui.chart.frame import frame_of
from ryg_app.ui.chart.ink import pale
from ryg_app.ui.theme import load_theme
from tests.builders import START, at, plan
from tests.plans import exercises
from tests.ui.page_world import ENGLISH, World
from tests.years_of_diary import years_of_progress

LIGHT = load_theme("light")
A_DAY = timedelta(days=1)


def view_of(*answers: Answers | None) -> ProgressView:
    """Two weeks that begin with those days."""
    world = World(plan(), at("2026-11-23 08:00"))
    world.clock.set(at("2026-12-05 20:00"))
    for number, said in enumerate(answers):
        if said is not None:
            world.diary.save(START + number * A_DAY, said)
    return Progress(world.course, world.days, exercises(), world.clock).view(Period.TWO_WEEKS, "en")


def painted(model: ProgressView, width: int = 800, height: int = 500) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.colors.surface))
    painter = QPainter(image)
    paint_chart(painter, QRectF(0, 0, width, height), model, LIGHT, ENGLISH)
    painter.end()
    return image


def colors_at(image: QImage, x: float, top: float, bottom: float) -> set[str]:
    return {image.pixelColor(round(x), y).name() for y in range(round(top), round(bottom))}


@pytest.mark.parametrize("height", [400.0, 480.0, 700.0])
def test_the_chart_is_as_high_as_the_place_it_is_given(qapp: QApplication, height: float) -> None:
    model = years_of_progress(84).view(Period.COURSE, "en")
    frame = frame_of(QRectF(10, 20, 700, height), model, LIGHT, ENGLISH)
    assert frame.bottom == pytest.approx(20 + height, abs=1)
    assert 0 < frame.walk.height() < frame.pain.height()


def test_without_phases_nothing_is_kept_free_for_them(qapp: QApplication) -> None:
    world = World(None, at("2026-12-05 20:00"))
    without = Progress(world.course, world.days, exercises(), world.clock).view(Period.TWO_WEEKS, "en")
    assert chart_height(800, without, LIGHT, ENGLISH) < chart_height(800, view_of(), LIGHT, ENGLISH)


def test_no_line_is_drawn_across_a_day_that_is_missing(qapp: QApplication) -> None:
    there, gone = Answers(2, 8), None
    whole, broken = view_of(there, there, there), view_of(there, gone, there)
    frame = frame_of(QRectF(0, 0, 800, 500), whole, LIGHT, ENGLISH)
    ink = pale(LIGHT.colors.chart_leg, LIGHT.colors.surface, 0.55)
    y = round(frame.pain_y(8))
    halfway = (frame.x(START) + frame.x(START + A_DAY)) / 2

    def is_inked(model: ProgressView) -> bool:
        image = painted(model)
        reds = [image.pixelColor(round(halfway), y + step) for step in (-1, 0, 1)]
        return any(
            abs(color.green() - ink.green()) < 60 and color.red() > color.green() + 30 for color in reds
        )

    assert is_inked(whole)
    assert not is_inked(broken)


def test_a_walk_of_no_minutes_has_a_cap_and_a_day_without_an_answer_has_none(qapp: QApplication) -> None:
    model = view_of(Answers(walks=(0,)), Answers())
    frame, image = frame_of(QRectF(0, 0, 800, 500), model, LIGHT, ENGLISH), painted(model)
    line = frame.walk.bottom()
    assert LIGHT.colors.accent in colors_at(image, frame.x(START), line - 3, line + 3)
    assert LIGHT.colors.accent not in colors_at(image, frame.x(START + A_DAY), line - 3, line + 3)


def test_a_paler_colour_lies_between_the_colour_and_its_ground() -> None:
    assert pale("#000000", "#ffffff", 0).name() == "#ffffff"
    assert pale("#000000", "#ffffff", 1).name() == "#000000"
    assert pale("#804020", "#ffffff", 0.5).name() == "#c0a090"
