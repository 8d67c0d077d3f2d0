"""The short run of ``make fuzz``: damaged files of every kind are read or refused, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.fuzz.files import WORST, files, good_files, read_either_way


@given(files)
@settings(max_examples=400)
def test_a_damaged_file_is_taken_or_refused_by_name(data: bytes) -> None:
    read_either_way(data)


@pytest.mark.parametrize("data", good_files, ids=["plan", "plan with pictures", "log"])
def test_the_files_that_are_damaged_are_good_ones(data: bytes) -> None:
    assert read_either_way(data)


@pytest.mark.parametrize("name", WORST)
def test_a_file_made_to_be_slow_is_refused(name: str) -> None:
    assert not read_either_way(WORST[name]())
