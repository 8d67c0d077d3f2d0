"""The day's exercises: what the next session holds, and everything one can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.domain.exercise import Side
from ryg_app.domain.owed import DayState
from ryg_app.ui.diary_parts.done_list import DoneList
from ryg_app.ui.pages.today.banner import Banner
from ryg_app.ui.pages.today.exercise_rows import ExerciseRows
from ryg_app.ui.pages.today.session_words import exercise_lines, heading, state_line
from ryg_app.ui.widgets.buttons import primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body
from ryg_app.wording.sentences import side_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.library import ExerciseView
    from ryg_app.application.today import TodayView
    from ryg_app.domain.session import OpenSession, SessionPlan
    from ryg_app.ui.pages.today.day import Picture
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words


class SessionsCard(Card):
    """Shows the next session and emits what the patient wants done; it changes nothing itself."""

    start_clicked = Signal(object)
    done_clicked = Signal(object)
    bad_day_clicked = Signal()
    bad_day_withdrawn = Signal()
    pause_clicked = Signal()
    pause_ended = Signal()
    side_named = Signal(object)
    take_up_clicked = Signal(object)
    give_up_clicked = Signal(object)

    def __init__(self, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._session: SessionPlan | None = None
        self._under_way: OpenSession | None = None
        self._has_flare = False
        self._make_buttons(look)
        self._make_bands()
        self.line = body()
        self.rows = ExerciseRows(look)
        self.done_list = DoneList(words)
        self.side = ChoiceRow(words.gettext("Which side hurts?"), self._sides(), clearable=False)
        self._lay_out()
        self._connect()

    def show_day(self, picture: Picture, views: Mapping[str, ExerciseView]) -> None:
        """Show the day: the next session, or why there is none."""
        view, under_way = picture.view, picture.under_way
        card = None if under_way else view.next_session
        self._session = card.session if card else None
        self._under_way = under_way
        self._has_flare = view.plan is not None and view.plan.flare is not None
        title, aside = heading(self._words, card)
        self.set_title(title)
        self.set_aside(aside)
        self._show_bands(view)
        line = "" if under_way else state_line(self._words, picture)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.rows.show_lines(exercise_lines(self._words, card, views))
        self.side.setVisible(card is not None and view.needs_side)
        self._show_buttons(view, title, can_start=card is not None)
        self.done_list.show_records(view.log, len(view.sessions))

    def next_step(self) -> ActionButton | None:
        """The button that leads on, if there is something left to do."""
        ways = (self.take_up, self.start, self.open_plan)
        return next((way for way in ways if way.isVisibleTo(self) and way.isEnabled()), None)

    def _make_buttons(self, look: Look) -> None:
        _ = self._words.gettext
        self.red_flags = quiet(_("New signs? Press F1"))
        self.red_flags.use_icon(look.icons, "warning")
        self.red_flags.setAccessibleDescription(_("Opens the card with warning signs"))
        self.start = primary(_("Start"), large=True)
        self.start.use_icon(look.icons, "play")
        self.done = secondary(_("Done without the computer"))
        self.bad_day = secondary(_("Bad day"))
        self.open_plan = primary(_("Open a plan file …"), large=True)
        self.general_plan = secondary(_("Choose exercises myself …"))
        self.take_up = primary(_("Continue"), large=True)
        self.give_up = secondary(_("End it"))
        self.not_after_all = secondary(_("Not after all"))
        self.pause_today = secondary(_("Pause today"))
        self.no_pause = secondary(_("No"))
        self.end_pause = secondary(_("End the pause"))

    def _make_bands(self) -> None:
        self.under_way = Banner(self.take_up, self.give_up)
        self.flare = Banner(self.not_after_all)
        self.offer_pause = Banner(self.pause_today, self.no_pause)

    def _lay_out(self) -> None:
        for widget in (self.under_way, self.flare, self.line, self.side):
            self.body.addWidget(widget)
        reminder, actions = FlowLayout(), FlowLayout(8)
        reminder.addWidget(self.red_flags)
        choices = (self.start, self.done, self.bad_day, self.open_plan, self.general_plan, self.end_pause)
        for button in choices:
            actions.addWidget(button)
        # Above the exercises, however many there are: on a low screen one need not scroll to begin.
        self.body.addLayout(actions)
        self.body.addWidget(self.offer_pause)
        self.body.addLayout(reminder)
        self.body.addWidget(self.done_list)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.start.clicked.connect(self._start)
        self.done.clicked.connect(self._done)
        self.bad_day.clicked.connect(self._bad_day)
        self.not_after_all.clicked.connect(self.bad_day_withdrawn)
        self.pause_today.clicked.connect(self.pause_clicked)
        self.no_pause.clicked.connect(self._no_pause)
        self.end_pause.clicked.connect(self.pause_ended)
        self.side.chosen.connect(self.side_named)
        self.take_up.clicked.connect(self._take_up)
        self.give_up.clicked.connect(self._give_up)

    def _sides(self) -> list[tuple[object, str]]:
        return [(side, side_word(self._words, side).capitalize()) for side in (Side.LEFT, Side.RIGHT)]

    def _show_bands(self, view: TodayView) -> None:
        _ = self._words.gettext
        opened = self._under_way
        began = self._words.clock(opened.started) if opened else ""
        self.under_way.say(
            _("You are in the middle of a session from {time}.").format(time=began) if opened else ""
        )
        light = _("A bad day: this is your physiotherapist's light version of the day.")
        self.flare.say(light if view.is_flare else "")
        self.offer_pause.say("")

    def _show_buttons(self, view: TodayView, title: str, *, can_start: bool) -> None:
        for button in (self.start, self.done):
            button.setVisible(can_start)
            button.setEnabled(not view.needs_side)
            button.setAccessibleName(f"{button.text()}: {title}")
        self.red_flags.setVisible(can_start or self._under_way is not None)
        ordinary = view.owed is not None and view.owed.state is DayState.ORDINARY
        self.bad_day.setVisible(can_start and ordinary)
        for button in (self.open_plan, self.general_plan):
            button.setVisible(view.plan is None)
        self.end_pause.setVisible(view.owed is not None and view.owed.state is DayState.PAUSED)

    @Slot()
    def _start(self) -> None:
        if self._session is not None:
            self.start_clicked.emit(self._session)

    @Slot()
    def _done(self) -> None:
        if self._session is not None:
            self.done_clicked.emit(self._session)

    @Slot()
    def _bad_day(self) -> None:
        if self._has_flare:
            self.bad_day_clicked.emit()
            return
        _ = self._words.gettext
        self.offer_pause.say(_("Your plan has no light version. Would you like to pause today?"))
        self.pause_today.setFocus()

    @Slot()
    def _no_pause(self) -> None:
        self.offer_pause.say("")
        self.bad_day.setFocus()

    @Slot()
    def _take_up(self) -> None:
        self.take_up_clicked.emit(self._under_way)

    @Slot()
    def _give_up(self) -> None:
        self.give_up_clicked.emit(self._under_way)
