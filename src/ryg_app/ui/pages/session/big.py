"""*Stor visning*: the session as it is read from the floor, and the few controls for standing beside it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.preferences import BIG_VIEW_ROTATIONS
from ryg_app.ui.pages.session.big_controls import BigControls
from ryg_app.ui.pages.session.big_keys import BigMeaning, HeldKey, big_meaning
from ryg_app.ui.pages.session.big_picture import BigPicture
from ryg_app.ui.pages.session.big_words import big_words
from ryg_app.ui.pages.session.keys import Meaning

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from ryg_app.application.session_view import SessionView
    from ryg_app.domain.steps import Step
    from ryg_app.ui.pages.session.scene import Scene
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words


class BigView(QWidget):
    """Shows what it is told and says in `wanted` what the person means.

    A key that stops time does so when it goes down, one that lets it go on when it comes up: a key held for
    two seconds then does nothing but stop. `full_screen_wanted` asks for the whole screen and gives it back;
    `chosen` carries size and rotation, to be remembered when the view is left.
    """

    wanted = Signal(object)
    full_screen_wanted = Signal(bool)
    chosen = Signal(int, int)

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._words = words
        self._is_on = False
        self._time_runs = self._waits = False
        self._goes_on_when_released = False
        self._kept = (100, 0)
        self._rotation = 0
        dark = look.theme.scheme == "dark"
        self.picture = BigPicture(look.theme.colors, dark=dark)
        self.controls = BigControls(words, look.theme)
        self.keys = HeldKey(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        column.addWidget(self.controls)
        self.setFocusProxy(self.picture)
        self.setAccessibleName(words.gettext("Big view"))
        self._connect()
        self.choose(*self._kept)

    @property
    def is_on(self) -> bool:
        """Whether the session is shown this way, also while a panel covers it."""
        return self._is_on

    @property
    def rotation(self) -> int:
        """How far it is turned clockwise: 0, 90 or 270 degrees."""
        return self._rotation

    def choose(self, scale_percent: int, rotation: int) -> None:
        """Show it as it was left the last time."""
        self._kept = (scale_percent, rotation)
        self._rotation = rotation if rotation in BIG_VIEW_ROTATIONS else 0
        self.controls.scale.setValue(scale_percent)
        self._show_choice()

    def switch(self, *, on: bool) -> None:
        """Take the whole screen, or give it back."""
        if on == self._is_on:
            return
        self._is_on = on
        self.full_screen_wanted.emit(on)
        choice = (self.controls.scale.value(), self._rotation)
        if not on and choice != self._kept:
            self._kept = choice
            self.chosen.emit(*choice)

    def show_scene(self, scene: Scene, view: SessionView, step: Step) -> None:
        """Show the words of a step."""
        self._waits, self._time_runs = scene.waits, not scene.paused and not scene.waits
        self.controls.show_hint(paused=scene.paused, waits=scene.waits)
        self.picture.show_words(big_words(self._words, scene, view), ceil(step.length_s))

    def show_time(self, view: SessionView, *, waiting: bool) -> None:
        """Show how far the step has come; nothing runs out while it waits for the person."""
        number = "" if waiting else str(view.seconds_left)
        self.picture.show_time(number, 1.0 if waiting else 1.0 - view.fraction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = big_meaning(event.key(), event.modifiers())
        if wanted is None:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif wanted is BigMeaning.TAP_OR_HOLD:
            self.keys.press(event.key())
        else:
            self._do(wanted)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.keys.release(event.key())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keys.forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Another window has the keyboard now, so the release would never come.
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keys.forget()

    def _connect(self) -> None:
        self.keys.pressed.connect(self._on_pressed)
        self.keys.tapped.connect(self._on_tapped)
        self.keys.held.connect(self._on_held)
        self.picture.pressed.connect(self._on_clicked)
        self.controls.close_button.clicked.connect(self._on_closed)
        self.controls.turn_button.clicked.connect(self._turn)
        self.controls.scale.valueChanged.connect(self._show_choice)

    def _do(self, wanted: BigMeaning) -> None:
        if wanted is BigMeaning.TURN:
            self._turn()
        else:
            closes = wanted is BigMeaning.CLOSE
            self.wanted.emit(Meaning.BIG_VIEW if closes else Meaning.WARNING_SIGNS)

    def _go_on(self) -> None:
        self.wanted.emit(Meaning.READY if self._waits else Meaning.PAUSE_OR_CONTINUE)

    @Slot()
    def _on_pressed(self) -> None:
        self._goes_on_when_released = not self._time_runs
        if self._time_runs:
            self.wanted.emit(Meaning.PAUSE_OR_CONTINUE)

    @Slot()
    def _on_tapped(self) -> None:
        if self._goes_on_when_released:
            self._go_on()

    @Slot()
    def _on_held(self) -> None:
        self.wanted.emit(Meaning.LEAVE)

    @Slot()
    def _on_clicked(self) -> None:
        self._go_on()

    @Slot()
    def _on_closed(self) -> None:
        self.wanted.emit(Meaning.BIG_VIEW)

    @Slot()
    def _turn(self) -> None:
        place = BIG_VIEW_ROTATIONS.index(self._rotation)
        self._rotation = BIG_VIEW_ROTATIONS[(place + 1) % len(BIG_VIEW_ROTATIONS)]
        self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        self.picture.choose(self.controls.scale.value(), self._rotation)
        self.controls.show_choice(self._rotation)
