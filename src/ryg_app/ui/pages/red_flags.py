"""*Faresignaler*: the static card with warning signs and dated numbers; it asks and decides nothing."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.domain.errors import NotSavedError
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.fields import DropDown
from ryg_app.ui.widgets.labels import body, figure, question, small
from ryg_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ryg_app.application.library import Library
    from ryg_app.application.settings import Settings
    from ryg_app.domain.contacts import ContactNumber
    from ryg_app.domain.static_texts import RedFlagGroup
    from ryg_app.wording.catalogues import Words

EVERY_REGION = ""
LINE_GAP = 8
NARROWEST_TEXT_EM = 8


class RedFlagsPage(Page):
    """Shows the card; `back_clicked` leads to where the patient came from."""

    back_clicked = Signal()

    def __init__(
        self, library: Library, settings: Settings, words: Words, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.gettext("Warning signs"), parent=parent)
        self._library = library
        self._settings = settings
        self._words = words
        self._region = settings.get().region
        self.back = secondary("")
        self.back.clicked.connect(self.back_clicked)
        self.back.hide()
        self.header.add(self.back)
        call_now = self._signs(library.red_flags.call_now, urgent=True)
        self.this_week = self._signs(library.red_flags.this_week, urgent=False)
        self.numbers = self._numbers()
        self.body.addWidget(_Arrangement(call_now, self.numbers, self.this_week, self.body.spacing()))
        self.body.addStretch(1)
        self.refresh()

    def show_way_back(self, text: str) -> None:
        """Offer the way back with this text, as the first thing and by Escape; an empty one hides it."""
        self.back.setText(text)
        self.back.setVisible(bool(text))
        if text:
            self.setFocusProxy(self.back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.back_clicked.emit()
            return
        super().keyPressEvent(event)

    def refresh(self) -> None:
        """Show the numbers of the chosen region as they stand today."""
        contacts, today = self._library.contacts, self._library.today()
        with QSignalBlocker(self.region):
            self.region.setCurrentIndex(max(0, self.region.findData(self._region or EVERY_REGION)))
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number in contacts.numbers_for(self._region, today):
            self._list.addWidget(rule())
            self._list.addWidget(self._number(number))
        self._recheck.setVisible(contacts.outdated(today))

    def _signs(self, group: RedFlagGroup, *, urgent: bool) -> Card:
        language = self._words.language
        card = Card(group.title.in_language(language))
        if urgent:
            card.setProperty("role", "urgent")
        card.body.setSpacing(LINE_GAP)
        card.body.addWidget(question(group.lead.in_language(language)))
        for sign in group.signs:
            # The dot is part of the text, so that a screen reader and a copy keep the list a list.
            card.body.addWidget(body("•  " + sign.in_language(language)))
        return card

    def _numbers(self) -> Card:
        _, language = self._words.gettext, self._words.language
        card = Card(_("Call"))
        card.body.setSpacing(LINE_GAP)
        for line in self._library.red_flags.call_now.what_to_do:
            card.body.addWidget(body(line.in_language(language)))
        self.region = DropDown(_("Your region"))
        # Its longest name need not fit in: with large text the page would scroll sideways.
        self.region.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.region.addItem(_("All regions"), EVERY_REGION)
        for region in self._library.contacts.regions:
            self.region.addItem(region.name.in_language(language), region.region_id)
        self.region.currentIndexChanged.connect(self._on_region)
        card.body.addWidget(question(_("Your region")))
        card.body.addWidget(self.region)
        self._list = QVBoxLayout()
        self._list.setSpacing(LINE_GAP)
        card.body.addLayout(self._list)
        checked = self._words.full_date(self._library.contacts.checked)
        card.body.addWidget(small(_("Numbers last checked on {date}.").format(date=checked)))
        self._recheck = body(_("Some numbers may have changed. Check them at laegevagten.dk or sundhed.dk."))
        card.body.addWidget(self._recheck)
        return card

    def _number(self, number: ContactNumber) -> QWidget:
        line, texts = QWidget(), QVBoxLayout()
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(question(self._who_answers(number)))
        texts.addWidget(small(self._when_they_answer(number)))
        row = ColumnsLayout(LINE_GAP, line, place="middle")
        row.add(texts, 1, NARROWEST_TEXT_EM)
        row.add(figure(number.number), 0)
        return line

    def _who_answers(self, number: ContactNumber) -> str:
        language = self._words.language
        title = number.name.in_language(language)
        regions = {region.region_id: region.name for region in self._library.contacts.regions}
        if self._region is not None or number.region not in regions:
            return title
        return f"{title}, {regions[number.region].in_language(language)}"

    def _when_they_answer(self, number: ContactNumber) -> str:
        _ = self._words.gettext
        hours = number.hours.in_language(self._words.language)
        if not number.is_known_good(self._library.today()):
            return hours + ". " + _("This number may no longer be in use. Look it up first.")
        if number.valid_until is None:
            return hours
        until = self._words.full_date(number.valid_until)
        return hours + ". " + _("Known to be right until {date}.").format(date=until)

    @Slot()
    def _on_region(self) -> None:
        self._region = self.region.currentData() or None
        # The choice only hides other regions' numbers: a full disk must not stand in the way of this page.
        with contextlib.suppress(NotSavedError):
            self._settings.save(replace(self._settings.get(), region=self._region))
        self.refresh()


class _Arrangement(QWidget):
    """Whom to call stands beside when to call now, or right beneath it where there is no room beside."""

    def __init__(self, call_now: QWidget, numbers: QWidget, this_week: QWidget, spacing: int) -> None:
        super().__init__()
        self._this_week = this_week
        self._is_stacked = False
        self._signs, self._rows = QVBoxLayout(), QVBoxLayout(self)
        for column in (self._signs, self._rows):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(spacing)
        self._signs.addWidget(call_now)
        self._signs.addWidget(this_week)
        self._columns = ColumnsLayout(spacing, place="top")
        self._columns.add(self._signs, 3, 24)
        self._columns.add(numbers, 2, 18)
        self._rows.addLayout(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self._columns.is_stacked(event.size().width())
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            leaves, takes = (self._signs, self._rows) if is_stacked else (self._rows, self._signs)
            leaves.removeWidget(self._this_week)
            takes.addWidget(self._this_week)


def rule() -> QFrame:
    """Return the hairline between two numbers."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line
