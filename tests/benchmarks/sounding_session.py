"""``python -m tests.benchmarks.sounding_session FOLDER REPETITIONS``: one session as it is, and its diary.

The program is the real one: window, ticker, clock, files, sound. Only what it calls is written down, into
``FOLDER/heard.json``; times are seconds of the monotonic clock, which every process of a computer shares.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest

from ryg_app.application.guided_session import GuidedSession, SessionState
from ryg_app.bootstrap import open_app
from ryg_app.domain.preferences import SHORTEST_GET_DOWN_S
from ryg_app.domain.steps import Wait
from ryg_app.ui.application import make_window, start_qt
from ryg_app.ui.heard import ALL_DONE, Heard
from ryg_app.ui.sound import Sound
from ryg_app.ui.speech import Speech
from tests.plans import as_json, example

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from ryg_app.application.app import App
    from ryg_app.application.guided_session import Tick
    from ryg_app.domain.timeline import Tone

DIARY = "heard.json"
# By then the longest phrase of a step that waits has been said.
KEY_AFTER_S = 8.0
LAST_SOUND_S = 3.0
# Qt 6.11 now and then destroys a voice of QSoundEffect in the thread that plays it. The event loop then spins
# for ever, with a line of complaint each time round.
SIGN_OF_SPINNING, SPINNING = "QSocketNotifier", 70


class Witness:
    """Stands behind the classes that make sound, and writes down what they are asked for, and when."""

    def __init__(self) -> None:
        self.due: list[dict[str, object]] = []
        self.anchors: list[tuple[float, float]] = []
        self.calls: list[tuple[float, str, str, float]] = []
        self._now_due: dict[tuple[str, str], float] = {}
        self._length_s = 0.0
        self.on_look: Callable[[Tick], None] = lambda tick: None

    def stand_behind(self) -> None:
        self._behind_what_is_due()
        self._behind_the_calls()
        self._behind_the_clock()

    def _behind_what_is_due(self) -> None:
        prepare, follow = Heard.prepare, Heard.follow

        def prepared(heard: Heard, guided: GuidedSession) -> None:
            self._note_line(guided)
            prepare(heard, guided)

        def followed(heard: Heard, tick: Tick, note: str) -> None:
            self._now_due = {("tone", str(cue.tone)): cue.at_s for cue in tick.tones}
            self._now_due |= {("voice", cue.clip): cue.at_s for cue in tick.cues}
            self._now_due["voice", ALL_DONE] = self._length_s
            follow(heard, tick, note)
            self.on_look(tick)

        _replace(Heard, prepare=prepared, follow=followed)

    def _behind_the_calls(self) -> None:
        play, say, interject = Sound.play, Speech.say, Speech.interject

        def played(sound: Sound, tone: Tone) -> None:
            self._note_call("tone", str(tone))
            play(sound, tone)

        def said(speech: Speech, name: str) -> None:
            self._note_call("voice", name)
            say(speech, name)

        def interjected(speech: Speech, name: str) -> None:
            self._note_call("voice", name)
            interject(speech, name)

        _replace(Sound, play=played)
        _replace(Speech, say=said, interject=interjected)

    def _behind_the_clock(self) -> None:
        resume, ready = GuidedSession.resume, GuidedSession.ready

        def anchored(change: Callable[[GuidedSession], None]) -> Callable[[GuidedSession], None]:
            def changed(guided: GuidedSession) -> None:
                now = time.monotonic()
                change(guided)
                self.anchors.append((now, guided.moment().elapsed_s))

            return changed

        _replace(GuidedSession, resume=anchored(resume), ready=anchored(ready))

    def _note_call(self, kind: str, name: str) -> None:
        self.calls.append((time.monotonic(), kind, name, self._now_due.get((kind, name), -1.0)))

    def _note_line(self, guided: GuidedSession) -> None:
        line, self._length_s = guided.line, guided.line.length_s
        voice = [(cue.clip, cue.at_s) for cue in line.cues] + [(ALL_DONE, self._length_s)]
        self.due = [{"kind": "tone", "name": str(cue.tone), "at_s": cue.at_s} for cue in line.tones]
        self.due += [
            {"kind": "voice", "name": name, "at_s": at, "file": str(guided.clips[name].path)}
            for name, at in voice
        ]


def _replace(owner: type, **methods: Callable[..., None]) -> None:
    for name, method in methods.items():
        patch.object(owner, name, method).start()


class Patient:
    """Presses a key where the session waits for one, and leaves when it is over."""

    def __init__(self, qt: QApplication, app: App) -> None:
        self._qt = qt
        self._window = make_window(qt, app)
        self._steps_left: set[int] = set()
        self._window.show()

    def begin(self, app: App) -> None:
        card = app.today.view().next_session
        if card is None:
            message = "the plan owes no session today"
            raise RuntimeError(message)
        self._window.sessions.start(card.session)

    def look(self, tick: Tick) -> None:
        step = tick.moment.step
        if tick.state is SessionState.OVER:
            QTimer.singleShot(round(LAST_SOUND_S * 1000), self._qt.quit)
        elif self._wants_a_key(tick):
            self._steps_left.add(step.index)
            QTimer.singleShot(0, self._press)

    def _wants_a_key(self, tick: Tick) -> bool:
        step, into = tick.moment.step, tick.moment.into_s
        return step.wait is Wait.FOR_A_KEY and into > KEY_AFTER_S and step.index not in self._steps_left

    def _press(self) -> None:
        page = self._window.sessions.page
        if page is not None:
            QTest.keyClick(page, Qt.Key.Key_Return)


def _make_ready(app: App, folder: Path, repetitions: int) -> None:
    document = example()
    for dose in document["phases"][0]["doses"].values():
        dose["repetitions"] = repetitions
    file = folder / "short.rygplan"
    file.write_bytes(as_json(document))
    app.planning.adopt(app.planning.preview(file).plan_file, app.course.today())
    app.settings.save(replace(app.settings.get(), welcomed=True, get_down_s=SHORTEST_GET_DOWN_S))


def _end_before_it_spins(_kind: object, _context: object, message: str) -> None:
    sys.stderr.write(f"{message}\n")
    if SIGN_OF_SPINNING in message:
        os._exit(SPINNING)


def main(folder: Path, repetitions: int) -> int:
    """Go through one session; return an exit code."""
    qInstallMessageHandler(_end_before_it_spins)
    witness, qt = Witness(), start_qt()
    witness.stand_behind()
    with closing(open_app(folder / "data", writing=True)) as app:
        _make_ready(app, folder, repetitions)
        patient = Patient(qt, app)
        witness.on_look = patient.look
        QTimer.singleShot(0, lambda: patient.begin(app))
        code = qt.exec()
    tones = str(app.assets / "tones")
    diary = {"tones": tones, "due": witness.due, "anchors": witness.anchors, "calls": witness.calls}
    (folder / DIARY).write_text(json.dumps(diary), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
