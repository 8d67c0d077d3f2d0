"""How tall letters must be to be read from the floor."""

from __future__ import annotations

from math import hypot

# ISO 9241-3 asks for letters of 20-22 minutes of arc: 17.5 mm at 3 m. A countdown is to be read with half the
# sight (20/40), so it is twice as tall; 16 minutes of arc, 14 mm, are the least.
COUNTDOWN_MM = 35.0
WORD_MM = 17.5
LINE_MM = 14.0
MM_PER_INCH = 25.4
LOWEST_DPI, HIGHEST_DPI = 40.0, 400.0
ASSUMED_DIAGONAL_INCHES = 14.0


def cap_height_px(mm: float, dpi: float) -> float:
    """Return how many pixels a capital letter of ``mm`` millimetres takes at ``dpi`` pixels an inch."""
    return mm * dpi / MM_PER_INCH


def trusted_dpi(reported: float, width_px: float, height_px: float) -> float:
    """Return the pixels an inch of a screen; one that reports nonsense is taken for a 14″ screen.

    Args:
        reported: What the screen says; believed from 40 to 400.
        width_px: Its width in the same pixels.
        height_px: Its height in the same pixels.
    """
    if LOWEST_DPI <= reported <= HIGHEST_DPI:
        return reported
    assumed = hypot(width_px, height_px) / ASSUMED_DIAGONAL_INCHES
    return min(max(assumed, LOWEST_DPI), HIGHEST_DPI)
