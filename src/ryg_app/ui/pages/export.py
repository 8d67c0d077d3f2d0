"""Taking the diary out: which days, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ryg_app.application.export_period import ExportPeriod, FileKind
from ryg_app.ui.widgets.buttons import ActionButton, primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.date_field import DateField
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted, question
from ryg_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from ryg_app.application.export_period import ExportDays
    from ryg_app.wording.catalogues import Words


class ExportPage(Page):
    """`wanted` carries the kind of file, `paper_wanted` the first and the last day."""

    wanted = Signal(object)
    paper_wanted = Signal(object, object)
    back_clicked = Signal()

    def __init__(self, days: ExportDays, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Save the diary as a file"), parent=parent)
        self._days = days
        self._words = words
        self.buttons: dict[FileKind, ActionButton] = {}
        self.back = quiet(words.gettext("Back"))
        self.back.clicked.connect(self.back_clicked)
        self.header.add(self.back)
        self.body.addWidget(self._period_card())
        self.body.addWidget(self._appointment_card())
        self.body.addWidget(self._others())
        self.body.addStretch(1)
        self._on_period()
        self.setFocusProxy(self.buttons[FileKind.TABLES])

    def offer_paper(self) -> None:
        """Show the button for the sheet, where there is somebody to make it."""
        self.paper.show()
        self.setFocusProxy(self.paper)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day chosen."""
        if self.period.value is ExportPeriod.CHOSEN:
            first, last = self.first.value, self.last.value
            return min(first, last), max(first, last)
        return self._days.first_of(ExportPeriod(str(self.period.value))), self._days.last

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_clicked.emit()
            return
        super().keyPressEvent(event)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing more be asked for while a file is being written."""
        for button in (*self.buttons.values(), self.paper):
            button.setEnabled(not busy)

    def _period_card(self) -> Card:
        _, days = self._words.gettext, self._days
        card = Card(_("Which days"))
        options: list[tuple[object, str]] = [
            (ExportPeriod.SINCE_APPOINTMENT, _("Since the last appointment")),
            (ExportPeriod.FOUR_WEEKS, _("The last 4 weeks")),
            (ExportPeriod.EVERYTHING, _("Everything")),
            (ExportPeriod.CHOSEN, _("Choose the days")),
        ]
        self.period = ChoiceRow(_("Which days"), options, pills=True, show_question=False, clearable=False)
        self.period.button(ExportPeriod.SINCE_APPOINTMENT).setVisible(days.last_appointment is not None)
        self.period.value = days.usual
        self.period.chosen.connect(self._on_period)
        card.body.addWidget(self.period)
        card.body.addWidget(self._fields())
        self._told = muted()
        card.body.addWidget(self._told)
        return card

    def _fields(self) -> QWidget:
        _, days = self._words.gettext, self._days
        self.first = DateField(_("First day"), days.first)
        self.last = DateField(_("Last day"), days.last)
        self._chosen = QWidget()
        row = FlowLayout(12, self._chosen)
        for text, field in ((_("First day"), self.first), (_("Last day"), self.last)):
            field.set_range(days.earliest, days.last)
            field.dateChanged.connect(self._tell)
            label = question(text)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        return self._chosen

    def _appointment_card(self) -> Card:
        _ = self._words.gettext
        card = Card(_("For the appointment"))
        self.paper = primary(_("Save the report (PDF) …"), large=True)
        self.paper.clicked.connect(self._on_paper)
        self.paper.hide()
        tables = secondary(_("Save as tables (CSV) …"), large=True)
        buttons = FlowLayout(12)
        buttons.addWidget(self.paper)
        buttons.addWidget(self._kind(FileKind.TABLES, tables))
        card.body.addLayout(buttons)
        card.body.addWidget(
            muted(
                _("Tables open in Excel and LibreOffice: a row a day, and in a second file one an exercise.")
            )
        )
        card.body.addWidget(body(self._safely()))
        return card

    def _safely(self) -> str:
        _ = self._words.gettext
        return _(
            "Take it along safely: on paper, on a USB stick, or through the clinic's secure mail. "
            "Ordinary e-mail is not secure."
        )

    def _others(self) -> Disclosure:
        _ = self._words.gettext
        others = self.others = Disclosure(_("Other kinds of file"))
        for kind, text, what in (
            (FileKind.WORKBOOK, _("Workbook (Excel) …"), _("The same tables in one file.")),
            (
                FileKind.LOG,
                _("Open file (.ryglog) …"),
                _("Everything in the diary, for the physiotherapist's own RygApp or any other program."),
            ),
            (
                FileKind.DOCUMENT,
                _("Document (FHIR) …"),
                _("For programs that read the health format FHIR R4. Ask first whether it can be used."),
            ),
        ):
            card = Card(soft=True)
            buttons = FlowLayout(12)
            buttons.addWidget(self._kind(kind, secondary(text)))
            card.body.addLayout(buttons)
            card.body.addWidget(muted(what))
            others.body.addWidget(card)
        return others

    def _kind(self, kind: FileKind, button: ActionButton) -> ActionButton:
        self.buttons[kind] = button
        button.clicked.connect(lambda: self.wanted.emit(kind))
        return button

    @Slot()
    def _on_paper(self) -> None:
        self.paper_wanted.emit(*self.span)

    @Slot()
    def _on_period(self) -> None:
        self._chosen.setVisible(self.period.value is ExportPeriod.CHOSEN)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        first, last = self.span
        number = (last - first).days + 1
        sentence = self._words.ngettext("{first}, {number} day", "{first} – {last}, {number} days", number)
        told = sentence.format(
            first=self._words.full_date(first), last=self._words.full_date(last), number=number
        )
        self._told.setText(told)
