"""The exercises of the day on the page: what was done, what was not, and whether it was a bad day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from ryg_app.domain.owed import DayState
from ryg_app.ui.diary_parts.done_list import DoneList
from ryg_app.ui.widgets.buttons import ActionButton, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.labels import body, question, small
from ryg_app.ui.widgets.switch import Switch
from ryg_app.wording.sentences import day_state_word, session_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.application.diary import DiaryView
    from ryg_app.domain.session import SessionPlan
    from ryg_app.wording.catalogues import Words

_GAP = 8


class ThatDayCard(Card):
    """Emits `done` with a session, `taken_back` with a session's identifier, `called_bad` with yes or no."""

    done = Signal(object)
    taken_back = Signal(str)
    called_bad = Signal(bool)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Exercises of the day"), parent=parent)
        self._words = words
        self._waiting: tuple[SessionPlan, ...] = ()
        self.done_list, self.nothing = DoneList(words), body()
        self.waiting_caption = question(_("Done without the computer?"))
        self.buttons: list[ActionButton] = []
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(_GAP)
        self.bad_day, self.bad_day_note = Switch(_("Bad day")), small()
        for part in (self.nothing, self.done_list, self.waiting_caption):
            self.body.addWidget(part)
        self.body.addLayout(self._buttons)
        self.body.addWidget(self.bad_day)
        self.body.addWidget(self.bad_day_note)
        self.done_list.taken_back.connect(self.taken_back)
        self.bad_day.clicked.connect(self._call_bad)

    def show_day(self, view: DiaryView) -> None:
        """Show the day; without a plan and without sessions there is nothing to show."""
        owed = view.owed
        self.setVisible(owed is not None or bool(view.log.sessions))
        special = owed is not None and owed.state is not DayState.ORDINARY
        self.set_aside(day_state_word(self._words, owed.state) if owed and special else "")
        self.done_list.show_records(view.log, len(owed.sessions) if owed else 0)
        nothing = not view.log.sessions and not view.waiting
        self.nothing.setText(self._words.gettext("Nothing was planned.") if nothing else "")
        self.nothing.setVisible(nothing)
        self._show_waiting(view)
        self._show_bad_day(view)

    def _show_waiting(self, view: DiaryView) -> None:
        self.waiting_caption.setVisible(bool(view.waiting))
        if view.waiting == self._waiting:
            return
        self._waiting = view.waiting
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        of = len(view.owed.sessions) if view.owed else 0
        self.buttons = [self._button(session, of) for session in view.waiting]

    def _button(self, session: SessionPlan, of: int) -> ActionButton:
        title = session_title(self._words, session.number, of)
        button = secondary(title)
        done = self._words.gettext("Done without the computer")
        button.setAccessibleName(f"{done}: {title}")
        button.clicked.connect(partial(self.done.emit, session))
        # What is made later would otherwise be the last thing on the page that Tab comes to.
        self._buttons.addWidget(button)
        self.setTabOrder(button, self.bad_day)
        return button

    def _show_bad_day(self, view: DiaryView) -> None:
        state = view.owed.state if view.owed else None
        self.bad_day.setVisible(state in {DayState.ORDINARY, DayState.FLARE})
        self.bad_day.setChecked(view.is_called_bad or state is DayState.FLARE)
        told = self._bad_day_words(view, is_light=state is DayState.FLARE)
        self.bad_day_note.setText(told)
        self.bad_day_note.setVisible(bool(told) and not self.bad_day.isHidden())

    def _bad_day_words(self, view: DiaryView, *, is_light: bool) -> str:
        _ = self._words.gettext
        if view.day < view.today and is_light is not view.is_called_bad:
            return _("Said afterwards: what was planned that day stays as it was.")
        if is_light:
            return _("This is your physiotherapist's light version of the day.")
        if view.is_called_bad:
            return _("Your plan has no light version. You can pause the day.")
        return ""

    @Slot()
    def _call_bad(self) -> None:
        self.called_bad.emit(self.bad_day.isChecked())
