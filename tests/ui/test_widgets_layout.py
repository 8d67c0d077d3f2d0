from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ryg_app.ui.theme import Icons, apply_theme, load_theme
from ryg_app.ui.widgets import buttons, labels
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.flow_layout import EvenLayout, FlowLayout
from ryg_app.ui.widgets.nav import SideNav
from ryg_app.ui.widgets.number_row import NumberRow
from ryg_app.ui.widgets.page import Page
from ryg_app.ui.widgets.progress_segments import ProgressSegments
from ryg_app.ui.widgets.switch import Switch


class Box(QWidget):
    """A widget of a known size."""

    def __init__(self, width: int, height: int = 44) -> None:
        super().__init__()
        self._wanted = QSize(width, height)

    def sizeHint(self) -> QSize:  # noqa: N802 - the name in Qt
        return self._wanted

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - the name in Qt
        return self._wanted


def tops(boxes: list[Box]) -> list[int]:
    return [box.y() for box in boxes]


def lay_out(window: QWidget, width: int, height: int = 400) -> None:
    window.resize(width, height)
    window.ensurePolished()
    layout = window.layout()
    assert layout is not None
    layout.activate()


def test_a_flow_keeps_one_line_while_there_is_room(qapp: QApplication) -> None:
    window, boxes = QWidget(), [Box(100) for _ in range(3)]
    flow = FlowLayout(10, window)
    for box in boxes:
        flow.addWidget(box)
    lay_out(window, 320)
    assert [box.x() for box in boxes] == [0, 110, 220]
    assert tops(boxes) == [0, 0, 0]
    assert flow.heightForWidth(320) == 44


def test_a_flow_wraps_what_does_not_fit(qapp: QApplication) -> None:
    window, boxes = QWidget(), [Box(100) for _ in range(3)]
    flow = FlowLayout(10, window)
    for box in boxes:
        flow.addWidget(box)
    lay_out(window, 319)
    assert tops(boxes) == [0, 0, 54]
    assert flow.heightForWidth(319) == 98
    assert flow.minimumSize().width() == 100


@pytest.mark.parametrize(
    ("alignment", "left"),
    [
        (Qt.AlignmentFlag.AlignLeft, 0),
        (Qt.AlignmentFlag.AlignHCenter, 95),
        (Qt.AlignmentFlag.AlignRight, 190),
    ],
)
def test_a_flow_can_stand_left_right_or_in_the_middle(
    qapp: QApplication, alignment: Qt.AlignmentFlag, left: int
) -> None:
    window, boxes = QWidget(), [Box(50), Box(50)]
    flow = FlowLayout(10, window, alignment=alignment)
    for box in boxes:
        flow.addWidget(box)
    lay_out(window, 300)
    assert boxes[0].x() == left


def test_a_flow_leaves_no_hole_for_what_is_hidden(qapp: QApplication) -> None:
    window, boxes = QWidget(), [Box(100) for _ in range(3)]
    flow = FlowLayout(10, window)
    for box in boxes:
        flow.addWidget(box)
    boxes[1].hide()
    lay_out(window, 320)
    assert boxes[2].x() == 110


@pytest.mark.parametrize(("width", "lines"), [(544, 1), (543, 2), (294, 2), (293, 3), (44, 11)])
def test_equal_items_share_as_few_lines_as_they_can(qapp: QApplication, width: int, lines: int) -> None:
    window, boxes = QWidget(), [Box(44) for _ in range(11)]
    even = EvenLayout(6, window)
    for box in boxes:
        even.addWidget(box)
    lay_out(window, width)
    assert len(set(tops(boxes))) == lines
    assert even.heightForWidth(width) == lines * 50 - 6
    assert all(box.width() >= 44 for box in boxes)
    assert max(box.geometry().right() for box in boxes) < width


def test_columns_share_the_width_by_their_stretch(qapp: QApplication) -> None:
    window, left, right = QWidget(), Box(50), Box(50, 80)
    columns = ColumnsLayout(20, window)
    columns.add(left, stretch=3)
    columns.add(right, stretch=1)
    lay_out(window, 420)
    assert (left.width(), right.width(), right.x()) == (300, 100, 320)
    assert left.height() == right.height()


def test_columns_stack_when_one_would_be_too_narrow(qapp: QApplication) -> None:
    window, left, right = QWidget(), Box(50), Box(150, 80)
    columns = ColumnsLayout(20, window)
    columns.add(left, stretch=3)
    columns.add(right, stretch=1)
    lay_out(window, 420)
    assert right.x() == left.x() == 0
    assert right.y() == 64
    assert columns.heightForWidth(420) == 144


def test_columns_ask_for_more_width_when_the_text_is_larger(qapp: QApplication) -> None:
    window = QWidget()
    columns = ColumnsLayout(20, window)
    for _ in range(2):
        columns.add(Box(50), at_least_em=15)
    for px, stacked in ((16, False), (32, True)):
        font = window.font()
        font.setPixelSize(px)
        window.setFont(font)
        assert columns.is_stacked(700) is stacked


