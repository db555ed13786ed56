"""The shipped roster is what scripts/roster makes of the public tables."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLES = next((p / "shared/rosters" for p in ROOT.parents if (p / "shared/rosters").is_dir()), None)


@pytest.mark.skipif(TABLES is None, reason="../shared/rosters is not there")
def test_building_it_anew_gives_the_same_bytes() -> None:
    command = [sys.executable, "scripts/roster", "--check", "--tables", str(TABLES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
