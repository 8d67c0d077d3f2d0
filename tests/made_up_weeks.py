"""Weeks of a made-up patient, kept through the program's own use cases; the same every time."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from ryg_app.application.guided_session import SessionState
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers, LegExtent
from tests.fakes import COPENHAGEN
from tests.made_up_answers import QUESTIONS, made_up_review, with_rarer_answers

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.app import App
    from ryg_app.application.guided_session import GuidedSession
    from tests.fakes import FakeClock

FURTHEST_STEP_S = 1.9
LEG_AT_FIRST, BACK_AT_FIRST = 6.5, 5.0
EASES_PER_DAY = 0.05
ASKS_EVERY_DAYS, STRIKES_OUT_EVERY_DAYS = 8, 20
FLARE_DAY, PAUSE_DAYS, SKIPPED_SHARE = 17, (31, 33), 0.12


def keep_weeks(app: App, clock: FakeClock, first: date, days: int, seed: int = 7) -> None:
    """Live through that many days: sessions, walks, pain, a bad day, a pause, days left out."""
    rng = random.Random(seed)  # noqa: S311 - made-up data, not a secret
    for number in range(days):
        day = first + timedelta(days=number)
        _morning(app, clock, day, number)
        if rng.random() >= SKIPPED_SHARE:
            _exercise(app, clock, rng)
        if rng.random() >= SKIPPED_SHARE:
            clock.set(datetime.combine(day, time(20, 40), COPENHAGEN))
            app.today.answer(_answers(number, rng))
            _now_and_then(app, day, number)


def _morning(app: App, clock: FakeClock, day: date, number: int) -> None:
    clock.set(datetime.combine(day, time(10, 2), COPENHAGEN))
    offer = app.today.view().offer
    if offer is not None:
        app.planning.answer_phase(offer.phase, accepted=True)
    if number == FLARE_DAY:
        app.planning.mark_flare()
    if number == PAUSE_DAYS[0]:
        app.planning.pause(day, day + timedelta(days=PAUSE_DAYS[1] - PAUSE_DAYS[0]))
    if number % 21 == 0:
        visit = datetime.combine(day + timedelta(days=10), time(10, 15), COPENHAGEN)
        app.planning.note_appointment(Appointment(visit))


def _now_and_then(app: App, day: date, number: int) -> None:
    week = app.reviews.week_of(day)
    if week is not None and week.review is None:
        review = made_up_review(app.clock.now(), len(app.course.record().reviews))
        app.reviews.answer(week, review.activities, review.change)
    if number % ASKS_EVERY_DAYS == ASKS_EVERY_DAYS - 1:
        app.questions.ask(QUESTIONS[number // ASKS_EVERY_DAYS % len(QUESTIONS)])
    if number % STRIKES_OUT_EVERY_DAYS == STRIKES_OUT_EVERY_DAYS - 1:
        for question in app.course.record().open_questions()[:1]:
            app.questions.strike_out(question)


def _exercise(app: App, clock: FakeClock, rng: random.Random) -> None:
    while (card := app.today.view().next_session) is not None:
        if rng.random() < SKIPPED_SHARE:
            app.today.done_without_computer(card.session)
            continue
        guided = app.sessions.start(card.session)
        run_through(guided, clock)
        record = app.sessions.end(guided)
        if record is not None and rng.random() < 0.8:
            app.sessions.answer(record, rng.randint(0, 6), {})


def run_through(guided: GuidedSession, clock: FakeClock) -> None:
    """Let a session run from where it is to its end, ready at once wherever it waits."""
    guided.resume()
    while guided.state is not SessionState.OVER:
        clock.advance(FURTHEST_STEP_S)
        if guided.tick().waiting:
            guided.ready()


def _answers(number: int, rng: random.Random) -> Answers:
    leg = _pain(LEG_AT_FIRST - EASES_PER_DAY * number, rng)
    back = _pain(BACK_AT_FIRST - EASES_PER_DAY / 2 * number, rng)
    extents = list(LegExtent)
    extent = extents[min(len(extents) - 1, leg)] if leg else LegExtent.NONE
    note = "Lang køretur i går. Hellere stå end sidde." if number % 9 == 4 else ""
    walked = rng.choice((10, 15, 20, 30))
    return with_rarer_answers(Answers(back, leg, extent, (walked,), note), number)


def _pain(about: float, rng: random.Random) -> int:
    return max(0, min(10, round(about + rng.uniform(-1.5, 1.5))))
