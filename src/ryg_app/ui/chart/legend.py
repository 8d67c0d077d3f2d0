"""What the lines and marks mean: a sample and a word each, told apart by shape as well as by colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ryg_app.domain.owed import DayState
from ryg_app.wording.sentences import day_state_word

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetricsF

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.wording.catalogues import Words

SAMPLE_WIDTH = 30
SAMPLE_GAP = 7
ENTRY_GAP = 20


class Sample(Enum):
    """What stands before the word."""

    LEG = auto()
    BACK = auto()
    FLARE = auto()
    PAUSE = auto()
    APPOINTMENT = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample and its word."""

    sample: Sample
    text: str


def legend_entries(model: ProgressView, words: Words) -> list[LegendEntry]:
    """Return the lines always, and the marks that occur."""
    _, pgettext = words.gettext, words.pgettext
    states = {day.state for day in model.days}
    entries = [
        LegendEntry(Sample.LEG, pgettext("part of the body", "Leg")),
        LegendEntry(Sample.BACK, pgettext("part of the body", "Back")),
    ]
    if DayState.FLARE in states:
        entries.append(LegendEntry(Sample.FLARE, day_state_word(words, DayState.FLARE)))
    if DayState.PAUSED in states:
        entries.append(LegendEntry(Sample.PAUSE, day_state_word(words, DayState.PAUSED)))
    if model.appointments:
        entries.append(LegendEntry(Sample.APPOINTMENT, _("Appointment")))
    if any(model.is_gap(day) for day in model.days):
        entries.append(LegendEntry(Sample.MISSING, _("Not filled in")))
    return entries


def legend_rows(
    entries: list[LegendEntry], metrics: QFontMetricsF, rect: QRectF
) -> tuple[tuple[tuple[LegendEntry, QRectF], ...], float]:
    """Return where each entry stands, on as many lines as it takes, and where the next thing may begin."""
    x, y, line = rect.left(), rect.top(), metrics.height() + 6
    placed = []
    for entry in entries:
        width = SAMPLE_WIDTH + SAMPLE_GAP + metrics.horizontalAdvance(entry.text) + 2
        if x > rect.left() and x + width > rect.right():
            x, y = rect.left(), y + line
        placed.append((entry, QRectF(x, y, width, line)))
        x += width + ENTRY_GAP
    return tuple(placed), y + line + 8
