from __future__ import annotations

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.autostart import autostart_of
from ryg_app.adapters.autostart.command import entry_name, start_command
from ryg_app.adapters.autostart.linux import DesktopEntry, autostart_folder, desktop_entry
from ryg_app.adapters.autostart.macos import LaunchAgent, launch_agent
from ryg_app.adapters.autostart.windows import APPROVED, RUN, RunKey, run_value
from ryg_app.domain.errors import AutostartRefusedError, AutostartRefusedReason, NotSavedError

COMMAND = ("/home/åse/My $programs/ryg-app", "--start-in-tray")


@pytest.fixture
def entry(tmp_path: Path) -> DesktopEntry:
    return DesktopEntry(tmp_path / "autostart", "ryg-app", COMMAND)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "autostart" / "ryg-app.desktop"


# What is started --------------------------------------------------------------------------------------


def test_this_very_program_is_started_in_the_tray() -> None:
    program, *rest = start_command(None)
    assert Path(program).parent == Path(sys.executable).parent
    assert "--start-in-tray" in rest
    assert "--data-dir" not in rest


def test_another_data_folder_is_named_and_has_an_entry_of_its_own(tmp_path: Path) -> None:
    assert start_command(tmp_path)[-2:] == ("--data-dir", str(tmp_path))
    assert entry_name(None) == "ryg-app"
    assert len({entry_name(None), entry_name(tmp_path), entry_name(tmp_path / "other")}) == 3


def test_a_program_in_one_file_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command(None) == (sys.executable, "--start-in-tray")


@pytest.mark.skipif(sys.platform != "linux", reason="the entry is a desktop entry on Linux alone")
def test_on_linux_the_entry_lies_where_the_desktop_looks(tmp_path: Path) -> None:
    usual, other = autostart_of(tmp_path, tmp_path), autostart_of(tmp_path / "other", tmp_path)
    usual.turn_on()
    assert (usual.is_on(), other.is_on()) == (True, False)
    usual.turn_off()
    assert not list(autostart_folder().glob("*"))


# Linux ------------------------------------------------------------------------------------------------


def test_a_desktop_entry_is_on_once_it_is_turned_on(entry: DesktopEntry, file: Path) -> None:
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()
    assert [kept.name for kept in file.parent.iterdir()] == [file.name]
    entry.turn_off()
    entry.turn_off()
    assert not entry.is_on()
    assert not file.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_the_desktop_was_told_to_leave_out_is_off(
    entry: DesktopEntry, file: Path, line: str
) -> None:
    entry.turn_on()
    file.write_text(f"{file.read_text('utf-8')}{line}\n", "utf-8")
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()


def test_an_entry_that_starts_another_program_is_off(entry: DesktopEntry, tmp_path: Path) -> None:
    entry.turn_on()
    moved = DesktopEntry(tmp_path / "autostart", "ryg-app", ("/elsewhere/ryg-app", "--start-in-tray"))
    assert not moved.is_on()


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"Exec=ryg-app\n", b"[Desktop Entry]\nName\n"])
def test_an_entry_that_cannot_be_read_is_off(entry: DesktopEntry, file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    assert not entry.is_on()


def test_an_entry_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_bytes(b"no folder")
    entry = DesktopEntry(tmp_path / "autostart", "ryg-app", COMMAND)
    with pytest.raises(NotSavedError):
        entry.turn_on()


@pytest.mark.parametrize("path", ["/opt/50 %/ryg-app", "/opt/two\nlines/ryg-app"])
def test_a_path_no_desktop_starts_is_refused(tmp_path: Path, path: str) -> None:
    entry = DesktopEntry(tmp_path, "ryg-app", (path, "--start-in-tray"))
    with pytest.raises(AutostartRefusedError) as refused:
        entry.turn_on()
    assert (refused.value.reason, refused.value.path) == (AutostartRefusedReason.CHARACTER, path)
    assert not entry.is_on()
    assert not list(tmp_path.iterdir())


WORDS = st.text(
    st.characters(exclude_characters="\0\r\n", exclude_categories=["Cs"]), min_size=1, max_size=20
)


@given(words=st.lists(WORDS, max_size=3))
def test_whatever_a_folder_is_called_the_desktop_reads_the_words_back(words: list[str]) -> None:
    text = desktop_entry(("/usr/bin/ryg-app", *words))
    line = next(line for line in text.split("\n") if line.startswith("Exec=")).removeprefix("Exec=")
    assert read_as_the_specification_says(line) == ["/usr/bin/ryg-app", *words]


def read_as_the_specification_says(value: str) -> list[str]:
    """Undo the escapes of a string value, then the quotes, then the doubled percent signs."""
    unescaped = iter(value.replace("\\\\", "\\"))
    words, word, quoted = [], "", False
    for character in unescaped:
        if character == "\\" and quoted:
            word += next(unescaped)
        elif character == '"':
            quoted = not quoted
        elif character == " " and not quoted:
            words.append(word)
            word = ""
        else:
            word += character
    return [each.replace("%%", "%") for each in (*words, word)]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="no desktop-file-validate here")
