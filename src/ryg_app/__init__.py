"""RygApp: a desktop companion for back exercises at home; nothing leaves the computer."""

from __future__ import annotations

__version__ = "0.1.0"
