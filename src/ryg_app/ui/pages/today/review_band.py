"""In a review week: that two more questions wait in the diary, until they are answered or skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.pages.today.banner import Banner
from ryg_app.ui.widgets.buttons import quiet, secondary

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.reviews import Reviews, ReviewWeek
    from ryg_app.wording.catalogues import Words


class ReviewBand(Banner):
    """Hidden in other weeks, and once there is an answer."""

    def __init__(self, reviews: Reviews, words: Words) -> None:
        _ = words.gettext
        self.answer, self.skip = secondary(_("Open the diary")), quiet(_("Skip"))
        self.skip.setAccessibleName(_("Skip the extra questions"))
        super().__init__(self.answer, self.skip)
        self._reviews = reviews
        self._words = words
        self._week: ReviewWeek | None = None

    def show_day(self, day: date) -> None:
        """Show the band when the day's week asks and is not answered."""
        week = self._reviews.week_of(day)
        self._week = week if week and week.review is None else None
        waiting = self._words.gettext("Week {week}: two extra questions wait in the diary.")
        self.say(waiting.format(week=self._week.week) if self._week else "")

    def skip_both(self) -> None:
        """Keep that both are skipped; return once that is durable.

        Raises:
            NotSavedError: Nothing was kept.
        """
        if self._week is not None:
            self._reviews.answer(self._week, (), None)
