"""``export OUT.ics``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import icalendar

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App
    from tests.command_line import CommandLine


def test_the_reminders_come_out_in_the_users_language_and_each_edition_replaces_the_last(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    ryg_app("plan", "use", plan_file)
    first = ryg_app("export", tmp_path / "one.ics", language="da")
    assert (first.code, first.out) == (0, f"Lavet: {tmp_path / 'one.ics'}\n")
    assert ryg_app("export", tmp_path / "two.ics").code == 0
    one, two = (
        icalendar.Calendar.from_ical((tmp_path / name).read_bytes()).events for name in ("one.ics", "two.ics")
    )
    assert [event["UID"] for event in one] == [event["UID"] for event in two]
    (earlier,), (later,) = ({int(str(event["SEQUENCE"])) for event in edition} for edition in (one, two))
    assert later > earlier
    assert "Tid til øvelser" in {event["SUMMARY"] for event in one}
    assert "Time for exercises" in {event["SUMMARY"] for event in two}


def test_without_a_plan_a_sentence_says_so(ryg_app: CommandLine, tmp_path: Path) -> None:
    result = ryg_app("export", tmp_path / "out.ics")
    assert (result.code, result.out) == (1, "")
    assert "no reminders to come" in result.err
    assert not (tmp_path / "out.ics").exists()


def test_days_make_no_sense_for_a_calendar(ryg_app: CommandLine, tmp_path: Path) -> None:
    assert ryg_app("export", tmp_path / "out.ics", "--from", "2026-12-01").code == 2


def test_while_the_window_is_open_the_command_says_so(
    ryg_app: CommandLine, window: App, tmp_path: Path
) -> None:
    result = ryg_app("export", tmp_path / "out.ics")
    assert (result.code, result.out) == (1, "")
    assert "open" in result.err
    assert window.reminders.plan.next() is None
