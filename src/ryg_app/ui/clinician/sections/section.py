"""What the folded parts of the editor have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from ryg_app.ui.widgets.disclosure import Disclosure

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words


class Section(Disclosure):
    """Its heading says in short what is in it; the fields are made when it is first opened."""

    def __init__(self, editing: Editing, words: Words, title: str) -> None:
        super().__init__(title)
        self.editing, self.words = editing, words
        self._title = title
        self._is_made = False
        self._phase = 0
        self.toggled.connect(self._on_toggled)

    @property
    def phase(self) -> int:
        """The phase in view, counted from 0."""
        return self._phase

    def show_draft(self, draft: PlanDraft, phase: int) -> None:
        """Show the draft as it stands."""
        self._phase = phase
        summary = self.summary(draft)
        self.set_text(f"{self._title} · {summary}" if summary else self._title)
        if self._is_made:
            self.fill(draft)

    def edit(self, change: Callable[[PlanDraft], PlanDraft], topic: str = "") -> None:
        """Change the draft."""
        self.editing.edit(change, topic)

    def summary(self, draft: PlanDraft) -> str:
        """Return what the heading says after the title."""
        raise NotImplementedError

    def make(self) -> None:
        """Put the fields into `body`."""
        raise NotImplementedError

    def fill(self, draft: PlanDraft) -> None:
        """Show the draft in the fields."""
        raise NotImplementedError

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - what the signal carries
        if is_open and not self._is_made:
            self.make()
            self._is_made = True
            self.fill(self.editing.draft)
