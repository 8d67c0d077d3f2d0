"""The chart of pain, leg and walking: one painter for the screen and for paper.

`paint_chart` paints a `ProgressView` with any `QPainter`; `chart.widget` shows it on a page.
"""

from __future__ import annotations

from ryg_app.ui.chart.painting import chart_height, paint_chart

__all__ = ["chart_height", "paint_chart"]
