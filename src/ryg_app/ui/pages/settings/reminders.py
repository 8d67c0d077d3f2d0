"""How reminders reach the person: while the window is closed, after a restart, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.preferences import WhenClosed
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import muted
from ryg_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.settings import Settings
    from ryg_app.wording.catalogues import Words


class RemindersCard(Card):
    """`refused` carries why the computer cannot be told to start the program.

    Args:
        keep: Keeps changed preferences, given by name; tells whether anything was kept.
    """

    refused = Signal(object)
    try_clicked = Signal()
    times_clicked = Signal()

    def __init__(self, settings: Settings, words: Words, keep: Callable[..., bool]) -> None:
        super().__init__(words.gettext("Reminders"))
        self._settings = settings
        self._keep = keep
        _ = words.gettext
        self.body.addWidget(muted(_("You choose the times on the page Plan.")))
        self._add_when_closed(words)
        self._add_switches(words)
        self.sample = secondary(_("Try a reminder"))
        self.sample.clicked.connect(self.try_clicked)
        self.times = secondary(_("Go to the times"))
        self.times.clicked.connect(self.times_clicked)
        buttons = FlowLayout(12)
        for button in (self.times, self.sample):
            buttons.addWidget(button)
        self.body.addLayout(buttons)

    def refresh(self) -> None:
        """Show the choices as they are kept, and the start with the computer as the computer has it."""
        kept = self._settings.get()
        said = kept.when_closed
        self.when_closed.value = None if said is WhenClosed.NOT_SAID else said
        states = (
            (self.autostart, self._settings.starts_with_computer()),
            (self.say_what, kept.notifications_say_what),
        )
        for switch, on in states:
            with QSignalBlocker(switch):
                switch.setChecked(on)

    def _add_when_closed(self, words: Words) -> None:
        _ = words.gettext
        choices: list[tuple[object, str]] = [
            (WhenClosed.STAY, _("Keep running and remind")),
            (WhenClosed.QUIT, _("Quit RygApp")),
        ]
        self.when_closed = ChoiceRow(_("When the window is closed"), choices, clearable=False)
        self.when_closed.chosen.connect(self._on_when_closed)
        self.body.addWidget(self.when_closed)

    def _add_switches(self, words: Words) -> None:
        _ = words.gettext
        self.autostart = Switch(_("Start RygApp together with the computer"))
        self.say_what = Switch(_("Say in the reminder what it is about"))
        explained = (
            (
                self.autostart,
                _("Then reminders come without your opening RygApp. No window opens by itself."),
            ),
            (
                self.say_what,
                _("Otherwise it only says “Time for exercises”. Others may see it, also on a locked screen."),
            ),
        )
        for switch, explanation in explained:
            switch.setAccessibleDescription(explanation)
            self.body.addWidget(switch)
            self.body.addWidget(muted(explanation))
        self.autostart.toggled.connect(self._on_autostart)
        self.say_what.toggled.connect(self._on_say_what)

    @Slot(object)
    def _on_when_closed(self, said: object) -> None:
        self._keep(when_closed=said)

    @Slot(bool)
    def _on_autostart(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        try:
            self._settings.start_with_computer(on=on)
        except RygAppError as error:
            self.refused.emit(error)
        else:
            self._keep(asked_about_autostart=True)
        self.refresh()

    @Slot(bool)
    def _on_say_what(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._keep(notifications_say_what=on)
