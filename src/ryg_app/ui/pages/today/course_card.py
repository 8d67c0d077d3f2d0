"""«Dit forløb»: the weeks, the phase, and the question when the plan reaches the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.domain.owed import DayState
from ryg_app.ui.pages.today.banner import Banner
from ryg_app.ui.pages.today.day import week_progress
from ryg_app.ui.widgets.buttons import primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body
from ryg_app.ui.widgets.progress_segments import ProgressSegments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.application.today import TodayView
    from ryg_app.domain.course import PhaseOffer
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.plan import Plan
    from ryg_app.ui.pages.today.day import Picture
    from ryg_app.wording.catalogues import Words


class CourseCard(Card):
    """Emits `phase_answered` with the phase and whether it is to count from now on."""

    phase_answered = Signal(int, bool)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Your course"), parent=parent)
        self._words = words
        self._offer: PhaseOffer | None = None
        self.bar = ProgressSegments()
        self.note = body()
        self.change, self.stay, self.later = primary(), secondary(), quiet()
        self.question = Banner(self.change, self.stay)
        quietly = FlowLayout()
        quietly.addWidget(self.later)
        for widget in (self.bar, self.note, self.question):
            self.body.addWidget(widget)
        self.body.addLayout(quietly)
        self.change.clicked.connect(self._accept)
        self.later.clicked.connect(self._accept)
        self.stay.clicked.connect(self._decline)

    def show_course(self, picture: Picture) -> None:
        """Show where in the course the day lies; nothing without a plan."""
        view = picture.view
        plan, owed, starts = view.plan, view.owed, picture.starts
        self.setVisible(plan is not None)
        if plan is None or owed is None or starts is None:
            return
        over = owed.state is DayState.AFTER
        self.set_aside("" if over else self._phase(plan, owed))
        weeks, partial = week_progress(starts, view.day)
        done = plan.weeks if over else max(weeks, 0)
        self.bar.show_progress(done, 0.0 if over or weeks < 0 else partial, plan.weeks)
        self.bar.setAccessibleName(self._weeks(plan, owed))
        note = self._note(owed)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._show_offer(view)

    def _phase(self, plan: Plan, owed: OwedDay) -> str:
        title = plan.phases[owed.phase - 1].title
        phase = self._words.gettext("Phase {number}").format(number=owed.phase)
        return f"{phase} · {title}" if title else phase

    def _weeks(self, plan: Plan, owed: OwedDay) -> str:
        _ = self._words.gettext
        if owed.state is DayState.AFTER:
            return _("The course has ended")
        if owed.state is DayState.BEFORE:
            return _("The course has not begun")
        return _("Week {week} of {weeks}").format(week=owed.week, weeks=plan.weeks)

    def _note(self, owed: OwedDay) -> str:
        _ = self._words.gettext
        if owed.closing:
            return _(
                "The course ends. If you still have severe pain, talk to your doctor about the next step."
            )
        if owed.state is DayState.AFTER:
            return _("The course has ended. You can keep using the diary.")
        if owed.review:
            return _("Week {week}: arrange a review with your physiotherapist or doctor.").format(
                week=owed.week
            )
        return ""

    def _show_offer(self, view: TodayView) -> None:
        _ = self._words.gettext
        self._offer = offer = view.offer
        self.later.setVisible(offer is not None and offer.answered)
        if offer is None:
            self.question.say("")
            return
        self.change.setText(_("Change now"))
        self.stay.setText(_("Stay in phase {number}").format(number=offer.stays))
        self.later.setText(_("Change to phase {number}").format(number=offer.phase))
        self.change.setAccessibleName(self.later.text())
        self.question.say("" if offer.answered else self._question(view, offer))

    def _question(self, view: TodayView, offer: PhaseOffer) -> str:
        _ = self._words.gettext
        if offer.first_day == view.day:
            return _("According to the plan, phase {number} begins today.").format(number=offer.phase)
        began = self._words.long_date(offer.first_day)
        sentence = _("According to the plan, phase {number} began on {date}.")
        return sentence.format(number=offer.phase, date=began)

    @Slot()
    def _accept(self) -> None:
        if self._offer is not None:
            self.phase_answered.emit(self._offer.phase, True)  # noqa: FBT003 - the signal takes it by place

    @Slot()
    def _decline(self) -> None:
        if self._offer is not None:
            self.phase_answered.emit(self._offer.phase, False)  # noqa: FBT003 - the signal takes it by place
