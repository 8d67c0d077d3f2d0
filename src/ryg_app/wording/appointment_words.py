"""The words of the sheet for the appointment: facts and the patient's own sentences, nothing weighed."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from ryg_app.application.appointment_sheet import Since
from ryg_app.wording.diary_words import global_change_word
from ryg_app.wording.progress_words import (
    NOTHING,
    days_words,
    mean_words,
    short_date,
    tally_words,
)
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ryg_app.application.appointment_sheet import (
        AppointmentSheet,
        DaysFigures,
        PlanOfSheet,
        SheetPeriod,
        Stop,
    )
    from ryg_app.domain.progress import Span
    from ryg_app.domain.review import Review
    from ryg_app.wording.catalogues import Words

    Row = tuple[str, ...]

# More of them in one line is not read; the table marks each.
MOST_SPANS_NAMED = 8
MOST_REVIEWS = 5
MOST_STOPS, LONGEST_QUOTE = 4, 160


def sheet_title(words: Words, sheet: AppointmentSheet) -> str:
    """Return «For the appointment on 17 December 2026»."""
    if sheet.visit is None:
        return words.gettext("For the next appointment")
    date = words.full_date(sheet.visit.at.date())
    return words.gettext("For the appointment on {date}").format(date=date)


def period_words(words: Words, period: SheetPeriod) -> str:
    """Return «Since the last appointment: 30 Nov – 17 Dec 2026»."""
    _ = words.gettext
    since = {
        Since.LAST_APPOINTMENT: _("Since the last appointment: {days}"),
        Since.COURSE_START: _("Since the course began: {days}"),
        Since.FIRST_ENTRY: _("Since the first day written: {days}"),
        Since.CHOSEN: _("Period: {days}"),
    }[period.since]
    return since.format(days=days_words(words, period.first, period.last, year=True))


def since_words(words: Words, since: Since) -> str:
    """Return a period as an option to choose."""
    _ = words.gettext
    return {
        Since.LAST_APPOINTMENT: _("Since the last appointment"),
        Since.COURSE_START: _("Since the course began"),
        Since.FIRST_ENTRY: _("Everything"),
        Since.CHOSEN: _("Other days"),
    }[since]


def plan_words(words: Words, plan: PlanOfSheet | None) -> str:
    """Return «weeks 2–4 of 12 · Plan for back and leg, edition 1», or an empty text without a plan."""
    if plan is None:
        return ""
    edition = words.gettext("{title}, edition {revision}").format(title=plan.title, revision=plan.revision)
    weeks = _weeks(words, plan)
    return f"{weeks} · {edition}" if weeks else edition


def _weeks(words: Words, plan: PlanOfSheet) -> str:
    _ = words.gettext
    if plan.first_week is None or plan.last_week is None:
        return ""
    if plan.first_week == plan.last_week:
        return _("week {week} of {weeks}").format(week=plan.first_week, weeks=plan.weeks)
    return _("weeks {first}–{last} of {weeks}").format(
        first=plan.first_week, last=plan.last_week, weeks=plan.weeks
    )


def means_rows(words: Words, sheet: AppointmentSheet) -> tuple[Row, ...]:
    """Return headings, dates, and a row for each number, of the first and of the last days."""
    _ = words.gettext
    ends = [end for end in (sheet.early, sheet.late) if end is not None]
    names = [_("first {days} days"), _("last {days} days")]
    if len(ends) == 1:
        names = [words.ngettext("{days} day", "{days} days", sheet.late.days)]
    headings = (name.format(days=end.days) for name, end in zip(names, ends, strict=True))
    return (
        ("", *headings),
        ("", *(days_words(words, end.first, end.last) for end in ends)),
        (_("Leg, 0–10"), *(mean_words(words, end.leg) for end in ends)),
        (_("Back, 0–10"), *(mean_words(words, end.back) for end in ends)),
        (_("Furthest down"), *(_furthest(words, end) for end in ends)),
        (_("Walking a day"), *(_minutes(words, end.walked_a_day) for end in ends)),
        *_longest_walk(words, ends),
        (_("Days filled in"), *(_of(words, end.told, end.days) for end in ends)),
    )


def _furthest(words: Words, end: DaysFigures) -> str:
    return NOTHING if end.furthest is None else leg_extent_word(words, end.furthest).lower()


def _longest_walk(words: Words, ends: Sequence[DaysFigures]) -> Iterator[Row]:
    longest = [end.longest_walk for end in ends]
    if any(minutes is not None for minutes in longest):
        told = (_minutes(words, minutes) for minutes in longest)
        yield (words.gettext("Longest before the leg was felt"), *told)


def _minutes(words: Words, minutes: float | None) -> str:
    return NOTHING if minutes is None else words.gettext("{number} min").format(number=round(minutes))


def _of(words: Words, number: int, of: int) -> str:
    return words.gettext("{done} of {planned}").format(done=number, planned=of)


def exercise_rows(words: Words, sheet: AppointmentSheet) -> tuple[Row, ...]:
    """Return the headings, then a row for each exercise; nothing when none was planned or done."""
    _ = words.gettext
    if not sheet.exercises:
        return ()
    headings = ("", _("done"), _("partly"), _("stopped"), _("without the computer"))
    return (
        headings,
        *(
            (
                line.title,
                _done(line.tally.extra, tally_words(words, line.tally)),
                str(line.tally.partly),
                str(line.stopped),
                str(line.tally.without_computer),
            )
            for line in sheet.exercises
        ),
    )


def _done(extra: int, counted: str) -> str:
    return f"{counted} (+{extra})" if extra and counted != str(extra) else counted


def stops_title(words: Words) -> str:
    """Return the heading of what was stopped."""
    return words.gettext("Stopped because it hurt too much")


def stop_lines(words: Words, stops: Sequence[Stop]) -> Iterator[str]:
    """Yield the latest with the patient's own words; how many came before them stands in the last line."""
    for stop in stops[-MOST_STOPS:]:
        yield _stop(words, stop)
    earlier = len(stops) - MOST_STOPS
    if earlier > 0:
        sentence = words.ngettext(
            "and {number} time before: see the table",
            "and {number} times before: see the table",
            earlier,
        )
        yield sentence.format(number=earlier)


