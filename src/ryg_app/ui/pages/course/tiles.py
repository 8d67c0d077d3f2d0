"""Four numbers of the period: leg, back, walking, exercises. Numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import figure, question, small
from ryg_app.wording.progress_words import (
    NOTHING,
    kept_together,
    mean_words,
    tally_remarks,
    tally_words,
    week_namer,
)
from ryg_app.wording.sentences import walking_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.domain.progress import WeekFigures
    from ryg_app.wording.catalogues import Words

_NARROWEST_EM = 11


class Tiles(QWidget):
    """Built once; `show_view` fills them in."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self.leg, self.back = Tile(_("Leg, mean")), Tile(_("Back, mean"))
        self.walking, self.exercises = Tile(_("Walking per day")), Tile(_("Exercises done"))
        row = ColumnsLayout(parent=self)
        # Widths are rounded, and a tile a pixel too wide must not lose its edge.
        row.setContentsMargins(0, 0, 2, 0)
        pairs = [(self.leg, self.back), (self.walking, self.exercises)]
        for pair in pairs:
            columns = ColumnsLayout()
            for tile in pair:
                columns.add(tile, 1, _NARROWEST_EM)
            row.add(columns, 1, 2 * _NARROWEST_EM + 2)

    def show_view(self, view: ProgressView) -> None:
        """Show the first and the last week that have a mean, and the sums of the period."""
        self.leg.show_number(*self._weeks(view, lambda week: week.leg))
        self.back.show_number(*self._weeks(view, lambda week: week.back))
        self.walking.show_number(*self._walking(view))
        self.exercises.show_number(*self._exercises(view))

    def _weeks(self, view: ProgressView, value: Callable[[WeekFigures], float | None]) -> tuple[str, str]:
        _ = self._words.gettext
        name = week_namer(self._words, view.weeks)
        known = [
            (place, number) for place, week in enumerate(view.weeks) if (number := value(week)) is not None
        ]
        if not known:
            return NOTHING, _("A mean needs three days of a week.")
        ends = [known[0], known[-1]] if len(known) > 1 else known
        numbers = " · ".join(mean_words(self._words, number) for _place, number in ends)
        return numbers, " · ".join(kept_together(name(place)) for place, _number in ends)

    def _walking(self, view: ProgressView) -> tuple[str, str]:
        _, ngettext = self._words.gettext, self._words.ngettext
        walks = [day.answers.walked_minutes for day in view.days if day.answers.walked_minutes is not None]
        told = [
            ngettext("mean of {number} day", "mean of {number} days", len(walks)).format(number=len(walks))
        ]
        if view.walking is not None:
            told.append(_("plan: {walking}").format(walking=walking_words(self._words, view.walking)))
        if not walks:
            return NOTHING, "\n".join(told[1:])
        return _("{number} min").format(number=round(sum(walks) / len(walks))), "\n".join(told)

    def _exercises(self, view: ProgressView) -> tuple[str, str]:
        _ = self._words.gettext
        remarks = tally_remarks(self._words, view.tally)
        told = "\n".join(remarks)
        if not view.has_plan:
            told = _("There is no plan.")
        return tally_words(self._words, view.tally), told


class Tile(Card):
    """A large number with what it is of."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.number, self.remark = figure(), small()
        self.body.setSpacing(4)
        for part in (question(title), self.number, self.remark):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_number(self, number: str, remark: str) -> None:
        """A remark without text takes no room."""
        self.number.setText(number)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
