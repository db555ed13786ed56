"""The ``memcon`` command: one module a subcommand.

Exit codes: 0 done, 1 failure (what could not be done is named in one line on standard error), 2 wrong use.
"""

from memcon.cli.app import main

__all__ = ["main"]
