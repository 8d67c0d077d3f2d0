"""What was answered in a review week, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.wording.diary_words import global_change_word

if TYPE_CHECKING:
    from ryg_app.domain.review import ActivityScore, Review
    from ryg_app.wording.catalogues import Words


def review_lines(words: Words, review: Review) -> list[str]:
    """Return the answers, or that they were skipped, and on which day."""
    _ = words.gettext
    told = words.long_date(review.day)
    if review.is_skipped:
        return [_("Skipped on {date}.").format(date=told)]
    lines = [_("Answered on {date}.").format(date=told)]
    lines += [_activity(words, known) for known in review.activities]
    if review.change is not None:
        change = global_change_word(words, review.change)
        lines.append(_("Compared with the beginning: {change}").format(change=change))
    if review.changed is not None:
        lines.append(_("Corrected on {date}.").format(date=words.long_date(review.changed.date())))
    return lines


def _activity(words: Words, known: ActivityScore) -> str:
    if known.score is None:
        return words.gettext("{activity}: not rated").format(activity=known.text)
    return words.gettext("{activity}: {score} of 10").format(activity=known.text, score=known.score)
