"""Every word the program says: catalogues, and sentences for identifiers and errors."""
