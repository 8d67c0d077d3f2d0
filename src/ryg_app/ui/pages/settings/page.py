"""*Indstillinger*: language, look, sound, get-down time, reminders, and where everything is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QApplication

from ryg_app.domain.errors import NotSavedError
from ryg_app.domain.preferences import LONGEST_GET_DOWN_S, SHORTEST_GET_DOWN_S, ColorScheme, VoiceChoice
from ryg_app.ui.pages.settings.reminders import RemindersCard
from ryg_app.ui.widgets.buttons import danger, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted
from ryg_app.ui.widgets.page import Page
from ryg_app.ui.widgets.switch import Switch
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from ryg_app.application.settings import Settings
    from ryg_app.domain.errors import RygAppError
    from ryg_app.ui.sound_check import SoundCheck
    from ryg_app.wording.catalogues import Words

TEXT_SIZES = (100, 125, 150, 175, 200)
VOLUMES = (20, 40, 70, 100)
GET_DOWN_CHOICES = (SHORTEST_GET_DOWN_S, 30, 60, 120, LONGEST_GET_DOWN_S)


class SettingsPage(Page):
    """Every choice is kept at once; `appearance_changed` asks the window to build itself anew."""

    appearance_changed = Signal()
    changed = Signal()
    export_clicked = Signal()
    backup_clicked = Signal()
    restore_clicked = Signal()
    erase_clicked = Signal()
    try_reminder_clicked = Signal()
    reminder_times_clicked = Signal()

    def __init__(
        self, settings: Settings, words: Words, sound_check: SoundCheck, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.gettext("Settings"), parent=parent)
        self._settings = settings
        self._words = words
        self._sound_check = sound_check
        self._has_system_voice: bool | None = None
        sound_check.silent.connect(self._tell_of_silence)
        sound_check.no_system_voice.connect(self._tell_of_other_voice)
        self.body.addWidget(self._appearance())
        self.body.addWidget(self._session())
        self.reminders = RemindersCard(settings, words, self._keep)
        self.reminders.refused.connect(self._tell)
        self.reminders.try_clicked.connect(self.try_reminder_clicked)
        self.reminders.times_clicked.connect(self.reminder_times_clicked)
        self.body.addWidget(self.reminders)
        self.body.addWidget(self._data())
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the choices as they are kept."""
        kept = self._settings.get()
        self.language.value = kept.language
        self.scheme.value = kept.color_scheme
        # These may hold more values than the page offers; then none of them is marked.
        self.text_size.value = _offered(kept.text_percent, TEXT_SIZES)
        self.volume.value = _offered(kept.volume_percent, VOLUMES)
        self.voice.value = kept.voice
        self.voice_volume.value = _offered(kept.voice_volume_percent, VOLUMES)
        self.try_sound.setEnabled(kept.tones or kept.voice is not VoiceChoice.OFF)
        self._offer_system_voice()
        self.get_down.value = _offered(kept.get_down_s, GET_DOWN_CHOICES)
        for switch, on in ((self.tones, kept.tones), (self.still, kept.reduced_motion)):
            with QSignalBlocker(switch):
                switch.setChecked(on)
        self.reminders.refresh()

    def main_thing(self) -> QWidget:
        """The first choice."""
        return self.language.stop

    def focused(self) -> str:
        """Return which of the choices that build the window anew holds the focus; empty for none."""
        return next((key for key, row in self._rows().items() if _holds_focus(row)), "")

    def focus_on(self, key: str) -> None:
        """Put the focus where it was before the window was built anew."""
        row = self._rows().get(key)
        if row is not None and row.value is not None:
            button = row.button(row.value)
            button.setFocus()
            self.area.ensureWidgetVisible(button)

    def _rows(self) -> dict[str, ChoiceRow]:
        return {"language": self.language, "scheme": self.scheme, "text_size": self.text_size}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The speech service is asked only when somebody looks: the page itself is built at every start.
        if self._has_system_voice is None:
            self._has_system_voice = self._sound_check.has_system_voice(self._words.language)
            self._offer_system_voice()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sound_check.stop()

    def _offer_system_voice(self) -> None:
        is_chosen = self.voice.value is VoiceChoice.SYSTEM
        self.voice.button(VoiceChoice.SYSTEM).setVisible(bool(self._has_system_voice) or is_chosen)

    def _appearance(self) -> Card:
        _ = self._words.gettext
        card = Card(_("Language and look"))
        languages: list[tuple[object, str]] = [("da", "Dansk"), ("en", "English")]
        schemes: list[tuple[object, str]] = [
            (ColorScheme.SYSTEM, _("As the computer")),
            (ColorScheme.LIGHT, _("Light")),
            (ColorScheme.DARK, _("Dark")),
        ]
        self.language = ChoiceRow(_("Language"), languages, clearable=False)
        self.scheme = ChoiceRow(_("Colours"), schemes, clearable=False)
        self.text_size = ChoiceRow(_("Text size"), self._percents(TEXT_SIZES), clearable=False)
        self.still = Switch(_("Still pictures instead of moving ones"))
        self.language.chosen.connect(self._on_language)
        self.scheme.chosen.connect(self._on_scheme)
        self.text_size.chosen.connect(self._on_text_size)
        self.still.toggled.connect(self._on_still)
        for widget in (self.language, self.scheme, self.text_size, self.still):
            card.body.addWidget(widget)
        return card

    def _session(self) -> Card:
        _ = self._words.gettext
        card = Card(_("During the exercises"))
        self._sounds(card)
        times: list[tuple[object, str]] = [
            (seconds, _("{seconds} sec").format(seconds=seconds)) for seconds in GET_DOWN_CHOICES
        ]
        self.get_down = ChoiceRow(_("Time to get into position"), times, clearable=False)
        self.get_down.chosen.connect(self._on_get_down)
        card.body.addWidget(self.get_down)
        card.body.addWidget(muted(_("Any key ends the wait when you are ready.")))
        return card

    def _sounds(self, card: Card) -> None:
        _ = self._words.gettext
        self.tones = Switch(_("Tones when the movement changes"))
        self.volume = ChoiceRow(_("How loud the tones are"), self._percents(VOLUMES), clearable=False)
        voices: list[tuple[object, str]] = [
            (VoiceChoice.OFF, _("No voice")),
            (VoiceChoice.CLIPS, _("The built-in voice")),
            (VoiceChoice.SYSTEM, _("The computer's voice")),
        ]
        self.voice = ChoiceRow(_("A voice that says what to do"), voices, clearable=False)
        self.voice_volume = ChoiceRow(_("How loud the voice is"), self._percents(VOLUMES), clearable=False)
        self.try_sound = secondary(_("Try the sound"))
        self.tones.toggled.connect(self._on_tones)
        self.volume.chosen.connect(self._on_volume)
        self.voice.chosen.connect(self._on_voice)
        self.voice_volume.chosen.connect(self._on_voice_volume)
        self.try_sound.clicked.connect(self._on_try_sound)
        for widget in (self.tones, self.volume, self.voice, self.voice_volume):
            card.body.addWidget(widget)
        buttons = FlowLayout(12)
        buttons.addWidget(self.try_sound)
        card.body.addLayout(buttons)

    def _percents(self, values: tuple[int, ...]) -> list[tuple[object, str]]:
        _ = self._words.gettext
        return [(percent, _("{percent} %").format(percent=percent)) for percent in values]

    def _data(self) -> Card:
        _ = self._words.gettext
        card = Card(_("Your data"))
        text = _(
            "Everything is kept on this computer only, in the folder below. Nothing is sent anywhere. "
            "Anyone who can open your computer can also open the folder, "
            "so let the computer ask for a password and encrypt its disk."
        )
        card.body.addWidget(body(text))
        card.body.addWidget(muted(str(self._settings.folder())))
        self.export = secondary(_("Save the diary as a file …"))
        self.backup = secondary(_("Make a backup …"))
        self.restore = secondary(_("Put a backup back …"))
        self.erase = danger(_("Delete everything …"))
        buttons = FlowLayout(12)
        for button, clicked in (
            (self.export, self.export_clicked),
            (self.backup, self.backup_clicked),
            (self.restore, self.restore_clicked),
            (self.erase, self.erase_clicked),
        ):
            button.clicked.connect(clicked)
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def _keep(self, **changes: Any) -> bool:  # noqa: ANN401 - the dataclass's fields, each of its own type
        kept = self._settings.get()
        wanted = replace(kept, **changes)
        if wanted == kept:
            return False
        try:
            self._settings.save(wanted)
        except NotSavedError as error:
            self._tell(error)
            self.refresh()
            return False
        self.changed.emit()
        return True

    @Slot(object)
    def _tell(self, error: RygAppError) -> None:
        close = self._words.gettext("Close")
        self.notice.show_message("error", error_sentence(self._words, error), close=close)

    @Slot(object)
    def _on_language(self, language: object) -> None:
        if self._keep(language=language):
            self.appearance_changed.emit()

    @Slot(object)
    def _on_scheme(self, scheme: object) -> None:
        if self._keep(color_scheme=scheme):
            self.appearance_changed.emit()

    @Slot(object)
    def _on_text_size(self, percent: object) -> None:
        if self._keep(text_percent=percent):
            self.appearance_changed.emit()

    @Slot(bool)
    def _on_still(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._keep(reduced_motion=on)

    @Slot(bool)
    def _on_tones(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._keep(tones=on)
        self.refresh()

    @Slot(object)
    def _on_volume(self, percent: object) -> None:
        self._keep(volume_percent=percent)

    @Slot(object)
    def _on_voice(self, voice: object) -> None:
        self._keep(voice=voice)
        self.refresh()

    @Slot(object)
    def _on_voice_volume(self, percent: object) -> None:
        self._keep(voice_volume_percent=percent)

    @Slot()
    def _on_try_sound(self) -> None:
        self.notice.dismiss()
        self._sound_check.play(self._settings.get(), self._settings.clips())

    @Slot()
    def _tell_of_silence(self) -> None:
        _ = self._words.gettext
        self.notice.show_message("info", _("There is no sound on this computer right now."), close=_("Close"))

    @Slot()
    def _tell_of_other_voice(self) -> None:
        _ = self._words.gettext
        text = _("The computer's own voice cannot be used right now. You hear the built-in voice instead.")
        self.notice.show_message("info", text, close=_("Close"))

    @Slot(object)
    def _on_get_down(self, seconds: object) -> None:
        self._keep(get_down_s=seconds)


def _offered(value: int, choices: tuple[int, ...]) -> int | None:
    return value if value in choices else None


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
