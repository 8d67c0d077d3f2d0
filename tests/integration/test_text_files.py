from __future__ import annotations

import errno
import os
import threading
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.text_files import TextFiles
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from tests.integration.store_torture import FaultyDisk, PowerCutError, faulty

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_and_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "udtræk.csv"
    for data in (b"et langt indhold", b"kort"):
        TextFiles().write(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_others_may_read_it_as_they_may_any_file(tmp_path: Path) -> None:
    (tmp_path / "ordinary").touch()
    TextFiles().write(tmp_path / "ours", b"x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


@pytest.mark.parametrize("nth", [1, 2, 3, 4])
def test_a_refused_file_leaves_the_one_before_and_nothing_else(tmp_path: Path, nth: int) -> None:
    path = tmp_path / "udtræk.csv"
    path.write_bytes(b"before")
    with faulty(FaultyDisk(fails_at=nth, fails_with=errno.ENOSPC)), pytest.raises(NotSavedError) as caught:
        TextFiles().write(path, b"after")
    assert (caught.value.file_name, caught.value.reason) == ("udtræk.csv", NotSavedReason.FULL)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("nth", range(1, 8))
def test_a_power_cut_leaves_the_file_before_or_the_file_after(tmp_path: Path, nth: int) -> None:
    path = tmp_path / "udtræk.csv"
    path.write_bytes(b"before")
    try:
        with faulty(FaultyDisk(fails_at=nth, fails_with=None)):
            TextFiles().write(path, b"after")
    except PowerCutError:
        pass
    assert path.read_bytes() in (b"before", b"after")


def test_a_folder_that_is_not_there_or_is_in_the_way_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "file.csv", tmp_path):
        with pytest.raises(NotSavedError):
            TextFiles().write(path, b"x")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".csv")
    TextFiles().write(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    TextFiles().write(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"x"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    received = list[bytes]()
    reader = threading.Thread(target=lambda: received.append(path.read_bytes()))
    reader.start()
    TextFiles().write(path, b"through")
    reader.join()
    assert received == [b"through"]
    assert path.is_fifo()
