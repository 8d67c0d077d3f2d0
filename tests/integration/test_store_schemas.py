"""What an earlier version of the program has written is still there, in the shape of today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from ryg_app.adapters.store import generation, open_store
from ryg_app.adapters.store.migrations import schema_of
from ryg_app.adapters.store.schemas import MIGRATIONS
from ryg_app.domain.course import Pause
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.preferences import WhenClosed
from ryg_app.domain.session import Ending, ExerciseDone
from tests.integration.store_torture import no_plans, opened, snapshot

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)
FIRST_DAY: dict[str, Any] = {
    "day": "2026-11-23",
    "answers": {"back": 3, "leg": 10, "leg_extent": "calf", "walked_minutes": 20, "note": "Øm."},
    "sessions": [],
    "recorded": "2026-11-23T20:00:00+01:00",
    "changed": None,
}
FIRST_COURSE: dict[str, Any] = {
    "adoptions": [],
    "phase_answers": [],
    "side_answers": [],
    "flares": [],
    "pauses": [{"first": "2026-12-01", "last": "2026-12-02"}],
    "appointments": [],
}


def write_first(path: Path, kind: str, documents: dict[str, dict[str, Any]]) -> bytes:
    raw = generation.pack({"_meta": {"1": {"schema": 1}}, kind: documents})
    path.write_bytes(raw)
    return raw


@pytest.mark.parametrize(("walked", "walks"), [(20, (20,)), (0, (0,)), (None, ())])
def test_a_day_of_the_first_schema_keeps_its_walking_and_says_nothing_more(
    tmp_path: Path, walked: int | None, walks: tuple[int, ...]
) -> None:
    day = FIRST_DAY | {"answers": FIRST_DAY["answers"] | {"walked_minutes": walked}}
    write_first(tmp_path / "log-2026.json", "days", {str(DAY.toordinal()): day})
    kept = opened(tmp_path).days.get(DAY)
    assert kept.answers == Answers(3, 10, LegExtent.CALF, walks, "Øm.")


def test_an_exercise_of_the_second_schema_has_no_words_yet(tmp_path: Path) -> None:
    session = {
        "session_id": "s",
        "number": 1,
        "started": "2026-11-23T09:00:00+01:00",
        "ended": "2026-11-23T09:10:00+01:00",
        "plan_id": "p",
        "revision": 1,
        "without_computer": False,
        "exercises": [{"entry_id": "tilt", "repetitions": 2, "planned": 5, "ending": "too_painful"}],
        "worst_leg_pain": None,
    }
    day = FIRST_DAY | {"sessions": [session]}
    write_first(tmp_path / "log-2026.json", "days", {str(DAY.toordinal()): day})
    (kept,) = opened(tmp_path).days.get(DAY).sessions
    assert kept.exercises == (ExerciseDone("tilt", 2, 5, Ending.TOO_PAINFUL),)


def test_a_course_of_the_first_schema_has_no_questions_and_no_reviews(tmp_path: Path) -> None:
    write_first(tmp_path / "course.json", "course", {"1": FIRST_COURSE})
    record = opened(tmp_path).course.get()
    assert record.pauses == (Pause(date(2026, 12, 1), date(2026, 12, 2)),)
    assert (record.questions, record.reviews) == ((), ())


def test_the_file_of_the_first_schema_is_among_the_backups_as_it_was(tmp_path: Path) -> None:
    raw = write_first(tmp_path / "log-2026.json", "days", {str(DAY.toordinal()): FIRST_DAY})
    opened(tmp_path).days.get(DAY)
    assert (tmp_path / "backups" / "log-2026-schema-1.json").read_bytes() == raw
    assert schema_of(generation.read(tmp_path / "log-2026.json")) == MIGRATIONS["days"].newest


def test_a_reader_of_the_first_schema_changes_nothing(tmp_path: Path) -> None:
    write_first(tmp_path / "log-2026.json", "days", {str(DAY.toordinal()): FIRST_DAY})
    before = snapshot(tmp_path)
    assert open_store(tmp_path, no_plans, read_only=True).days.get(DAY).answers.walked_minutes == 20
    assert snapshot(tmp_path) == before


def test_a_file_without_a_document_comes_through_every_step() -> None:
    for kind, migrations in MIGRATIONS.items():
        upgraded = migrations.apply({"_meta": {"1": {"schema": 1}}}, f"{kind}.json")
        assert schema_of(upgraded) == migrations.newest


FIRST_PREFERENCES: dict[str, Any] = {
    "language": "en",
    "color_scheme": "dark",
    "text_percent": 150,
    "tones": True,
    "volume_percent": 40,
    "voice": "off",
    "voice_volume_percent": 70,
    "reduced_motion": False,
    "get_down_s": 60,
    "region": None,
    "welcomed": True,
    "big_view_scale_percent": 100,
    "big_view_rotation": 0,
}


def test_preferences_of_the_first_schema_stand_and_the_new_ones_are_unasked(tmp_path: Path) -> None:
    write_first(tmp_path / "settings.json", "settings", {"1": FIRST_PREFERENCES})
    kept = opened(tmp_path).preferences.get()
    assert (kept.language, kept.text_percent, kept.welcomed) == ("en", 150, True)
    assert kept.when_closed is WhenClosed.NOT_SAID
    unasked = (kept.told_of_tray, kept.asked_about_autostart, kept.notifications_say_what)
    assert unasked == (False, False, False)