def _stop(words: Words, stop: Stop) -> str:
    told = f"{short_date(words, stop.day)} {stop.title}"
    if not stop.words:
        return told
    quoted = shorten(stop.words, LONGEST_QUOTE, placeholder=" …")
    return words.gettext("{stopped}: “{words}”").format(stopped=told, words=quoted)


def symptom_lines(words: Words, sheet: AppointmentSheet) -> Iterator[str]:
    """Yield the answers that not everybody gives, those that were given."""
    _, symptoms = words.gettext, sheet.symptoms
    for days, text in (
        (symptoms.more_weakness, _("More weakness: {days}")),
        (symptoms.more_tingling, _("More tingling or numbness: {days}")),
        (symptoms.clearly_worse_mornings, _("Leg clearly worse in the morning: {days}")),
    ):
        if days:
            yield text.format(days=_dates(words, days))
    for (number, of), text in (
        (symptoms.woken, _("Woken by pain: {count} nights")),
        (symptoms.painkillers, _("Painkillers: {count} days")),
    ):
        if of:
            yield text.format(count=_of(words, number, of))


def _dates(words: Words, days: Sequence[date]) -> str:
    if len(days) <= MOST_SPANS_NAMED:
        return ", ".join(short_date(words, day) for day in days)
    return words.ngettext("{number} day", "{number} days", len(days)).format(number=len(days))


def review_rows(words: Words, sheet: AppointmentSheet) -> tuple[Row, ...]:
    """Return the headings with the days of the reviews, then a row for each activity and the change."""
    _, reviews = words.gettext, _first_and_latest(sheet.reviews)
    if not reviews:
        return ()
    names = dict.fromkeys(activity.text for review in reviews for activity in review.activities)
    scores = [{activity.text: activity.score for activity in review.activities} for review in reviews]
    rows = [(name, *(_score(told.get(name)) for told in scores)) for name in names]
    if names:
        rows.append(
            (_("Mean of the activities"), *(mean_words(words, review.mean_score) for review in reviews))
        )
    if any(review.change is not None for review in reviews):
        rows.append(
            (
                _("Since the beginning"),
                *(
                    NOTHING if r.change is None else global_change_word(words, r.change).lower()
                    for r in reviews
                ),
            )
        )
    return (("", *(short_date(words, review.day) for review in reviews)), *rows)


def _score(value: int | None) -> str:
    return NOTHING if value is None else str(value)


def _first_and_latest(reviews: Sequence[Review]) -> Sequence[Review]:
    if len(reviews) <= MOST_REVIEWS:
        return reviews
    return (reviews[0], *reviews[1 - MOST_REVIEWS :])


def marks_words(words: Words, sheet: AppointmentSheet) -> Iterator[str]:
    """Yield what is to be known about some of the days, each kind in a sentence of its own."""
    _, marks = words.gettext, sheet.marks
    for spans, text in (
        (marks.flares, _("Bad day: {days}")),
        (marks.pauses, _("Pause: {days}")),
        (marks.late, _("Filled in or corrected later: {days}")),
    ):
        if spans:
            yield text.format(days=_spans(words, spans))
    if marks.blank:
        sentence = words.ngettext("Not filled in: {number} day", "Not filled in: {number} days", marks.blank)
        yield sentence.format(number=marks.blank)


def _spans(words: Words, spans: Sequence[Span]) -> str:
    if len(spans) <= MOST_SPANS_NAMED:
        return ", ".join(days_words(words, span.first, span.last) for span in spans)
    days = sum((span.last - span.first).days + 1 for span in spans)
    return words.gettext("{number} days, marked in the table").format(number=days)


def about_the_sheet(words: Words) -> str:
    """Return the plain line on what the sheet is."""
    return words.gettext(
        "The patient has written the numbers. The sheet shows them without judging them; a mean of pain "
        "stands only where at least three days are filled in. Day by day: see the table."
    )


def page_words(words: Words, page: int, pages: int) -> str:
    """Return «page 1 of 3»."""
    return words.gettext("page {page} of {pages}").format(page=page, pages=pages)
