from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.letter_heights import COUNTDOWN_MM, WORD_MM, cap_height_px, trusted_dpi

sizes = st.floats(200, 8000)


@pytest.mark.parametrize(
    ("mm", "dpi", "px"),
    [(WORD_MM, 157, 108), (COUNTDOWN_MM, 157, 216), (WORD_MM, 92, 63), (COUNTDOWN_MM, 92, 127)],
)
def test_letters_for_three_metres_are_as_tall_as_the_table_says(mm: float, dpi: float, px: int) -> None:
    assert round(cap_height_px(mm, dpi)) == px


def test_an_inch_is_as_many_pixels_as_the_screen_has_an_inch() -> None:
    assert cap_height_px(25.4, 96) == pytest.approx(96)


@pytest.mark.parametrize("reported", [40, 96, 157.3, 400])
def test_a_screen_that_makes_sense_is_believed(reported: float) -> None:
    assert trusted_dpi(reported, 1920, 1080) == reported


@pytest.mark.parametrize("reported", [0, -1, 39.9, 400.1, 25400, float("inf"), float("nan")])
def test_a_screen_that_reports_nonsense_is_taken_for_one_of_fourteen_inches(reported: float) -> None:
    dpi = trusted_dpi(reported, 1920, 1080)
    assert round(dpi) == 157
    assert cap_height_px(WORD_MM, dpi) / 1080 == pytest.approx(0.10, abs=0.001)
    assert cap_height_px(COUNTDOWN_MM, dpi) / 1080 == pytest.approx(0.20, abs=0.002)


@given(st.floats(), sizes, sizes)
def test_whatever_is_reported_the_answer_makes_sense(reported: float, width: float, height: float) -> None:
    assert 40 <= trusted_dpi(reported, width, height) <= 400
