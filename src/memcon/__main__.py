"""``python -m memcon``: the commands, where the folder of scripts is not on the path."""

from __future__ import annotations

from memcon.cli import main

if __name__ == "__main__":
    main()
