"""Find forums: named formats from the vocabulary, and capitalised phrases that a forum word makes a name.

"C5+1", "NATO Foreign Ministerial", "Berlin II Conference on Libya", "U.S.-Pakistan Health Dialogue",
"resumed Fifth Session of the United Nations Environment Assembly".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.reading.forum_extents import GENERIC, is_day, name_end, name_start
from memcon.reading.tokens import Token, tokenise
from memcon.vocabulary.forums import ForumKind, body_words, forum, forum_words
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.states import codes

_KEPT_BEFORE = frozenset({"inaugural", "anniversary", "resumed", "extraordinary", "informal"})
_LEVEL = re.compile(
    r"(?:(?:foreign|defen[cs]e|finance|trade|energy|climate|health) )?(?:ministers|leaders|heads of state|"
    r"foreign secretaries)[’']?s?[’']?"
    r" (?:meeting|summit|conference|session)|senior officials[’']? meeting|summit|ministerial(?: meeting)?|"
    r"plenary(?: session)?|"
    r"leaders[’'] meeting",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"(?:[Mm]eeting|[Ss]ummit|[Cc]onference|[Ss]ession) of (?:the )?(?:[Ff]oreign |[Dd]efen[cs]e |[Pp]rime )?"
    r"(?:[Mm]inisters|[Ll]eaders|[Hh]eads of [Ss]tate|[Pp]residents|[Cc]ouncil|[Ff]oreign [Mm]inisters)"
    r"(?: of (?:the )?(?:[A-Z][\w.+’-]*)(?:(?: |, | and | and the |, and )[A-Z][\w.+’-]*)*)?"
)


_SITTING_OF = re.compile(
    r"(?:plenary )?(?:ministerial|foreign ministers|leaders)[’']? ?(?:meeting|session|plenary|summit|conference)"
    r" of (?:the )?$",
    re.IGNORECASE,
)
_IN_SMALL = re.compile(
    r" (?:[a-z]+ ){0,3}(?:consultations?|dialogue|commission|committee|working group|talks|negotiations)\b"
)
_ROUND_OF = re.compile(
    r"\b(?:(?:round|session|meeting|sitting|edition) of(?: the)?|\d+(?:st|nd|rd|th)|first|second|third|"
    r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|previous) $"
)
_MEETING_BEFORE = re.compile(
    r"\b(?P<name>(?:(?:informal|extraordinary|emergency|special|virtual) )?"
    r"(?:meeting|summit|conference|session|retreat) of )(?:the )?(?:27 )?$",
    re.IGNORECASE,
)
_COLLEGE_AFTER = re.compile(
    r"(?:[’']s)? (?:(?:foreign|defen[cs]e|interior|justice|finance|trade|energy|health|environment|climate|"
    r"agriculture|development|european affairs|foreign affairs) )?"
    r"(?:ministers|leaders|heads of state(?: and government)?|foreign secretaries)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO_STATES = re.compile(r"\b[A-Z][\w.]+[-–](?=[A-Z])")  # "the U.S.-Russian Summit"
_NUMBERED = re.compile(
    r"^(?:\d+(?:st|nd|rd|th)|[IVX]{2,5}|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b"
)
_SESSION_BEFORE = re.compile(r"\b(?:session|meeting|round|sitting|edition)s? of (?:the )?$", re.IGNORECASE)
_ONE_VOICE = frozenset({"EU"})  # bodies for which one person meets a minister: "Japan-EU Foreign Ministers' Meeting"
_OF_THE_PRESS = frozenset({"Press", "News", "Media"})  # "in Joint Press Conference"
_ANY_ONE = frozenset({"Event", "Workshop", "Roundtable", "Session", "Meeting"})
_BETWEEN = re.compile(r"\w[-–/](?=[A-Z])| (?:and|–|-|with) ")  # not "American Council on Germany"
_OF_SEVERAL = re.compile(r"\b(?:Joint|Inter-?[Gg]overnmental|Bi-?[Nn]ational|Mixed|Bilateral|Trilateral)\b")


@dataclass(frozen=True, slots=True)
class ForumMention:
    """A forum in a text (offsets in the text handed in).

    ``kind`` is "conference" or "meeting"; ``parties`` are the codes that take part by definition.
    """

    start: int
    end: int
    kind: str
    parties: tuple[str, ...]
    known: bool
    text: str


def find_forums(text: str, phrases: Sequence[Match], people: Sequence[tuple[int, int]] = ()) -> list[ForumMention]:
    """Find the forums named in ``text``, in order, not overlapping; ``people`` are ranges that name persons."""
    tokens = tokenise(text)
    party = _covered(tokens, phrases)
    found = [m for i in range(len(tokens)) if (m := _capitalised_forum(text, tokens, party, phrases, i))]
    for phrase in phrases:
        if phrase.kind == "forum":
            row = forum(phrase.code)
            end = _with_level(text, phrase.end)
            kind = "conference" if end > phrase.end else str(row.kind)
            start = _with_adjective(text, phrase.start)
            found.append(ForumMention(start, end, kind, row.parties, True, text[start:end]))
        elif phrase.kind in ("organisation", "organisation-adjective"):
            end = _with_level(text, phrase.end)
            if end == phrase.end and (sitting := _met_as_body(text, phrase)) is not None:
                found.append(sitting)
            elif end > phrase.end:
                first, parties = _hyphened(text, phrases, phrase)
                start = _with_adjective(text, first)
                two = len(parties) > 1 and phrase.code in _ONE_VOICE and text[start:end].casefold().endswith("meeting")
                kind = "meeting" if two else "conference"
                found.append(ForumMention(start, end, kind, parties, len(parties) == 1, text[start:end]))
    found.extend(_between_two(text, phrases))
    for match in _MEETING_OF.finditer(text):
        if " of " in match.group()[12:]:
            found.append(ForumMention(match.start(), match.end(), "conference", (), False, match.group()))
    found = _longest([m for m in found if not any(s < m.end and m.start < e for s, e in people)])
    return [m for k, m in enumerate(found) if not (k and _abbreviates(text, found[k - 1], m))]


def _between_two(text: str, phrases: Sequence[Match]) -> list[ForumMention]:
    """Numbered sittings of two states in small letters: "third round of the Kyrgyz-Uzbek political consultations"."""
    found: list[ForumMention] = []
    states = [p for p in phrases if p.kind.startswith("state")]
    for first, second in pairwise(states):
        sitting = _IN_SMALL.match(text, second.end)
        joined = text[first.end : second.start] in ("-", "–")
        if sitting and joined and first.code != second.code and _ROUND_OF.search(text, 0, first.start):
            end = sitting.end()
            found.append(
                ForumMention(first.start, end, "meeting", (first.code, second.code), False, text[first.start : end])
            )
    return found


def _met_as_body(text: str, body: Match) -> ForumMention | None:
    """A sitting of a body at its level, told before its name: "the plenary ministerial meeting of the Coalition"."""
    before, college = _MEETING_BEFORE.search(text, 0, body.start), _COLLEGE_AFTER.match(text, body.end)
    if before is not None and college is not None:  # "an informal meeting of EU Foreign Ministers"
        start, end = before.start("name"), college.end()
        return ForumMention(start, end, "conference", (body.code,), True, text[start:end])
    before = _SITTING_OF.search(text, 0, body.start)
    if before is None:
        return None
    return ForumMention(before.start(), body.end, "conference", (body.code,), True, text[before.start() : body.end])


def _abbreviates(text: str, full: ForumMention, short: ForumMention) -> bool:
    """Whether a forum in brackets is the one named before them: "Conference of the Parties to ... (COP27)"."""
    return text[full.end : short.start] == " (" and text[short.end : short.end + 1] == ")"


def _hyphened(text: str, phrases: Sequence[Match], body: Match) -> tuple[int, tuple[str, ...]]:
    """Where a body's name with the party joined to it begins, and both codes: "U.S.-EU" + " summit"."""
    for phrase in phrases:
        if (
            phrase.end == body.start - 1
            and text[phrase.end] in "-–"
            and phrase.kind.startswith(("state", "organisation"))
        ):
            return phrase.start, (phrase.code, body.code)
    return body.start, (body.code,)


