"""Damaged and hostile plan and log files by the thousand."""
