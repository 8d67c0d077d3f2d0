from __future__ import annotations

import cmath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.figure.kinematics import Bend, direction, forward, reaching, towards

lengths = st.tuples(st.floats(0.1, 0.4), st.floats(0.1, 0.4))
places = st.builds(complex, st.floats(-1, 1), st.floats(-1, 1))
bends = st.sampled_from(Bend)


@given(lengths, places, places, bends)
def test_limbs_keep_their_lengths_whatever_they_reach_for(
    limbs: tuple[float, float], root: complex, target: complex, bend: Bend
) -> None:
    chain = reaching(root, target, limbs, bend)
    assert abs(chain.middle - chain.root) == pytest.approx(limbs[0])
    assert abs(chain.end - chain.middle) == pytest.approx(limbs[1], abs=1e-4)


@given(lengths, places, st.floats(0.05, 0.95), st.floats(-180, 180), bends)
def test_limbs_end_where_they_are_wanted_when_they_reach_it(
    limbs: tuple[float, float], root: complex, share: float, degrees: float, bend: Bend
) -> None:
    nearest, farthest = abs(limbs[0] - limbs[1]), sum(limbs)
    target = root + towards(degrees, nearest + (farthest - nearest) * share)
    assert abs(reaching(root, target, limbs, bend).end - target) < 1e-5


@given(lengths, st.floats(-180, 180))
def test_limbs_that_are_too_short_point_straight_at_it(limbs: tuple[float, float], degrees: float) -> None:
    chain = reaching(0j, towards(degrees, 2.0), limbs, Bend.LEFT)
    assert abs(chain.end) == pytest.approx(sum(limbs), abs=1e-5)
    assert cmath.isclose(chain.end / abs(chain.end), towards(degrees), abs_tol=1e-6)


def test_the_middle_joint_bends_to_the_side_asked_for() -> None:
    assert reaching(0j, 0.3 + 0j, (0.2, 0.2), Bend.LEFT).middle.imag > 0
    assert reaching(0j, 0.3 + 0j, (0.2, 0.2), Bend.RIGHT).middle.imag < 0


@given(lengths, places, st.floats(-170, 170), st.floats(-170, 170))
def test_forward_lays_the_limbs_in_their_directions(
    limbs: tuple[float, float], root: complex, first: float, second: float
) -> None:
    chain = forward(root, limbs, (first, second))
    assert direction(chain.middle - chain.root) == pytest.approx(first)
    assert direction(chain.end - chain.middle) == pytest.approx(second)
