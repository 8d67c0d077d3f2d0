"""The chart of pain, leg and walking: one painter for the screen and for paper."""

from __future__ import annotations

from ryg_app.ui.chart.painting import chart_height, paint_chart
from ryg_app.ui.chart.widget import ChartWidget

__all__ = ["ChartWidget", "chart_height", "paint_chart"]