def test_an_item_taken_out_of_columns_leaves_the_others_right(qapp: QApplication) -> None:
    window, kept = QWidget(), Box(50)
    columns = ColumnsLayout(20, window)
    columns.add(Box(400), stretch=5)
    columns.add(kept, stretch=1)
    columns.takeAt(0)
    lay_out(window, 300)
    assert kept.width() == 300


def busy_page() -> Page:
    page = Page("Godmorgen", "Tirsdag 8. december · uge 3 af 12")
    page.header.add(labels.badge("Næste aftale: torsdag 17. december kl. 10.15"))
    page.header.add(buttons.primary("Gem rapport til aftalen"))
    card = Card("Dit forløb", "Fase 1 · Ro og bevægelse")
    weeks = ProgressSegments("Uge 3 af 12")
    weeks.show_progress(2, 0.3, 12)
    card.body.addWidget(weeks)
    page.body.addWidget(card)
    columns = ColumnsLayout()
    left, right = Card("Formiddagens øvelser", "ca. 7 min"), Card("Dagen i dag", "4 tryk")
    row = FlowLayout()
    for text in ("Start", "Gjort uden computeren", "Dårlig dag"):
        row.addWidget(buttons.secondary(text, large=True))
    left.body.addLayout(row)
    left.body.addWidget(Switch("Vis rolige stillbilleder i stedet for bevægelse"))
    right.body.addWidget(NumberRow("Ben, gennemsnit det seneste døgn", "ingen smerte", "værst tænkelige"))
    right.body.addWidget(ChoiceRow("Hvor langt?", [(n, n) for n in ("Intet", "Balle", "Lår", "Knæ", "Læg")]))
    columns.add(left, 3, 20)
    columns.add(right, 2, 17)
    page.body.addLayout(columns)
    page.notice.show_message("warning", "Filen kunne ikke læses.", close="Luk", action="Vis filen")
    return page


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1400, 808, 720])
def test_a_page_never_scrolls_sideways(qapp: QApplication, qtbot: QtBot, scale: float, width: int) -> None:
    apply_theme(qapp, load_theme("light", scale))
    page = busy_page()
    qtbot.addWidget(page)
    page.resize(width, 640)
    page.show()
    qapp.processEvents()
    assert page.area.horizontalScrollBar().maximum() == 0
    for button in page.findChildren(buttons.ActionButton):
        if button.isVisible():
            right = button.mapTo(page, button.rect().topRight()).x()
            assert right < width
            assert button.height() >= 44
            assert button.width() >= min(button.sizeHint().width(), 44)


def test_the_content_of_a_wide_page_is_held_together(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, load_theme("light"))
    page = busy_page()
    qtbot.addWidget(page)
    page.resize(2000, 900)
    page.show()
    qapp.processEvents()
    assert page.header.width() == 1160
    left = page.header.mapTo(page, page.header.rect().topLeft()).x()
    assert abs(left - (2000 - 1160) // 2) <= 10


def test_a_card_without_title_gives_its_room_to_the_body(qapp: QApplication) -> None:
    apply_theme(qapp, load_theme("light"))
    bare, titled = Card(), Card("Gåtur")
    for card in (bare, titled):
        card.body.addWidget(Box(100))
    assert bare.sizeHint().height() < titled.sizeHint().height()
    assert titled.accessibleName() == "Gåtur"


def test_markup_in_a_text_is_shown_as_it_is_written(qapp: QApplication) -> None:
    label = labels.body("<b>fed</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    plain = labels.body("fed")
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_a_label_asks_for_its_longest_line_and_wraps_below_it(qapp: QApplication) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    label = labels.muted("Dage, der udfyldes senere, bliver mærket i rapporten.")
    column.addWidget(label)
    wanted = label.sizeHint()
    assert wanted.width() >= label.fontMetrics().horizontalAdvance(label.text())
    assert label.heightForWidth(wanted.width() // 2) > wanted.height()


def test_building_a_page_shows_no_stray_window(qapp: QApplication) -> None:
    before = {window for window in qapp.topLevelWidgets() if window.isVisible()}
    shown: list[str] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name in Qt
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    page = Page("Dagbog")
    page.body.addWidget(Card("Dagen i dag", "4 tryk"))
    page.body.addWidget(NumberRow("Ben", "ingen smerte", "værst tænkelige smerter"))
    page.body.addWidget(Disclosure("Andre symptomer"))
    nav = SideNav(Icons(Path()), "RygApp")
    nav.add_item("today", "I dag", "today")
    qapp.removeEventFilter(watcher)
    assert shown == []
    assert {window for window in qapp.topLevelWidgets() if window.isVisible()} == before


@pytest.mark.parametrize("width", range(700, 712))
def test_columns_never_stand_out_over_the_edge(qapp: QApplication, width: int) -> None:
    window, boxes = QWidget(), [Box(50), Box(50), Box(50)]
    columns = ColumnsLayout(10, window)
    for box in boxes:
        columns.add(box, stretch=1)
    lay_out(window, width)
    assert boxes[-1].geometry().right() == width - 1
