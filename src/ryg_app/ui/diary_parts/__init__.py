"""Parts of the diary that more than one page shows."""
