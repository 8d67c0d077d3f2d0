"""The controls under the big view, for the person who stands beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from ryg_app.domain.preferences import LARGEST_BIG_VIEW, SMALLEST_BIG_VIEW
from ryg_app.ui.accessibility import name
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import TextLabel, body, small

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words

STEP = 10
SLIDER_EM = 9
FOR_THE_SLIDER = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class ScaleSlider(QSlider):
    """Leaves the page keys to the session: they are all that a presenter remote has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(SMALLEST_BIG_VIEW, LARGEST_BIG_VIEW)
        self.setSingleStep(STEP)
        self.setPageStep(STEP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.controls.target)
        self.setFixedWidth(SLIDER_EM * theme.fonts.body)
        self.setStyleSheet(_slider_style(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in FOR_THE_SLIDER:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class BigControls(QWidget):
    """Leave, turn, and how large the letters are; ordinary buttons, reached by Tab."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        _ = words.gettext
        self._words = words
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.close_button = secondary(_("Close the big view (G)"))
        self.turn_button = secondary(_("Turn (R)"))
        self.scale = ScaleSlider(theme)
        self._percent = small()
        flow = FlowLayout(16, self)
        flow.setContentsMargins(20, 8, 20, 8)
        flow.addWidget(self.close_button)
        flow.addWidget(self.turn_button)
        flow.addWidget(self._question(theme))
        flow.addWidget(self._size_row(theme))
        self._hint = _one_line(small())
        self._hint.setMinimumHeight(theme.controls.target)
        flow.addWidget(self._hint)
        self.show_hint(paused=False, waits=False)
        for button in (self.close_button, self.turn_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_choice(self, rotation: int) -> None:
        """Show how large the letters are and how far the picture is turned."""
        _ = self._words.gettext
        percent = self.scale.value()
        self._percent.setText(_("{percent} %").format(percent=percent))
        name(self.turn_button, _("Turn"), _("turned {degrees} degrees").format(degrees=rotation))

    def show_hint(self, *, paused: bool, waits: bool) -> None:
        """Tell what a key does now."""
        _ = self._words.gettext
        pause = _("Any key = continue") if paused else _("Any key = pause")
        key = _("Any key = ready") if waits else pause
        self._hint.setText("\n".join([key, _("Held for 2 seconds = stop")]))

    def _question(self, theme: Theme) -> TextLabel:
        label = _one_line(body(self._words.gettext("Can you read this from the floor?")))
        label.setMinimumHeight(theme.controls.target)
        label.setBuddy(self.scale)
        self.scale.setAccessibleName(label.text())
        return label

    def _size_row(self, theme: Theme) -> QWidget:
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.scale)
        self._percent.setMinimumWidth(round(2.6 * theme.fonts.body))
        row.addWidget(_one_line(self._percent))
        return group


def _one_line(label: TextLabel) -> TextLabel:
    label.setWordWrap(False)
    return label


def _slider_style(theme: Theme) -> str:
    colors = theme.colors
    return (
        "QSlider::groove:horizontal { height: 8px; border-radius: 4px;"
        f" background: {colors.control_border}; }}"
        f"QSlider::sub-page:horizontal {{ border-radius: 4px; background: {colors.accent}; }}"
        f"QSlider::handle:horizontal {{ width: 24px; margin: -10px 0; border-radius: 14px;"
        f" background: {colors.surface}; border: 2px solid {colors.accent}; }}"
        f"QSlider::handle:horizontal:focus {{ border: 4px solid {colors.focus}; width: 20px; }}"
    )
