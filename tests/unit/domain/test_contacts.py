from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.contacts import ContactNumber, Contacts, Region
from ryg_app.domain.exercise import Text

CHECKED = date(2026, 11, 22)
LAST_DAY = date(2026, 12, 31)


def number(
    name: str, region: str, valid_from: date | None = None, valid_until: date | None = None
) -> ContactNumber:
    text = Text(name, name)
    return ContactNumber(name, name, text, region, text, valid_from, valid_until, "", CHECKED)


def contacts(*numbers: ContactNumber) -> Contacts:
    regions = tuple(Region(name, Text(name, name)) for name in ("east", "west"))
    return Contacts(CHECKED, 12, numbers, regions)


EMERGENCY = number("112", "all")
EAST = number("1813", "east", valid_until=LAST_DAY)
NEW_EAST = number("1800", "east", valid_from=LAST_DAY + timedelta(days=1))
WEST = number("7011", "west")


def test_a_region_sees_its_own_number_and_the_one_for_everybody() -> None:
    assert contacts(EMERGENCY, EAST, WEST).numbers_for("west", CHECKED) == (EMERGENCY, WEST)


@pytest.mark.parametrize("region", [None, "atlantis", "all"])
def test_without_a_known_region_every_number_is_shown(region: str | None) -> None:
    assert contacts(EMERGENCY, EAST, WEST).numbers_for(region, CHECKED) == (EMERGENCY, EAST, WEST)


def test_a_number_that_is_to_come_is_not_shown_yet() -> None:
    assert contacts(EAST, NEW_EAST).numbers_for("east", LAST_DAY) == (EAST,)


def test_a_new_number_replaces_the_old_one_on_its_first_day() -> None:
    assert contacts(EAST, NEW_EAST).numbers_for("east", LAST_DAY + timedelta(days=1)) == (NEW_EAST,)


def test_an_old_number_without_a_new_one_is_shown_but_not_known_good() -> None:
    after = LAST_DAY + timedelta(days=1)
    assert contacts(EMERGENCY, EAST, WEST).numbers_for("east", after) == (EMERGENCY, EAST)
    assert not EAST.is_known_good(after)
    assert EAST.is_known_good(LAST_DAY)


def test_numbers_are_outdated_the_day_after_one_of_them_ran_out() -> None:
    assert not contacts(EAST, WEST).outdated(LAST_DAY)
    assert contacts(EAST, WEST).outdated(LAST_DAY + timedelta(days=1))


def test_numbers_are_outdated_when_twelve_months_have_passed() -> None:
    assert not contacts(WEST).outdated(date(2027, 11, 22))
    assert contacts(WEST).outdated(date(2027, 11, 23))


def test_a_month_that_is_shorter_ends_on_its_last_day() -> None:
    looked_up = Contacts(date(2026, 8, 31), 6, (), ())
    assert not looked_up.outdated(date(2027, 2, 28))
    assert looked_up.outdated(date(2027, 3, 1))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(["east", "west", None]))
def test_the_emergency_number_is_always_there(today: date, region: str | None) -> None:
    assert EMERGENCY in contacts(EMERGENCY, EAST, NEW_EAST, WEST).numbers_for(region, today)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_no_region_is_ever_left_without_a_number(today: date) -> None:
    assert contacts(EAST, NEW_EAST).numbers_for("east", today)
