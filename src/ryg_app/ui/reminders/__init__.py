"""Reminders as the person meets them: notification, banner, tray, and what closing the window means."""
