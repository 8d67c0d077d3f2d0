"""In the days before an appointment: the sheet to bring along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.pages.today.banner import Banner
from ryg_app.ui.widgets.buttons import secondary

if TYPE_CHECKING:
    from ryg_app.application.today import TodayView
    from ryg_app.wording.catalogues import Words

DAYS_BEFORE = 3


class SheetOffer(Banner):
    """Hidden on all other days; it offers, and asks for nothing."""

    def __init__(self, words: Words) -> None:
        self.see = secondary(words.gettext("See the report"))
        super().__init__(self.see)
        self._words = words

    def show_day(self, view: TodayView) -> None:
        """Offer the sheet when the next appointment is near."""
        _, visit = self._words.gettext, view.next_appointment
        days = (visit.at.date() - view.day).days if visit else None
        if visit is None or days is None or not 0 <= days <= DAYS_BEFORE:
            self.say("")
        elif days == 0:
            self.say(_("Your appointment is today. There is a report you can bring along."))
        else:
            date = self._words.long_date(visit.at.date())
            said = _("Your appointment is on {date}. There is a report you can bring along.")
            self.say(said.format(date=date))
