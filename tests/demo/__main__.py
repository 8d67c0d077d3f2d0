"""``python -m tests.demo FOLDER``: run the program through, and leave pictures and a report."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ryg_app.bootstrap import open_app
from ryg_app.main import main as ryg_app
from ryg_app.ui.application import start_qt
from tests.demo.album import Album
from tests.demo.journey import Journey
from tests.fakes import FakeClock


def main(out: Path) -> int:
    """Run through everything; return an exit code."""
    shutil.rmtree(out, ignore_errors=True)
    data, pictures, clock = out / "data", out / "pictures", FakeClock()
    album = Album(pictures)
    with closing(open_app(data, writing=True, clock=clock)) as app:
        journey = Journey(start_qt(), app, clock, album)
        journey.first_start()
        journey.session()
        journey.twelve_weeks()
        journey.physiotherapist()
        journey.every_page()
        journey.end()
    exports = [out / "diary.csv", out / "diary.ryglog"]
    for export in exports:
        if code := ryg_app(["--data-dir", str(data), "export", str(export)]):
            return code
    (out / "report.md").write_text(album.report(_report(out)), encoding="utf-8")
    return 0


def _report(out: Path) -> list[str]:
    rows = (out / "diary.csv").read_text(encoding="utf-8-sig").count("\n") - 1
    return [
        "- First start, a plan file in, a whole session at high speed, twelve weeks of diary.",
        f"- The diary taken out: [diary.csv](diary.csv), {rows} rows; [diary.ryglog](diary.ryglog).",
        "- The data folder as it was left: [data](data).",
    ]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo")))
