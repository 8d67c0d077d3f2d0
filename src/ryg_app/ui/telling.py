"""What the window tells the person, on the page in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ryg_app.domain.errors import FileRefusedError
from ryg_app.ui.widgets.into_view import bring_into_view
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.domain.errors import RygAppError
    from ryg_app.ui.widgets.notice import NoticeKind
    from ryg_app.ui.widgets.page import Page
    from ryg_app.wording.catalogues import Words


class Telling(QObject):
    """Shows sentences in the notice of whichever page is in front."""

    def __init__(self, words: Words, page_in_view: Callable[[], Page], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._page_in_view = page_in_view

    def say(self, kind: NoticeKind, text: str) -> None:
        """Show a sentence until it is closed or another comes; what was pressed may stand far below it."""
        notice = self._page_in_view().notice
        notice.show_message(kind, text, close=self._words.gettext("Close"))
        bring_into_view(notice)

    @Slot(object)
    def refused(self, error: RygAppError) -> None:
        """Say what went wrong."""
        sentence = error_sentence(self._words, error)
        if isinstance(error, FileRefusedError):
            # A field that is named helps the clinic, and a patient cannot mend it.
            advice = self._words.gettext("Ask whoever gave you the file for a new one.")
            sentence = f"{sentence}\n{advice}"
        self.say("error", sentence)

    @Slot(str)
    def saved(self, name: str) -> None:
        """Say that a file was written."""
        self.say("success", self._words.gettext("Saved: {name}").format(name=name))

    @Slot(str)
    def calendar_saved(self, name: str) -> None:
        """Say that the calendar was written, and how it comes to the phone."""
        _ = self._words.gettext
        text = _(
            "Saved: {name}. Send the file to your phone, in a mail to yourself for example, and open it."
        )
        self.say("success", text.format(name=name))

    @Slot()
    def postponed(self) -> None:
        """Say that the plan is not forgotten."""
        _ = self._words.gettext
        self.say("info", _("Your plan is shown when you have read this."))

    @Slot()
    def unexpected(self) -> None:
        """Say that something nobody foresaw went wrong; the log has the rest."""
        _ = self._words.gettext
        self.say("error", _("Something went wrong. What was saved is safe. Close RygApp and start it again."))

    def restored(self, kept: str) -> None:
        """Say that a backup is in place, and where what was there before is kept."""
        _ = self._words.gettext
        text = _("The backup has been put back. What was there before is kept in {name}.")
        self.say("success", text.format(name=kept))

    def recovered(self, names: frozenset[str]) -> None:
        """Say that older generations were opened for damaged files."""
        _ = self._words.gettext
        text = _(
            "A file was damaged ({names}). RygApp has opened the newest good version of it; "
            "the last thing you saved may be missing. The damaged file is kept."
        )
        self.say("warning", text.format(names=", ".join(sorted(names))))
