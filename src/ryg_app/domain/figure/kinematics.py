"""Chains of limbs: forward from angles, and backward from where a foot or hand has to be."""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass
from enum import IntEnum

_SLACK = 1e-6


class Bend(IntEnum):
    """To which side of the line from root to end the middle joint goes, looking along the line."""

    LEFT = 1
    RIGHT = -1


@dataclass(frozen=True, slots=True)
class Chain:
    """Two limbs in a row: where they meet and end, and their directions in degrees."""

    root: complex
    middle: complex
    end: complex
    first_direction: float
    second_direction: float


def towards(degrees: float, length: float = 1.0) -> complex:
    """Return the step of ``length`` in the direction ``degrees``."""
    return cmath.rect(length, math.radians(degrees))


def direction(step: complex) -> float:
    """Return the direction of ``step`` in degrees, -180 to 180."""
    return math.degrees(cmath.phase(step))


def forward(root: complex, lengths: tuple[float, float], directions: tuple[float, float]) -> Chain:
    """Return the two limbs laid in the given directions from ``root``."""
    middle = root + towards(directions[0], lengths[0])
    return Chain(root, middle, middle + towards(directions[1], lengths[1]), *directions)


def reaching(root: complex, target: complex, lengths: tuple[float, float], bend: Bend) -> Chain:
    """Return the two limbs bent so that they end at ``target``, or as near to it as they reach."""
    first, second = lengths
    wanted = target - root
    shortest, longest = abs(first - second) + _SLACK, first + second - _SLACK
    distance = min(max(abs(wanted), shortest), longest)
    cosine = (first**2 + distance**2 - second**2) / (2 * first * distance)
    straight = direction(wanted)
    opening = math.degrees(math.acos(min(1.0, max(-1.0, cosine))))
    first_direction = straight + bend * opening
    middle = root + towards(first_direction, first)
    end = root + towards(straight, distance)
    return Chain(root, middle, end, first_direction, direction(end - middle))
