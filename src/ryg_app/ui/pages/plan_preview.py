"""A plan file before it is used: what is in it, in plain words, then use it or not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.application.planning import Relation
from ryg_app.domain.errors import RygAppError
from ryg_app.domain.plan_changes import plan_changes
from ryg_app.ui.plan_text import plan_cards
from ryg_app.ui.widgets.buttons import primary, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.date_field import DateField
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted, question
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.change_words import changes_in_words
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.planning import Planning, PlanPreview
    from ryg_app.domain.exercise import Exercise
    from ryg_app.wording.catalogues import Words

FURTHEST_START_DAYS = 28


class PlanPreviewPage(Page):
    """Nothing is changed until the patient says so."""

    adopted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        planning: Planning,
        preview: PlanPreview,
        exercises: Mapping[str, Exercise],
        words: Words,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(preview.plan_file.plan.title, parent=parent)
        self._planning = planning
        self._preview = preview
        self._words = words
        self._exercises = exercises
        self._add_decision()
        self.body.addWidget(plan_cards(words, preview.plan_file.plan, exercises))
        self.body.addStretch(1)

    def _add_decision(self) -> None:
        _ = self._words.gettext
        card = Card(_("Use this plan?"))
        card.body.addWidget(body(self._what_it_is()))
        self._add_changes(card)
        self.start_day = DateField(_("First day of the course"), self._preview.starts)
        if self._may_choose_start():
            self._add_start(card)
        buttons = FlowLayout(12)
        self.use = primary(self._use_text(), large=True)
        self.not_now = secondary(_("Not now"), large=True)
        self.use.setEnabled(self._preview.relation is not Relation.OLDER)
        self.use.clicked.connect(self._on_use)
        self.not_now.clicked.connect(self.dismissed)
        self.setFocusProxy(self.use if self.use.isEnabled() else self.not_now)
        buttons.addWidget(self.use)
        buttons.addWidget(self.not_now)
        card.body.addLayout(buttons)
        self.body.addWidget(card)

    def _add_changes(self, card: Card) -> None:
        current, seen = self._preview.current, self._preview
        if current is None or seen.relation is not Relation.NEWER:
            return
        changes = changes_in_words(self._words, plan_changes(current, seen.plan_file.plan), self._exercises)
        if changes:
            card.body.addWidget(question(self._words.gettext("What has changed")))
            card.body.addWidget(body("\n".join(f"• {line}" for line in changes)))

    def _add_start(self, card: Card) -> None:
        _ = self._words.gettext
        first, furthest = self._preview.starts, timedelta(days=FURTHEST_START_DAYS)
        self.start_day.set_range(first - furthest, first + furthest)
        label = question(_("First day of the course"))
        label.setBuddy(self.start_day)
        fields = FlowLayout(12)
        fields.addWidget(self.start_day)
        card.body.addWidget(label)
        card.body.addLayout(fields)
        card.body.addWidget(muted(_("Today is proposed. Choose another day if you have agreed on one.")))

    def _may_choose_start(self) -> bool:
        return self._preview.relation in (Relation.FIRST, Relation.ANOTHER)

    def _use_text(self) -> str:
        _ = self._words.gettext
        match self._preview.relation:
            case Relation.FIRST | Relation.OLDER:
                return _("Use this plan")
            case Relation.SAME:
                return _("Go on with this plan")
            case Relation.NEWER | Relation.ANOTHER:
                return _("Change to this plan")

    def _what_it_is(self) -> str:
        _ = self._words.gettext
        match self._preview.relation:
            case Relation.FIRST:
                return _("Read it through. Nothing is changed until you press the button.")
            case Relation.SAME:
                return _("You are using this plan already.")
            case Relation.NEWER:
                return _(
                    "This is a newer version of your plan. It takes the place of the one you have. "
                    "Your diary stays, and the course keeps its first day."
                )
            case Relation.OLDER:
                return _("This is an older version of the plan you have. Your present plan stays.")
            case Relation.ANOTHER:
                return _(
                    "This is another plan than the one you have. It takes its place, "
                    "and a new course begins. Your diary stays, and the old plan can be brought back."
                )

    @Slot()
    def _on_use(self) -> None:
        try:
            self._planning.adopt(self._preview.plan_file, self._chosen_start())
        except RygAppError as error:
            close = self._words.gettext("Close")
            self.notice.show_message("error", error_sentence(self._words, error), close=close)
            return
        self.adopted.emit()

    def _chosen_start(self) -> date | None:
        return self.start_day.value if self._may_choose_start() else None
