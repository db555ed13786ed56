"""Put the tellings of each commitment together, say whose accounts have it, and follow it through later documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from memcon.comparing.commitments.finding import pledges_in
from memcon.comparing.commitments.later import Followed
from memcon.comparing.commitments.likeness import LEAST_WORDS, Likeness
from memcon.comparing.commitments.values import Commitment, Pledge, Standing
from memcon.comparing.material import Material, Undated, day_of, in_order, parties_of
from memcon.comparing.names import name_words
from memcon.linking.engagements import Engagement
from memcon.model import DocumentKind
from memcon.vocabulary.commitments import Firmness

SAME = 0.6
"""Share of the shorter telling's words, by weight, that two tellings of one commitment have in common."""
_ID_LENGTH = 6


def commitments(
    material: Material, engagements: Iterable[Engagement] | None = None, *, everything: bool = False
) -> list[Commitment]:
    """Give the commitments made at ``engagements`` (all, if none are given), by day and then by their words.

    Left out, unless ``everything`` is true, are views and attitudes ("agreed on the importance of ...") and what
    speakers of transcripts promise without a deed that can be seen.
    """
    likeness = Likeness(material)
    followed = Followed(material, likeness)
    pledges: dict[str, list[Pledge]] = {}
    found: list[Commitment] = []
    for engagement in in_order(material.engagements if engagements is None else engagements):
        told: list[Pledge] = []
        for document in sorted({k.document for k in engagement.accounts if material.accounts[k].main}):
            if document not in pledges:
                pledges[document] = pledges_in(material, document)
            told += [p for p in pledges[document] if p.account in engagement.accounts]
        told = [p for p in told if everything or _counts(p)]
        for group in _grouped(told, likeness, engagement):
            found.append(followed.follow(_commitment(material, engagement, group), engagement))
    return found


def _counts(pledge: Pledge) -> bool:
    return pledge.firm is Firmness.DEFINITE or (pledge.firm is Firmness.GENERAL and not pledge.spoken)


def _grouped(told: Sequence[Pledge], likeness: Likeness, engagement: Engagement) -> list[list[Pledge]]:
    """Tellings of one commitment together: of different documents, with most of the shorter one's words in common."""
    names = name_words(engagement.participants)
    groups: list[list[Pledge]] = []
    stems = {id(p): likeness.stems(p.object.text, names) for p in told}
    for pledge in told:
        for group in groups:
            if any(p.words.document == pledge.words.document for p in group):
                continue
            a, b = sorted((stems[id(group[0])], stems[id(pledge)]), key=len)
            share, common = likeness.share(a, b)
            if share >= SAME and len(common) >= LEAST_WORDS:
                group.append(pledge)
                break
        else:
            groups.append([pledge])
    return groups


def _commitment(material: Material, engagement: Engagement, group: Sequence[Pledge]) -> Commitment:
    fullest = max(group, key=lambda p: (p.due is not None, p.firm is Firmness.DEFINITE, len(p.words.text)))
    first = group[0]
    raw = f"{engagement.id}:{first.words.document}:{first.words.start}:{first.words.end}"
    standing, told, silent = _standing(material, engagement, group)
    return Commitment(
        id="C-" + hashlib.sha256(raw.encode()).hexdigest()[:_ID_LENGTH],
        engagement=engagement.id,
        day=_day(material, engagement, first),
        pledge=fullest,
        tellings=tuple(group),
        standing=standing,
        told_by=told,
        not_told_by=silent,
    )


def _day(material: Material, engagement: Engagement, pledge: Pledge) -> str:
    day = day_of(engagement)
    return day if day != Undated else material.day(pledge.words.document) or Undated


def _standing(
    material: Material, engagement: Engagement, group: Sequence[Pledge]
) -> tuple[Standing, tuple[str, ...], tuple[str, ...]]:
    """In whose accounts of the engagement a commitment stands, the sides that tell it, and those that do not."""
    parties = parties_of(engagement)
    told: set[str] = set()
    sides: set[str] = set()
    joint = False
    for pledge in group:
        document = pledge.words.document
        told |= material.issuers[document] & parties
        joint = joint or material.readings[document].kind.value is DocumentKind.JOINT_STATEMENT
    for key in engagement.accounts:
        account = material.accounts[key]
        if account.main and not material.is_copied(key.document, account.kind.spans[0]):
            sides |= {material.homes[key.document] or ""} & parties
    silent = tuple(sorted(sides - told))
    if joint:
        standing = Standing.JOINT
    elif not told:
        standing = Standing.OTHERS
    elif len(told) > 1:
        standing = Standing.BOTH
    else:
        standing = Standing.ONE if silent else Standing.ALONE
    return standing, tuple(sorted(told)), silent
