from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.store import generation
from ryg_app.adapters.store.reminders_codec import decode_book, decode_events, encode_book, encode_events
from ryg_app.domain.reminder_times import Occurrence, Topic
from ryg_app.domain.reminders import CalendarCopy, Reason, ReminderBook, ReminderEvent, ReminderState
from tests.builders import START, at
from tests.integration.store_torture import FaultyDisk, faulty, opened
from tests.reminder_strategies import reminder_books, reminder_events
from tests.strategies import days

if TYPE_CHECKING:
    from pathlib import Path

NEXT_DAY = date(2026, 11, 24)
BOOK = ReminderBook(closed_through=START, calendar=CalendarCopy("an-id", 2, ("session-1",)))


def shown(day: date = START) -> ReminderEvent:
    moment = at(f"{day} 10:00")
    return ReminderEvent(moment, Occurrence(day, Topic.SESSION), ReminderState.RAISED, Reason.ON_TIME)


def through_the_file(document: dict[str, object]) -> object:
    return generation.unpack(generation.pack({"kind": {"1": document}}))["kind"]["1"]


@given(reminder_books)
def test_what_the_patient_chose_about_reminders_comes_back_as_it_was(book: ReminderBook) -> None:
    assert decode_book(through_the_file(encode_book(book))) == book


@given(st.data())
def test_what_became_of_a_days_reminders_comes_back_as_it_was(data: st.DataObject) -> None:
    day = data.draw(days)
    events = data.draw(reminder_events(day))
    assert decode_events(through_the_file(encode_events(day, events))) == (day, events)


def test_a_new_folder_remembers_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert store.reminder_book.get() == ReminderBook()
    assert store.reminder_events.get(START) == ()
    assert store.reminder_events.between(START, NEXT_DAY) == ()
    assert list(tmp_path.iterdir()) == []


def test_choices_and_events_share_one_file_and_both_come_back(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.reminder_events.save({NEXT_DAY: (shown(NEXT_DAY),)})
    store.reminder_book.save(BOOK)
    store.reminder_events.save({START: (shown(), shown()), NEXT_DAY: (shown(NEXT_DAY),)})
    store.close()
    again = opened(tmp_path)
    assert again.reminder_book.get() == BOOK
    assert again.reminder_events.get(START) == (shown(), shown())
    assert again.reminder_events.between(START, NEXT_DAY) == (shown(), shown(), shown(NEXT_DAY))
    assert again.reminder_events.between(NEXT_DAY, NEXT_DAY) == (shown(NEXT_DAY),)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".json"] == ["reminders.json"]


def test_many_new_days_are_written_at_once(tmp_path: Path) -> None:
    counting = FaultyDisk(fails_at=0)
    days = {START + timedelta(days=n): (shown(START + timedelta(days=n)),) for n in range(80)}
    with faulty(counting):
        opened(tmp_path).reminder_events.save(days)
    assert counting.calls <= 12
    assert len(opened(tmp_path).reminder_events.between(START, START + timedelta(days=90))) == 80


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json"])
def test_a_damaged_file_is_begun_anew_because_reminders_can_be_worked_out_again(
    tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "reminders.json").write_bytes(damage)
    store = opened(tmp_path)
    assert store.reminder_book.get() == ReminderBook()
    assert store.recovered == ("reminders.json",)
