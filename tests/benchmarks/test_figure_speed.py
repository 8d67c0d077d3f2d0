"""Thirty pictures of the figure a second, as large as a window of 1280 x 800 shows it."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ryg_app.domain.exercise import Side, StepKind
from ryg_app.ui.figure import Instant
from ryg_app.ui.figure.painting import paint_body, paint_ground, view_of
from ryg_app.ui.theme import load_theme
from tests.figures import FIGURES, figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WIDTH, HEIGHT = 760, 560
FRAMES_A_SECOND = 30
FRAMES = 90
MOST_OF_ONE_CORE = 0.35


@pytest.mark.parametrize("names", FIGURES)
def test_the_figure_moves_at_thirty_frames_a_second(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], names: tuple[str, str]
) -> None:
    motion, theme, area = figure(*names), load_theme("light"), QRectF(0, 0, WIDTH, HEIGHT)
    view = view_of(motion)
    ground = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(ground)
    paint_ground(painter, area, motion, theme, view)
    painter.end()
    window, spent = QImage(ground), []
    for frame in range(FRAMES):
        started = time.process_time()
        painter = QPainter(window)
        painter.drawImage(0, 0, ground)
        paint_body(painter, area, motion, Instant(StepKind.OUT, frame / FRAMES, Side.RIGHT), theme, view)
        painter.end()
        spent.append(time.process_time() - started)
    share = statistics.mean(spent) * FRAMES_A_SECOND
    with capsys.disabled():
        sys.stdout.write(
            f"\n{'-'.join(names)}: {1000 * statistics.median(spent):.1f} ms a frame, "
            f"{100 * share:.0f} % of one core at {FRAMES_A_SECOND} frames a second\n"
        )
    assert share <= MOST_OF_ONE_CORE