def test_the_desktops_own_checker_finds_nothing_wrong(entry: DesktopEntry, file: Path) -> None:
    entry.turn_on()
    checked = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)  # noqa: S607
    assert (checked.returncode, checked.stdout) == (0, "")


# macOS ------------------------------------------------------------------------------------------------


def test_a_launch_agent_starts_the_command_once_at_login() -> None:
    kept = plistlib.loads(launch_agent("ryg-app", COMMAND))
    assert kept["ProgramArguments"] == list(COMMAND)
    assert (kept["Label"], kept["RunAtLoad"], "KeepAlive" in kept) == ("ryg-app", True, False)


def test_a_launch_agent_is_on_once_it_is_turned_on(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path / "LaunchAgents", "ryg-app", COMMAND)
    assert not agent.is_on()
    agent.turn_on()
    assert agent.is_on()
    assert not LaunchAgent(tmp_path / "LaunchAgents", "ryg-app", ("/elsewhere",)).is_on()
    agent.turn_off()
    agent.turn_off()
    assert not agent.is_on()


@pytest.mark.parametrize("damage", [b"", b"no list", plistlib.dumps(["a list"])])
def test_a_launch_agent_that_cannot_be_read_is_off(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "ryg-app.plist").write_bytes(damage)
    assert not LaunchAgent(tmp_path, "ryg-app", COMMAND).is_on()


def test_a_launch_agent_that_is_disabled_is_off(tmp_path: Path) -> None:
    agent = {**plistlib.loads(launch_agent("ryg-app", COMMAND)), "Disabled": True}
    (tmp_path / "ryg-app.plist").write_bytes(plistlib.dumps(agent))
    assert not LaunchAgent(tmp_path, "ryg-app", COMMAND).is_on()


# Windows ----------------------------------------------------------------------------------------------


class FakeRegistry:
    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)


AT_HOME = (r"C:\Program Files\RygApp\ryg-app.exe", "--start-in-tray")


def test_a_run_value_is_the_command_as_windows_reads_it() -> None:
    assert run_value(AT_HOME) == r'"C:\Program Files\RygApp\ryg-app.exe" --start-in-tray'


def test_a_run_value_is_on_once_it_is_turned_on() -> None:
    registry = FakeRegistry()
    entry = RunKey("ryg-app", AT_HOME, registry)
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()
    assert not RunKey("ryg-app", (r"D:\ryg-app.exe",), registry).is_on()
    entry.turn_off()
    assert registry.values == {}


@pytest.mark.parametrize(("first_byte", "on"), [(2, True), (3, False), (6, True), (7, False)])
def test_a_run_value_that_task_manager_switched_off_is_off(first_byte: int, on: bool) -> None:  # noqa: FBT001
    registry = FakeRegistry()
    entry = RunKey("ryg-app", AT_HOME, registry)
    entry.turn_on()
    registry.values[APPROVED, "ryg-app"] = bytes([first_byte, *[0] * 11])
    assert entry.is_on() is on
    entry.turn_on()
    assert entry.is_on()
    assert registry.values.keys() == {(RUN, "ryg-app")}


def test_a_command_longer_than_windows_takes_is_refused() -> None:
    registry = FakeRegistry()
    with pytest.raises(AutostartRefusedError) as refused:
        RunKey("ryg-app", ("C:\\" + "a" * 260,), registry).turn_on()
    assert refused.value.reason is AutostartRefusedReason.LENGTH
    assert registry.values == {}
