"""From a patient's data folder, by way of a log file, to what the physiotherapist sees."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from ryg_app.application.progress_view import Period
from ryg_app.bootstrap import open_app, open_log
from ryg_app.clinic_bootstrap import open_clinic
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.errors import DamagedFileError, FileRefusedError, NotSavedError
from ryg_app.domain.exercise import Sides
from ryg_app.domain.plan_draft.edits import name_side, set_dose
from tests import builders, logs
from tests.fakes import FakeClock
from tests.integration.test_log_file_reading import extracts
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.domain.extract import LogExtract

START, LAST = date(2026, 11, 23), date(2026, 12, 7)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(builders.at("2026-11-23 09:00"))


@pytest.fixture
def patient(tmp_path: Path, clock: FakeClock) -> App:
    """Fifteen days of a course, the last of them today."""
    app = open_app(tmp_path / "patient", writing=True, clock=clock)
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    for number in range(14):
        clock.advance(24 * 3600)
        if number % 3:
            app.today.done_without_computer(app.today.view().sessions[0].session)
        app.today.answer(Answers(back=3, leg=number % 8, leg_extent=LegExtent.CALF, note=f"Day {number}"))
    app.planning.note_appointment(Appointment(builders.at("2026-12-17 10:15"), "The clinic"))
    return app


def sent(app: App, path: Path, first: date | None = None, last: date | None = None) -> Path:
    return app.exporting.write_log(app.exporting.extract("da", first, last), path)


def test_the_physiotherapist_sees_the_pages_the_patient_saw(
    patient: App, clock: FakeClock, tmp_path: Path
) -> None:
    path = sent(patient, tmp_path / "patient.ryglog")
    later = FakeClock(builders.at("2026-12-31 15:00"))
    with closing(patient), closing(open_log(path, clock=later)) as opened:
        for period in Period:
            assert opened.progress.view(period, "da") == patient.progress.view(period, "da")
        for day in (START, date(2026, 12, 1), LAST):
            assert opened.diary.view(day) == patient.diary.view(day)
        assert opened.course.record() == patient.course.record()
        assert opened.course.plan() == patient.course.plan()
        assert opened.clock.now() == clock.now()
        stood = patient.exporting.extract("da")
        assert replace(opened.exporting.extract("da"), plans=stood.plans) == stood


def test_the_log_says_what_it_is(patient: App, clock: FakeClock, tmp_path: Path) -> None:
    with closing(patient):
        path = sent(patient, tmp_path / "patient.ryglog")
    log = open_log(path, clock=clock).log
    assert log is not None
    assert (log.file_name, log.made, log.first, log.last) == ("patient.ryglog", clock.now(), START, LAST)


def test_nothing_can_be_saved_in_a_log_and_nothing_is_written(
    patient: App, clock: FakeClock, tmp_path: Path
) -> None:
    (tmp_path / "log").mkdir()
    with closing(patient):
        path = sent(patient, tmp_path / "log" / "patient.ryglog")
    stood = path.read_bytes()
    opened = open_log(path, clock=clock)
    saves = (
        lambda: opened.diary.save(LAST, Answers(back=9)),
        lambda: opened.today.answer(Answers(back=9)),
        lambda: opened.planning.adopt(builders.plan_file(revision=2)),
        lambda: opened.planning.pause(LAST, LAST),
        lambda: opened.settings.save(replace(opened.settings.get(), language="en")),
    )
    for save in saves:
        with pytest.raises(NotSavedError):
            save()
    opened.close()
    assert [kept.name for kept in path.parent.iterdir()] == ["patient.ryglog"]
    assert path.read_bytes() == stood
    assert not opened.settings.folder().exists()


def test_a_log_of_a_period_ends_with_its_last_day(patient: App, clock: FakeClock, tmp_path: Path) -> None:
    with closing(patient):
        path = sent(patient, tmp_path / "two.ryglog", START, date(2026, 11, 30))
    opened = open_log(path, clock=clock)
    assert opened.course.today() == date(2026, 11, 30)
    assert opened.clock.now() == builders.at("2026-12-01 02:59").replace(second=59, microsecond=999999)


def test_a_day_of_summer_ends_at_three_in_the_morning_of_that_summer(tmp_path: Path) -> None:
    document = logs.example()
    document["course"]["adoptions"][0] |= {"at": "2026-06-02T03:30:00+02:00", "start": "2026-06-02"}
    document["first_day"] = "2026-06-01"
    path = tmp_path / "summer.ryglog"
    path.write_bytes(logs.as_bytes(document))
    home = open_log(path, clock=FakeClock())
    assert home.course.owed(date(2026, 6, 1)) is None
    assert home.course.owed(date(2026, 6, 2)) is not None


def test_a_day_whose_answers_were_taken_back_is_read_as_one_that_holds_nothing(
    patient: App, clock: FakeClock, tmp_path: Path
) -> None:
    with closing(patient):
        patient.diary.save(date(2026, 11, 25), Answers())
        path = sent(patient, tmp_path / "patient.ryglog")
        opened = open_log(path, clock=clock)
        assert opened.diary.marks(START, LAST) == patient.diary.marks(START, LAST)
        assert opened.diary.view(date(2026, 11, 25)) == patient.diary.view(date(2026, 11, 25))


def test_a_plan_the_patient_had_lost_is_missed_only_where_it_is_asked_for(tmp_path: Path) -> None:
    document = logs.example() | {"plans": []}
    path = tmp_path / "patient.ryglog"
    path.write_bytes(logs.as_bytes(document))
    opened = open_log(path, clock=FakeClock())
    assert len(opened.progress.view(Period.COURSE, "da").days) > 0
    with pytest.raises(DamagedFileError):
        opened.course.plan()


def test_a_plan_file_is_no_log() -> None:
    with pytest.raises(FileRefusedError):
        open_log(EXAMPLE_FILE)


def test_round_trip_from_clinic_to_patient_and_back_again(tmp_path: Path, clock: FakeClock) -> None:
    clinic, handed_out = open_clinic(tmp_path / "clinic", clock=clock), tmp_path / "first.rygplan"
    making = clinic.plans
    first = making.save(name_side(making.new("disc", "da"), Sides.LEFT), handed_out).base
    assert first is not None
    with closing(clinic), closing(open_app(tmp_path / "patient", writing=True, clock=clock)) as app:
        app.planning.adopt(app.planning.preview(handed_out).plan_file)
        for number in range(10):
            for card in app.today.view().sessions[: 1 + number % 2]:
                app.today.done_without_computer(card.session)
            app.today.answer(Answers(back=4, leg=number % 5, walks=(10,)))
            clock.advance(24 * 3600)
        before = app.progress.view(Period.COURSE, "da").days
        came_back = sent(app, tmp_path / "patient.ryglog")

        with closing(open_log(came_back, clock=clock)) as opened:
            assert opened.course.plan() == first
            assert opened.progress.view(Period.COURSE, "da").days == before
            draft = making.edition_after(opened.course.plan_file(first.plan_id, first.revision))
        for entry_id, dose in first.phases[0].doses.items():
            draft = set_dose(draft, 0, entry_id, replace(dose, sessions_per_day=1))
        second = making.save(draft, tmp_path / "second.rygplan").base
        assert second is not None
        assert (second.plan_id, second.revision) == (first.plan_id, 2)

        app.planning.adopt(app.planning.preview(tmp_path / "second.rygplan").plan_file)
        after = app.progress.view(Period.COURSE, "da").days
        today = app.course.today()
        assert [day for day in after if day.day < today] == [day for day in before if day.day < today]
        assert len([day for day in after if day.day < today]) == 10
        assert len(app.today.view().sessions) == 1
        assert app.course.record().adoptions[-1].start == app.course.record().adoptions[0].start
        sent(app, tmp_path / "again.ryglog")
    with closing(open_log(tmp_path / "again.ryglog", clock=clock)) as again:
        assert [day for day in again.progress.view(Period.COURSE, "da").days if day.day < today] == [
            day for day in before if day.day < today
        ]
        assert again.course.plan() == second


@given(extracts())
@settings(max_examples=8)
def test_any_log_that_is_taken_can_be_shown(extract: LogExtract) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "patient.ryglog"
        path.write_bytes(logs.LOGS.compose(extract))
        opened = open_log(path, clock=FakeClock())
    today = opened.course.today()
    for period in Period:
        assert opened.progress.view(period, "da").today == today
    assert opened.diary.view(today).day == today
    assert opened.exporting.extract("da").last == today
    opened.appointment.sheet(opened.appointment.period(), "da")
