"""The movements of the catalogue, for tests of the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from ryg_app.domain.exercise import Side
from tests.plans import exercises

if TYPE_CHECKING:
    from ryg_app.domain.figure.motion import FigureMotion

FIGURES = (
    ("pelvic_tilt", "lying"),
    ("knee_to_chest", "lying"),
    ("sciatic_slider", "seated"),
    ("sciatic_slider", "lying"),
)


def figure(exercise_id: str, variant: str) -> FigureMotion:
    motion = exercises()[exercise_id].variants[variant].figure
    assert motion is not None
    return motion


figures = st.sampled_from(FIGURES).map(lambda names: figure(*names))
fractions = st.floats(0, 1)
sides = st.sampled_from(Side)
