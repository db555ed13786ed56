"""What later documents say of a commitment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.comparing.commitments.finding import head_of
from memcon.comparing.commitments.likeness import LEAST_WORDS, Likeness
from memcon.comparing.commitments.values import Commitment, Fate, Later
from memcon.comparing.material import Material, Undated, day_of, parties_of
from memcon.comparing.names import name_words
from memcon.comparing.words import content_stems
from memcon.linking.engagements import Engagement
from memcon.model import PROMISES, EngagementKind, Span, Status
from memcon.vocabulary.commitments import CueRole, Deed, Firmness, cue_pattern, deeds_in
from memcon.vocabulary.forum_names import forum_name

LEAST_SHARE, LEAST_SHARE_OF_MANY, MANY = 0.65, 0.5, 5
"""Share of the object's words, by weight, that a later sentence must have: any words, or at least five."""
LEAST_WEIGHT = 0.9
"""Weight (1 for a word of one document alone, less for commoner ones) that the words in common have together."""
_MOST = 5
"""Later mentions that are kept of one commitment and one fate."""
_BEFORE = 30
_TO_MEET = frozenset(
    {"hold", "host", "convene", "reconvene", "meet", "visit", "travel", "organize", "organise", "resume"}
)
"""Deeds that are themselves engagements."""


