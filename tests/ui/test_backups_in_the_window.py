"""Making backups and getting one back, from the window; also where nothing else opens."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ryg_app.bootstrap import open_app
from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.ui.application import make_window, run_window
from ryg_app.ui.backup_flow import BackupFlow
from ryg_app.ui.every_window import every_window
from ryg_app.ui.pages.backups import BackupChoicePage, BackupPreviewPage
from ryg_app.ui.stage import Stage
from ryg_app.ui.tasks import Tasks
from ryg_app.ui.weekly_backup import WeeklyBackup
from ryg_app.ui.window import Window
from ryg_app.wording.catalogues import LANGUAGES, load_words
from tests.builders import START
from tests.plans import ASSETS, EXAMPLE_FILE
from tests.ui.desk import Desk, texts
from tests.ui.page_world import ROOM_BESIDE_THE_SIDEBAR, cut_off, nameless, new_look, show, too_small
from tests.ui.test_upkeep_of_the_window import NoTicker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.application.app import App


STUCK, A_WHILE_MS, LONGEST_MS = 99, 30, 15_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "patient"


@pytest.fixture
def desk(qapp: QApplication, folder: Path) -> Iterator[Desk]:
    desk = Desk(qapp, folder)
    desk.welcome()
    desk.adopt_example()
    desk.app.today.answer(Answers(back=3, note="as it was backed up"))
    yield desk
    desk.close()


@pytest.fixture
def backup(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "a.rygbackup"
    desk.app.backups.save(path)
    desk.app.today.answer(Answers(back=9, note="written after it"))
    return path


@pytest.fixture
def flow(qtbot: QtBot, desk: Desk) -> Iterator[BackupFlow]:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.begin_with(QWidget())
    background = Tasks(stage)
    stage.show()
    yield BackupFlow(desk.app.backups, desk.words, stage, background)
    background.wait()


def previewed(qtbot: QtBot, stage: Stage) -> BackupPreviewPage:
    qtbot.waitUntil(lambda: isinstance(stage.currentWidget(), BackupPreviewPage))
    page = stage.currentWidget()
    assert isinstance(page, BackupPreviewPage)
    return page


def note_of(app: App) -> str:
    return app.diary.view(START).log.answers.note


def test_everything_is_saved_where_the_patient_says(
    qtbot: QtBot, flow: BackupFlow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _dialog, name: proposed.append(name))
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(tmp_path / "b.rygbackup")])
    with qtbot.waitSignal(flow.told) as told:
        flow.ask_for_backup()
    assert told.args == ["success", f"Saved: b.rygbackup in {tmp_path}."]
    assert proposed == ["rygapp-2026-11-23.rygbackup"]
    assert (tmp_path / "b.rygbackup").exists()


def test_a_damaged_file_is_named_when_it_is_not_in_the_backup(
    qtbot: QtBot, flow: BackupFlow, folder: Path, tmp_path: Path
) -> None:
    (folder / "log-2019.json").write_bytes(b"garbage")
    with qtbot.waitSignal(flow.told) as told:
        flow.save(tmp_path / "b.rygbackup")
    assert told.args is not None
    assert told.args[0] == "warning"
    assert "log-2019.json" in told.args[1]


def test_a_backup_that_cannot_be_written_is_told(qtbot: QtBot, flow: BackupFlow, tmp_path: Path) -> None:
    with qtbot.waitSignal(flow.refused) as refused:
        flow.save(tmp_path / "nowhere" / "b.rygbackup")
    assert refused.args is not None
    assert isinstance(refused.args[0], NotSavedError)


def test_what_is_in_a_backup_is_seen_before_anything_is_changed(
    qtbot: QtBot, desk: Desk, flow: BackupFlow, backup: Path, folder: Path
) -> None:
    flow.preview(backup)
    page = previewed(qtbot, flow._stage)
    assert "23 November 2026 at 09:00" in texts(page)
    assert "23 November 2026, 1 day written" in texts(page)
    assert "Plan for ryg og ben, edition 1" in texts(page)
    assert page.focusProxy() is page.not_now
    page.not_now.click()
    assert note_of(desk.app) == "written after it"
    assert not list(folder.glob("restoring*"))


def test_the_weekly_ones_are_offered_the_newest_first(
    qtbot: QtBot, desk: Desk, flow: BackupFlow, backup: Path
) -> None:
    desk.app.backups.save_weekly()
    desk.at("2026-11-30 09:00")
    desk.app.backups.save_weekly()
    flow.choose()
    page = flow._stage.currentWidget()
    assert isinstance(page, BackupChoicePage)
    assert [button.accessibleName() for button in page.kept] == [
        "30 November 2026, the weekly one: See what is in it",
        "23 November 2026, the weekly one: See what is in it",
    ]
    qtbot.mouseClick(page.kept[0], Qt.MouseButton.LeftButton)
    previewed(qtbot, flow._stage)


def test_one_backup_is_looked_at_at_a_time_so_that_the_page_shows_what_it_puts_back(
    qtbot: QtBot, desk: Desk, flow: BackupFlow, backup: Path, folder: Path, tmp_path: Path
) -> None:
    later = tmp_path / "later.rygbackup"
    desk.app.backups.save(later)
    flow.choose()
    flow.preview(backup)
    flow.preview(later)
    page = previewed(qtbot, flow._stage)
    flow._tasks.wait()
    qtbot.wait(1)
    flow.choose()
    assert flow._stage.pile[2:] == (page,)
    page.restore.click()
    with closing(open_app(folder, writing=False)) as app:
        assert note_of(app) == "as it was backed up"


def test_a_file_that_will_not_do_is_refused_in_a_sentence(
    qtbot: QtBot, flow: BackupFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(EXAMPLE_FILE), ""))
    with qtbot.waitSignal(flow.refused) as refused:
        flow.ask_for_file()
    assert refused.args is not None
    assert type(refused.args[0]).__name__ == "BackupRefusedError"


def test_a_disk_that_is_full_before_anything_is_changed_leaves_everything(
    qtbot: QtBot, desk: Desk, flow: BackupFlow, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_backups: object) -> None:
        raise NotSavedError("before-restore.rygbackup", NotSavedReason.FULL)

    flow.preview(backup)
    page = previewed(qtbot, flow._stage)
    monkeypatch.setattr(type(desk.app.backups), "restore", refuse)
    restored: list[str] = []
    flow.restored.connect(restored.append)
    with qtbot.waitSignal(flow.refused):
        page.restore.click()
    assert restored == []
    assert note_of(desk.app) == "written after it"


def drive(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[QWidget], None]) -> list[QWidget]:
    """Let the program run for real; as each window comes up, do the next step with it."""
    seen: list[QWidget] = []
    left = list(steps)

    def go_on() -> None:
        shown = [w for w in every_window() if isinstance(w, Window)]
        try:
            window = next(w for w in shown if w.isVisible() and w not in seen)
            seen.append(window)
            left.pop(0)(window)
        except BaseException:
            QApplication.exit(STUCK)  # or the loop would go on for ever
            raise

    run = QApplication.exec

    def exec_(*_given: object) -> int:
        QTimer.singleShot(A_WHILE_MS, go_on)
        watchdog = QTimer(singleShot=True, interval=LONGEST_MS)
        watchdog.timeout.connect(partial(QApplication.exit, STUCK))
        watchdog.start()
        try:
            return run()
        finally:
            watchdog.stop()

    monkeypatch.setattr(QApplication, "exec", exec_)
    return seen


def restore_it(backup: Path) -> Callable[[QWidget], None]:
    def act(window: QWidget) -> None:
        assert isinstance(window, Window)
        window.keeping.backups.preview(backup)
        window.keeping.tasks.wait()
        QApplication.processEvents()
        page = window.stage.currentWidget()
        assert isinstance(page, BackupPreviewPage)
        page.restore.click()

    return act


def test_after_a_restore_a_new_window_shows_what_was_put_back(
    qapp: QApplication, desk: Desk, backup: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.app.close()
    told: list[str] = []

    def look(window: QWidget) -> None:
        assert isinstance(window, Window)
        told.extend([window.shell.page.notice.text, note_of(window._app)])
        window.close()

    seen = drive(monkeypatch, restore_it(backup), look)
    assert run_window(folder, None, "en") == 0
    assert len(seen) == 2
    assert told[0].startswith(
        "The backup has been put back. What was there before is kept in before-restore-"
    )
    assert told[1] == "as it was backed up"


def test_a_course_damaged_in_both_generations_can_be_restored_from_the_window(
    qapp: QApplication, desk: Desk, backup: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.app.close()
    for name in ("course.json", "course.json.bak"):
        (folder / name).write_bytes(b"garbage")
    told: list[str] = []

    def rescue(window: QWidget) -> None:
        assert isinstance(window, Window)
        assert isinstance(window.stage.currentWidget(), BackupChoicePage)
        told.append(texts(window))
        restore_it(backup)(window)

    def look(window: QWidget) -> None:
        assert isinstance(window, Window)
        told.append(note_of(window._app))
        window.close()

    drive(monkeypatch, rescue, look)
    assert run_window(folder, None, "en") == 0
    assert "The file course.json is missing or damaged" in told[0]
    assert told[1] == "as it was backed up"
    assert (folder / "course.json.damaged-1").read_bytes() == b"garbage"


def test_where_the_offer_is_left_the_diary_can_still_be_written_in(
    qapp: QApplication, qtbot: QtBot, desk: Desk, folder: Path
) -> None:
    for name in ("course.json", "course.json.bak"):
        (folder / name).write_bytes(b"garbage")
    desk.reopen()
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    window.show()
    page = window.stage.currentWidget()
    assert isinstance(page, BackupChoicePage)
    page.back.click()
    assert not window.stage.is_covered
    assert (folder / "course.json").read_bytes() == b"garbage"


def test_a_lost_plan_is_no_reason_to_offer_a_backup(
    qapp: QApplication, qtbot: QtBot, desk: Desk, folder: Path
) -> None:
    for kept in (folder / "plans").iterdir():
        kept.unlink()
    desk.reopen()
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    assert not window.stage.is_covered


def test_the_menu_and_the_settings_lead_to_both(
    qapp: QApplication, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: False)
    window = make_window(qapp, desk.app, make_ticker=NoTicker)
    qtbot.addWidget(window)
    window.show()
    entries = {action.text(): action for action in window.actions()}
    assert {"Save the diary as a file …", "Make a backup …", "Put a backup back …"} <= set(entries)
    entries["Put a backup back …"].trigger()
    assert isinstance(window.stage.currentWidget(), BackupChoicePage)
    window.stage.uncover()
    window.shell.go("settings")
    window.shell.settings.restore.click()
    assert isinstance(window.stage.currentWidget(), BackupChoicePage)
    window.shell.settings.backup.click()


def test_one_is_made_by_itself_and_a_failure_bothers_nobody(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    background = Tasks(owner)
    weekly = WeeklyBackup(desk.app.backups, background, owner)
    weekly.make_if_due()
    background.wait()
    assert [kept.path.name for kept in desk.app.backups.stock()] == ["weekly-2026-11-23.rygbackup"]

    def refuse(_backups: object) -> None:
        raise NotSavedError("weekly.rygbackup", NotSavedReason.FULL)

    monkeypatch.setattr(type(desk.app.backups), "save_weekly", refuse)
    with caplog.at_level(logging.WARNING):
        weekly.make_if_due()
        qtbot.waitUntil(lambda: "weekly.rygbackup" in caplog.text)
    weekly.stop()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_nameless_or_too_small(
    qapp: QApplication, qtbot: QtBot, desk: Desk, backup: Path, language: str, scale: float
) -> None:
    new_look(qapp, text_scale=scale)
    words = load_words(ASSETS, language)
    desk.app.backups.save_weekly()
    contents = desk.app.backups.preview(backup)
    stock = desk.app.backups.stock()
    kept = [*stock, replace(stock[0], weekly=False)]
    for page in (
        BackupChoicePage(kept, words),
        BackupChoicePage((), words, trouble="The file course.json is damaged."),
        BackupPreviewPage(contents, words),
    ):
        qtbot.addWidget(page)
        show(qapp, page, ROOM_BESIDE_THE_SIDEBAR[scale], 640)
        assert cut_off(page) == []
        assert too_small(page) == []
        assert nameless(page) == []
