from __future__ import annotations

import sys
from types import ModuleType

import pytest

from ryg_app.adapters.keep_awake import WakeLock


def test_a_desktop_that_agrees_keeps_the_display_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    with WakeLock().hold() as awake:
        assert awake


def test_a_desktop_that_cannot_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "yes")
    with WakeLock().hold() as awake:
        assert not awake


def test_a_broken_library_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", ModuleType("wakepy"))
    with WakeLock().hold() as awake:
        assert not awake


def test_what_goes_wrong_in_the_session_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    with pytest.raises(ZeroDivisionError), WakeLock().hold():
        raise ZeroDivisionError