class Followed:
    """The later documents of parties' dealings, by day."""

    def __init__(self, material: Material, likeness: Likeness) -> None:
        self._material = material
        self._likeness = likeness
        self._told = [
            (day_of(e), e, tuple(sorted({k.document for k in e.accounts if material.accounts[k].main})))
            for e in material.engagements
            if day_of(e) != Undated
        ]

    def follow(self, commitment: Commitment, engagement: Engagement) -> Commitment:
        """Give the commitment with what the later documents of its parties' dealings say of it.

        These are documents of later days that report an engagement of an owner and another of the parties.
        """
        parties = parties_of(engagement)
        owners = set(commitment.owners)
        places: dict[str, str] = {}
        held: list[Engagement] = []
        for day, other, documents in self._told:
            common = parties_of(other) & parties
            if day <= commitment.day or len(common) < max(2, (len(parties) + 1) // 2) or not common & owners:
                continue
            held.append(other)
            for document in documents:
                places.setdefault(document, day)
        found = [*self._meetings(commitment, held), *self._words(commitment, engagement, places)]
        kept = [
            x
            for fate in Fate
            for x in sorted((f for f in found if f.fate is fate), key=lambda f: (-f.score, f.day, f.words))[:_MOST]
        ]
        later = tuple(sorted(kept, key=lambda f: (f.day, f.words)))
        until = max(places.values(), default=None)
        return replace(commitment, later=later, searched=tuple(sorted(places)), until=until)

    def _words(self, commitment: Commitment, engagement: Engagement, places: dict[str, str]) -> Iterator[Later]:
        """Later sentences of the same words."""
        pledge = commitment.pledge
        said = pledge.object.text
        if pledge.due is not None:
            at = pledge.due.words.start - pledge.object.start
            said = said[:at] + said[at + len(pledge.due.words.text) :]
        wanted = self._likeness.stems(said, name_words(engagement.participants))
        if len(wanted) < LEAST_WORDS:
            return
        for document, day in sorted(places.items(), key=lambda p: (p[1], p[0])):
            best: Later | None = None
            for span, stems in self._likeness.sentences(document):
                score, common = self._likeness.share(wanted, stems)
                if not _on_the_matter(score, common, self._likeness.weight(common)):
                    continue
                if self._material.is_copied(document, span):
                    continue
                fate, why = self._fate(commitment, document, span, wanted)
                reason = f"{score:.0%} of its words ({', '.join(common[:6])}); {why}"
                one = Later(document, span, day, fate, round(score, 3), reason)
                if best is None or (one.fate is Fate.CARRIED_OUT, one.score) > (
                    best.fate is Fate.CARRIED_OUT,
                    best.score,
                ):
                    best = one
            if best is not None:
                yield best

    def _fate(self, commitment: Commitment, document: str, span: Span, wanted: frozenset[str]) -> tuple[Fate, str]:
        """What a sentence on the matter says of it."""
        done = cue_pattern(CueRole.DONE).search(span.text)
        if done:
            return Fate.CARRIED_OUT, f"says “{done.group()}”"
        deed = _head(commitment)
        if deed is not None and deed.row.firm is Firmness.DEFINITE:
            for other in deeds_in(span.text):
                if other.row == deed.row and other.past and not _to_come(span.text, other):
                    return Fate.CARRIED_OUT, f"tells the deed as done: “{span.text[other.start : other.end]}”"
        for account in self._material.readings[document].accounts:
            for statement in account.statements:
                overlaps = statement.text.start < span.end and span.start < statement.text.end
                if not overlaps or statement.act.value not in PROMISES:
                    continue
                share, common = self._likeness.share(wanted, frozenset(content_stems(statement.text.text)))
                if _on_the_matter(share, common, self._likeness.weight(common)):
                    return Fate.REPEATED, f"{statement.act.value.value}d again"
        binds = cue_pattern(CueRole.AGREED, CueRole.DECIDED, CueRole.PLEDGED).search(span.text)
        if binds or any(head_of(span.text[m.end() :]) for m in cue_pattern(CueRole.WILL).finditer(span.text)):
            return Fate.REPEATED, "promised again"
        return Fate.MENTIONED, "neither promised again nor told as done"

    def _meetings(self, commitment: Commitment, held: Sequence[Engagement]) -> Iterator[Later]:
        """Later engagements of the parties that are the meeting that was agreed: by its forum, or by place and date."""
        words = commitment.pledge.object.text
        deed = _head(commitment)
        if deed is None or deed.row.verb not in _TO_MEET:
            return
        due = commitment.due
        for engagement in held:
            status = engagement.status.preferred
            kind = engagement.kind.preferred
            if (
                status is None
                or status.value is not Status.HELD
                or kind is None
                or kind.value is EngagementKind.MESSAGE
            ):
                continue
            reasons = list(_same_meeting(words, engagement))
            if due and due.date:
                if day_of(engagement)[: len(due.date)] != due.date[: len(day_of(engagement))]:
                    continue
                reasons.append(f"when it was due, {due.date}")
            if not reasons or (len(reasons) == 1 and "was held" not in reasons[0]):
                continue
            key = (
                next(k for k in engagement.accounts if self._material.accounts[k].main)
                if engagement.main
                else engagement.accounts[0]
            )
            span = self._material.accounts[key].kind.spans[0]
            yield Later(key.document, span, day_of(engagement), Fate.CARRIED_OUT, 1.0, "; ".join(reasons))


def _same_meeting(words: str, engagement: Engagement) -> Iterator[str]:
    forum, place = engagement.forum.preferred, engagement.place.preferred
    if forum and forum_name(forum.value).topics:
        topics = forum_name(forum.value).topics
        there = forum_name(words).topics
        if len(topics) > 1 and topics <= there:
            yield f"{forum.value} was held"
    if place and place.value.city and re.search(rf"\b{re.escape(place.value.city)}\b", words):
        yield f"an engagement of the parties in {place.value.city}"


def _on_the_matter(score: float, common: Sequence[str], weight: float) -> bool:
    """Whether enough words are in common, and not merely such as many texts have."""
    if weight < LEAST_WEIGHT:
        return False
    enough = score >= LEAST_SHARE and len(common) >= LEAST_WORDS
    return enough or (score >= LEAST_SHARE_OF_MANY and len(common) >= MANY)


def _head(commitment: Commitment) -> Deed | None:
    words = commitment.pledge.object.text
    return head_of(words) or next(iter(deeds_in(words)), None)


def _to_come(text: str, deed: Deed) -> bool:
    """Whether the words right before a form tell that the deed is still to come, or that it is an adjective."""
    before = text[max(0, deed.start - _BEFORE) : deed.start].split()[-2:]
    return any(cue_pattern(CueRole.NOT_YET).fullmatch(word) for word in before)