def _covered(tokens: list[Token], phrases: Sequence[Match]) -> list[bool]:
    return [any(p.start <= t.start < p.end for p in phrases if p.kind != "place") for t in tokens]


def _with_level(text: str, end: int) -> int:
    """Take in what stands after the name of a body: "G7" + " leaders’ meeting", "NATO" + " Summit"."""
    after = re.compile(r"(?: \([A-Z][\w+-]*\))?[’']?s? ").match(text, end)
    if not after:
        return end
    level = _LEVEL.match(text, after.end())
    return level.end() if level else end


def _with_adjective(text: str, start: int) -> int:
    """Take in "anniversary", "resumed" or "inaugural" before a forum's name."""
    before = re.search(r"(\w+) $", text[max(0, start - 24) : start])
    return start - len(before.group()) if before and before.group(1) in _KEPT_BEFORE else start


def _capitalised_forum(
    text: str, tokens: list[Token], party: list[bool], phrases: Sequence[Match], i: int
) -> ForumMention | None:
    """A forum name whose forum word is token ``i``."""
    kind = forum_words().get(tokens[i].text)
    body = body_words().get(tokens[i].text) if kind is None else None
    if (kind is None and body is None) or (i > 0 and tokens[i - 1].text in _OF_THE_PRESS):
        return None
    first, last = name_start(tokens, party, i), name_end(tokens, party, i + 1)
    first = _past_date(tokens, first, i)
    telling = [at for at in range(first, last) if _distinguishes(tokens[at], party[at])]
    if not telling or _of_states_only(tokens, party, telling, i):
        return None
    if last - first < 2 or (last - first == 2 and tokens[first].text in ("The", "This", "Our", "A")):
        return None
    start, end = _with_adjective(text, tokens[first].start), tokens[last - 1].end
    if first > 0 and tokens[first - 1].text in ("a", "an") and tokens[i].text in _ANY_ONE:
        return None  # "at a Youth Outreach Event" names none
    if kind is None and not _sits(text, start, end, phrases):
        return None
    found = _sitting(text, tokens[i].text, start, end, phrases) or str(kind or body)
    both = "meeting" if _TWO_STATES.search(text, start, end) else found
    return ForumMention(start, end, found, _inside(phrases, start, end, both), False, text[start:end])


