"""The first start: what this is, the warning signs, and where the plan comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ryg_app.ui.thumbnails import Thumbnails
from ryg_app.ui.widgets.beside_picture import BesidePicture
from ryg_app.ui.widgets.buttons import primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted, question
from ryg_app.ui.widgets.page import Page
from ryg_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ryg_app.application.library import Library
    from ryg_app.domain.exercise import Exercise, Variant
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.ui.widgets.labels import TextLabel
    from ryg_app.wording.catalogues import Words

GENERAL_TEMPLATE = "general"
LINE_GAP = 8
PICTURE = QSize(236, 150)
WORDS_EM = 24


class IntendedUsePage(Page):
    """What the program is, and what it is not."""

    read = Signal()
    language_clicked = Signal(str)

    def __init__(self, library: Library, words: Words, *, parent: QWidget | None = None) -> None:
        _, language = words.gettext, words.language
        super().__init__(_("Welcome to RygApp"), parent=parent)
        other, name = ("en", "English") if language == "da" else ("da", "Dansk")
        self.language = secondary(name)
        self.language.clicked.connect(lambda: self.language_clicked.emit(other))
        self.header.add(self.language)
        card = Card(library.intended_use.title.in_language(language))
        for paragraph in library.intended_use.paragraphs:
            card.body.addWidget(body(paragraph.in_language(language)))
        card.body.addStretch(1)
        kept = Card(_("Only on this computer"))
        kept.body.addWidget(body(_("No account, nothing sent anywhere. What you write stays with you.")))
        kept.body.addStretch(1)
        columns = ColumnsLayout(self.body.spacing())
        columns.add(card, 3, 22)
        columns.add(kept, 2, 14)
        self.body.addLayout(columns)
        self.next = primary(_("Go on"), large=True)
        self.next.clicked.connect(self.read)
        self.body.addLayout(_row(self.next))
        self.body.addStretch(1)
        self.setFocusProxy(self.next)


class PlanSourcePage(Page):
    """Where the plan comes from: a file from the physiotherapist, or the general plan."""

    file_clicked = Signal()
    general_clicked = Signal()
    later_clicked = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Your plan"), parent=parent)
        mine = Card(_("From your physiotherapist"))
        mine.body.addWidget(
            body(_("You have been given a file whose name ends in .rygplan. Open it here, or drag it in."))
        )
        self.open_file = primary(_("Open a plan file …"), large=True)
        self.open_file.clicked.connect(self.file_clicked)
        mine.body.addLayout(_row(self.open_file))
        mine.body.addStretch(1)
        general = Card(_("Without a file"))
        general.body.addWidget(
            body(_("Speak with a physiotherapist first if you can. You choose the exercises yourself."))
        )
        self.general = secondary(_("Choose exercises"), large=True)
        self.general.clicked.connect(self.general_clicked)
        general.body.addLayout(_row(self.general))
        general.body.addStretch(1)
        columns = ColumnsLayout(self.body.spacing())
        columns.add(mine, 1, 20)
        columns.add(general, 1, 20)
        self.body.addLayout(columns)
        self.later = quiet(_("Decide later"))
        self.later.clicked.connect(self.later_clicked)
        self.body.addLayout(_row(self.later))
        self.body.addStretch(1)
        self.setFocusProxy(self.open_file)


class ChooseExercisesPage(Page):
    """One card an exercise with its cautions; only what is ticked gets into the general plan."""

    chosen = Signal(object)
    back_clicked = Signal()

    def __init__(self, library: Library, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Which exercises will you do?"), parent=parent)
        self._thumbnails = Thumbnails(look, PICTURE)
        self.pictures: list[BesidePicture] = []
        self._words = words
        self._library = library
        self.ticks: dict[str, Switch] = {}
        for entry in library.templates[GENERAL_TEMPLATE].exercises:
            exercise = library.exercises[entry.exercise_id or ""]
            self.body.addWidget(self._card(entry.entry_id, exercise))
        self.hint = muted(_("Tick at least one exercise."))
        self.body.addWidget(self.hint)
        self.use = primary(_("Use these exercises"), large=True)
        self.back = secondary(_("Back"), large=True)
        self.back.clicked.connect(self.back_clicked)
        self.use.clicked.connect(self._on_use)
        self.body.addLayout(_row(self.use, self.back))
        self.body.addStretch(1)
        self._on_tick()
        for tick in self.ticks.values():
            tick.toggled.connect(self._on_tick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_clicked.emit()
            return
        super().keyPressEvent(event)

    def _card(self, entry_id: str, exercise: Exercise) -> Card:
        _, language = self._words.gettext, self._words.language
        variant = exercise.variant(None)
        title = variant.words[language].title
        card = Card(title)
        card.body.setSpacing(LINE_GAP)
        said = [body(exercise.first_choice.in_language(language))]
        if exercise.cautions:
            said.append(question(_("Read this first")))
        said += [body("•  " + caution.in_language(language)) for caution in exercise.cautions]
        card.body.addWidget(self._pictured(said, variant))
        tick = Switch(_("I will do this exercise"), name=f"{title}: " + _("I will do this exercise"))
        tick.setChecked(exercise.ticked_first)
        self.ticks[entry_id] = tick
        card.body.addWidget(tick)
        return card

    def _pictured(self, said: list[TextLabel], variant: Variant) -> BesidePicture:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LINE_GAP)
        for label in said:
            column.addWidget(label)
        picture = self._thumbnails.painter_of(variant.figure, None)
        pictured = BesidePicture(words, PICTURE, picture, at_least_em=WORDS_EM, at_top=True)
        self.pictures.append(pictured)
        return pictured

    @Slot()
    def _on_tick(self) -> None:
        some = any(tick.isChecked() for tick in self.ticks.values())
        self.use.setEnabled(some)
        self.hint.setVisible(not some)

    @Slot()
    def _on_use(self) -> None:
        self.chosen.emit([entry_id for entry_id, tick in self.ticks.items() if tick.isChecked()])


class Steps(QWidget):
    """Shows one page at a time; the one before is let go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)

    @property
    def page(self) -> Page:
        """The page in view."""
        return cast("Page", self._stack.currentWidget())

    def show_page(self, page: Page) -> None:
        """Put a page in front, in place of the one before."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        page.setFocus()


def _row(*buttons: ActionButton) -> FlowLayout:
    row = FlowLayout(12)
    for button in buttons:
        row.addWidget(button)
    return row
