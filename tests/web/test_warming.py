"""What is loaded beside the answering."""

import pytest

from memcon.comparing.sides import embeddings
from memcon.errors import MemconError
from memcon.reading import model_english
from memcon.web.warming import warm_up


def test_models_are_loaded_beside_the_answering(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []
    monkeypatch.setattr(model_english, "english", lambda: loaded.append("english"))
    monkeypatch.setattr(embeddings, "encoder", lambda: loaded.append("encoder"))
    warm_up().join()
    assert loaded == ["english", "encoder"]


def test_a_model_that_is_missing_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    def missing() -> None:
        raise MemconError("no English model found")

    monkeypatch.setattr(model_english, "english", missing)
    monkeypatch.setattr(embeddings, "encoder", lambda: loaded.append("encoder"))
    warm_up().join()
    assert loaded == ["encoder"]
