"""The session page while the session is under way: bars, progress, exercise and timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ryg_app.ui.accessibility import name
from ryg_app.ui.pages.session import phrases
from ryg_app.ui.pages.session.exercise_card import ExerciseCard
from ryg_app.ui.pages.session.parts import TimerPanel
from ryg_app.ui.widgets.buttons import danger, primary, secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import section_title, small
from ryg_app.ui.widgets.notice import Notice
from ryg_app.ui.widgets.progress_segments import ProgressSegments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ryg_app.application.session_view import SessionView
    from ryg_app.ui.pages.session.scene import Scene
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words

SIDE = 30
# Below this width, in font sizes, exercise and timer stand one above the other.
ROOMY_EM = 60
PAUSE_EM = 11
SCROLLING: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ScrollingArea(QScrollArea):
    """Scrolls up and down only, and tells when the room it has is another."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Stage(QWidget):
    """Shows what it is told and holds the buttons; it decides nothing."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        _ = words.gettext
        self._words, self._look = words, look
        self.leave, self.sound, self.voice = secondary(_("Finish")), secondary(), secondary()
        self.big = secondary(_("Big view (G)"))
        for switch in (self.sound, self.voice):
            switch.setCheckable(True)
        self.hurts, self.back = danger(_("It hurts too much")), secondary(_("Back"))
        self.pause, self.skip = primary(_("Pause"), large=True), secondary(_("Skip the exercise"))
        self.title, self.number = section_title(), small()
        self.segments = ProgressSegments(_("How much of the session is done"), numbered=False)
        self.notice = Notice()
        self.card = ExerciseCard(words, look)
        self.timer = TimerPanel(words, look.theme)
        self._hint, self._left = small(), small()
        self.pause.setMinimumWidth(PAUSE_EM * look.theme.fonts.body)
        self._lay_out()
        # A click leaves the focus where it is, so that the space bar goes on meaning «pause».
        for button in self.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def buttons(self) -> tuple[ActionButton, ...]:
        """The buttons in the order Tab takes."""
        return (self.pause, self.skip, self.hurts, self.back, self.leave, self.sound, self.voice, self.big)

    def show_scene(self, scene: Scene, view: SessionView) -> None:
        """Show the words of a step."""
        self.title.setText(scene.title)
        self.number.setText(scene.number)
        self.card.show_scene(scene)
        self.timer.show_scene(scene)
        self.pause.setText(scene.pause)
        self.skip.setText(scene.skip)
        self._hint.setText(scene.hint)
        done, total = (view.repetition_number or 1) - 1, view.repetition_count
        step = ", ".join(part for part in (scene.word, scene.count, scene.place) if part)
        self.timer.ring.set_step(step, done if view.repetition_number else 0, total)
        self._fit_timer()

    def show_time(self, view: SessionView, *, waiting: bool) -> None:
        """Show how far the step and the session have come."""
        self.timer.show_time(view, waiting=waiting)
        self.card.show_time(view)
        done = sum(1 for part in view.parts if part >= 1.0)
        partial = next((part for part in view.parts if part < 1.0), 0.0)
        self.segments.show_progress(done, partial, len(view.parts))
        left = phrases.time_left(self._words, view.session_seconds_left)
        if left != self._left.text():
            self._left.setText(left)

    @Slot(bool)
    def show_tones(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show whether tones are on."""
        _ = self._words.gettext
        self.sound.setChecked(on)
        self.sound.setText(_("Tones: on") if on else _("Tones: off"))
        self.sound.use_icon(self._look.icons, "sound" if on else "sound-off")
        name(self.sound, _("Tones"), _("on") if on else _("off"))

    @Slot(bool)
    def show_voice(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show whether the voice is on."""
        _ = self._words.gettext
        self.voice.setChecked(on)
        self.voice.setText(_("Voice: on") if on else _("Voice: off"))
        self.voice.use_icon(self._look.icons, "voice" if on else "voice-off")
        name(self.voice, _("Voice"), _("on") if on else _("off"))

    def scroll_by_key(self, key: int) -> bool:
        """Scroll for an arrow up or down; return whether there was anything to scroll."""
        bar = self._area.verticalScrollBar()
        if key not in SCROLLING or bar.maximum() == 0:
            return False
        bar.setValue(bar.value() + SCROLLING[key] * bar.pageStep() // 3)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        roomy = self._is_roomy()
        # Bottom to top: without room beside it the exercise goes beneath the timer.
        across, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._middle.setDirection(across if roomy else up)
        self._head.setDirection(across if roomy else QBoxLayout.Direction.TopToBottom)
        gap = 14 if roomy else 6
        self._top.setContentsMargins(SIDE, gap, SIDE, gap)
        self._bar.setContentsMargins(SIDE, gap, SIDE, gap)
        self._arrange_bar(roomy=roomy)

    def _is_roomy(self) -> bool:
        return self.width() >= ROOMY_EM * QFontInfo(self.font()).pixelSize()

    @Slot()
    def _fit_timer(self) -> None:
        # However long the text about the exercise is, the timer beside it is seen without scrolling.
        margins = self._middle.contentsMargins()
        height = self._area.viewport().height() - margins.top() - margins.bottom()
        stacked = not self._is_roomy()
        self.timer.fit(height, beside=stacked)
        self.card.fit(height, self._height_beneath(height) if stacked else None)

    def _height_beneath(self, height: int) -> int:
        width = self._area.viewport().width() - 2 * SIDE
        return height - self.timer.height_at(width) - self._middle.spacing()

    def _arrange_bar(self, *, roomy: bool) -> None:
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        self._bar.addWidget(self._main_buttons, 0, 1 if roomy else 0, 1, 1 if roomy else 3)
        self._bar.addWidget(self.hurts, 0 if roomy else 1, 0, left | middle)
        self._bar.addWidget(self._about_time, 0 if roomy else 1, 2)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = top = QVBoxLayout()
        top.setSpacing(12)
        top.addLayout(self._top_row())
        top.addWidget(self.segments)
        top.addWidget(self.notice)
        column.addLayout(top)
        column.addWidget(self._scrolling(), 1)
        column.addWidget(self._bottom())

    def _top_row(self) -> QBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.number)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.leave)
        row.addLayout(texts, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addLayout(row, 1)
        self._head.addWidget(self._switches())
        return self._head

    def _switches(self) -> QWidget:
        group = QWidget()
        flow = FlowLayout(8, group, alignment=Qt.AlignmentFlag.AlignRight)
        for button in (self.sound, self.voice, self.big):
            flow.addWidget(button)
        return group

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._middle.setContentsMargins(SIDE, 4, SIDE, 14)
        self._middle.setSpacing(28)
        self._middle.addWidget(self.card, 3)
        timer = QVBoxLayout()
        timer.addWidget(self.timer, 1)
        timer.addStretch(0)
        self._middle.addLayout(timer, 2)
        self._area = area = ScrollingArea()
        area.resized.connect(self._fit_timer)
        area.setWidget(content)
        return area

    def _bottom(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("role", "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._main_buttons = QWidget()
        flow = FlowLayout(14, self._main_buttons, alignment=Qt.AlignmentFlag.AlignHCenter)
        for button in (self.back, self.pause, self.skip):
            flow.addWidget(button)
        self._about_time = QWidget()
        texts = QVBoxLayout(self._about_time)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(2)
        texts.addStretch(1)
        for label in (self._hint, self._left):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            texts.addWidget(label)
        texts.addStretch(1)
        self._bar = QGridLayout(bar)
        self._bar.setVerticalSpacing(8)
        self._bar.setHorizontalSpacing(16)
        self._bar.setColumnStretch(1, 1)
        self._about_time.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._arrange_bar(roomy=True)
        return bar
