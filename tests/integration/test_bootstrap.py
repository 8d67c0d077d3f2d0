from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ryg_app import bootstrap
from ryg_app.bootstrap import assets_folder, default_folder, open_app, open_tools
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.errors import FolderInUseError, FolderUnusableError, NotSavedError
from tests import builders
from tests.fakes import FakeClock
from tests.plans import ASSETS, EXAMPLE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "patient"


def opened(folder: Path, *, writing: bool) -> App:
    return open_app(folder, writing=writing, clock=FakeClock())


def live_a_day(app: App) -> None:
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    app.planning.note_appointment(Appointment(builders.at("2026-12-17 10:15"), "The clinic"))
    app.today.done_without_computer(app.today.view().sessions[0].session)
    app.today.answer(Answers(3, 5, LegExtent.CALF, (15,), "Slept well"))
    app.settings.save(replace(app.settings.get(), language="en", text_percent=150))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_everything_written_is_there_when_the_folder_is_opened_again(folder: Path) -> None:
    with closing(opened(folder, writing=True)) as app:
        live_a_day(app)
        stood = (app.today.view(), app.course.record(), app.settings.get(), app.exporting.extract("da"))
    with closing(opened(folder, writing=False)) as app:
        assert (
            app.today.view(),
            app.course.record(),
            app.settings.get(),
            app.exporting.extract("da"),
        ) == stood
        assert app.recovered() == ()


def test_a_second_writer_is_refused_until_the_first_is_gone(folder: Path) -> None:
    with closing(opened(folder, writing=True)):
        code = (
            "import sys; from pathlib import Path; from ryg_app.bootstrap import open_app\n"
            "from ryg_app.domain.errors import FolderInUseError\n"
            "try: open_app(Path(sys.argv[1]), writing=True)\n"
            "except FolderInUseError: sys.exit(7)"
        )
        assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 7
        with pytest.raises(FolderInUseError):
            opened(folder, writing=True)
    opened(folder, writing=True).close()


def test_a_reader_may_look_while_somebody_writes(folder: Path) -> None:
    with closing(opened(folder, writing=True)) as writer:
        live_a_day(writer)
        with closing(opened(folder, writing=False)) as reader:
            assert reader.today.view().log == writer.today.view().log


def test_a_reader_changes_nothing(folder: Path) -> None:
    with closing(opened(folder, writing=True)) as app:
        live_a_day(app)
    before = contents(folder)
    with closing(opened(folder, writing=False)) as app:
        app.today.view()
        app.exporting.extract("en")
        app.settings.health()
        for attempt in (
            lambda: app.today.walked(5),
            app.planning.mark_flare,
            lambda: app.settings.save(app.settings.get()),
        ):
            with pytest.raises(NotSavedError):
                attempt()
    assert contents(folder) == before


def test_a_reader_does_not_even_make_the_folder(folder: Path) -> None:
    with closing(opened(folder, writing=False)) as app:
        assert app.today.view().plan is None
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderUnusableError):
        opened(tmp_path / "file" / "patient", writing=True)


def test_an_opening_that_fails_halfway_lets_go_of_the_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise RuntimeError("no store")

    with monkeypatch.context() as patched:
        patched.setattr(bootstrap, "_put_together", broken)
        with pytest.raises(RuntimeError):
            opened(folder, writing=True)
    opened(folder, writing=True).close()


def test_a_damaged_file_is_opened_from_its_previous_generation_and_told(folder: Path) -> None:
    with closing(opened(folder, writing=True)) as app:
        app.today.answer(Answers(back=3))
        app.today.answer(Answers(back=4))
    (folder / "log-2026.json").write_bytes(b"\0" * 100)
    with closing(opened(folder, writing=True)) as app:
        assert app.today.view().log.answers == Answers(back=3)
        assert app.recovered() == ("log-2026.json",)


def test_everything_can_be_deleted(folder: Path) -> None:
    app = opened(folder, writing=True)
    live_a_day(app)
    app.settings.erase()
    app.close()
    assert not folder.exists()


def test_plan_files_can_be_looked_at_without_a_data_folder() -> None:
    tools = open_tools(clock=FakeClock())
    assert tools.plan_files.read(EXAMPLE_FILE).plan == builders.plan()
    assert set(tools.templates) == {"disc", "stenosis", "general"}


def test_what_the_program_brings_along_is_found() -> None:
    assert assets_folder().resolve() == ASSETS.resolve()
    assert default_folder().name == "RygApp"
