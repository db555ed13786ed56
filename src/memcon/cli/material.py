"""What the commands over time share: how a report is written."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
