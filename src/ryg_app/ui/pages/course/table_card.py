"""A card around one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.pages.course.number_table import NumberTable
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.labels import small

if TYPE_CHECKING:
    from ryg_app.ui.pages.course.rows import Rows


class TableCard(Card):
    """Hidden while there is nothing in the table; `remark` stands small below it."""

    def __init__(self, title: str, aside: str = "", remark: str = "") -> None:
        super().__init__(title, aside)
        self.table = NumberTable(title)
        self.body.addWidget(self.table)
        if remark:
            self.body.addWidget(small(remark))

    def show_rows(self, rows: Rows | None) -> None:
        """Show the table, or nothing at all."""
        self.setVisible(rows is not None)
        if rows is not None:
            self.table.show_rows(rows.headings, rows.count, rows.row)
