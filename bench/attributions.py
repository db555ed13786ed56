#!/usr/bin/env python3
"""Score memcon.attributions and its rivals on PolNeAR, news articles in which every attribution was marked by hand.

usage: bench/attributions.py [GIT_DIRECTORY] [--part dev|train] [--errors]

GIT_DIRECTORY is that of a clone of github.com/networkdynamics/PolNeAR (default ../PolNeAR/.git beside this repository).
The corpus states no licence, so it is read with git and measured on, and nothing of it is kept. A content found pairs
with the marked content of which it covers most, at least 0.3. "quoted" counts those whose content holds a quotation
mark; "exact" is the F1 of contents that are equal once quotation marks and punctuation at their ends are gone;
"speaker" is the share of pairs whose sources share a character, or that have none on both sides. Rivals, in the same
run: every stretch between quotation marks; memcon's own statements, as read from readouts; and textacy's
direct_quotations where textacy is installed (it is no dependency). Says that it skipped where the corpus is not there.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import memcon
from memcon.reading.attribution_paragraphs import paragraphs_of
from memcon.reading.clauses import find_clauses

LEAST = 0.3
MARKS = '"“”'
ENDS = " \n\t\"“”'.,;:!?—-"
Found = tuple[frozenset[int], frozenset[int], str]  # the characters of a content and of its source, the cue
Finder = Callable[[str], list[Found]]


@dataclass
class Tally:
    """Counts of one finder over all documents."""

    pairs: int = 0
    extra: int = 0
    missed: int = 0
    quoted: list[int] = field(default_factory=lambda: [0, 0, 0])
    exact: list[int] = field(default_factory=lambda: [0, 0, 0])
    speakers: int = 0
    faults: list[str] = field(default_factory=list)

    def row(self) -> str:
        speaker = 100 * self.speakers / max(1, self.pairs)
        every = f1(self.pairs, self.extra, self.missed)
        precision, recall = self.pairs / max(1, self.pairs + self.extra), self.pairs / max(1, self.pairs + self.missed)
        hits, ours, theirs = self.exact
        exact = 200 * hits / max(1, ours + theirs)
        return f"{100 * precision:9.1f}{100 * recall:8.1f}{every:8.1f}{f1(*self.quoted):9.1f}{exact:8.1f}{speaker:9.1f}"


def f1(hit: int, extra: int, missed: int) -> float:
    return 200 * hit / max(1, 2 * hit + extra + missed)


def git(directory: str, *words: str) -> str:
    done = subprocess.run(["git", "-C", directory, *words], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def articles(directory: str, part: str) -> Iterator[tuple[str, str, list[Found]]]:
    """The name, text and marked attributions of each article; of several files of marks, the first."""
    names = git(directory, "ls-tree", "-r", "--name-only", "HEAD", f"data/{part}/attributions").splitlines()
    seen: set[str] = set()
    for name in sorted(names):
        stem = Path(name).stem.rsplit("_", 1)[0]
        if stem not in seen and name.endswith(".ann"):
            seen.add(stem)
            text = git(directory, "show", f"HEAD:data/{part}/text/{stem}.txt")
            yield stem, text, list(marked(git(directory, "show", f"HEAD:{name}")))


def marked(lines: str) -> Iterator[Found]:
    spans: dict[str, frozenset[int]] = {}
    for line in lines.splitlines():
        cells = line.split("\t")
        if line.startswith("T"):
            ranges = [tuple(map(int, r.split())) for r in cells[1].split(" ", 1)[1].split(";")]
            spans[cells[0]] = frozenset(i for start, end in ranges for i in range(start, end))
        elif line.startswith("E"):
            roles: dict[str, set[int]] = {"Content": set(), "Source": set()}
            for role, name in (word.split(":") for word in cells[1].split()[1:]):
                for kind in roles:
                    roles[kind] |= spans.get(name, frozenset()) if role.startswith(kind) else set()
            if roles["Content"]:
                yield frozenset(roles["Content"]), frozenset(roles["Source"]), ""


def score(found: list[Found], gold: list[Found], text: str, tally: Tally) -> None:
    ranked = sorted(
        ((len(f[0] & g[0]) / len(g[0]), i, j) for i, f in enumerate(found) for j, g in enumerate(gold) if f[0] & g[0]),
        reverse=True,
    )
    ours: dict[int, int] = {}
    for share, i, j in ranked:
        if share >= LEAST and i not in ours and j not in ours.values():
            ours[i] = j
            tally.speakers += bool(found[i][1] & gold[j][1]) or not (found[i][1] or gold[j][1])
            tally.quoted[0] += quoted(gold[j], text)
    extra = [f for i, f in enumerate(found) if i not in ours]
    missed = [g for j, g in enumerate(gold) if j not in ours.values()]
    tally.pairs, tally.extra, tally.missed = (
        tally.pairs + len(ours),
        tally.extra + len(extra),
        tally.missed + len(missed),
    )
    tally.quoted[1] += sum(quoted(f, text) for f in extra)
    tally.quoted[2] += sum(quoted(g, text) for g in missed)
    a, b = {trimmed(f[0], text) for f in found}, {trimmed(g[0], text) for g in gold}
    for n, count in enumerate((len(a & b), len(a), len(b))):
        tally.exact[n] += count
    tally.faults += [f"extra   {words(f, text)}" for f in extra] + [f"missed  {words(g, text)}" for g in missed]


def quoted(found: Found, text: str) -> bool:
    return any(text[i] in MARKS for i in found[0])


def trimmed(content: frozenset[int], text: str) -> tuple[int, int]:
    start, end = min(content), max(content) + 1
    while start < end and text[start] in ENDS + ")":
        start += 1
    while end > start and text[end - 1] in ENDS + "(":
        end -= 1
    return start, end


def words(found: Found, text: str) -> str:
    return f"[{found[2]}] " + " ".join(text[min(found[0]) : max(found[0]) + 1].split())


def ours(text: str) -> list[Found]:
    return [
        (
            frozenset(range(a.content.start, a.content.end)),
            frozenset(range(a.source.start, a.source.end)) if a.source else frozenset(),
            a.cue.text if a.cue else "",
        )
        for a in memcon.attributions(text)
    ]


def marks_only(text: str) -> list[Found]:
    """Whatever stands between quotation marks; nobody is named."""
    found = []
    for paragraph in paragraphs_of(text):
        for quote in paragraph.quotes:
            found.append((frozenset(range(*paragraph.view.canonical(*quote))), frozenset[int](), ""))
    return found


def statements(text: str) -> list[Found]:
    """The clauses that memcon reads as statements in readouts; their text begins with the verb of saying."""
    found = []
    for paragraph in paragraphs_of(text):
        for clause in find_clauses(paragraph.doc):
            inside = clause.verb is not None and clause.start <= clause.verb[0] < clause.end
            start = clause.verb[1] if clause.verb and inside else clause.start
            if start < clause.end:
                content = frozenset(range(*paragraph.view.canonical(start, clause.end)))
                who = (
                    frozenset(range(*paragraph.view.canonical(*clause.subject))) if clause.subject else frozenset[int]()
                )
                found.append((content, who, ""))
    return found


def textacy_quotations(text: str) -> list[Found]:
    """Paragraph by paragraph, since it refuses a text whose quotation marks are not all closed."""
    from textacy.extract import direct_quotations

    found = []
    for paragraph in paragraphs_of(text):
        try:
            triples = list(direct_quotations(paragraph.doc))
        except ValueError:
            continue
        for triple in triples:
            content = paragraph.view.canonical(triple.content.start_char, triple.content.end_char)
            who = [paragraph.view.canonical(t.idx, t.idx + len(t.text)) for t in triple.speaker]
            source = frozenset(i for start, end in who for i in range(start, end))
            found.append((frozenset(range(*content)), source, " ".join(t.text for t in triple.cue)))
    return found


def main(arguments: list[str]) -> int:
    part = arguments[arguments.index("--part") + 1] if "--part" in arguments else "dev"
    given = [a for a in arguments if not a.startswith("--") and a != part]
    directory = given[0] if given else str(Path(__file__).resolve().parents[2] / "PolNeAR/.git")
    if not Path(directory).exists():
        print(f"skipped: there is no PolNeAR at {directory}")
        return 0
    finders: dict[str, Finder] = {"quotation marks": marks_only, "statements": statements, "memcon": ours}
    try:
        import textacy.extract  # noqa: F401

        finders = {"textacy": textacy_quotations, **finders}
    except ImportError:
        print("textacy is not installed: left out")
    read = list(articles(directory, part))
    print(f"PolNeAR {part}, {len(read)} articles, {sum(len(gold) for _, _, gold in read)} attributions")
    print(f"{'':16}{'precision':>9}{'recall':>8}{'F1':>8}{'quoted':>9}{'exact':>8}{'speaker':>9}")
    for name, finder in finders.items():
        tally = Tally()
        for _, text, gold in read:
            score(finder(text), gold, text, tally)
        print(f"{name:16}{tally.row()}")
    if "--errors" in arguments:
        print("\n".join(tally.faults))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
