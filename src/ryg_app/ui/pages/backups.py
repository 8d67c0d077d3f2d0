"""Getting a backup back: which one, and what is in it, before anything is changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ryg_app.ui.widgets.buttons import danger, primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted, question
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.backup_words import backup_in_words, kept_backup_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ryg_app.application.backup import KeptBackup
    from ryg_app.domain.backup import BackupContents
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words

MOST_SHOWN = 12


class _Leavable(Page):
    """Escape leads back."""

    dismissed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)


class BackupChoicePage(_Leavable):
    """`chosen` carries the file of a backup the program has kept; `file_clicked` asks for another."""

    chosen = Signal(object)
    file_clicked = Signal()

    def __init__(
        self,
        kept: Sequence[KeptBackup],
        words: Words,
        *,
        trouble: str = "",
        parent: QWidget | None = None,
    ) -> None:
        _ = words.gettext
        super().__init__(_("Put a backup back"), parent=parent)
        self.back = quiet(_("Back"))
        self.back.clicked.connect(self.dismissed)
        self.header.add(self.back)
        if trouble:
            self.body.addWidget(self._trouble(words, trouble))
        self.file = (secondary if kept else primary)(_("Choose a file …"))
        self.file.clicked.connect(self.file_clicked)
        self.body.addWidget(self._kept(words, kept))
        self.body.addWidget(self._other(words))
        self.body.addStretch(1)

    def _trouble(self, words: Words, trouble: str) -> Card:
        _ = words.gettext
        card = Card(_("RygApp cannot open what it has kept"))
        card.body.addWidget(body(trouble))
        card.body.addWidget(
            body(_("A backup can be put in its place. The damaged file is kept, whatever you do."))
        )
        return card

    def _kept(self, words: Words, kept: Sequence[KeptBackup]) -> Card:
        _ = words.gettext
        card = Card(_("Backups on this computer"))
        self.kept: list[ActionButton] = []
        for backup in kept[:MOST_SHOWN]:
            text, button = kept_backup_words(words, backup), secondary(_("See what is in it"))
            button.setAccessibleName(f"{text}: {button.text()}")
            button.clicked.connect(partial(self.chosen.emit, backup.path))
            row = ColumnsLayout(12, place="middle")
            row.add(body(text), stretch=1, at_least_em=14)
            row.add(button, stretch=0)
            card.body.addLayout(row)
            self.kept.append(button)
        text = _("RygApp makes one every week and keeps the eight newest. You see what is in one first.")
        if not kept:
            text = _("There is none yet. RygApp makes one every week and keeps the eight newest.")
        card.body.addWidget(muted(text))
        if self.kept:
            self.setFocusProxy(self.kept[0])
        return card

    def _other(self, words: Words) -> Card:
        _ = words.gettext
        card = Card(_("A backup somewhere else"))
        row = FlowLayout(12)
        row.addWidget(self.file)
        card.body.addLayout(row)
        card.body.addWidget(muted(_("On a USB stick, for example. Its name ends in .rygbackup.")))
        if self.focusProxy() is None:
            self.setFocusProxy(self.file)
        return card


class BackupPreviewPage(_Leavable):
    """Nothing is changed until the patient says so."""

    restore_clicked = Signal()

    def __init__(self, contents: BackupContents, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Put this backup back?"), parent=parent)
        card = Card(_("What is in it"))
        for heading, text in backup_in_words(words, contents):
            card.body.addWidget(question(heading))
            card.body.addWidget(body(text))
        self.body.addWidget(card)
        self.body.addWidget(self._decision(words))
        self.body.addStretch(1)

    def _decision(self, words: Words) -> Card:
        _ = words.gettext
        card = Card(_("What happens"))
        card.body.addWidget(
            body(
                _(
                    "It takes the place of everything RygApp has now: diary, plan and settings. "
                    "What is there now is kept first as a backup of its own, so you can go back."
                )
            )
        )
        self.restore = danger(_("Put it back"), large=True)
        self.not_now = secondary(_("Not now"), large=True)
        self.restore.clicked.connect(self.restore_clicked)
        self.not_now.clicked.connect(self.dismissed)
        row = FlowLayout(12)
        row.addWidget(self.restore)
        row.addWidget(self.not_now)
        card.body.addLayout(row)
        self.setFocusProxy(self.not_now)
        return card
