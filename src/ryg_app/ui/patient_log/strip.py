"""The strip that says whose log is open, always in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ryg_app.domain.plain_text import clean
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, question, small
from ryg_app.wording.progress_words import days_words

if TYPE_CHECKING:
    from ryg_app.application.app import OpenedLog
    from ryg_app.wording.catalogues import Words

MOST_INITIALS = 6
_TEXT_EM = 18


class LogStrip(QFrame):
    """File, period, and initials that live only as long as the window; `initials_changed` carries them."""

    initials_changed = Signal(str)

    def __init__(self, log: OpenedLog, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.setProperty("role", "panel")
        heading = _("A patient's log, read-only: {file}")
        self.file, self.period = (
            question(heading.format(file=clean(log.file_name))),
            small(_period(words, log)),
        )
        self.initials = _initials_field(words)
        self.initials.textChanged.connect(self._on_initials)
        texts, named = QVBoxLayout(), FlowLayout(8)
        texts.setSpacing(2)
        texts.addWidget(self.file)
        texts.addWidget(self.period)
        label = body(_("Initials"))
        label.setBuddy(self.initials)
        named.addWidget(label)
        named.addWidget(self.initials)
        row = ColumnsLayout(16, self, place="middle")
        row.add(texts, 1, _TEXT_EM)
        row.add(named, 0)

    @Slot(str)
    def _on_initials(self, written: str) -> None:
        self.initials_changed.emit(clean(written))


def _initials_field(words: Words) -> QLineEdit:
    _ = words.gettext
    field, kept = QLineEdit(), _("Shown in this window only, and not saved")
    field.setMaxLength(MOST_INITIALS)
    field.setFixedWidth(field.fontMetrics().averageCharWidth() * MOST_INITIALS * 2)
    field.setAccessibleName(_("The patient's initials"))
    field.setAccessibleDescription(kept)
    field.setToolTip(kept)
    return field


def _period(words: Words, log: OpenedLog) -> str:
    sentence = words.gettext("{period} · written {date} at {time}")
    return sentence.format(
        period=days_words(words, log.first, log.last, year=True),
        date=words.full_date(log.made.date()),
        time=words.clock(log.made),
    )
