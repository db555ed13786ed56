"""Find the speakers' turns of a transcript by their labels.

"SECRETARY BLINKEN:", "Q    Mr. President,", "**Minister X:**", "President of Russia Vladimir Putin:" (also inside a
paragraph, where a page has lost its line ends), and a label on a line of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from memcon.model import Document, Turn, TurnRole
from memcon.reading.people import PersonMention, find_people
from memcon.vocabulary.layout_lines import gap_marks, not_labels, outlet_words, turn_labels
from memcon.vocabulary.lexicon import find_phrases

_SPACE = r"[ \u00a0\u2009\u202f]"
_BEGIN = rf"(?:^|(?<=\n))(?:{_SPACE}|\t)*(?:\*\*|__)?"
_ASIDE = rf"(?:{_SPACE}*\([^()\n]{{2,60}}\))?"
_COLON = rf"(?:\*\*|__)?{_ASIDE}(?:\*\*|__)?{_SPACE}?:(?:\*\*|__)?"
_CAPITAL = "A-ZÀ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_SHOUTED = re.compile(
    rf"{_BEGIN}(?P<label>[{_CAPITAL}](?:[{_CAPITAL}0-9’'.\-–]|{_SPACE}{{1,2}}(?=[{_CAPITAL}0-9(])|\([A-Z ]+\)|, )"
    rf"{{0,80}}){_COLON}(?=[\s(A-Z\[“\"—–-])"
)
_QUESTION = re.compile(rf"{_BEGIN}(?P<label>Q)(?:{_COLON}|\.|(?={_SPACE}{{2,}}|\t))(?=\s|\*)")
_BARE_QUESTION = re.compile(rf"{_BEGIN}(?P<label>Q)(?={_SPACE}(?!\d)\w)")
_ANSWER = re.compile(rf"{_BEGIN}(?P<label>A)(?:{_COLON}|\.)(?=\s|\*)")
_NAME = rf"[{_CAPITAL}][\w.’'-]*"
_JOINING = r"(?:of|the|to|for|on|and|de|la|le|von|van|der|bin|ibn|al|el|du|da|di)"
_NAMES = rf"{_NAME}(?:(?:,?{_SPACE}{{1,2}})(?:{_NAME}|{_JOINING})){{0,13}}"
_NAMED = re.compile(rf"{_BEGIN}(?P<label>{_NAMES}){_COLON}(?=\s)")
_INLINE = re.compile(rf"(?<=[.!?…”\"»>’)\]]{_SPACE[:-1]}])(?P<label>{_NAMES}){_COLON}(?={_SPACE})")
_STARS = re.compile(r"\*\s?\*\s?\*")
_AFTER_STARS = re.compile(r"[^:\n]{2,160}(?=:\s)")
_DIRECTION = re.compile(rf"{_SPACE}*[(\[](?P<words>[^()\[\]\n]{{2,60}})[)\]]")
_OWN_LINE = re.compile(
    rf"(?:^|(?<=\n))(?:{_SPACE}|\t)*(?P<label>[{_CAPITAL}](?:[{_CAPITAL}’'.\-–]|{_SPACE}(?=[{_CAPITAL}])){{1,80}})"
    rf"(?:{_SPACE}|\t)*\n\s*(?=[A-ZÀ-Þ“\"(][a-zà-ÿ’'])"
)
_TITLES = re.compile(r"(?:MR|MS|MRS|DR|SENIOR|THE|POLISH|[A-Z]+ AIDE)\b")
_LEAST_REPEATED = 2
_MOST_NAMES = 4
_LEAST_SPEECH = 60


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    after: int
    role: TurnRole


def find_turns(document: Document, first: int, last: int) -> tuple[Turn, ...]:
    """Find the turns between the code points ``first`` and ``last``, each ends where the next label begins."""
    labels = _labels(document.text[:last], first)
    turns: list[Turn] = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start if number + 1 < len(labels) else last
        start, end = _words(document.text, label.after, end)
        if start < end:
            turns.append(Turn(label.role, document.span(label.start, label.end), document.span(start, end)))
    return tuple(turns)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of a turn begin and end: after a stage direction, without white space and marks at the end.

    A turn that is all stage direction ("(Laughter.)") keeps it for its words.
    """
    start, end = _trimmed(text, start, end)
    direction = _DIRECTION.match(text, start, end)
    if direction and any(p.fullmatch(direction["words"].strip(". ")) for _, p in gap_marks()):
        after, _ = _trimmed(text, direction.end(), end)
        start = after if after < end else start
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return start, end


