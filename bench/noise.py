#!/usr/bin/env python3
"""Print a fixed sample of the people whom documents tell of, to be judged by hand.

usage: bench/noise.py [DOCUMENTS [PEOPLE]]    reads so many (800 if not given) of ../shared/corpus, evenly spread, and
                                              prints so many (200) of their people

One line each: how often, name, party, other forms of the name, offices. The sample is drawn by a hash of name and
party, so that the same people come again after a change. docs/quality.md tells what counts as a fault.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from pathlib import Path

from memcon.linking.people import Mention, People, Person, people_of
from memcon.reading.reader import read_document
from memcon.sources import documents
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import name_words

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
MOST_OFFICES = 8


def lines_of(people: People, wanted: int) -> list[str]:
    """Give a line for each person of the sample, by name."""
    mentions: dict[Person, list[Mention]] = defaultdict(list)
    for mention in people.mentions:
        person = people.person(mention.key, mention.number)
        if person is not None:
            mentions[person].append(mention)
    drawn = sorted(mentions, key=_draw)[:wanted]
    return [_line(person, mentions[person]) for person in sorted(drawn, key=lambda p: (p.name, p.party or ""))]


def _draw(person: Person) -> str:
    words = " ".join((*name_words(person.name), person.party or ""))
    return hashlib.sha256(words.encode()).hexdigest()


def _line(person: Person, told: list[Mention]) -> str:
    forms = Counter(m.name for m in told if m.name and m.name != person.name)
    offices = Counter(m.office for m in told if m.office)
    parties = Counter(m.party for m in told if m.party and m.party != person.party)
    cells = [
        str(len(told)),
        person.name,
        person.party or "-",
        "; ".join(f"{form} ×{times}" for form, times in sorted(forms.items())),
        "; ".join(f"{office} ×{times}" for office, times in offices.most_common(MOST_OFFICES)),
        "; ".join(f"also told as {party} ×{times}" for party, times in sorted(parties.items())),
    ]
    return " | ".join(cells)


def main() -> None:
    """Read, tell people apart, print the sample."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    files = sorted(str(path) for path in CORPUS.glob("*.jsonl"))
    if not files:
        print(f"skipped: {CORPUS} is not there")
        return
    found = list(documents(files, on_failure=print))
    sample = [found[at * len(found) // wanted] for at in range(min(wanted, len(found)))]
    people = people_of([read_document(document) for document in sample], Roster.with_own())
    print("\n".join(lines_of(people, int(sys.argv[2]) if len(sys.argv) > 2 else 200)))
    print(f"{len(sample)} documents, {len(people.persons)} people")


if __name__ == "__main__":
    main()
