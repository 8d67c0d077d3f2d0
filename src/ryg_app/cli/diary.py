"""``diary add``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ryg_app.cli.call import DONE
from ryg_app.cli.values import UsageError
from ryg_app.domain.diary import MOST_WALKING_MINUTES, LegExtent
from ryg_app.domain.walking import NO_WALK
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.cli.call import Call
    from ryg_app.domain.diary import Answers, DayLog
    from ryg_app.wording.catalogues import Words


def add(call: Call) -> int:
    """Put what is named into the day's answers; the line is printed once it is durable."""
    given = call.arguments
    named = {
        "back": given.back,
        "leg": given.leg,
        "leg_extent": LegExtent(given.leg_extent) if given.leg_extent else None,
        "walks": _walks(call.words, given.walk) if given.walk else None,
        "note": given.note,
    }
    changes = {name: value for name, value in named.items() if value is not None}
    if not changes:
        raise UsageError(
            call.words.gettext("Say what to write: --back, --leg, --leg-extent, --walk or --note.")
        )
    with call.app(writing=True) as app:
        day = given.date or app.diary.today()
        answers = app.diary.view(day).log.answers
        log = app.diary.save(day, replace(answers, **changes))
    call.say(_saved(call.words, log))
    return DONE


def _walks(words: Words, told: list[int]) -> tuple[int, ...]:
    if sum(told) > MOST_WALKING_MINUTES:
        sentence = words.gettext("--walk: {found} minutes in all are too many for a day; at most {most}.")
        raise UsageError(sentence.format(found=sum(told), most=MOST_WALKING_MINUTES))
    return tuple(minutes for minutes in told if minutes) or NO_WALK


def _saved(words: Words, log: DayLog) -> str:
    sentence = words.gettext("Saved for {day}: {answers}")
    return sentence.format(day=words.full_date(log.day), answers=" · ".join(_shown(words, log.answers)))


def _shown(words: Words, answers: Answers) -> Iterator[str]:
    _ = words.gettext
    if answers.back is not None:
        yield _("back {number}").format(number=answers.back)
    if answers.leg is not None:
        yield _("leg {number}").format(number=answers.leg)
    if answers.leg_extent is not None:
        yield _("down the leg: {extent}").format(extent=leg_extent_word(words, answers.leg_extent).lower())
    if answers.walked_minutes is not None:
        walked = _("walked {number} min").format(number=answers.walked_minutes)
        several = " + ".join(map(str, answers.walks)) if len(answers.walks) > 1 else ""
        yield f"{walked} ({several})" if several else walked
    if answers.note:
        yield _("note: {note}").format(note=" ".join(answers.note.split()))
