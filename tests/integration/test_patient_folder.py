from __future__ import annotations

import os
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters import patient_folder
from ryg_app.adapters.patient_folder import own_program, plan_beside, write_patient_folder
from ryg_app.domain.errors import FileExistsAlreadyError, NotSavedError

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {"START.html": b"<p>", "plan.rygplan": b"{}"}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program as it is built: a folder with something to run, a library and a link."""
    folder = tmp_path / "built" / "RygApp"
    (folder / "lib" / "empty").mkdir(parents=True)
    (folder / "ryg-app").write_bytes(b"run me")
    (folder / "ryg-app").chmod(0o755)
    (folder / "lib" / "big.so").write_bytes(bytes(range(256)) * 9000)
    (folder / "lib" / "link.so").symlink_to("big.so")
    (folder / "another.rygplan").write_bytes(b"somebody else's")
    return folder


def make(target: Path, *programs: Path) -> list[float]:
    return list(write_patient_folder(target, TEXTS, programs))


def test_the_folder_holds_texts_and_the_program_as_it_is(program: Path, tmp_path: Path) -> None:
    shares = make(tmp_path / "out", program)
    out = tmp_path / "out"
    assert sorted(path.name for path in out.iterdir()) == ["RygApp", "START.html", "plan.rygplan"]
    assert (out / "RygApp" / "lib" / "big.so").read_bytes() == (program / "lib" / "big.so").read_bytes()
    assert os.access(out / "RygApp" / "ryg-app", os.X_OK)
    assert (out / "RygApp" / "lib" / "link.so").readlink() == program.__class__("big.so")
    assert not (out / "RygApp" / "another.rygplan").exists()
    assert shares == sorted(shares)
    assert 0.99 < shares[-1] <= 1


def test_a_zip_file_holds_the_same_under_one_folder(program: Path, tmp_path: Path) -> None:
    make(tmp_path / "RygApp til dig.zip", program)
    with zipfile.ZipFile(tmp_path / "RygApp til dig.zip") as archive:
        assert archive.testzip() is None
        names = {entry.filename.removeprefix("RygApp til dig/"): entry for entry in archive.infolist()}
        assert set(names) == {
            "START.html",
            "plan.rygplan",
            "RygApp/ryg-app",
            "RygApp/lib/big.so",
            "RygApp/lib/link.so",
        }
        assert names["RygApp/ryg-app"].external_attr >> 16 & 0o111
        assert stat.S_ISLNK(names["RygApp/lib/link.so"].external_attr >> 16)
        assert archive.read(names["RygApp/lib/link.so"]) == b"big.so"


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_what_exists_is_left_alone(program: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(FileExistsAlreadyError):
        make(tmp_path / name, program)
    assert (tmp_path / name).read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_stopped_half_way_nothing_is_left(program: Path, tmp_path: Path, name: str) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    making = write_patient_folder(place / name, TEXTS, [program])
    for _ in range(3):
        next(making)
    making.close()
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_program_that_cannot_be_read_leaves_nothing_behind(
    program: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(_piece: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(patient_folder._Copy, "chunks", break_off)
    place = tmp_path / "usb"
    place.mkdir()
    with pytest.raises(NotSavedError):
        make(place / name, program)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_without_a_folder_to_be_in_it_is_not_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSavedError):
        make(tmp_path / "nowhere" / name)


def test_the_program_that_runs_is_copied_only_if_it_is_a_built_one(tmp_path: Path) -> None:
    assert own_program() is None
    assert own_program(tmp_path / "RygApp" / "ryg-app.exe") == tmp_path / "RygApp"
    inside = tmp_path / "RygApp.app" / "Contents" / "MacOS" / "ryg-app"
    assert own_program(inside) == tmp_path / "RygApp.app"


def test_the_plan_beside_the_program_is_found(tmp_path: Path) -> None:
    program = tmp_path / "for you" / "RygApp"
    program.mkdir(parents=True)
    assert plan_beside(program) is None
    plan = tmp_path / "for you" / "plan.rygplan"
    plan.touch()
    assert plan_beside(program) == plan
    (tmp_path / "for you" / "another.rygplan").touch()
    assert plan_beside(program) is None
