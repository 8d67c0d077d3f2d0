from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.figure import body
from ryg_app.domain.figure.kinematics import direction
from ryg_app.domain.figure.motion import pose, pose_on_the_way
from ryg_app.domain.figure.skeleton import skeleton
from tests.figures import FIGURES, figure, figures, fractions, sides
from tests.plans import exercises

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.domain.figure.skeleton import Leg, Skeleton

FRAMES_A_SECOND = 30
ONE_MILLIMETRE = body.MILLIMETRE
FASTEST_PER_FRAME = 0.02
moments = st.tuples(st.sampled_from([StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST]), fractions)
both_sides = pytest.mark.parametrize("side", Side)


def bones_at(names: tuple[str, str], out: float, side: Side = Side.RIGHT) -> Skeleton:
    return skeleton(pose_on_the_way(figure(*names), out, side))


def joints(bones: Skeleton) -> tuple[complex, ...]:
    legs = (
        joint
        for leg in (bones.near, bones.far)
        for joint in (leg.hip, leg.knee, leg.ankle, leg.toes, leg.heel)
    )
    arm = bones.arm
    return (bones.neck, bones.skull, bones.head, arm.shoulder, arm.elbow, arm.wrist, *legs)


def standing_leg(bones: Skeleton) -> Leg:
    return bones.far if bones.moving is bones.near else bones.near


@given(figures, moments, sides)
def test_limbs_have_the_same_length_at_every_moment(
    motion: FigureMotion, moment: tuple[StepKind, float], side: Side
) -> None:
    bones = skeleton(pose(motion, *moment, side))
    for leg in (bones.near, bones.far):
        assert abs(leg.knee - leg.hip) == pytest.approx(body.THIGH)
        assert abs(leg.ankle - leg.knee) == pytest.approx(body.SHANK)
    assert abs(bones.arm.elbow - bones.arm.shoulder) == pytest.approx(body.UPPER_ARM)
    assert abs(bones.arm.wrist - bones.arm.elbow) == pytest.approx(body.FOREARM)
    assert abs(bones.skull - bones.neck) == pytest.approx(abs(body.NECK_TO_SKULL))
    assert abs(bones.head - bones.skull) == pytest.approx(abs(body.SKULL_TO_HEAD))


@given(figures, fractions, sides)
def test_a_planted_foot_stays_where_it_is(motion: FigureMotion, out: float, side: Side) -> None:
    bones, start = (skeleton(pose_on_the_way(motion, moment, side)) for moment in (out, 0.0))
    assert abs(standing_leg(bones).ankle - standing_leg(start).ankle) < ONE_MILLIMETRE
    assert standing_leg(bones).foot_direction == 0
    if motion.together:
        assert abs(bones.moving.ankle - start.moving.ankle) < ONE_MILLIMETRE


@given(figures, fractions, sides)
def test_joints_bend_only_as_far_as_joints_do(motion: FigureMotion, out: float, side: Side) -> None:
    bones = skeleton(pose_on_the_way(motion, out, side))
    for leg in (bones.near, bones.far):
        assert -10 <= leg.hip_flexion <= 120
        assert 0 <= leg.knee_flexion <= 140
        assert -50 <= leg.ankle_flexion <= 20
    elbow = bones.arm.fore_direction - bones.arm.upper_direction
    assert 0 <= elbow <= 145


@given(figures, fractions, sides)
def test_nothing_sinks_into_the_ground(motion: FigureMotion, out: float, side: Side) -> None:
    bones = skeleton(pose_on_the_way(motion, out, side))
    for leg in (bones.near, bones.far):
        assert min(leg.heel.imag, leg.toes.imag) >= -ONE_MILLIMETRE
        assert leg.knee.imag > 0.05
        assert leg.hip.imag > 0.05
    lowest = body.MAT_NEAR_EDGE + 0.02
    assert min(bones.arm.elbow.imag, bones.arm.wrist.imag) > lowest
    assert bones.gap >= 0


def repetition(names: tuple[str, str], side: Side) -> Iterator[Skeleton]:
    dose = exercises()[names[0]].dose_range.default_dose()
    lengths = {
        StepKind.OUT: dose.out_s,
        StepKind.HOLD: dose.hold_s,
        StepKind.BACK: dose.back_s,
        StepKind.REST: dose.rest_s,
    }
    for kind, seconds in lengths.items():
        for frame in range(seconds * FRAMES_A_SECOND):
            fraction = frame / (seconds * FRAMES_A_SECOND)
            yield skeleton(pose(figure(*names), kind, fraction, side))


@pytest.mark.parametrize("names", FIGURES)
@both_sides
def test_no_joint_jumps_from_one_frame_to_the_next(names: tuple[str, str], side: Side) -> None:
    for before, after in pairwise(repetition(names, side)):
        steps = [abs(end - start) for start, end in zip(joints(before), joints(after), strict=True)]
        assert max(steps) < FASTEST_PER_FRAME


@given(figures, st.floats(0, 0.999), sides)
def test_a_small_step_in_time_is_a_small_step_in_space(motion: FigureMotion, out: float, side: Side) -> None:
    before, after = (skeleton(pose_on_the_way(motion, moment, side)) for moment in (out, out + 0.001))
    assert max(abs(end - start) for start, end in zip(joints(before), joints(after), strict=True)) < 0.003


