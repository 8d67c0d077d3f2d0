"""The use cases on disks that a test can hold in its head, and what every page must keep to."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollBar, QWidget

from ryg_app.adapters.catalogue import load_contacts, load_intended_use, load_red_flags
from ryg_app.adapters.plan_file import CheckedPlanFiles
from ryg_app.application.course import Course
from ryg_app.application.diary import Diary
from ryg_app.application.library import Library
from ryg_app.application.planning import Planning
from ryg_app.application.questions import Questions
from ryg_app.application.reviews import Reviews
from ryg_app.application.sessions import Sessions
from ryg_app.application.today import Today
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.theme import Icons, Look, load_fonts, load_theme, style_sheet
from ryg_app.wording.catalogues import load_words
from tests import builders, plans
from tests.fakes import (
    FakeClock,
    FakeVoices,
    MemoryCourseRecords,
    MemoryDayLogs,
    MemoryOpenSessions,
    MemoryPlanShelf,
    MemoryPreferences,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.plan import Plan
    from ryg_app.domain.voice import Clip
    from ryg_app.ui.theme import Scheme
    from ryg_app.ui.widgets.page import Page

FULL_DISK = NotSavedError("log-2026.json", NotSavedReason.FULL)
FIRST_MORNING = builders.at("2026-11-23 08:00")
# What is left of 1024 x 640 beside the sidebar: its widest text decides how wide that is.
ROOM_BESIDE_THE_SIDEBAR = {1.0: 808, 2.0: 640}


class World:
    """A patient's computer, whose disks fill up when a test says so."""

    def __init__(
        self,
        plan: Plan | None = None,
        now: datetime = FIRST_MORNING,
        clips: Mapping[str, Clip] | None = None,
    ) -> None:
        self.clock = FakeClock(FIRST_MORNING)
        self.days = MemoryDayLogs()
        self.records = MemoryCourseRecords()
        self.open_sessions = MemoryOpenSessions()
        numbers = itertools.count(1)
        shelf = MemoryPlanShelf()
        self.course = Course(self.records, shelf, self.clock)
        self.today = Today(self.course, self.days, self.clock, lambda: f"session-{next(numbers)}")
        self.diary = Diary(self.course, self.days, self.clock, lambda: f"said-{next(numbers)}")
        self.questions = Questions(self.records, self.clock)
        self.reviews = Reviews(self.course, self.records, self.clock)
        files = CheckedPlanFiles(plans.exercises())
        self.planning = Planning(self.course, self.records, shelf, files, self.clock)
        self.sessions = Sessions(
            self.course,
            self.days,
            self.open_sessions,
            MemoryPreferences(),
            self.clock,
            lambda: f"guided-{next(numbers)}",
            FakeVoices(clips),
        )
        self.library = Library(
            self.course,
            plans.exercises(),
            {},
            load_contacts(plans.ASSETS),
            load_red_flags(plans.ASSETS),
            load_intended_use(plans.ASSETS),
        )
        if plan is not None:
            self.planning.adopt(self.planning.file_for(plan))
        self.clock.set(now)

    def fill_the_disk(self) -> None:
        self.days.fail_with = self.records.fail_with = FULL_DISK

    def make_room_on_the_disk(self) -> None:
        self.days.fail_with = self.records.fail_with = None


def new_look(app: QApplication, scheme: Scheme = "light", text_scale: float = 1.0) -> Look:
    """Return a look of that kind; one that is in use already is kept, for putting one on takes a while."""
    theme = load_theme(scheme, text_scale)
    worn = [kept for kept in app.children() if isinstance(kept, Look) and kept.theme == theme]
    if worn and app.styleSheet() == style_sheet(theme):
        return worn[-1]
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    load_fonts(plans.ASSETS / "fonts")
    return Look(app, Icons(plans.ASSETS / "icons"), scheme, text_scale)


ENGLISH = load_words(plans.ASSETS, "en")


def show(app: QApplication, page: Page, width: int = 984, height: int = 800) -> None:
    page.resize(width, height)
    page.show()
    for _turn in range(3):
        app.processEvents()


def nameless(page: QWidget) -> list[QWidget]:
    """Return what can be reached by Tab and tells a screen reader nothing."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not str(widget.property("text") or "")
    ]


def cut_off(page: Page) -> list[str]:
    """Return what sticks out of its parent, or gets less width than it needs."""
    complaints = []
    content = page.area.widget()
    assert content is not None
    if content.width() > page.area.viewport().width():
        complaints.append(f"the page is {content.width()} wide in {page.area.viewport().width()}")
    for widget in content.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or isinstance(parent, QAbstractScrollArea) or parent is None:
            continue
        if isinstance(parent.parentWidget(), QAbstractScrollArea) and parent is not content:
            continue
        needs = widget.minimumSizeHint().width()
        if widget.width() < needs or widget.x() + widget.width() > parent.width():
            complaints.append(
                f"{type(widget).__name__} {widget.accessibleName()!r}: {widget.width()} < {needs}"
            )
    return complaints


def too_small(page: QWidget) -> list[str]:
    """Return the controls that a finger could miss."""
    return [
        f"{button.accessibleName() or button.text()}: {button.width()} x {button.height()}"
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and (button.width() < 44 or button.height() < 44)
    ]
