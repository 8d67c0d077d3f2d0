"""What is seen through the body: spine and pelvis, or the nerve from the low back to the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from ryg_app.domain.exercise import Position
from ryg_app.domain.figure import body
from ryg_app.domain.figure.kinematics import towards
from ryg_app.ui.figure.legs import hollow_of_knee
from ryg_app.ui.figure.palette import Tone, sheer
from ryg_app.ui.figure.torso import back_outline

if TYPE_CHECKING:
    from ryg_app.domain.figure.skeleton import Skeleton
    from ryg_app.ui.figure.canvas import Canvas
    from ryg_app.ui.figure.palette import FigureColors

VERTEBRAE = 13
SEEN_ABOVE_PELVIS = 8
LUMBAR = 5
VERTEBRA = (
    -0.0090 - 0.0105j,
    -0.0070 + 0.0000j,
    -0.0088 + 0.0115j,
    0.0000 + 0.0105j,
    0.0088 + 0.0115j,
    0.0070 + 0.0000j,
    0.0090 - 0.0105j,
    0.0000 - 0.0095j,
)
SPINOUS_PROCESS = (
    -0.0032 - 0.0090j,
    -0.0040 - 0.0190j,
    0.0010 - 0.0245j,
    0.0062 - 0.0200j,
    0.0042 - 0.0090j,
)
SACRUM = (
    -0.0340 + 0.0280j,
    -0.0310 + 0.0500j,
    -0.0160 + 0.0450j,
    0.0060 + 0.0300j,
    0.0300 + 0.0200j,
    0.0430 + 0.0210j,
    0.0360 + 0.0130j,
    0.0100 + 0.0130j,
    -0.0140 + 0.0180j,
)
HIP_BONE = (
    -0.0300 + 0.0330j,
    -0.0440 + 0.0470j,
    -0.0520 + 0.0700j,
    -0.0470 + 0.0930j,
    -0.0330 + 0.1060j,
    -0.0220 + 0.1030j,
    -0.0120 + 0.0900j,
    0.0040 + 0.0850j,
    0.0240 + 0.0910j,
    0.0420 + 0.0960j,
    0.0500 + 0.0890j,
    0.0420 + 0.0770j,
    0.0400 + 0.0600j,
    0.0480 + 0.0440j,
    0.0560 + 0.0310j,
    0.0490 + 0.0230j,
    0.0340 + 0.0300j,
    0.0180 + 0.0400j,
    0.0000 + 0.0410j,
    -0.0140 + 0.0360j,
)
THIGH_BONE = (
    -0.0120 + 0.0060j,
    -0.0030 + 0.0140j,
    0.0090 + 0.0110j,
    0.0220 + 0.0060j,
    0.1000 + 0.0070j,
    0.1850 + 0.0075j,
    0.2200 + 0.0125j,
    0.2370 + 0.0090j,
    0.2390 - 0.0080j,
    0.2240 - 0.0135j,
    0.1850 - 0.0075j,
    0.1000 - 0.0080j,
    0.0450 - 0.0110j,
    0.0260 - 0.0200j,
    0.0130 - 0.0170j,
    0.0040 - 0.0110j,
    -0.0080 - 0.0100j,
)
SOCKET_RADIUS = 0.0165

THIGH_COURSE = ((0.20, 0.043), (0.42, 0.034), (0.66, 0.025))
KNEE_HOLLOW = 0.025
SHANK_COURSE = ((0.24, 0.0195), (0.55, 0.0130), (0.82, 0.0090))
FOOT_COURSE = (-0.013 - 0.012j, 0.010 - 0.0265j, 0.045 - 0.0280j, 0.080 - 0.0310j)
BEADS = 9
BEAD_SLIDE = 0.055


def paint_gap(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    """Paint the room under the low back that closes as the pelvis rolls."""
    back = back_outline(bones)[3:9]
    ground = [complex(back[-1].real, 0.0), complex(back[0].real, 0.0)]
    room = canvas.strip(back, ground)
    canvas.fill(room, sheer(colors.gap, 0.95))
    canvas.line(canvas.open(back), sheer(colors.bone.edge, 0.8), 0.0022)


def paint_bones(canvas: Canvas, bones: Skeleton, colors: FigureColors, strength: float = 1.0) -> None:
    """Paint spine, pelvis and thigh bone; `strength` is how well they are seen, 0-1."""
    canvas.painter.setOpacity(strength)
    _paint_vertebrae(canvas, bones, colors.bone)
    _paint_thigh_bone(canvas, bones, colors)
    for outline in (SACRUM, HIP_BONE):
        path = canvas.closed([bones.pelvis.point(point) for point in outline])
        canvas.form([path], colors.bone, bones.pelvis.point(0.11j), bones.pelvis.point(0j))
    socket = canvas.disc(bones.pelvis.point(body.HIP), SOCKET_RADIUS)
    canvas.line(socket, sheer(colors.bone.edge, 0.55), 0.0018)
    canvas.painter.setOpacity(1.0)


def spine_path(canvas: Canvas, bones: Skeleton) -> QPainterPath:
    """Return the line through the vertebrae, from the neck to the sacrum."""
    return canvas.open(_spine(bones))


def paint_nerve(canvas: Canvas, bones: Skeleton, colors: FigureColors, out: float) -> None:
    """Paint the nerve; its beads have slid towards the foot when the movement is `out` (0-1)."""
    course = canvas.open(nerve_course(bones))
    canvas.line(course, sheer(colors.nerve.light, 0.28), 0.024)
    canvas.line(course, sheer(colors.nerve.edge, 0.9), 0.0105)
    canvas.line(course, sheer(colors.nerve.dark, 1.0), 0.0074)
    length = course.length()
    for index in range(BEADS):
        share = (index + 0.35) / BEADS + BEAD_SLIDE * (out - 0.5)
        place = course.pointAtPercent(course.percentAtLength(length * share))
        canvas.fill(canvas.disc(0j, 0.0058).translated(place - canvas.at(0j)), sheer(colors.nerve.edge, 1.0))
        canvas.fill(canvas.disc(0j, 0.0043).translated(place - canvas.at(0j)), sheer("#ffffff", 1.0))


def nerve_course(bones: Skeleton) -> list[complex]:
    """Return the way of the nerve: along the spine, behind hip and leg, under the foot."""
    leg = bones.moving
    thigh, shank, foot = (
        towards(degrees) for degrees in (leg.thigh_direction, leg.shank_direction, leg.foot_direction)
    )
    depth = leg.hip - bones.pelvis.point(body.HIP)
    lying = bones.pose.position is Position.SUPINE
    start = _spine(bones)[4:] if lying else [(bones.head + bones.skull) / 2, bones.skull, *_spine(bones)]
    return [
        *start,
        bones.pelvis.point(0.010 + 0.026j) + depth / 2,
        bones.pelvis.point(0.040 + 0.027j) + depth,
        *(leg.hip + thigh * (body.THIGH * share - back * 1j) for share, back in THIGH_COURSE),
        leg.knee + hollow_of_knee(leg) * KNEE_HOLLOW,
        *(leg.knee + shank * (body.SHANK * share - back * 1j) for share, back in SHANK_COURSE),
        *(leg.ankle + foot * point for point in FOOT_COURSE),
    ]


def _spine(bones: Skeleton) -> list[complex]:
    gap = bones.gap
    trunk = (
        -0.306 + 0.050j,
        -0.245 + 0.031j,
        -0.185 + 0.031j,
        -0.130 + complex(0, 0.034 + gap * 0.42),
        -0.088 + complex(0, 0.039 + gap * 0.66),
    )
    low = (
        bones.frame.point(-0.054 + complex(0, 0.041 + gap * 0.5)) + bones.pelvis.point(-0.054 + 0.046j)
    ) / 2
    return [*(bones.frame.point(point) for point in trunk), low, bones.pelvis.point(-0.030 + 0.040j)]


def _paint_vertebrae(canvas: Canvas, bones: Skeleton, bone: Tone) -> None:
    spine = spine_path(canvas, bones)
    first = VERTEBRAE - SEEN_ABOVE_PELVIS if bones.pose.position is Position.SUPINE else 0
    processes, bodies = QPainterPath(), QPainterPath()
    for index in range(first, VERTEBRAE):
        share = (index + 0.5) / VERTEBRAE
        offset = spine.pointAtPercent(share) - canvas.at(0j)
        lumbar = index >= VERTEBRAE - LUMBAR
        turn = towards(spine.angleAtPercent(share)) * (1.0 if lumbar else 0.86)
        for whole, outline in ((processes, SPINOUS_PROCESS), (bodies, VERTEBRA)):
            whole.addPath(canvas.closed([turn * point for point in outline]).translated(offset))
    for whole in (processes, bodies):
        whole.setFillRule(Qt.FillRule.WindingFill)
        canvas.form([whole], bone, bones.frame.point(0.06j), bones.frame.point(0j))


def _paint_thigh_bone(canvas: Canvas, bones: Skeleton, colors: FigureColors) -> None:
    leg = bones.near if bones.pose.together else bones.moving
    turn = towards(leg.thigh_direction)
    path = canvas.closed([leg.hip + turn * point for point in THIGH_BONE])
    canvas.fill(path, sheer(colors.bone.light, 0.55))
    canvas.line(path, sheer(colors.bone.edge, 0.45), 0.0016)
