"""Tell from the grammar of its sentence what a figure measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from memcon.comparing.figures.values import GENERIC, Measure
from memcon.vocabulary.quantities import MeasureRole, UnitKind, measure_verbs

_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
_EMPTY = frozenset({"additional", "new", "more", "further", "other", "total", "current", "different", "worth", "many"})
_NO_MEASURE = frozenset(
    {
        "addition",
        "response",
        "excess",
        "term",
        "time",
        "times",
        "case",
        "way",
        "order",
        "favor",
        "need",
        "context",
        "result",
        "fact",
        "least",
        "estimate",
        "occasion",
        "moment",
        "day",
        "lot",
        "kind",
        "top",
        "worth",
        "sort",
        "type",
        "part",
        "half",
        "quarter",
        "third",
        "dollar",
        "percent",
        "thing",
        "one",
    }
)
"""Nouns that measure nothing themselves: "in addition to", "10 times faster"."""
_NUMBERS = frozenset({"dozen", "hundred", "thousand", "million", "billion", "trillion"})
_OF = ("of", "in", "worth")
_FOR = ("for", "to", "toward", "towards", "on", "against", "from")
_CARRIERS = frozenset(
    {"increase", "decrease", "rise", "growth", "reduction", "cut", "share", "majority", "total", "worth"}
)
"""Nouns that say how something changes or is divided: what is measured stands behind them ("increase in trade")."""


def measure_of(doc: Doc, start: int, end: int, kind: UnitKind, barred: Iterable[tuple[int, int]]) -> Measure | None:
    """Give what the figure in ``doc`` at the code points ``start`` to ``end`` measures, or None where nothing tells.

    ``barred`` are ranges of dates, which nothing measures.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    root = span.root
    inside = {t.i for t in span}
    dates = list(barred)
    for noun in _nouns(root, inside, kind, doc):
        if isinstance(noun, str):
            return Measure(noun, noun, frozenset({noun}))
        if (
            noun.lemma_.lower() in _NO_MEASURE
            or noun.i in inside
            or any(s <= noun.idx < e for s, e in dates)
            or noun.pos_ == "NUM"
        ):
            continue
        found = _measure(noun, inside)
        if found is not None:
            return found
    return None


def _nouns(root: Token, inside: set[int], kind: UnitKind, doc: Doc) -> Iterator[Token | str]:
    """The nouns, or the word for a verb's deed, that may be what a figure measures, the likeliest first."""
    counted = _modified(root, inside, doc)
    if kind is UnitKind.COUNT:
        yield from counted
        yield from _after(root, inside, ("of",))
        return
    if kind is UnitKind.DURATION:
        yield from _after(root, inside, ("of",))
        yield from counted
        yield from _before_of(root)
    else:
        yield from _deed(root)
        yield from _before_of(root)
        yield from _after(root, inside, _OF)
        yield from counted
    if kind is not UnitKind.DURATION or root.head.lower_ != "in":
        yield from _by_verb(root, kind)
    yield from _after(root, inside, _FOR)


def _modified(root: Token, inside: set[int], doc: Doc) -> Iterator[Token]:
    """The noun that the figure stands before as a modifier: "30 countries", "a $5 million loan", "a 45-minute call"."""
    head = root
    while head.i in inside and head.dep_ in (
        "nummod",
        "compound",
        "amod",
        "nmod",
        "quantmod",
        "npadvmod",
        "pobj",
        "advmod",
    ):
        if head.head == head:
            break
        head = head.head
        if head.pos_ in _NOUNS and head.i > max(inside) and head.i not in inside:
            yield _whole(head)
            return
    after = max(inside) + 1  # where the parse fails: the next noun, over adjectives and names
    for token in doc[after : after + 5]:
        if token.pos_ in _NOUNS and (token.i + 1 >= len(doc) or doc[token.i + 1].pos_ not in _NOUNS):
            yield token
            return
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV") and token.text not in ("-", "and"):
            return


def _whole(noun: Token) -> Token:
    """The noun that a compound ends in: "countries" of "COVAX AMC countries"."""
    while noun.dep_ == "compound" and noun.head.pos_ in _NOUNS and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _deed(root: Token) -> Iterator[str]:
    """What is done with an amount that is a verb's object, where what follows says only in what: "invested in"."""
    row = measure_verbs().get(root.head.lemma_.lower()) if root.dep_ == "dobj" else None
    if row is not None and row.role is MeasureRole.ITSELF and row.measure is not None:
        yield row.measure


def _before_of(root: Token) -> Iterator[Token]:
    """What an amount is given for: "investment of $62 billion", "aid worth $5 million"."""
    head = root.head
    if root.dep_ == "pobj" and head.lower_ in ("of", "at", "to") and head.head.pos_ in _NOUNS:
        yield from _carried(head.head)
    if root.dep_ in ("appos", "npadvmod") and head.pos_ in _NOUNS:
        yield head


