"""Controls that know nothing of exercises or diaries; every word they show or speak comes from their caller.

Painted widgets take their colours from `palette()` and their sizes from `font()` (see `ryg_app.ui.theme`).
"""
