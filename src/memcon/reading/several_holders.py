"""Several holders of one office named together: "his Azerbaijani and Georgian counterparts, X and Y"."""

from __future__ import annotations

from memcon.reading.offices import Office
from memcon.reading.person_names import name_at
from memcon.reading.sentences import Sentence
from memcon.vocabulary.lexicon import Match

_MOST_ADJECTIVES = 8
_LEAST_STATES = 2


def adjectives(sentence: Sentence, office: Office) -> list[Match]:
    """The parties of several holders, in order: "his Azerbaijani and Georgian counterparts, X and Y"."""
    found: list[Match] = []
    for at in range(max(0, office.first - _MOST_ADJECTIVES), office.last):
        phrase = sentence.party[at]
        if phrase is None:
            if at < office.first and sentence.low[at] not in ("and", ","):
                found = []
        elif phrase.kind.endswith("adjective") and phrase not in found:
            found.append(phrase)
    return found if len(found) > 1 else []


def next_in_list(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The next name after "Presidents Biden" in "Presidents Biden and Duda"."""
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].text in (",", "and", "&"):
        at += 1
    if at and tokens[at - 1].text in (",", "and", "&") and at < len(tokens) and not sentence.head[at]:
        return name_at(sentence, at)
    return None


def states_listed(sentence: Sentence, office: Office) -> tuple[list[Match], int]:
    """The states after an office in the plural and the token where a list of as many names begins.

    "The Foreign Ministers of Armenia and Azerbaijan, X and Y": X is of the first, Y of the second. Empty where names
    do not follow, or are not as many as the states.
    """
    if not office.plural or office.party is None:
        return [], office.last
    found, at = [office.party], office.last
    while at < len(sentence.tokens):
        phrase = sentence.party[at]
        if phrase is not None and phrase.kind == "state-name":
            found += [phrase] if phrase not in found else []
        elif sentence.low[at] not in ("and", ",", "the"):
            break
        at += 1
    if len(found) < _LEAST_STATES or sentence.tokens[at - 1].text != ",":
        return [], office.last
    names, after = 0, at
    named = name_at(sentence, at)
    while named is not None:
        names, after = names + 1, named[1]
        named = next_in_list(sentence, after)
    return (found, at) if names == len(found) else ([], office.last)