def _after(root: Token, inside: set[int], prepositions: tuple[str, ...]) -> Iterator[Token]:
    """What follows an amount: "$5 million in aid", "30 years of friendship", "half of all exports"."""
    heads = [root, *(t for t in root.subtree if t.i in inside)]
    for head in heads:
        for child in head.children:
            if child.i > root.i and child.lower_ in prepositions:
                for noun in child.children:
                    if noun.dep_ in ("pobj", "pcomp"):
                        yield from _carried(noun)
    last = max(inside) + 1
    if last + 1 < len(root.doc) and root.doc[last].lower_ in prepositions:
        for noun in root.doc[last].children:
            if noun.dep_ == "pobj":
                yield from _carried(noun)


def _carried(noun: Token) -> Iterator[Token]:
    """The noun itself, or what it says the change or share of."""
    if noun.lemma_.lower() in _CARRIERS:
        for child in noun.children:
            if child.lower_ in ("in", "of"):
                yield from (t for t in child.children if t.dep_ == "pobj")
    if noun.pos_ in _NOUNS:
        yield noun


def _by_verb(root: Token, kind: UnitKind) -> Iterator[Token | str]:
    """What the verb says is measured: the subject of "reached", the object of "cut by", the deed of "invested"."""
    verb = root.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    row = measure_verbs().get(verb.lemma_.lower())
    if row is None:
        if kind in (UnitKind.SHARE, UnitKind.TEMPERATURE):
            yield from _moved(verb)
        return
    if row.measure is not None:
        for child in verb.children:
            if child.dep_ == "dobj" and child.i != root.i and child.pos_ in _NOUNS:
                yield child
        yield row.measure or verb.lemma_
        return
    roles = ("nsubj", "nsubjpass") if row.role is MeasureRole.SUBJECT else ("dobj", "nsubjpass", "nsubj")
    if row.role is MeasureRole.SUBJECT and verb.dep_ in ("acl", "relcl"):
        yield verb.head
    for role in roles:
        yield from (t for t in verb.children if t.dep_ == role and t.i != root.i and t.pos_ in _NOUNS)


def _moved(verb: Token) -> Iterator[Token]:
    """What a share or temperature is told of by any other verb: "keep warming below", "exports rose by"."""
    for role in ("dobj", "nsubjpass", "nsubj"):
        yield from (t for t in verb.children if t.dep_ == role and t.pos_ in _NOUNS)


def _measure(noun: Token, inside: set[int]) -> Measure | None:
    """The noun with its modifiers and what "of" adds: "humanitarian assistance", "doses of vaccine"."""
    first = noun.i
    while first > 0 and noun.doc[first - 1].i not in inside and _modifies(noun.doc[first - 1], noun):
        first -= 1
    last = noun.i
    for child in noun.children:
        if child.i > noun.i and child.lower_ == "of" and child.i - last <= 1:
            objects = [t for t in child.children if t.dep_ == "pobj" and t.pos_ in _NOUNS]
            if objects and objects[0].i not in inside and objects[0].i - child.i <= 5:
                last = objects[0].i
    last, head = _coordinated(noun, last)
    while first < noun.i and (noun.doc[first].lower_ in _EMPTY or noun.doc[first].is_punct):
        first += 1
    tokens = [t for t in noun.doc[first : last + 1] if t.i not in inside]
    lemmas = frozenset(t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT and t.lemma_.lower() not in _EMPTY)
    if lemmas | {head} <= GENERIC:
        lemmas |= _told_with(noun)
    words = " ".join(noun.doc[first : last + 1].text.split())
    return Measure(words, head, lemmas | {head}) if words else None


def _told_with(noun: Token) -> frozenset[str]:
    """The verb that says which people or countries are meant: "people have crossed", "people who crossed"."""
    for child in noun.children:
        if child.dep_ in ("relcl", "acl") and child.pos_ == "VERB":
            return frozenset({child.lemma_.lower()})
    verb = noun.head
    return frozenset({verb.lemma_.lower()}) if verb.pos_ == "VERB" and noun.dep_.startswith("nsubj") else frozenset()


def _coordinated(noun: Token, last: int) -> tuple[int, str]:
    """Take in a noun that shares the figure: "development and economic assistance"; not one with its own number."""
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in _NOUNS and 0 < child.i - last <= 4:
            between = noun.doc[last + 1 : child.i + 1]
            joined = any(t.dep_ == "cc" for t in between)
            if (
                joined
                and child.lemma_.lower() not in _NUMBERS
                and not any(t.like_num or t.pos_ in ("NUM", "VERB", "DET", "ADP") for t in between)
            ):
                return child.i, child.lemma_.lower()
    return last, noun.lemma_.lower()


def _modifies(token: Token, noun: Token) -> bool:
    """Whether a token just before is part of the noun's name: an adjective, a noun, or what joins two of them."""
    if token.pos_ == "NUM" or token.like_num:
        return False
    if token.dep_ in _MODIFIERS and noun in (token.head, token.head.head):
        return True
    return (token.text in ("-", "&", ",") and token.head.dep_ in _MODIFIERS) or (
        token.dep_ == "cc" and token.head.dep_ in _MODIFIERS
    )
