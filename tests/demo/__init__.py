"""The program run through from beginning to end without a display, with pictures of every page."""
