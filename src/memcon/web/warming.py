"""Load what the first question of some kinds would wait for, while nobody asks yet."""

from __future__ import annotations

import threading

from memcon.errors import MemconError


def warm_up() -> threading.Thread:
    """Begin to load the models of reading and comparing, which nothing waits for; gives the thread.

    Whoever adds a document or compares two accounts first would wait for them else (1.5 s). A model that is missing is
    told to whoever needs it.
    """
    thread = threading.Thread(
        target=_load, name="warming up", daemon=False
    )  # one stopped within a library takes the whole program down
    thread.start()
    return thread


def _load() -> None:
    from memcon.comparing.sides.embeddings import encoder
    from memcon.reading.model_english import english

    for load in (english, encoder):
        try:
            load()
        except MemconError:
            continue
