"""What the patient wants to ask the physiotherapist: a list that lasts until the appointment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ryg_app.domain.questions import OwnQuestion, struck_out, with_question

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.application.ports import Clock, CourseRecords


class Questions:
    """What the pages can ask and tell about the patient's own questions."""

    def __init__(self, records: CourseRecords, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    def every(self) -> tuple[OwnQuestion, ...]:
        """Return all questions, the oldest first, those struck out included."""
        return self._records.get().questions

    def ask(self, text: str) -> None:
        """Put a question on the list; return once it is durable.

        Raises:
            PersonalNumberError: It looks like it holds a CPR number.
            NotSavedError: Nothing was kept.
        """
        self._keep(with_question(self.every(), text, self._clock.now()))

    def strike_out(self, question: OwnQuestion) -> None:
        """Strike a question out, whether it was asked or need not be; return once that is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        self._mark(question, self._clock.now())

    def ask_again(self, question: OwnQuestion) -> None:
        """Take back that a question was struck out; return once that is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        self._mark(question, None)

    def _mark(self, question: OwnQuestion, at: datetime | None) -> None:
        self._keep(struck_out(self.every(), question, at))

    def _keep(self, questions: tuple[OwnQuestion, ...]) -> None:
        self._records.save(replace(self._records.get(), questions=questions))
