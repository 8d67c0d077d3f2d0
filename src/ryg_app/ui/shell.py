"""The frame of the everyday pages: navigation on the left, one page at a time on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ryg_app.ui.widgets.nav import SideNav

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.ui.pages.course import CoursePage
    from ryg_app.ui.pages.diary import DiaryPage
    from ryg_app.ui.pages.exercises import ExercisesPage
    from ryg_app.ui.pages.plan import PlanPage
    from ryg_app.ui.pages.red_flags import RedFlagsPage
    from ryg_app.ui.pages.settings import SettingsPage
    from ryg_app.ui.pages.today import TodayPage
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.page import Page
    from ryg_app.wording.catalogues import Words


class Refreshed(Protocol):
    """What the shell asks of every page."""

    def refresh(self) -> None:
        """Show things as they stand now."""


@runtime_checkable
class Changing(Protocol):
    """A page that says when it has saved something."""

    changed: SignalInstance


class Leaving(Protocol):
    """A page where something can be typed that is not saved at once."""

    def leave(self) -> bool:
        """Save it; tell whether that could be done."""


TODAY, EXERCISES, DIARY, COURSE, PLAN, RED_FLAGS, SETTINGS = (
    "today",
    "exercises",
    "diary",
    "course",
    "plan",
    "warning",
    "settings",
)


class Shell(QWidget):
    """Shows one page, refreshes it when it comes into view or another has changed something.

    `changed` comes whenever a page has saved something.
    """

    changed = Signal()

    page_shown = Signal(str)
    page_made = Signal(str)

    def __init__(self, app: App, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._words = words
        self._look = look
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self.nav = SideNav(look.icons, "RygApp")
        self.nav.chosen.connect(self.go)
        self._fill_navigation()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._stack, 1)

    @property
    def today(self) -> TodayPage:
        """*I dag*."""
        return cast("TodayPage", self._page(TODAY))

    @property
    def exercises(self) -> ExercisesPage:
        """*Øvelser*."""
        return cast("ExercisesPage", self._page(EXERCISES))

    @property
    def diary(self) -> DiaryPage:
        """*Dagbog*."""
        return cast("DiaryPage", self._page(DIARY))

    @property
    def course(self) -> CoursePage:
        """*Forløb*."""
        return cast("CoursePage", self._page(COURSE))

    @property
    def plan(self) -> PlanPage:
        """*Plan*."""
        return cast("PlanPage", self._page(PLAN))

    @property
    def red_flags(self) -> RedFlagsPage:
        """*Faresignaler*."""
        return cast("RedFlagsPage", self._page(RED_FLAGS))

    @property
    def settings(self) -> SettingsPage:
        """*Indstillinger*."""
        return cast("SettingsPage", self._page(SETTINGS))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages, in the order of the navigation."""
        return (TODAY, EXERCISES, DIARY, COURSE, PLAN, RED_FLAGS, SETTINGS)

    @property
    def current(self) -> str:
        """The key of the page in view."""
        return next(key for key, page in self._pages.items() if page is self._stack.currentWidget())

    @property
    def page(self) -> Page:
        """The page in view."""
        return cast("Page", self._stack.currentWidget())

    def held_back_by(self) -> str:
        """Save what was typed and not saved; return the page where that could not be done, or nothing."""
        made = ((key, cast("Leaving", self._pages[key])) for key in (DIARY, PLAN) if key in self._pages)
        return next((key for key, page in made if not page.leave()), "")

    def _fill_navigation(self) -> None:
        _ = self._words.gettext
        self.nav.add_item(TODAY, _("Today"), TODAY)
        self.nav.add_item(EXERCISES, _("Exercises"), EXERCISES)
        self.nav.add_item(DIARY, _("Diary"), DIARY)
        self.nav.add_item(COURSE, _("Course"), COURSE)
        self.nav.add_item(PLAN, _("Plan"), PLAN)
        self.nav.add_item(RED_FLAGS, _("Warning signs"), RED_FLAGS, "danger")
        self.nav.add_item(SETTINGS, _("Settings"), SETTINGS, "bottom")

    def _page(self, key: str) -> Page:
        """Return a page, made when it is first asked for, so that the window opens with one."""
        if key not in self._pages:
            self._pages[key] = page = self._made(key)
            self._stack.addWidget(page)
            if isinstance(page, Changing):
                page.changed.connect(self._on_changed)
            self.page_made.emit(key)
        return self._pages[key]

    def _made(self, key: str) -> Page:
        app, words, look = self._app, self._words, self._look
        match key:
            case "today":
                from ryg_app.ui.pages.today import TodayPage

                today = TodayPage(
                    app.today, app.planning, app.sessions, app.library, app.reviews, words, look
                )
                today.diary_clicked.connect(self._to_diary)
                return today
            case "exercises":
                from ryg_app.ui.pages.exercises import ExercisesPage

                return ExercisesPage(app.library, words, look)
            case "diary":
                from ryg_app.ui.pages.diary import DiaryPage

                return DiaryPage(app.diary, app.planning, app.questions, app.reviews, words, look)
            case "course":
                from ryg_app.ui.pages.course import CoursePage

                return CoursePage(app.progress, words, look)
            case "plan":
                from ryg_app.ui.pages.plan import PlanPage

                reminders = app.reminders if app.log is None else None
                return PlanPage(app.course, app.planning, reminders, app.library.exercises, words)
            case _:
                return self._made_at_the_foot(key)

    def _made_at_the_foot(self, key: str) -> Page:
        app, words = self._app, self._words
        if key == RED_FLAGS:
            from ryg_app.ui.pages.red_flags import RedFlagsPage

            return RedFlagsPage(app.library, app.settings, words)
        from ryg_app.ui.pages.settings import SettingsPage
        from ryg_app.ui.sound_check import SoundCheck

        settings = SettingsPage(app.settings, words, SoundCheck(app.assets, parent=self))
        settings.reminder_times_clicked.connect(self._to_reminder_times)
        return settings

    @Slot()
    def _to_diary(self) -> None:
        self.go(DIARY)

    @Slot()
    def _to_reminder_times(self) -> None:
        if self.go(PLAN):
            self.plan.show_reminders()

    @Slot(str)
    def go(self, key: str) -> bool:
        """Show a page; tell whether that could be done (what was typed is saved first).

        Nothing, not even a full disk, stands in the way of the warning signs.
        """
        held_back = self.held_back_by()
        allowed = not held_back or key in {held_back, RED_FLAGS}
        shown = key if allowed else held_back
        is_new = shown not in self._pages
        page = self._page(shown)
        if shown == EXERCISES:
            self.exercises.set_still(self._app.settings.get().reduced_motion)
        if not is_new:
            _refresh(page)
        self._stack.setCurrentWidget(page)
        self.nav.set_current(shown)
        page.show_from_the_top()
        page.take_focus()
        self.page_shown.emit(shown)
        return allowed

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Left open overnight, the page must not show yesterday when the patient comes back to it.
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.refresh()

    def refresh(self) -> None:
        """Show the page in view as things stand now."""
        _refresh(self.page)

    @Slot()
    def _on_changed(self) -> None:
        if self.sender() is not self._stack.currentWidget():
            self.refresh()
        self.changed.emit()


def _refresh(page: QWidget) -> None:
    cast("Refreshed", page).refresh()
