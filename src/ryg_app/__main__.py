"""``python -m ryg_app``."""

from __future__ import annotations

import sys

from ryg_app.main import main

if __name__ == "__main__":
    sys.exit(main())
