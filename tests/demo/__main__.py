"""``python -m tests.demo FOLDER``: run the program through, and leave pictures and a report."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ryg_app.adapters.clock import SystemClock
from ryg_app.bootstrap import open_app
from ryg_app.main import main as ryg_app
from ryg_app.ui.application import start_qt
from tests.demo.album import Album
from tests.demo.journey import Journey
from tests.fakes import FakeClock
from tests.plans import EXAMPLE_FILE

REPORT, HANDOUT, LOG = "report.pdf", "exercises.pdf", "diary.ryglog"
TABLES = ("diary.csv", "diary.xlsx")


def main(out: Path) -> int:
    """Run through everything; return an exit code."""
    shutil.rmtree(out, ignore_errors=True)
    data, pictures, clock = out / "data", out / "pictures", FakeClock(_twelve_weeks_ago())
    album = Album(pictures)
    with closing(open_app(data, writing=True, clock=clock)) as app:
        journey = Journey(start_qt(), app, clock, album)
        journey.first_start()
        journey.session()
        journey.twelve_weeks()
        journey.physiotherapist()
        journey.every_page()
        journey.end()
    for command in _commands(out):
        if code := ryg_app(["--data-dir", str(data), "--language", "da", *command]):
            return code
    for sheet in (REPORT, HANDOUT):
        album.take_pages(out / sheet)
    (out / "report.md").write_text(album.report(_report()), encoding="utf-8")
    return 0


def _twelve_weeks_ago() -> datetime:
    """Return a Monday morning so long ago that all of the course lies behind the commands run at the end."""
    today = SystemClock().now().date()
    return datetime.combine(today - timedelta(weeks=12, days=today.weekday()), time(9))


def _commands(out: Path) -> list[list[str]]:
    taken_out = (REPORT, *TABLES, LOG)
    return [
        *(["export", str(out / name)] for name in taken_out),
        ["plan", "handout", str(EXAMPLE_FILE), str(out / HANDOUT)],
    ]


def _report() -> list[str]:
    return [
        "- First start, a plan file in, a whole session at high speed, twelve weeks of diary.",
        f"- On paper: [the report for the appointment]({REPORT}), [the exercise sheet]({HANDOUT}).",
        f"- The diary taken out: {', '.join(f'[{name}]({name})' for name in (*TABLES, LOG))}.",
        "- The data folder as it was left: [data](data).",
    ]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo")))
