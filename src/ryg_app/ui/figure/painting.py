"""One picture of the figure: the view that holds the whole movement, the scene, the body, the arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.figure import body
from ryg_app.domain.figure.motion import Shown, pose, pose_on_the_way, way_out
from ryg_app.domain.figure.skeleton import skeleton
from ryg_app.ui.figure import arms, guides, legs, overlay, scene
from ryg_app.ui.figure.canvas import Bounds, Canvas
from ryg_app.ui.figure.head import paint_head
from ryg_app.ui.figure.palette import faded, figure_colors, sheer
from ryg_app.ui.figure.torso import paint_torso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.domain.figure.skeleton import Leg, Skeleton
    from ryg_app.ui.figure.palette import FigureColors, Tone
    from ryg_app.ui.theme import Theme

SAMPLES = 8
FLESH = 0.05
MARGIN = 0.045
STILL_FADE = 0.42
SKIN_FADE = 0.45
FADE_IN = 0.12
BONES_SEEN = {Shown.SPINE: 1.0, Shown.NERVE: 0.4}
MOVES = frozenset({StepKind.OUT, StepKind.BACK})
FAR_ARM = {Position.SUPINE: 0.016 + 0.005j, Position.SEATED: 0.004 + 0.008j}


@dataclass(frozen=True, slots=True)
class Instant:
    """What the figure does now.

    Attributes:
        kind: The step.
        fraction: How much of it is gone, 0 to 1.
        side: The leg that moves; `None` is the right one.
        still: A picture that stands for the whole step: where it leads, with an arrow.
    """

    kind: StepKind
    fraction: float
    side: Side | None
    still: bool = False

    @property
    def shown_fraction(self) -> float:
        """How much of the step the picture shows."""
        if self.still:
            return 1.0 if self.kind in MOVES else 0.0
        return self.fraction

    @property
    def picture(self) -> tuple[StepKind, float, Side | None, bool]:
        """What two moments have in common when they look the same."""
        kind = self.kind if self.kind in {*MOVES, StepKind.HOLD, StepKind.REST} else StepKind.GET_READY
        shown = 0.0 if kind is StepKind.GET_READY else self.shown_fraction
        return (kind, shown, self.side, self.still)


def view_of(motion: FigureMotion) -> Bounds:
    """Return the part of the world that holds the movement of either leg, arrows and surroundings."""
    points = list(_surroundings(motion.position))
    for side in Side:
        ways = [skeleton(pose_on_the_way(motion, step / SAMPLES, side)) for step in range(SAMPLES + 1)]
        for bones in ways:
            points += _outermost(bones)
            travel = guides.Travel(ways[0], bones, ways[-1])
            points += [
                p + d for g in motion.guides for p in guides.guide_points(g, travel) for d in _around(0.02)
            ]
    return Bounds(
        min(p.real for p in points) - MARGIN,
        min(p.imag for p in points) - MARGIN,
        max(p.real for p in points) + MARGIN,
        max(p.imag for p in points) + MARGIN,
    )


def paint_ground(
    painter: QPainter,
    area: QRectF,
    motion: FigureMotion,
    theme: Theme,
    view: Bounds,
    *,
    panel: bool = True,
) -> None:
    """Paint what never moves: a panel with rounded corners, and what the body lies or sits on."""
    colors = figure_colors(theme)
    canvas = Canvas(painter, area, view)
    if panel:
        scene.paint_panel(canvas, area, theme.radii.card, colors)
    scene.paint_surroundings(canvas, motion.position, colors)


def paint_body(
    painter: QPainter, area: QRectF, motion: FigureMotion, now: Instant, theme: Theme, view: Bounds
) -> None:
    """Paint the person and the arrows."""
    colors = figure_colors(theme)
    canvas = Canvas(painter, area, view)
    bones = skeleton(pose(motion, now.kind, now.shown_fraction, now.side))
    _paint_shadows(canvas, bones, colors)
    _paint_person(canvas, bones, motion.shows, colors, way_out(now.kind, now.shown_fraction))
    _paint_guides(canvas, motion, now, bones, colors)


def paint_figure(
    painter: QPainter,
    area: QRectF,
    motion: FigureMotion,
    now: Instant,
    theme: Theme,
    *,
    panel: bool = True,
) -> None:
    """Paint the whole picture, never cropped at head or feet; on paper better without the panel."""
    view = view_of(motion)
    paint_ground(painter, area, motion, theme, view, panel=panel)
    paint_body(painter, area, motion, now, theme, view)


def figure_pixmap(
    motion: FigureMotion, side: Side | None, size: QSize, theme: Theme, *, pixel_ratio: float = 1.0
) -> QPixmap:
    """Return the movement as one still picture of `size` px: the end of moving out, with arrows."""
    pixmap = QPixmap(size * pixel_ratio)
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_figure(
        painter,
        QRectF(0, 0, size.width(), size.height()),
        motion,
        Instant(StepKind.OUT, 0, side, still=True),
        theme,
    )
    painter.end()
    return pixmap


def _surroundings(position: Position) -> Iterator[complex]:
    if position is Position.SUPINE:
        yield complex(scene.MAT_LEFT, body.MAT_NEAR_EDGE - scene.MAT_THICKNESS)
        yield complex(scene.MAT_RIGHT, 0)
    else:
        yield complex(scene.FLOOR_LEFT, -0.05)
        yield complex(scene.FLOOR_RIGHT, 0)


def _outermost(bones: Skeleton) -> Iterator[complex]:
    yield from (bones.head + d for d in _around(body.HEAD_RADIUS))
    for leg in (bones.near, bones.far):
        yield from (joint + d for joint in (leg.hip, leg.knee) for d in _around(FLESH))
        yield from (leg.toes, leg.heel, leg.ankle)
    yield from (bones.arm.elbow, bones.arm.wrist)


def _around(radius: float) -> tuple[complex, ...]:
    return (complex(radius), complex(-radius), complex(0, radius), complex(0, -radius))


def _paint_shadows(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    for leg, ground in ((bones.far, body.FAR_SIDE.imag), (bones.near, 0.0)):
        height = min(max(leg.heel.imag - ground, 0.0) * 30, 1.0)
        place = complex(leg.ankle.real + 0.04, ground - 0.003)
        canvas.fill(canvas.disc(place, 0.088, 0.10), sheer(colors.shadow, 0.16 * (1 - height)))
    if bones.pose.position is Position.SUPINE:
        canvas.fill(canvas.disc(-0.13 - 0.006j, 0.235, 0.055), sheer(colors.shadow, 0.16))


def _paint_person(canvas: Canvas, bones: Skeleton, shows: Shown, colors: FigureColors, out: float) -> None:
    _paint_far_side(canvas, bones, colors)
    paint_head(canvas, bones, colors)
    if shows is Shown.SPINE:
        overlay.paint_gap(canvas, bones, colors)
    paint_torso(canvas, bones, colors.shirt)
    cloth = _cloth(bones, bones.near, colors, 0.0)
    legs.paint_foot(canvas, bones.near, cloth.skin)
    legs.paint_leg(canvas, bones.near, cloth.leggings, legs.pelvis_path(canvas, bones))
    legs.paint_groin(canvas, bones.near, cloth.leggings)
    arm_covers = bones.pose.position is Position.SEATED
    if not arm_covers:
        _paint_inside(canvas, bones, shows, colors, out)
    arms.paint_arm(canvas, bones, colors.skin)
    arms.paint_sleeve(canvas, bones.arm, colors.shirt)
    if arm_covers:
        _paint_inside(canvas, bones, shows, colors, out)


def _paint_inside(canvas: Canvas, bones: Skeleton, shows: Shown, colors: FigureColors, out: float) -> None:
    if shows is not Shown.NOTHING:
        overlay.paint_bones(canvas, bones, colors, BONES_SEEN[shows])
    if shows is Shown.NERVE:
        overlay.paint_nerve(canvas, bones, colors, out)


def _paint_far_side(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    if bones.pose.position is Position.SUPINE:
        scene.paint_pillow(canvas, colors)
    behind = FAR_ARM[bones.pose.position]
    arms.paint_arm(canvas, bones, faded(colors.skin, colors.panel, 0.22), behind)
    arms.paint_sleeve(canvas, bones.arm, faded(colors.shirt, colors.panel, 0.15), behind)
    cloth = _cloth(bones, bones.far, colors, 0.28 if bones.pose.together else 0.06)
    legs.paint_foot(canvas, bones.far, cloth.skin)
    legs.paint_leg(canvas, bones.far, cloth.leggings)


@dataclass(frozen=True, slots=True)
class _Cloth:
    leggings: Tone
    skin: Tone


def _cloth(bones: Skeleton, leg: Leg, colors: FigureColors, fade_when_moving: float) -> _Cloth:
    moves = bones.pose.together or bones.moving is leg
    fade = fade_when_moving if moves else STILL_FADE
    return _Cloth(
        faded(colors.leggings, colors.panel, fade), faded(colors.skin, colors.panel, fade * SKIN_FADE)
    )


def _paint_guides(
    canvas: Canvas, motion: FigureMotion, now: Instant, bones: Skeleton, colors: FigureColors
) -> None:
    if now.kind not in MOVES:
        return
    start, end = (skeleton(pose_on_the_way(motion, out, now.side)) for out in (0.0, 1.0))
    strength = 1.0 if now.still else min(now.fraction, 1 - now.fraction) / FADE_IN
    for guide in motion.guides:
        points = guides.guide_points(guide, guides.Travel(start, bones, end))
        if now.kind is StepKind.BACK:
            points.reverse()
        guides.paint_guide(canvas, points, colors.guide, min(max(strength, 0.0), 1.0))