def _labels(text: str, first: int) -> list[_Label]:
    found = [_made(m) for m in _QUESTION.finditer(text, first)]
    shouted = [m for m in _SHOUTED.finditer(text, first) if m["label"] not in ("Q", "A")]
    counts = Counter(_plain(m["label"]) for m in shouted)
    found.extend(_made(m) for m in shouted if _is_shouted_label(m["label"], counts))
    if found:
        found.extend(_made(m) for m in _BARE_QUESTION.finditer(text, first))
    if any(x.role is TurnRole.QUESTIONER for x in found):
        found.extend(_made(m) for m in _ANSWER.finditer(text, first))
    sure = len(found) >= _LEAST_REPEATED or any(x.role is TurnRole.QUESTIONER for x in found)
    found.extend(_named(text, first, shouting=sure))
    found.extend(_inside_paragraphs(text, first))
    if not found:
        found = _lines_of_their_own(text, first)
    if all(x.role is TurnRole.QUESTIONER and not text.startswith("Q", x.start) for x in found):
        return []  # the names of papers before their words, not questions
    kept: list[_Label] = []
    for label in sorted(found, key=lambda x: (x.start, -x.end)):
        if not kept or label.start >= kept[-1].after:
            kept.append(label)
    return kept


def _made(match: re.Match[str]) -> _Label:
    return _Label(*match.span("label"), match.end(), _role(match["label"]))


def _plain(label: str) -> str:
    return " ".join(label.split())


def _named(text: str, first: int, *, shouting: bool) -> list[_Label]:
    """Labels in mixed case at the head of a line: sure ones, and beside them those that alone would say nothing."""
    named = [m for m in _NAMED.finditer(text, first) if not m["label"].isupper()]
    named = [m for m in named if _plain(m["label"]).casefold() not in not_labels()]
    counts = Counter(_plain(m["label"]) for m in named)
    unnamed = [m for m in named if len(m["label"]) > 1 and _is_unnamed(m["label"])]
    sure = [m for m in named if _is_speaker(m["label"], counts)]
    if not (shouting or unnamed or any(_is_officeholder(m["label"]) for m in sure)):
        sure = sure if len({_plain(m["label"]) for m in sure}) >= _LEAST_REPEATED else []
    if len(sure) == 1 and not (shouting or unnamed) and len(text[sure[0].end() :].strip()) < _LEAST_SPEECH:
        return []
    if not (sure or shouting or (unnamed and any(_is_introduced(text, m) for m in named))):
        return [_made(m) for m in unnamed] if len({_plain(m["label"]) for m in unnamed}) >= _LEAST_REPEATED else []
    beside = [
        m for m in named if _may_speak(m["label"]) or _is_outlet(m["label"]) or (unnamed and _is_introduced(text, m))
    ]
    return [_made(m) for m in sorted({*sure, *unnamed, *beside}, key=lambda m: m.start())]


def _is_unnamed(label: str) -> bool:
    return any(part in turn_labels() for part in _parts(label))


def _parts(label: str) -> tuple[str, ...]:
    words = re.sub(r"\W+$", "", _plain(label).upper())
    return (words, *words.split(", "))


def _is_introduced(text: str, match: re.Match[str]) -> bool:
    """Whether a label is a person's name that the text above it has already told."""
    words = _plain(match["label"])
    above = text[: match.start("label")]
    return _is_name(words) and not find_phrases(words) and (words in above or f" {words.split()[-1]}" in above)


def _is_speaker(label: str, counts: Counter[str]) -> bool:
    """Whether words in mixed case before a colon surely name a speaker: an officeholder, a name that comes again."""
    words = _plain(label)
    if _is_officeholder(words) or (counts[words] >= _LEAST_REPEATED and _is_office(words)):
        return True
    head, _, office = words.partition(", ")
    named = any(m.start == 0 and m.end == len(head) and m.name for m in _people(head))
    named = named or (_is_name(head) and not find_phrases(head))
    return named and counts[words] >= _LEAST_REPEATED and (not office or _names_office(office))


def _may_speak(label: str) -> bool:
    """Whether words before a colon name a speaker where others speak: an office, a name with an office after it."""
    head, _, office = _plain(label).partition(", ")
    if any(m.start == 0 and m.end == len(head) and m.office for m in _people(head)):
        return True
    return bool(office) and _is_name(head) and not find_phrases(head) and _names_office(office)


