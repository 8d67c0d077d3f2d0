"""Head, face, hair and neck; drawn upright and facing right around the middle of the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from ryg_app.domain.exercise import Position
from ryg_app.ui.figure import limbs
from ryg_app.ui.figure.palette import sheer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ryg_app.domain.figure.skeleton import Skeleton
    from ryg_app.ui.figure.canvas import Canvas
    from ryg_app.ui.figure.palette import FigureColors

NECK: limbs.Profile = ((0.0, 0.038, 0.036), (0.35, 0.034, 0.034), (0.65, 0.034, 0.033), (1.0, 0.036, 0.028))
FACE = (
    -0.010 + 0.0640j,
    0.0280 + 0.0600j,
    0.0430 + 0.0430j,
    0.0475 + 0.0240j,
    0.0455 + 0.0120j,
    0.0505 + 0.0010j,
    0.0595 - 0.0100j,
    0.0580 - 0.0155j,
    0.0495 - 0.0180j,
    0.0490 - 0.0225j,
    0.0515 - 0.0265j,
    0.0490 - 0.0300j,
    0.0510 - 0.0345j,
    0.0465 - 0.0395j,
    0.0475 - 0.0480j,
    0.0425 - 0.0570j,
    0.0310 - 0.0605j,
    0.0120 - 0.0560j,
    -0.0060 - 0.0450j,
    -0.0140 - 0.0280j,
    -0.0400 - 0.0200j,
    -0.0500 + 0.0200j,
)
HAIR = (
    0.0300 + 0.0610j,
    0.0120 + 0.0705j,
    -0.0160 + 0.0720j,
    -0.0430 + 0.0580j,
    -0.0585 + 0.0310j,
    -0.0605 + 0.0020j,
    -0.0540 - 0.0220j,
    -0.0430 - 0.0380j,
    -0.0270 - 0.0405j,
    -0.0180 - 0.0280j,
    -0.0150 - 0.0080j,
    -0.0060 + 0.0040j,
    0.0050 - 0.0070j,
    0.0105 - 0.0030j,
    0.0120 + 0.0150j,
    0.0200 + 0.0300j,
    0.0330 + 0.0420j,
    0.0395 + 0.0510j,
)
LOCKS = (
    (0.0240 + 0.0590j, 0.0020 + 0.0600j, -0.0240 + 0.0480j, -0.0400 + 0.0260j),
    (0.0130 + 0.0440j, -0.0060 + 0.0450j, -0.0260 + 0.0320j, -0.0370 + 0.0100j),
)
EAR = (
    -0.0105 + 0.0075j,
    -0.0030 + 0.0095j,
    0.0030 + 0.0040j,
    0.0020 - 0.0050j,
    -0.0020 - 0.0130j,
    -0.0065 - 0.0150j,
    -0.0085 - 0.0080j,
    -0.0120 - 0.0010j,
)
EAR_FOLD = (-0.0070 + 0.0035j, -0.0015 + 0.0030j, -0.0020 - 0.0040j, -0.0055 - 0.0080j)
CLOSED_EYE = (0.0270 + 0.0085j, 0.0325 + 0.0055j, 0.0385 + 0.0065j)
OPEN_LID = (0.0285 + 0.0085j, 0.0335 + 0.0135j, 0.0395 + 0.0115j)
EYE = 0.0360 + 0.0085j
BROW = (0.0255 + 0.0225j, 0.0335 + 0.0260j, 0.0420 + 0.0235j)
MOUTH = (0.0482 - 0.0303j, 0.0440 - 0.0306j, 0.0395 - 0.0285j)
NOSTRIL = (0.0500 - 0.0125j, 0.0475 - 0.0155j)
CHEEK = 0.0300 - 0.0180j


def paint_head(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    """Paint neck, head and face."""
    crown = bones.head_turn
    turn = crown / 1j

    def placed(points: Iterable[complex]) -> list[complex]:
        return [bones.head + turn * point for point in points]

    _paint_neck(canvas, bones, colors)
    front, behind = bones.head + turn * (0.05 + 0.03j), bones.head + turn * (-0.05 - 0.05j)
    canvas.form([canvas.closed(placed(FACE))], colors.skin, front, behind)
    _paint_face(canvas, bones, colors)
    canvas.form([canvas.closed(placed(HAIR))], colors.hair, front, behind)
    for lock in LOCKS:
        canvas.line(canvas.open(placed(lock)), sheer(colors.hair.edge, 0.55), 0.0020)
    canvas.form([canvas.closed(placed(EAR))], colors.skin, front, behind)
    canvas.line(canvas.open(placed(EAR_FOLD)), sheer(colors.skin.edge, 0.8), 0.0018)


def _paint_neck(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    turn = bones.head_turn / 1j
    top = bones.head + turn * (-0.010 - 0.030j)
    inside_the_shirt = bones.neck + bones.frame.turn * 0.030
    neck = limbs.limb(canvas, top, inside_the_shirt, NECK)
    side = bones.frame.turn * 1j
    canvas.form([neck], colors.skin, bones.skull + side * 0.05, bones.skull - side * 0.05)


def _paint_face(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    turn = bones.head_turn / 1j
    features = QColor(colors.features)

    def drawn(points: Iterable[complex], color: QColor, width: float) -> None:
        canvas.line(canvas.open([bones.head + turn * point for point in points]), color, width)

    canvas.fill(canvas.disc(bones.head + turn * CHEEK, 0.0100), sheer(colors.lips, 0.16))
    drawn(BROW, sheer(colors.features, 0.75), 0.0030)
    drawn(MOUTH, QColor(colors.lips), 0.0022)
    drawn(NOSTRIL, sheer(colors.skin.edge, 0.8), 0.0022)
    if bones.pose.position is Position.SUPINE:
        drawn(CLOSED_EYE, features, 0.0027)
    else:
        canvas.fill(canvas.disc(bones.head + turn * EYE, 0.0031), features)
        drawn(OPEN_LID, features, 0.0024)
