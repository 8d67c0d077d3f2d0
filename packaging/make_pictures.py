"""Writes contact sheets of the moving figure to `build/pictures`: run by `make pictures`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from ryg_app.adapters.catalogue import load_exercises
from ryg_app.domain.exercise import Side, StepKind
from ryg_app.ui.figure.painting import Instant, paint_figure
from ryg_app.ui.theme import Scheme, load_theme

if TYPE_CHECKING:
    from ryg_app.domain.figure.motion import FigureMotion

ROOT = Path(__file__).parents[1]
FRAME_WIDTH, FRAME_HEIGHT = 760, 520
GUTTER = 12
COLUMNS = 2
FRAMES = (
    (StepKind.REST, 0.0),
    (StepKind.OUT, 0.3),
    (StepKind.OUT, 0.5),
    (StepKind.OUT, 0.75),
    (StepKind.HOLD, 0.5),
    (StepKind.BACK, 0.35),
    (StepKind.BACK, 0.6),
    (StepKind.BACK, 0.85),
)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main() -> int:
    """Draw every exercise, variant, side and scheme; print the files."""
    application = QGuiApplication(sys.argv)
    folder = ROOT / "build" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for exercise in load_exercises(ROOT / "assets").values():
        for variant in exercise.variants.values():
            if variant.figure is None:
                continue
            for side in tuple(Side) if exercise.sided else (None,):
                for scheme in SCHEMES:
                    parts = (exercise.exercise_id, variant.name, *([side.value] if side else []), scheme)
                    path = folder / f"{'-'.join(parts)}.png"
                    contact_sheet(variant.figure, side, scheme).save(str(path))
                    print(path.relative_to(ROOT).as_posix())
    application.shutdown()
    return 0


def contact_sheet(motion: FigureMotion, side: Side | None, scheme: Scheme) -> QImage:
    """Return eight moments of one repetition in two columns."""
    theme = load_theme(scheme)
    rows = -(-len(FRAMES) // COLUMNS)
    size = (COLUMNS * (FRAME_WIDTH + GUTTER) + GUTTER, rows * (FRAME_HEIGHT + GUTTER) + GUTTER)
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(QColor(theme.colors.background))
    painter = QPainter(sheet)
    for index, (kind, fraction) in enumerate(FRAMES):
        row, column = divmod(index, COLUMNS)
        left = GUTTER + column * (FRAME_WIDTH + GUTTER)
        top = GUTTER + row * (FRAME_HEIGHT + GUTTER)
        area = QRectF(left, top, FRAME_WIDTH, FRAME_HEIGHT)
        paint_figure(painter, area, motion, Instant(kind, fraction, side), theme)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main())
