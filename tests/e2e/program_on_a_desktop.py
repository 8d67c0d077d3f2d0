"""The program with its window hidden, at ten in the morning: `python program_on_a_desktop.py FOLDER`.

Says on standard output when a session opens, and lets half an hour go by when it is told «later».
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from ryg_app.bootstrap import open_app
from ryg_app.ui.application import make_window, start_qt
from tests import builders
from tests.fakes import FakeClock
from tests.plans import EXAMPLE_FILE


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(folder: Path) -> int:
    qt = start_qt()
    clock = FakeClock(builders.at("2026-11-23 09:00"))
    app = open_app(folder, writing=True, clock=clock)
    chosen = replace(app.settings.get(), welcomed=True, language="en", asked_about_autostart=True)
    app.settings.save(chosen)
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    clock.set(builders.at("2026-11-24 10:00"))
    window = make_window(qt, app)

    def on_session() -> None:
        say("a session is open, the window " + ("shown" if window.isVisible() else "hidden"))

    def on_answer() -> None:
        say("answered")
        clock.advance(30 * 60)
        window.duty.look()

    window.stage.covered.connect(on_session)
    window.duty.flow.answered.connect(on_answer)
    window.duty._begin()
    code = qt.exec()
    app.close()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