def _inside_paragraphs(text: str, first: int) -> list[_Label]:
    """Labels inside a paragraph: an office with a name after "* * *", then everybody who speaks after it."""
    opening = next((x for m in _STARS.finditer(text, first) if (x := _after_stars(text, m.end()))), None)
    begins = [m for m in _NAMED.finditer(text, first) if _is_officeholder(m["label"])]
    start = opening.start if opening else begins[0].start() if begins else None
    if start is None:
        return []
    found = [opening] if opening else []
    matches = list(_INLINE.finditer(text, start))
    counts = Counter(_plain(m["label"]) for m in matches)
    names = {n for m in begins for n in [_plain(m["label"]).split()[-1]]}
    names |= {_plain(text[x.start : x.end]).split()[-1] for x in found}
    for match in matches:
        label = _plain(match["label"])
        if label.casefold() in not_labels() or (find_phrases(label) and not _begins_with_officeholder(label)):
            continue
        known = label.split()[-1] in names and len(label.split()) > 1
        repeated = counts[label] >= _LEAST_REPEATED and 1 < len(label.split()) <= _MOST_NAMES
        if known or repeated or label.upper() in turn_labels() or _begins_with_officeholder(label):
            found.append(_made(match))
    return found


def _after_stars(text: str, at: int) -> _Label | None:
    """The label between "* * *" and the next colon, behind a heading that may stand before it."""
    stretch = _AFTER_STARS.match(text, at)
    if stretch is None:
        return None
    words = stretch.group()
    for person in find_people(words, find_phrases(words)):
        if person.name and person.office and person.end == len(words.rstrip()):
            start = at + person.start
            return _Label(start, at + person.end, stretch.end() + 1, TurnRole.SPEAKER)
    return None


def _is_officeholder(label: str) -> bool:
    """Whether a label is all office and name ("President of Russia Vladimir Putin")."""
    words = _plain(label)
    return any(m.start == 0 and m.end == len(words) and m.name and m.office for m in _people(words))


def _is_office(words: str) -> bool:
    """Whether a label is an office alone ("Minister", "Foreign Secretary")."""
    return any(m.start == 0 and m.end == len(words) and m.office and not m.plural for m in _people(words))


def _begins_with_officeholder(label: str) -> bool:
    return any(m.start == 0 and m.name and m.office for m in _people(label))


def _people(words: str) -> list[PersonMention]:
    return find_people(words, find_phrases(words))


def _lines_of_their_own(text: str, first: int) -> list[_Label]:
    """Labels without a colon, each in capitals on a line of its own, in a text that has several of them."""
    found = [
        _made(m) for m in _OWN_LINE.finditer(text, first) if m["label"] in turn_labels() or _names_somebody(m["label"])
    ]
    return found if len(found) >= _LEAST_REPEATED else []


def _names_somebody(label: str) -> bool:
    words = _plain(label)
    return any(m.name and m.end == len(words) for m in _people(words))


def _role(label: str) -> TurnRole:
    """The role that a label tells, by itself or by a part of it ("Petra Lind, Moderator", "The Harbour Times")."""
    for part in _parts(label):
        if part in turn_labels():
            return turn_labels()[part]
    return TurnRole.QUESTIONER if _is_outlet(label) else TurnRole.SPEAKER


def _is_outlet(label: str) -> bool:
    words = _plain(label).upper().replace(",", "").split()
    return len(words) <= _MOST_NAMES and "AND" not in words and not outlet_words().isdisjoint(words)


def _is_shouted_label(label: str, counts: Counter[str]) -> bool:
    """Whether words in capitals before a colon name a speaker: an office, a title, a name, or a known label."""
    words = _plain(label)
    if words.casefold() in not_labels() or len(words) < 2:
        return False
    if words in turn_labels() or _TITLES.match(words):
        return True
    if any(m.name or m.office for m in _people(words)):
        return True
    if any(c.isdigit() for c in words):
        return False
    if len(words.split()) == 1:
        alike = any(words != other and other.split()[-1] == words for other in counts)
        return alike or (counts[words] >= _LEAST_REPEATED and len(words) > _MOST_NAMES - 2)
    return len(words.split()) <= _MOST_NAMES


def _is_name(words: str) -> bool:
    """Whether words have the shape of a person's name: two to four, in capitals but for particles between them."""
    parts = words.split()
    inner = all(w[:1].isupper() or re.fullmatch(_JOINING, w) for w in parts[1:-1])
    return 1 < len(parts) <= _MOST_NAMES + 1 and parts[0][:1].isupper() and parts[-1][:1].isupper() and inner


def _names_office(words: str) -> bool:
    return any(m.office for m in _people(words)) or words.upper() in turn_labels()
