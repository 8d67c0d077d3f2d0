"""What is around the person: ground, mat and pillow, or a chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor, QPainterPath, QRadialGradient

from ryg_app.domain.exercise import Position
from ryg_app.domain.figure import body
from ryg_app.ui.figure.palette import Tone, blended, sheer

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from ryg_app.ui.figure.canvas import Canvas
    from ryg_app.ui.figure.palette import FigureColors

MAT_LEFT, MAT_RIGHT = -0.535, 0.485
MAT_FAR_EDGE = 0.042
MAT_THICKNESS = 0.016
MAT_SLANT = 0.018
FLOOR_LEFT, FLOOR_RIGHT = -0.25, 0.52

PILLOW = (
    -0.498 - 0.010j,
    -0.508 + 0.010j,
    -0.492 + 0.034j,
    -0.455 + 0.044j,
    -0.405 + 0.040j,
    -0.362 + 0.036j,
    -0.338 + 0.020j,
    -0.338 - 0.002j,
    -0.356 - 0.014j,
    -0.420 - 0.017j,
)


def paint_panel(canvas: Canvas, area: QRectF, radius: float, colors: FigureColors) -> None:
    """Fill the whole picture with its ground, a little lighter in the middle."""
    panel = QPainterPath()
    panel.addRoundedRect(area, radius, radius)
    canvas.fill(panel, QColor(colors.panel))
    reach = min(area.width(), area.height()) * 0.5
    light = QRadialGradient(area.center(), reach)
    light.setColorAt(0, QColor(colors.glow))
    light.setColorAt(0.45, blended(colors.glow, colors.panel, 0.4))
    light.setColorAt(1, QColor(colors.panel))
    painter = canvas.painter
    painter.save()
    painter.translate(area.center())
    painter.scale(max(area.width() / area.height(), 1.0), max(area.height() / area.width(), 1.0))
    painter.translate(-area.center())
    painter.setBrush(QBrush(light))
    painter.drawEllipse(area.center(), reach, reach)
    painter.restore()


def paint_surroundings(canvas: Canvas, position: Position, colors: FigureColors) -> None:
    """Paint what the body lies or sits on."""
    if position is Position.SUPINE:
        _paint_mat(canvas, colors)
    else:
        _paint_floor(canvas, colors)
        _paint_chair(canvas, colors)


def _paint_mat(canvas: Canvas, colors: FigureColors) -> None:
    near, far = body.MAT_NEAR_EDGE, MAT_FAR_EDGE
    shadow = canvas.disc(complex((MAT_LEFT + MAT_RIGHT) / 2, near - MAT_THICKNESS), 0.525, 0.035)
    canvas.fill(shadow, sheer(colors.shadow, 0.10))
    rounding = 0.016
    inner_left, inner_right = MAT_LEFT + rounding / 2, MAT_RIGHT - rounding / 2
    top = canvas.polygon(
        [
            complex(inner_left, near + rounding / 2),
            complex(inner_right, near + rounding / 2),
            complex(inner_right - MAT_SLANT, far - rounding / 2),
            complex(inner_left + MAT_SLANT, far - rounding / 2),
        ]
    )
    front = top.translated(0, canvas.scale * MAT_THICKNESS)
    for path, color in ((front, QColor(colors.mat.edge)), (top, QColor(colors.mat.light))):
        canvas.line(path, color, rounding)
        canvas.fill(path, color)


def paint_pillow(canvas: Canvas, colors: FigureColors) -> None:
    """Paint the pillow under the head."""
    canvas.fill(canvas.disc(-0.42 - 0.012j, 0.095, 0.12), sheer(colors.shadow, 0.14))
    canvas.form([canvas.closed(PILLOW)], colors.pillow, 0.04j, -0.015j)


def _paint_floor(canvas: Canvas, colors: FigureColors) -> None:
    middle = complex((FLOOR_LEFT + FLOOR_RIGHT) / 2, -0.012)
    rug = canvas.disc(middle, (FLOOR_RIGHT - FLOOR_LEFT) / 2, 0.115)
    canvas.fill(rug.translated(0, canvas.scale * 0.006), QColor(colors.mat.edge))
    canvas.fill(rug, QColor(colors.mat.light))
    canvas.fill(canvas.disc(0.05 - 0.006j, 0.20, 0.10), sheer(colors.shadow, 0.10))


def _paint_chair(canvas: Canvas, colors: FigureColors) -> None:
    wood = colors.wood
    seat = body.SEAT_HEIGHT
    behind = Tone(wood.dark, wood.dark, wood.edge)
    for foot in (-0.082 + 0.018j, 0.150 + 0.018j):
        top = complex(foot.real, seat - 0.02)
        canvas.form(
            [canvas.polygon([foot - 0.008, top - 0.010, top + 0.010, foot + 0.008])], behind, top, foot
        )
    back = canvas.strip(
        [complex(-0.106, seat - 0.01), complex(-0.116, seat + 0.12), complex(-0.142, seat + 0.27)],
        [complex(-0.118, seat + 0.274), complex(-0.093, seat + 0.12), complex(-0.082, seat - 0.01)],
    )
    legs = [
        canvas.polygon([-0.130 - 0.012j, complex(-0.108, seat), complex(-0.080, seat), -0.110 - 0.012j]),
        canvas.polygon([0.158 - 0.012j, complex(0.134, seat), complex(0.160, seat), 0.177 - 0.012j]),
    ]
    canvas.form([*legs, back], wood, complex(0, seat + 0.25), 0j)
    cushion = canvas.bar(complex(-0.115, seat - 0.030), complex(0.176, seat + 0.004), 0.013)
    canvas.form([cushion], colors.pillow, complex(0, seat), complex(0, seat - 0.03))
