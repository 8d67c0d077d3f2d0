"""The program while its window is closed: in the tray, or as a minimised window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.errors import NotSavedError
from ryg_app.domain.preferences import WhenClosed
from ryg_app.ui.reminders.closing import ClosingQuestion, Way, way_to_close

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.settings import Settings
    from ryg_app.ui.reminders.tray import Tray
    from ryg_app.wording.catalogues import Words


class Background(QObject):
    """`asking` comes before the person is asked what closing means, and `close_wanted` once it is to close.

    Args:
        settings: Where the answer is kept.
        window: The window that is closed.
        reminds: Tells whether there is anything to stay for.
    """

    asking = Signal()
    close_wanted = Signal()
    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, settings: Settings, window: QWidget, tray: Tray, reminds: Callable[[], bool]) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._reminds = reminds
        self._words: Words | None = None
        self._leaving = self._is_small = False
        self.tray = tray
        self.question: ClosingQuestion | None = None
        tray.came.connect(self._on_tray_came)
        tray.went.connect(self._on_tray_went)
        tray.open_clicked.connect(self.open_wanted)
        tray.quit_clicked.connect(self.quit_wanted)

    def speak(self, words: Words) -> None:
        """Put what is said into words."""
        self._words = words
        self.tray.speak(words)

    @Slot()
    def leave(self) -> None:
        """Let the next closing of the window end the program, whatever was chosen."""
        self._leaving = True

    def closes(self, put_in_order: Callable[[], bool]) -> bool:
        """Tell whether closing the window ends the program; if not, the program goes on without the window.

        Args:
            put_in_order: Saves what is open in the window; tells whether that could be done.
        """
        way = self._way_to_close()
        if way is Way.ASK:
            self._ask()
            return False
        if not put_in_order():
            return False
        if way is Way.HIDE:
            self._window.hide()
            self._tell_of_tray()
        elif way is Way.MINIMISE:
            self._make_small()
        return way is Way.QUIT

    def _way_to_close(self) -> Way:
        leaving, self._leaving = self._leaving, False
        if leaving:
            return Way.QUIT
        said = self._settings.get().when_closed
        return way_to_close(said, has_tray=self.tray.look(), reminds=self._reminds())

    def start_quietly(self) -> None:
        """Begin without showing the window; where there is no tray yet, it is there but small."""
        if not self.tray.look():
            self._make_small()

    def _make_small(self) -> None:
        self._is_small = True
        self._window.showMinimized()

    def _ask(self) -> None:
        if self._words is None or self.question is not None:
            return
        self.asking.emit()
        self.question = ClosingQuestion(self._words, self._window)
        self.question.answered.connect(self._on_answered)
        self.question.finished.connect(self._on_asked)
        self.question.open()

    @Slot()
    def _on_asked(self) -> None:
        self.question = None

    @Slot(object)
    def _on_answered(self, answer: WhenClosed) -> None:
        self._keep(when_closed=answer)
        if answer is WhenClosed.QUIT:
            self.leave()
            self.close_wanted.emit()
        else:
            self._make_small()

    def _tell_of_tray(self) -> None:
        if self._words is None or self._settings.get().told_of_tray:
            return
        _ = self._words.gettext
        self.tray.tell("RygApp", _("RygApp goes on here and reminds you. Click the icon to open it or quit."))
        self._keep(told_of_tray=True)

    def _keep(self, **changes: Any) -> None:  # noqa: ANN401 - the dataclass's fields, each of its own type
        try:
            self._settings.save(replace(self._settings.get(), **changes))
        except NotSavedError:
            return  # it only means being asked or told once more

    @Slot()
    def _on_tray_came(self) -> None:
        if self._is_small and self._window.isMinimized():
            self._window.hide()
        self._is_small = False

    @Slot()
    def _on_tray_went(self) -> None:
        # Without its icon nobody could get at the window any more.
        if self._window.isHidden():
            self._make_small()
