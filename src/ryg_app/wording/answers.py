"""A day's answers in words, for somebody who reads them and does not fill them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.wording.diary_words import heat_cold_word, morning_word, symptom_word
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.domain.diary import Answers
    from ryg_app.wording.catalogues import Words

    Line = tuple[str, str]


def answer_lines(words: Words, answers: Answers) -> tuple[Line, ...]:
    """Return what was asked and what was answered; questions without an answer are left out."""
    return (*_pain(words, answers), *_walking(words, answers), *_further(words, answers))


def _pain(words: Words, answers: Answers) -> Iterator[Line]:
    _ = words.gettext
    if answers.back is not None:
        yield _("Back pain"), _of_ten(words, answers.back)
    if answers.leg is not None:
        yield _("Leg pain"), _of_ten(words, answers.leg)
    if answers.leg_extent is not None:
        yield _("How far down the leg"), leg_extent_word(words, answers.leg_extent)


def _walking(words: Words, answers: Answers) -> Iterator[Line]:
    _ = words.gettext
    if answers.walked_minutes is not None:
        walked = _minutes(words, answers.walked_minutes)
        if len(answers.walks) > 1:
            walked += f" ({' + '.join(str(minutes) for minutes in answers.walks)})"
        yield _("Walked in all"), walked
    if answers.longest_walk_minutes is not None:
        yield _("Longest walk before the leg was felt"), _minutes(words, answers.longest_walk_minutes)


def _further(words: Words, answers: Answers) -> Iterator[Line]:
    _ = words.gettext
    if answers.morning is not None:
        yield _("The leg this morning"), morning_word(words, answers.morning)
    if answers.tingling is not None:
        yield _("Tingling or numbness"), symptom_word(words, answers.tingling)
    if answers.weakness is not None:
        yield _("Weakness"), symptom_word(words, answers.weakness)
    if answers.woken is not None:
        yield _("Woken by pain at night"), _yes_or_no(words, yes=answers.woken)
    if answers.heat_cold is not None:
        yield _("Heat or cold used"), heat_cold_word(words, answers.heat_cold)
    if answers.painkillers is not None:
        yield _("Painkillers taken"), _yes_or_no(words, yes=answers.painkillers)


def _of_ten(words: Words, pain: int) -> str:
    return words.gettext("{number} of 10").format(number=pain)


def _minutes(words: Words, minutes: int) -> str:
    return words.gettext("{number} min").format(number=minutes)


def _yes_or_no(words: Words, *, yes: bool) -> str:
    word = words.gettext("yes") if yes else words.gettext("no")
    return word[:1].upper() + word[1:]
