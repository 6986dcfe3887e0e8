"""Makes `designs.py`, which is no test, importable: tests are files, not a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
