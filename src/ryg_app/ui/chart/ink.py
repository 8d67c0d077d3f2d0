"""Paler colours without transparency, which some kinds of paper file cannot hold."""

from __future__ import annotations

from PySide6.QtGui import QColor


def pale(color: str, ground: str, share: float) -> QColor:
    """Return the colour as it looks when that share (0 to 1) of it covers the ground."""
    ink, paper = QColor(color), QColor(ground)
    return QColor(
        *(
            round(share * over + (1 - share) * under)
            for over, under in (
                (ink.red(), paper.red()),
                (ink.green(), paper.green()),
                (ink.blue(), paper.blue()),
            )
        )
    )
