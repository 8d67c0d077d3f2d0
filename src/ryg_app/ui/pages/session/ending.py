"""What happens when a session is over: it is saved, then one question is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.errors import NotSavedError, PersonalNumberError
from ryg_app.domain.session import Ending
from ryg_app.ui.pages.session.done_panel import DoneLine, DonePanel
from ryg_app.ui.pages.session.panels import ToldPanel
from ryg_app.wording.sentences import ending_word, error_sentence

if TYPE_CHECKING:
    from ryg_app.application.guided_session import GuidedSession
    from ryg_app.application.sessions import Sessions
    from ryg_app.domain.session import ExerciseDone, SessionRecord
    from ryg_app.ui.pages.session.scene import Scenes
    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words


class SessionEnd(QObject):
    """Goes from the last movement to `closed`; the session is saved before anything is asked."""

    panel_ready = Signal(object)
    saved = Signal()
    closed = Signal()

    def __init__(
        self, sessions: Sessions, guided: GuidedSession, scenes: Scenes, words: Words, theme: Theme
    ) -> None:
        super().__init__()
        self._sessions, self._guided, self._scenes = sessions, guided, scenes
        self._words, self._theme = words, theme
        self._record: SessionRecord | None = None
        self._panel: DonePanel | None = None
        self._told_nothing = False

    def run(self, *, trial: bool, told_nothing: bool = False) -> None:
        """Save the session, unless it was only a trial, and show what comes of it.

        Args:
            trial: Nothing of it is kept.
            told_nothing: The person knows that there is nothing to keep, and need not read it once more.
        """
        _ = self._words.gettext
        self._told_nothing = told_nothing
        if trial:
            self._tell_nothing(_("The trial is over"), _("Nothing is saved of a trial."))
        else:
            self._save()

    @Slot()
    def _save(self) -> None:
        _ = self._words.gettext
        try:
            self._record = self._sessions.end(self._guided)
        except NotSavedError as error:
            self._tell_not_saved(error)
            return
        if self._record is None:
            self._tell_nothing(_("Finished"), _("No repetition was done, so there is nothing to save."))
            return
        self.saved.emit()
        self._ask(self._record)

    def _ask(self, record: SessionRecord) -> None:
        lines = [
            DoneLine(e.entry_id, self._scenes.title_of(n), self._done(e), e.ending is Ending.TOO_PAINFUL)
            for n, e in enumerate(record.exercises)
        ]
        self._panel = DonePanel(self._words, self._theme, lines)
        self._panel.save.clicked.connect(self._keep_answers)
        self._panel.skip.clicked.connect(self._skip)
        self._panel.escape_pressed.connect(self._skip)
        self.panel_ready.emit(self._panel)

    def _done(self, exercise: ExerciseDone) -> str:
        done = self._words.ngettext(
            "{done} of {count} repetition", "{done} of {count} repetitions", exercise.planned
        ).format(done=exercise.repetitions, count=exercise.planned)
        if exercise.ending in {Ending.DONE, Ending.PARTLY}:
            return done
        return f"{done} · {ending_word(self._words, exercise.ending)}"

    @Slot()
    def _keep_answers(self) -> None:
        if self._panel is not None:
            pain = self._panel.pain.value
            self._answer(pain if isinstance(pain, int) else None)

    @Slot()
    def _skip(self) -> None:
        # The question is about the leg; what was written of an exercise is not thrown away with it.
        if self._panel is not None and self._panel.words:
            self._answer(None)
        else:
            self.closed.emit()

    def _answer(self, pain: int | None) -> None:
        if self._record is None or self._panel is None:
            return
        try:
            self._sessions.answer(self._record, pain, self._panel.words)
        except (NotSavedError, PersonalNumberError) as error:
            close = self._words.gettext("Close")
            self._panel.notice.show_message("error", error_sentence(self._words, error), close=close)
            return
        self.saved.emit()
        self.closed.emit()

    def _tell_nothing(self, title: str, text: str) -> None:
        if self._told_nothing:
            self.closed.emit()
            return
        panel = ToldPanel(self._theme, title, text, self._words.gettext("Close"))
        panel.go_on.clicked.connect(self.closed)
        panel.escape_pressed.connect(self.closed)
        self.panel_ready.emit(panel)

    def _tell_not_saved(self, error: NotSavedError) -> None:
        _ = self._words.gettext
        kept = self._guided.last_save_failed is None
        text = error_sentence(self._words, error)
        if kept:
            later = _("What you have done is kept and can be saved later.")
            text = f"{text}\n\n{later}"
        panel = ToldPanel(
            self._theme, _("The session is not saved yet"), text, _("Try again"), _("Later") if kept else ""
        )
        panel.go_on.clicked.connect(self._save)
        if panel.other is not None:
            panel.other.clicked.connect(self.closed)
        self.panel_ready.emit(panel)