@both_sides
def test_the_leg_asked_for_moves_and_the_other_stays(side: Side) -> None:
    names = ("knee_to_chest", "lying")
    start, end = bones_at(names, 0.0, side), bones_at(names, 1.0, side)
    moved = {Side.RIGHT: (start.near, end.near), Side.LEFT: (start.far, end.far)}
    assert abs(moved[side][1].ankle - moved[side][0].ankle) > 0.2
    assert abs(standing_leg(end).ankle - standing_leg(start).ankle) < ONE_MILLIMETRE


def test_crook_lying_is_the_posture_the_data_name() -> None:
    start = bones_at(("pelvic_tilt", "lying"), 0.0)
    named = figure("pelvic_tilt", "lying").keys[0].angles
    assert start.near.hip_flexion == pytest.approx(named.hip, abs=2)
    assert start.near.knee_flexion == pytest.approx(named.knee, abs=2)
    assert start.near.ankle_flexion == pytest.approx(named.ankle, abs=2)


def test_the_pelvic_tilt_closes_the_gap_under_the_low_back() -> None:
    gaps = [bones_at(("pelvic_tilt", "lying"), out / 10).gap for out in range(11)]
    assert all(later < earlier for earlier, later in pairwise(gaps))
    assert gaps[0] > 0.02
    assert gaps[-1] == 0


def test_the_pelvic_tilt_rolls_the_pelvis_backward_and_lifts_the_tailbone() -> None:
    tailbone = body.SACRUM + 0.05
    start, end = (bones_at(("pelvic_tilt", "lying"), out).pelvis for out in (0.0, 1.0))
    assert direction(end.turn / start.turn) == pytest.approx(9)
    assert end.point(tailbone).imag > start.point(tailbone).imag + 0.005


def test_in_the_pelvic_tilt_the_arms_lie_along_the_sides() -> None:
    for out in (0.0, 0.5, 1.0):
        arm = bones_at(("pelvic_tilt", "lying"), out).arm
        assert arm.wrist == pytest.approx(body.RESTING_WRIST_LYING)
        assert arm.elbow.imag < 0.02
        assert arm.shoulder.real < arm.elbow.real < arm.wrist.real


@both_sides
def test_knee_to_chest_bends_the_hip_to_115_and_rolls_the_pelvis(side: Side) -> None:
    end = bones_at(("knee_to_chest", "lying"), 1.0, side)
    assert end.moving.hip_flexion == pytest.approx(115)
    assert end.moving.knee_flexion == pytest.approx(130)
    assert direction(end.pelvis.turn) == pytest.approx(10)


@both_sides
@pytest.mark.parametrize("names", [("knee_to_chest", "lying"), ("sciatic_slider", "lying")])
def test_the_hands_hold_behind_the_thigh_and_never_the_shin(names: tuple[str, str], side: Side) -> None:
    for out in (0.5, 0.75, 1.0):
        bones = bones_at(names, out, side)
        leg, thigh = bones.moving, bones.moving.knee - bones.moving.hip
        from_hip = (bones.arm.wrist - leg.hip) / (thigh / abs(thigh))
        assert 0.4 < from_hip.real / body.THIGH < 0.75
        assert -0.04 < from_hip.imag < 0
        assert abs(bones.arm.wrist - leg.knee) > 0.07


@both_sides
def test_seated_the_eyes_go_up_as_the_knee_straightens(side: Side) -> None:
    gaze = []
    for out in (0.0, 0.25, 0.5, 0.75, 1.0):
        bones = bones_at(("sciatic_slider", "seated"), out, side)
        gaze.append((direction(bones.head_turn) - 90, bones.moving.knee_flexion))
    assert all(later[0] > earlier[0] and later[1] < earlier[1] for earlier, later in pairwise(gaze))
    assert gaze[0] == pytest.approx((-30, 90))
    assert gaze[-1] == pytest.approx((25, 20))


@both_sides
def test_lying_the_foot_stretches_away_as_the_knee_straightens(side: Side) -> None:
    bend = []
    for out in (0.0, 0.25, 0.5, 0.75, 1.0):
        leg = bones_at(("sciatic_slider", "lying"), out, side).moving
        bend.append((leg.ankle_flexion, leg.knee_flexion))
        assert leg.hip_flexion == pytest.approx(90)
    assert all(later[0] < earlier[0] and later[1] < earlier[1] for earlier, later in pairwise(bend))
    assert bend[0] == pytest.approx((10, 90))
    assert bend[-1] == pytest.approx((-25, 30))


def test_a_person_on_the_chair_sits_upright_with_the_feet_flat() -> None:
    start = bones_at(("sciatic_slider", "seated"), 0.0)
    assert start.pose.position is Position.SEATED
    assert direction(start.neck - start.near.hip) == pytest.approx(90, abs=5)
    for leg in (start.near, start.far):
        assert leg.thigh_direction == pytest.approx(0, abs=1)
        assert leg.shank_direction == pytest.approx(-90, abs=1)
    assert start.near.heel.imag == pytest.approx(0, abs=ONE_MILLIMETRE)
