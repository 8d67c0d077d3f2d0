"""What is shown in place of the exercise when something is to be decided or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ryg_app.ui.pages.session.parts import sized
from ryg_app.ui.widgets.buttons import danger, primary, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import TextLabel, body, page_title, question, section_title
from ryg_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ryg_app.domain.plan import RuleCard
    from ryg_app.ui.theme import Theme
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words

WIDEST_EM = 46


class Panel(QWidget):
    """A card in the middle of the window: a title and some content that scrolls; the buttons stand below."""

    escape_pressed = Signal()

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.notice = Notice()
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        self._bar = QWidget()
        self._bar.setProperty("role", "bar")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons = FlowLayout(14, self._bar, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._buttons.setContentsMargins(30, 14, 30, 14)
        card = Card()
        card.setAccessibleName(title)
        card.setMaximumWidth(WIDEST_EM * theme.fonts.body)
        card.body.setSpacing(18)
        card.body.addWidget(page_title(title))
        card.body.addWidget(self.notice)
        card.body.addLayout(self.content)
        self.setAccessibleName(title)
        self._lay_out(card)

    def add_text(self, text: str) -> TextLabel:
        """Add a paragraph."""
        label = body(text)
        self.content.addWidget(label)
        return label

    def add_button(self, button: ActionButton) -> ActionButton:
        """Add a button to the row; the first gets the focus."""
        self._buttons.addWidget(button)
        return button

    def take_focus(self) -> None:
        """Give the focus to the first thing that can be done."""
        first = self._buttons.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self, card: Card) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(30, 24, 30, 24)
        row.addStretch(1)
        row.addWidget(card, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(self._bar)


class LeavePanel(Panel):
    """Escape was pressed: go on, or end and keep."""

    def __init__(self, words: Words, theme: Theme, *, keeps: bool, trial: bool) -> None:
        _ = words.gettext
        super().__init__(_("Do you want to finish?"), theme)
        if trial:
            self.add_text(_("Time stands still. Nothing is saved of a trial."))
        elif keeps:
            self.add_text(_("The session is paused. What you have done will be saved."))
        else:
            self.add_text(_("The session is paused. Nothing has been done yet, so there is nothing to save."))
        self.go_on = self.add_button(primary(_("Continue"), large=True))
        self.finish = self.add_button(secondary(_("Finish and save") if keeps else _("Finish"), large=True))


class PainPanel(Panel):
    """An exercise was ended because it hurt: the physiotherapist's own words, and the ways on."""

    def __init__(
        self, words: Words, theme: Theme, exercise: str, rule_card: RuleCard | None, *, onwards: str
    ) -> None:
        _ = words.gettext
        super().__init__(_("You have stopped {exercise}").format(exercise=exercise), theme)
        self.add_text(_("Time stands still. Find a position that feels good."))
        if rule_card is not None:
            self.content.addWidget(RuleCardView(words, theme, rule_card))
        self.red_flags = danger(_("Warning signs"))
        self.content.addLayout(self._about_red_flags(words))
        self.go_on = self.add_button(primary(onwards, large=True)) if onwards else None
        self.finish = self.add_button(secondary(_("Finish"), large=True))

    def _about_red_flags(self, words: Words) -> ColumnsLayout:
        line = words.gettext("Nobody reads along. New or growing weakness or numbness: see Warning signs.")
        row = ColumnsLayout(16, place="middle")
        row.add(body(line), stretch=1, at_least_em=14)
        row.add(self.red_flags, stretch=0)
        return row


class RuleCardView(QFrame):
    """The physiotherapist's green, yellow and red, word for word; each has a word and a shape as well."""

    def __init__(self, words: Words, theme: Theme, card: RuleCard) -> None:
        super().__init__()
        _ = words.gettext
        self.setProperty("role", "quote")
        colors = theme.colors
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        rows.addWidget(section_title(_("From your physiotherapist")))
        for mark, word, text, color in (
            ("\N{BLACK CIRCLE}", _("Green"), card.green, colors.accent),
            ("\N{BLACK UP-POINTING TRIANGLE}", _("Yellow"), card.yellow, colors.warning),
            ("\N{BLACK SQUARE}", _("Red"), card.red, colors.danger),
        ):
            rows.addLayout(self._row(sized(TextLabel(mark), theme.fonts.figure, color=color), word, text))

    def _row(self, mark: TextLabel, word: str, text: str) -> QHBoxLayout:
        mark.setFixedWidth(mark.fontMetrics().height())
        mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(question(word))
        texts.addWidget(body(text))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row


class ToldPanel(Panel):
    """Something is told; there is one way on, and perhaps a second."""

    def __init__(self, theme: Theme, title: str, text: str, onwards: str, other: str = "") -> None:
        super().__init__(title, theme)
        self.add_text(text)
        self.go_on = self.add_button(primary(onwards, large=True))
        self.other = self.add_button(secondary(other, large=True)) if other else None
