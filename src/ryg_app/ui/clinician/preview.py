"""How the patient will see it: the same rows as on *I dag*, and the minutes it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot

from ryg_app.ui.pages.today.exercise_rows import ExerciseRows
from ryg_app.ui.pages.today.session_words import exercise_lines, heading
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted, question, small
from ryg_app.wording.change_words import changes_in_words
from ryg_app.wording.sentences import walking_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.plan_making import PlanMaking
    from ryg_app.application.plan_picture import PlanPicture
    from ryg_app.application.today import SessionCard
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_PICTURE = QSize(96, 60)
_WORDS_EM = 10


class Preview(Card):
    """`trial_clicked` carries a session, what is shown of its exercises, and the rule card."""

    trial_clicked = Signal(object, object, object)

    def __init__(self, plans: PlanMaking, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(soft=True, parent=parent)
        self.setAccessibleName(_("What the patient sees"))
        self._plans, self._words, self._look = plans, words, look
        self._shown: list[QWidget] = []
        self.title, self.facts, self.minutes, self.changed = question(), body(), muted(), body()
        self.rows: list[ExerciseRows] = []
        self.trial = secondary(_("Try the session"))
        self.trial.use_icon(look.icons, "play")
        self._picture: PlanPicture | None = None
        self.changes_title = question()
        self._lay_out()
        self.trial.clicked.connect(self._on_trial)

    def show_draft(self, draft: PlanDraft, phase: int) -> None:
        """Show the day of that phase (counted from 0) that has most to do."""
        picture = self._picture = self._plans.picture(draft, phase)
        self.title.setText(picture.plan.title)
        self.facts.setText("\n".join(self._facts(picture)))
        self.minutes.setText(self._minutes(picture))
        self._show_sessions(picture)
        self.trial.setEnabled(bool(picture.cards))
        self._show_changes(draft)

    def _lay_out(self) -> None:
        _ = self._words.gettext
        self.body.addWidget(small(_("What the patient sees")))
        for part in (self.title, self.facts, self.minutes):
            self.body.addWidget(part)
        buttons = FlowLayout(8)
        buttons.addWidget(self.trial)
        self.body.addLayout(buttons)
        self.body.addWidget(self.changes_title)
        self.body.addWidget(self.changed)
        self._session_place = self.body.count()
        no_name = _("The plan file holds no name, no CPR number and no diagnosis.")
        self.body.addWidget(small(no_name))
        self.body.addStretch(1)

    def _facts(self, picture: PlanPicture) -> Iterator[str]:
        words, plan = self._words, picture.plan
        yield words.ngettext("{number} week", "{number} weeks", plan.weeks).format(number=plan.weeks)
        if picture.walking is not None:
            walks = walking_words(words, picture.walking)
            yield words.gettext("Walking: {walks}").format(walks=walks)
        times = sorted({rule.at for rule in plan.reminders})
        if times:
            said = ", ".join(words.clock(at) for at in times)
            yield words.gettext("Reminders at {times}").format(times=said)

    def _minutes(self, picture: PlanPicture) -> str:
        _ = self._words.gettext
        least, most = picture.least_minutes, picture.most_minutes
        if not most:
            return _("No exercises are chosen yet.")
        if least == most:
            return _("About {minutes} minutes of exercises a day").format(minutes=most)
        return _("About {least} to {most} minutes of exercises a day").format(least=least, most=most)

    def _show_sessions(self, picture: PlanPicture) -> None:
        for old in self._shown:
            self.body.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._shown = [part for card in picture.cards for part in self._session(card, picture)]
        for place, part in enumerate(self._shown, start=self._session_place):
            self.body.insertWidget(place, part)

    def _session(self, card: SessionCard, picture: PlanPicture) -> tuple[QWidget, QWidget]:
        title, about = heading(self._words, card)
        rows = ExerciseRows(self._look, room=_PICTURE, words_em=_WORDS_EM)
        rows.show_lines(exercise_lines(self._words, card, picture.views))
        return question(f"{title} · {about}"), rows

    def _show_changes(self, draft: PlanDraft) -> None:
        _ = self._words.gettext
        is_later = draft.base is not None
        self.changes_title.setVisible(is_later)
        self.changed.setVisible(is_later)
        if draft.base is None:
            return
        self.changes_title.setText(_("Changed since edition {number}").format(number=draft.base.revision))
        said = changes_in_words(self._words, self._plans.changes(draft), self._plans.exercises)
        self.changed.setText("\n".join(f"• {line}" for line in said) or _("Nothing yet."))

    @Slot()
    def _on_trial(self) -> None:
        picture = self._picture
        if picture is not None and picture.cards:
            self.trial_clicked.emit(picture.cards[0].session, picture.views, picture.plan.rule_card)
