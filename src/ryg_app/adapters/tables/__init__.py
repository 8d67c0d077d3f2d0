"""The log as tables: two CSV files, or the two sheets of a workbook."""

from __future__ import annotations

from ryg_app.adapters.tables.csv_tables import CsvTables
from ryg_app.adapters.tables.workbook import Workbooks

__all__ = ["CsvTables", "Workbooks"]
