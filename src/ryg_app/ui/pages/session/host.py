"""The stack behind the session page: the session itself, or a panel in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from ryg_app.ui.accessibility import announce
from ryg_app.ui.pages.session.big import BigView
from ryg_app.ui.pages.session.stage import Stage
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ryg_app.application.session_view import SessionView
    from ryg_app.domain.errors import NotSavedError
    from ryg_app.domain.steps import Step
    from ryg_app.ui.heard import Heard
    from ryg_app.ui.pages.session.panels import Panel
    from ryg_app.ui.pages.session.scene import Scene
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words


class PanelHost(QWidget):
    """Holds the stage, at most one panel over it, and the messages on the stage."""

    def __init__(self, words: Words, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._words = words
        self._said_not_saved = self._said_silent = False
        self.panel: Panel | None = None
        self.stage = Stage(words, look)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words.gettext("Exercise session"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.stage)
        self.big = BigView(words, look)
        self._stack.addWidget(self.big)
        self.stage.big.clicked.connect(self.switch_big_view)

    @property
    def front(self) -> QWidget:
        """What shows the session when no panel does: the stage or the big view."""
        return self.big if self.big.is_on else self.stage

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a property of the page, as in Qt
        """Show one picture for each step instead of a moving figure."""
        self.stage.card.figure.set_still(still)

    def bring_stage(self) -> None:
        """Put the panel away and give the focus back to the large button, or to the big view."""
        self._put_away_panel()
        self._stack.setCurrentWidget(self.front)
        self._focus_front()

    @Slot()
    def switch_big_view(self) -> None:
        """Show the session so large that it can be read from the floor, or the ordinary way again."""
        self.big.switch(on=not self.big.is_on)
        self.bring_stage()

    def show_scene(self, scene: Scene, view: SessionView, step: Step) -> None:
        """Show the words of a step."""
        self.stage.show_scene(scene, view)
        self.big.show_scene(scene, view, step)

    def show_time(self, view: SessionView, *, waiting: bool) -> None:
        """Show how far the step and the session have come."""
        self.stage.show_time(view, waiting=waiting)
        self.big.show_time(view, waiting=waiting)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.panel is None:
            self._focus_front()

    def _focus_front(self) -> None:
        (self.big if self.big.is_on else self.stage.pause).setFocus()

    @Slot(object)
    def bring_panel(self, panel: Panel) -> None:
        """Show a panel in place of the stage and read its title aloud."""
        self._put_away_panel()
        self.panel = panel
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.take_focus()
        announce(panel, panel.accessibleName())

    def forget_messages(self) -> None:
        """Take away what was told of an earlier session."""
        self._said_not_saved = self._said_silent = False
        self.stage.notice.dismiss()

    def listen_to(self, heard: Heard) -> None:
        """Let the buttons switch what is heard, and say so when it cannot be heard."""
        stage = self.stage
        stage.sound.clicked.connect(heard.switch_tones)
        stage.voice.clicked.connect(heard.switch_voice)
        heard.tones.switched.connect(stage.show_tones)
        heard.voice.switched.connect(stage.show_voice)
        stage.show_tones(heard.tones.is_on)
        stage.show_voice(heard.voice.is_on)
        heard.silent.connect(self.tell_of_silence)
        heard.voice.no_system_voice.connect(self._tell_of_other_voice)

    @Slot()
    def tell_of_silence(self) -> None:
        """Say once that nothing can be heard."""
        if not self._said_silent:
            self._said_silent = True
            _ = self._words.gettext
            text = _("There is no sound on this computer right now. The session goes on without it.")
            self.stage.notice.show_message("info", text, close=_("Close"))

    @Slot()
    def _tell_of_other_voice(self) -> None:
        _ = self._words.gettext
        text = _("The computer's own voice cannot be used right now. You hear the built-in voice instead.")
        self.stage.notice.show_message("info", text, close=_("Close"))

    def tell_of_failed_saves(self, error: NotSavedError | None) -> None:
        """Say once that the session could not be saved, and take it back when it could after all."""
        if error is None and self._said_not_saved:
            self.stage.notice.dismiss()
        elif error is not None and not self._said_not_saved:
            _ = self._words.gettext
            goes_on = _("The session goes on.")
            text = f"{error_sentence(self._words, error)} {goes_on}"
            self.stage.notice.show_message("warning", text, close=_("Close"))
        self._said_not_saved = error is not None

    def _put_away_panel(self) -> None:
        if self.panel is not None:
            self._stack.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
