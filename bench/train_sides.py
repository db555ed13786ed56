#!/usr/bin/env python3
"""Estimate the weights by which points of two accounts are matched, from comparisons made by hand.

usage: bench/train_sides.py [SHARED] [--by-words]

A logistic regression over all pairs of points of the comparisons that bench/sides.py reads: does the gold have them as
one? Prints the weights beside those in use, and, with each comparison left out once and matched by weights estimated
from the others, the pairs that come out right. Points are taken whole; items are not part of it.
"""

import json
import sys
from pathlib import Path

import numpy as np

from memcon import documents, read_document
from memcon.comparing.sides import encoder, sides_of
from memcon.comparing.sides.comparison import commons_of
from memcon.comparing.sides.content import content_of
from memcon.comparing.sides.likeness import Scale
from memcon.comparing.sides.matching import THRESHOLD
from memcon.comparing.sides.points import points_of
from memcon.scoring.likeness import overlap
from memcon.vocabulary.sides import Sign, sign_weights
from sides import SETS

SIGNS = [sign for sign in Sign if sign is not Sign.PRIOR]
RIDGE = 1.0  # pulls weights of standardised signs towards 0: there are few comparisons


def table(model, documents_by_name, row):
    """The strength of each sign for each pair of points, and whether the gold has the pair."""
    sides = sides_of([(documents_by_name[row[s]], read_document(documents_by_name[row[s]])) for s in "ab"])
    columns = [
        [content_of(p.span, p.speakers, p.act, common) for p in points_of(s.document, s.reading, s.account)]
        for s, common in zip(sides, commons_of(sides), strict=True)
    ]
    scale = Scale([c for column in columns for c in column], model)
    u, v = (scale.vectors(column) for column in columns)
    near = u @ v.T if u is not None and v is not None else np.zeros((len(columns[0]), len(columns[1])))
    signs = [[scale.signs(a, b, near[i, j]) for j, b in enumerate(columns[1])] for i, a in enumerate(columns[0])]
    strength = np.array([[[s[sign] for sign in SIGNS] for s in line] for line in signs])
    gold = np.zeros(strength.shape[:2])
    for x, y, *_ in (*row["both"], *row["contradict"]):
        fit, i, j = max(
            (min(overlap(a.span.text, x), overlap(b.span.text, y)), i, j)
            for i, a in enumerate(columns[0])
            for j, b in enumerate(columns[1])
        )
        if fit >= 0.3:
            gold[i, j] = 1
    return strength, gold


def fitted(tables):
    """Intercept and weights, by Newton's method on standardised signs."""
    x = np.vstack([s.reshape(-1, len(SIGNS)) for s, _ in tables])
    y = np.concatenate([g.ravel() for _, g in tables])
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / deviation]
    ridge = RIDGE * np.diag([0.0, *[1.0] * len(SIGNS)])
    w = np.zeros(z.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve(
            (z * (p * (1 - p))[:, None]).T @ z + ridge + 1e-9 * np.eye(len(w)), z.T @ (p - y) + ridge @ w
        )
    return w[0] - (w[1:] * mean / deviation).sum(), w[1:] / deviation


def matched(odds):
    """The likeliest pair first, each point once."""
    rows, columns = set(), set()
    for value, i, j in sorted(((odds[i, j], i, j) for i, j in np.ndindex(odds.shape)), reverse=True):
        if value >= THRESHOLD and i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            yield i, j


def main():
    by_words = "--by-words" in sys.argv
    model = None if by_words else encoder()
    tables = []
    names = []
    for name, (inputs, comparisons) in SETS.items():
        if not Path(comparisons).exists():
            print(f"{name}: skipped, {comparisons} is not there")
            continue
        known = {d.name: d for d in documents([inputs])}
        for line in comparisons.read_text(encoding="utf-8").splitlines():
            tables.append(table(model, known, json.loads(line)))
            names.append(name)
    intercept, weights = fitted(tables)
    column = "without" if by_words else "with_encoder"
    print(f"prior\t{-intercept:.2f}\tin use {getattr(sign_weights()[Sign.PRIOR], column)}")
    for sign, weight in zip(SIGNS, weights, strict=True):
        print(f"{sign}\t{weight:.2f}\tin use {getattr(sign_weights()[sign], column)}")
    for name in dict.fromkeys(names):
        right = gold = given = 0
        for at in [n for n, of in enumerate(names) if of == name]:
            b, w = fitted(tables[:at] + tables[at + 1 :])
            found = list(matched(tables[at][0] @ w + b))
            right += int(sum(tables[at][1][pair] for pair in found))
            gold, given = gold + int(tables[at][1].sum()), given + len(found)
        score = 2 * right / (gold + given)
        print(f"{name}, each left out once: pairs F1 {score:.3f} ({right} right of {gold}, {given} given)")


if __name__ == "__main__":
    main()