def _of_states_only(tokens: list[Token], party: list[bool], telling: list[int], at: int) -> bool:
    """Whether only states tell: "the Meeting of the United States and", "the United States Congress"."""
    states = all(party[k] for k in telling)
    meeting_of = telling[0] > at + 1 and tokens[at].text == "Meeting" and tokens[at + 1].text == "of"
    return states and (tokens[at].text == "Congress" or meeting_of)


def _past_date(tokens: list[Token], first: int, at: int) -> int:
    """Where a forum's name begins after a date: "the July 15-16, 2021 International Conference"."""
    while first < at and is_day(tokens[first].text) and tokens[first + 1].text != "+":
        first += 1
    dated = first > 0 and tokens[first - 1].text == "," and _YEAR.fullmatch(tokens[first].text)
    return first + 1 if dated else first


def _sitting(text: str, word: str, start: int, end: int, phrases: Sequence[Match]) -> str | None:
    """Whether a name tells a sitting of few: "U.S.-EU Task Force Meeting", "the U.S.-Russian Summit"."""
    named = _inside(phrases, start, end, "meeting")
    two = len(named) == 2
    both_states = two and all(code in codes() for code in named)
    meeting = (
        _OF_SEVERAL.search(text[start:end])
        or (two and word in ("Meeting", "Session"))
        or (both_states and word == "Summit" and _TWO_STATES.search(text, start, end))
    )
    return str(ForumKind.MEETING) if meeting else None


def _sits(text: str, start: int, end: int, phrases: Sequence[Match]) -> bool:
    """Whether words tell of a sitting of a standing body: its number, a session of it, or two states in its name."""
    states = {p.code for p in phrases if start <= p.start and p.end <= end and p.kind.startswith("state")}
    name = text[start:end]
    return (
        (len(states) > 1 and _BETWEEN.search(name) is not None)
        or _NUMBERED.search(name) is not None
        or _SESSION_BEFORE.search(text, 0, start) is not None
        or (
            _OF_SEVERAL.search(name) is not None
            and re.match(r" (?:meeting|session)\b", text[end : end + 9]) is not None
        )
    )


def _inside(phrases: Sequence[Match], start: int, end: int, kind: str) -> tuple[str, ...]:
    """Parties that a forum's name tells: its organisation, or the two states of a dialogue."""
    states = kind == "meeting"
    found = [
        p.code
        for p in phrases
        if start <= p.start
        and p.end <= end
        and (p.kind.startswith("organisation") or (states and p.kind.startswith("state")))
    ]
    return tuple(dict.fromkeys(found))


def _distinguishes(token: Token, covered: bool) -> bool:
    """Whether a word tells one forum from others: "Trilateral Ministerial Meeting" alone names none."""
    if covered:
        return True
    return token.capitalised and token.text not in forum_words() and token.text not in GENERIC


def _longest(found: list[ForumMention]) -> list[ForumMention]:
    """Keep the longest of overlapping mentions, in order."""
    kept: list[ForumMention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start, not m.known)):
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
