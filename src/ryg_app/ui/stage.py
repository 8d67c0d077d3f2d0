"""The everyday pages, and whatever covers them for a while."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget


class Stage(QStackedWidget):
    """A pile of pages: only the top one is seen, and the bottom one always stays."""

    uncovered = Signal()
    covered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pile: list[QWidget] = []

    @property
    def pile(self) -> tuple[QWidget, ...]:
        """All pages, from the bottom one to the one in view."""
        return tuple(self._pile)

    @property
    def base(self) -> QWidget:
        """The page at the bottom of the pile."""
        return self._pile[0]

    @property
    def is_covered(self) -> bool:
        """Whether anything lies on top of the bottom page."""
        return len(self._pile) > 1

    def begin_with(self, base: QWidget) -> None:
        """Let everything go and put a new page at the bottom."""
        while self._pile:
            self._let_go(self._pile.pop())
        self._put_on_top(base)

    def cover(self, page: QWidget) -> None:
        """Put a page on top."""
        self._put_on_top(page)
        page.setFocus()
        self.covered.emit()

    @Slot()
    def uncover(self) -> None:
        """Let the top page go; what lay under it comes into view."""
        if self.is_covered:
            self._uncover_down_to(len(self._pile) - 2)

    @Slot()
    def uncover_all(self) -> None:
        """Come back to the bottom page."""
        if self.is_covered:
            self._uncover_down_to(0)

    def _uncover_down_to(self, place: int) -> None:
        # Shown before the others go: Qt then gives the focus back to where it was on this page.
        self.setCurrentWidget(self._pile[place])
        while len(self._pile) > place + 1:
            self._let_go(self._pile.pop())
        self.uncovered.emit()

    def _put_on_top(self, page: QWidget) -> None:
        self._pile.append(page)
        self.addWidget(page)
        self.setCurrentWidget(page)

    def _let_go(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.deleteLater()
