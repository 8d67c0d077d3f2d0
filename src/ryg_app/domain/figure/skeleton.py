"""From a posture to where every joint is.

Lying, the chain hangs at the thorax, which stays on the mat while the pelvis rolls; seated, at the hips. A
planted foot and a hand that holds are met by bending knee and elbow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Position, Side
from ryg_app.domain.figure import body
from ryg_app.domain.figure.kinematics import Bend, direction, forward, reaching, towards

if TYPE_CHECKING:
    from ryg_app.domain.figure.kinematics import Chain
    from ryg_app.domain.figure.motion import Angles, Pose

LEG = (body.THIGH, body.SHANK)
ARM = (body.UPPER_ARM, body.FOREARM)

# A foot that is lifted leaves the ground early and then follows its own joints alone.
GROUND_LETS_GO = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """How the body on the mat is turned and placed: ``place + turn * point``."""

    turn: complex
    place: complex

    def point(self, on_the_mat: complex) -> complex:
        """Return where a point of the body on the mat is."""
        return self.place + self.turn * on_the_mat


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg: joints, directions in degrees, and how far the hip is bent from the line of the trunk."""

    hip: complex
    knee: complex
    ankle: complex
    thigh_direction: float
    shank_direction: float
    foot_direction: float
    hip_flexion: float

    @property
    def knee_flexion(self) -> float:
        """Degrees from straight."""
        return self.thigh_direction - self.shank_direction

    @property
    def ankle_flexion(self) -> float:
        """Degrees from the right angle, foot towards the shin positive."""
        return self.foot_direction - self.shank_direction - 90

    @property
    def toes(self) -> complex:
        """The tip of the foot."""
        return self.ankle + (body.TOE_REACH - body.ANKLE_HEIGHT * 0.8j) * towards(self.foot_direction)

    @property
    def heel(self) -> complex:
        """Where the round heel stands on the ground."""
        return self.ankle + (-body.HEEL_REACH - body.ANKLE_HEIGHT * 1j) * towards(self.foot_direction)


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: joints, and directions in degrees."""

    shoulder: complex
    elbow: complex
    wrist: complex
    upper_direction: float
    fore_direction: float


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where every joint is.

    Attributes:
        pose: What it was made from.
        frame: How the trunk is turned and placed.
        pelvis: How the pelvis is turned and placed.
        neck: The root of the neck.
        skull: Where the skull sits on the neck.
        head: The middle of the head.
        head_turn: The way the crown points, as a step of length 1.
        near: The leg on the viewer's side, the right one.
        far: The leg behind it, the left one.
        arm: The near arm; the far one does the same.
        gap: Room under the low back as it is drawn, exaggerated.
    """

    pose: Pose
    frame: Frame
    pelvis: Frame
    neck: complex
    skull: complex
    head: complex
    head_turn: complex
    near: Leg
    far: Leg
    arm: Arm
    gap: float

    @property
    def moving(self) -> Leg:
        """The leg that is exercised."""
        return self.near if self.pose.moving is Side.RIGHT else self.far


def skeleton(pose: Pose) -> Skeleton:
    """Return where every joint is in ``pose``."""
    angles = pose.angles
    frame = _frame(pose.position)
    pelvis = _pelvis(frame, angles.pelvis)
    near, far = (_leg(pose, frame, pelvis, side) for side in (Side.RIGHT, Side.LEFT))
    neck = frame.point(body.NECK)
    skull = neck + frame.turn * body.NECK_TO_SKULL * towards(-angles.neck * body.NECK_SHARE)
    nod = frame.turn * towards(-angles.neck)
    moving = near if pose.moving is Side.RIGHT else far
    return Skeleton(
        pose=pose,
        frame=frame,
        pelvis=pelvis,
        neck=neck,
        skull=skull,
        head=skull + body.SKULL_TO_HEAD * nod,
        head_turn=-nod,
        near=near,
        far=far,
        arm=_arm(pose, frame, moving),
        gap=angles.gap_mm * body.MILLIMETRE * body.GAP_EXAGGERATION,
    )


def _frame(position: Position) -> Frame:
    if position is Position.SUPINE:
        return Frame(1 + 0j, 0j)
    upright = -1j
    return Frame(upright, body.SEATED_HIP - upright * body.HIP)


def _pelvis(frame: Frame, tilt: float) -> Frame:
    roll = towards(tilt)
    return Frame(frame.turn * roll, frame.point(body.SACRUM - body.SACRUM * roll))


def _leg(pose: Pose, frame: Frame, pelvis: Frame, side: Side) -> Leg:
    moves = pose.together or pose.moving is side
    depth = body.FAR_SIDE if side is Side.LEFT else 0j
    hip = pelvis.point(body.HIP) + depth
    foot = (body.CROOK_FOOT if pose.position is Position.SUPINE else body.SEATED_FOOT) + depth
    straight = direction(frame.turn)
    planted = reaching(hip, foot, LEG, Bend.LEFT)
    weight = pose.angles.planted**GROUND_LETS_GO if moves else 1.0
    if weight >= 1.0:
        return _leg_of(planted, 0.0, straight)
    thigh, shank, sole = _free_directions(pose.angles, straight)
    directions = (
        thigh + (planted.first_direction - thigh) * weight,
        shank + (planted.second_direction - shank) * weight,
    )
    return _leg_of(forward(hip, LEG, directions), sole * (1 - pose.angles.planted), straight)


def _free_directions(angles: Angles, straight: float) -> tuple[float, float, float]:
    thigh = straight + angles.hip
    shank = thigh - angles.knee
    return thigh, shank, shank + 90 + angles.ankle


def _leg_of(chain: Chain, foot_direction: float, straight: float) -> Leg:
    return Leg(
        hip=chain.root,
        knee=chain.middle,
        ankle=chain.end,
        thigh_direction=chain.first_direction,
        shank_direction=chain.second_direction,
        foot_direction=foot_direction,
        hip_flexion=chain.first_direction - straight,
    )


def _arm(pose: Pose, frame: Frame, leg: Leg) -> Arm:
    grip = pose.angles.grip
    lying = pose.position is Position.SUPINE
    rest = body.RESTING_WRIST_LYING if lying else body.RESTING_WRIST_SEATED
    wrist = rest + (_grip_point(leg) - rest) * grip
    shoulder = frame.point(body.SHOULDER + body.SHOULDER_REACH * grip)
    chain = reaching(shoulder, wrist, ARM, Bend.RIGHT)
    return Arm(chain.root, chain.middle, chain.end, chain.first_direction, chain.second_direction)


def _grip_point(leg: Leg) -> complex:
    along = towards(leg.thigh_direction)
    return leg.hip + along * (body.THIGH * body.GRIP_ALONG_THIGH - body.GRIP_BEHIND_THIGH * 1j)
