"""What the patient wants to ask at the next appointment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.plain_text import looks_like_personal_number

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """One question for the physiotherapist.

    Attributes:
        asked: When it was written down.
        text: In the patient's own words, 1 to 300 characters.
        struck_out: When the patient struck it out; ``None`` while it is to be asked.
    """

    asked: datetime
    text: str
    struck_out: datetime | None = None


def with_question(questions: tuple[OwnQuestion, ...], text: str, now: datetime) -> tuple[OwnQuestion, ...]:
    """Return the questions with one more.

    Raises:
        PersonalNumberError: It looks like it holds a CPR number.
    """
    if looks_like_personal_number(text):
        raise PersonalNumberError(field="question")
    return (*questions, OwnQuestion(now, text))


def struck_out(
    questions: tuple[OwnQuestion, ...], question: OwnQuestion, at: datetime | None
) -> tuple[OwnQuestion, ...]:
    """Return the questions with that one struck out, or to be asked again when ``at`` is ``None``."""
    marked = replace(question, struck_out=at)
    return tuple(marked if kept == question else kept for kept in questions)
