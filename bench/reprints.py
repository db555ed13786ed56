#!/usr/bin/env python3
"""Make reprints of a corpus's documents by program, and see which are found, and what is found that is none.

usage: bench/reprints.py [CORPUS] [--each N] [--misses]

N (150) reprints of each sort are made, with a fixed seed, from ../shared/corpus where no other is given.

Found: the copy is said to be a reprint, and its chain leads to its source (or to a page with the very text of it).
Direction right: said of those of which the two are a pair. False pairs: said of two documents that have nothing to
do with each other; pages of one text that the corpus itself repeats are counted apart.
"""

import hashlib
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from memcon import Document, documents
from memcon import document as made
from memcon.linking.reprints import Reprint, find_pairs, nearest, read_gaps
from memcon.linking.reprints.texts import Text, host_of
from memcon.model import Layout
from memcon.reading.layout import read_layout

SEED = 2026
SHORTEST = 60
PAPERS = ("Harbour News", "The Meridian Post", "Fjord Post", "Capital Courier", "Politics Daily", "Eastern Wire Review")
WORDS = {
    "discussed": "talked about", "also": "", "very": "", "underscored": "stressed", "reaffirmed": "affirmed again",
    "important": "significant", "continue": "go on", "including": "among them", "regarding": "on", "ongoing": "current",
    "strong": "firm", "support": "backing", "efforts": "work", "spoke": "talked", "noted": "pointed out",
    "help": "assist", "people": "persons", "work": "labour", "shared": "common", "current": "present",
    "challenges": "problems", "emphasized": "stressed", "thanked": "gave thanks to", "will": "shall",
    "many": "numerous", "need": "require", "make": "bring about", "really": "", "today": "on that day",
    "against": "versus", "new": "fresh",
}  # fmt: skip
PAGE_HEAD = "Home | World | Business | Sport | Culture\nSubscribe to our newsletter\nShare on social media"
PAGE_FOOT = (
    "Read more: Grain harvest better than expected\nRelated articles\nThe ferry to the islands is out of service until "
    "spring, the harbour master said on Monday.\nCopyright. All rights reserved. "
    "For advertising, write to ads@paper.example"
)


@dataclass
class Made:
    """A reprint in the making: the text's paragraphs, and what the page around them says."""

    title: str
    paragraphs: list[str]
    source: Document
    day: str | None = None
    publisher: str | None = None
    url: str | None = None
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    sort: str = ""
    also: list[Document] = field(default_factory=list)

    def document(self, number: int) -> Document:
        """The page, under a name that tells its sort."""
        text = "\n\n".join([*self.head, *self.paragraphs, *self.foot])
        name = f"{self.sort}-{number}"
        return made(
            text,
            name=name,
            raw=f"{name}\n{text}".encode(),
            title=self.title,
            publisher=self.publisher,
            url=self.url,
            published=self.day,
        )


def body(document: Document) -> list[str]:
    """The paragraphs after the title."""
    text = document.text
    if document.title and text.startswith(document.title):
        text = text[len(document.title) :]
    return [p.strip() for p in re.split(r"\n\s*\n|\n", text) if p.strip()]


def later(day: str | None, rng: random.Random) -> str | None:
    """The same day, or one up to two years on."""
    return (date.fromisoformat(day) + timedelta(days=rng.choice((0, 0, 1, 2, 9, 60, 500)))).isoformat() if day else None


def whole(made: Made, rng: random.Random) -> None:
    """The text as it was."""


def retitled(made: Made, rng: random.Random) -> None:
    """Another title, made of names in the text."""
    names = [n for n in re.findall(r"(?<=\w )(?:[A-Z][\w’-]+ ?){1,3}", " ".join(made.paragraphs)) if len(n) > 4] or [
        "Talks"
    ]
    a, b = rng.choice(names).strip(), rng.choice(names).strip()
    made.title = rng.choice((f"{a}: what was said about {b}", f"US news: {a} and {b}", f"{a}, {b} in focus"))


def redated(made: Made, rng: random.Random) -> None:
    """A day of its own at the head, and no other sign."""
    if made.day:
        made.head.insert(
            0, date.fromisoformat(made.day).strftime(rng.choice(("%a. %b %d, %Y", "%d %B %Y", "Published: %Y-%m-%d")))
        )


def cut(made: Made, rng: random.Random) -> None:
    """The beginning only, at least forty words and a third of the text."""
    words = [len(p.split()) for p in made.paragraphs]
    least = max(40, sum(words) * rng.uniform(0.33, 0.8))
    keep = next((n for n in range(1, len(words) + 1) if sum(words[:n]) >= least), len(words))
    made.paragraphs = made.paragraphs[:keep]


def middle(made: Made, rng: random.Random) -> None:
    """Some sentences out of the middle, at least forty words."""
    sentences = re.split(r"(?<=[.!?])\s+", " ".join(made.paragraphs))
    start = rng.randrange(max(1, len(sentences) // 2))
    end = start + 1
    while end < len(sentences) and len(" ".join(sentences[start:end]).split()) < max(40, 4 * len(sentences)):
        end += 1
    while start > 0 and len(" ".join(sentences[start:end]).split()) < 40:
        start -= 1
    made.paragraphs = [" ".join(sentences[start:end])]


def reflowed(made: Made, rng: random.Random) -> None:
    """Lines of another length, plain quotation marks, other spaces."""
    text = "\n\n".join(made.paragraphs)
    text = text.translate({0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " ", 0x2013: "-"})
    if rng.random() < 0.5:
        made.paragraphs = [" ".join(text.split())]
        return
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 64:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    made.paragraphs = ["\n".join([*lines, line])]


def boilerplate(made: Made, _: random.Random) -> None:
    """A paper's page around it: menus, a dateline, other news, an address for advertisers."""
    made.head.append(PAGE_HEAD)
    made.foot.append(PAGE_FOOT)
    first = next((n for n, p in enumerate(made.paragraphs) if len(p.split()) > 12), 0)
    made.paragraphs[first] = f"WASHINGTON ({made.publisher or 'Agency'}) – {made.paragraphs[first]}"


def edited(made: Made, rng: random.Random) -> None:
    """Words put for words, and some left out."""

    def change(match: re.Match[str]) -> str:
        word = match.group()
        new = WORDS.get(word.casefold())
        return word if new is None or rng.random() < 0.3 else new

    made.paragraphs = [
        re.sub(r"  +", " ", re.sub(r"[A-Za-z]+", change, p)).replace("U.S.", "US") for p in made.paragraphs
    ]


def dates_told(made: Made, rng: random.Random) -> None:
    """ "Today" told as the day it was."""
    day = made.source.published
    if day:
        told = date.fromisoformat(day).strftime(rng.choice(("on %B %d, %Y", "on %A", "on %d %B")))
        made.paragraphs = [
            re.sub(r"\b(?:today|this (?:morning|afternoon|evening))\b", told, p) for p in made.paragraphs
        ]


def gaps(made: Made, rng: random.Random) -> None:
    """Words not heard."""
    text = [p.split(" ") for p in made.paragraphs]
    for words in text:
        for at in range(12, len(words) - 3, 45):
            words[at : at + rng.choice((1, 2, 3))] = ["(inaudible)"]
    made.paragraphs = [" ".join(words) for words in text]


def merged(made: Made, rng: random.Random) -> None:
    """Another document's text on the same page; both under the page's title."""
    (other,) = made.also
    pieces = [(made.source, made.paragraphs), (other, body(other))]
    rng.shuffle(pieces)
    made.paragraphs = [p for document, text in pieces for p in (document.title or "", *text)]
    made.title = "World briefing"


def all_at_once(made: Made, rng: random.Random) -> None:
    """Retitled, redated, cut, edited, with a page around it, reflowed."""
    for step in (retitled, cut, edited, boilerplate, reflowed, redated):
        step(made, rng)


SORTS: tuple[Callable[[Made, random.Random], None], ...] = (
    whole, retitled, redated, cut, middle, reflowed, boilerplate, edited, dates_told, gaps, merged, all_at_once,
)  # fmt: skip


def under_another_name(made: Made, rng: random.Random) -> None:
    """The publisher's sign, or none: its name, its address, a reprint line with address, one with a name, a credit."""
    paper = rng.choice(PAPERS)
    made.day = later(made.source.published, rng)
    sign = rng.choice(("name", "address", "line", "line", "outlet", "nothing"))
    if sign != "nothing":
        made.publisher = paper
    if sign == "address":
        made.url = f"https://www.{paper.casefold().replace(' ', '')}.example/{rng.randrange(10**6)}"
    if sign == "line" and made.source.url:
        made.foot.append(f"Official news published at {made.source.url}")
        made.foot.append(f"originally published at World - {rng.choice(PAPERS)}")
    if sign == "outlet":
        made.foot.append(f"Source: {made.source.publisher}")


def make(chosen: list[Document], each: int) -> list[tuple[Document, Made]]:
    """Make ``each`` reprints of each sort."""
    rng = random.Random(SEED)
    found: list[tuple[Document, Made]] = []
    for sort in SORTS:
        for number in range(each):
            source, other = rng.sample(chosen, 2)
            page = Made(source.title or source.name, body(source), source, sort=sort.__name__)
            if sort is merged:
                page.also = [other]
            under_another_name(page, rng)
            sort(page, rng)
            found.append((page.document(number), page))
    return found


def chains(chosen: list[Document], each: int) -> list[tuple[Document, Made]]:
    """Agency → paper (cut, edited, with a credit) → aggregator (the paper's page under its own address)."""
    rng = random.Random(SEED + 1)
    found: list[tuple[Document, Made]] = []
    for number in range(each):
        source = rng.choice(chosen)
        paper = Made(source.title or source.name, body(source), source, sort="chain-paper")
        paper.publisher, paper.day = rng.choice(PAPERS[:3]), later(source.published, rng)
        paper.url = f"https://www.{paper.publisher.casefold().replace(' ', '')}.example/c{number}"
        cut(paper, rng)
        edited(paper, rng)
        paper.foot.append(f"Source: {source.publisher}")
        page = paper.document(number)
        last = Made(page.title or "", body(page), page, sort="chain-aggregator", also=[source])
        last.publisher, last.day = rng.choice(PAPERS[3:]), later(page.published, rng)
        last.paragraphs = [p for p in last.paragraphs if not p.startswith("Source:")]
        if number % 2:
            last.foot.append(f"Republished from {paper.publisher}")
        boilerplate(last, rng)
        found += [(page, paper), (last.document(number), last)]
    return found


def same_words(a: Document, b: Document) -> bool:
    """Whether two documents of the corpus are plainly one: one address, or the same words."""
    plain = [hashlib.sha256("".join(re.findall(r"\w", d.text)).casefold().encode()).digest() for d in (a, b)]
    return plain[0] == plain[1] or (a.url is not None and a.url == b.url)


def main() -> int:
    given = [a for a in sys.argv[1:] if "/" in a]
    corpus = Path(given[0]) if given else Path(__file__).resolve().parents[2] / "shared/corpus"
    if not corpus.exists():
        print(f"skipped: there is no corpus at {corpus}")
        return 0
    each = int(sys.argv[sys.argv.index("--each") + 1]) if "--each" in sys.argv else 150
    own = list({d.id: d for d in documents([corpus])}.values())
    chosen = [d for d in own if len(d.text.split()) >= SHORTEST and d.published and d.url]
    reprints = make(chosen, each) + chains(chosen, each // 3)
    everything = own + [d for d, _ in reprints]
    layouts = {d.id: read_layout(d) for d in everything}
    start = time.process_time()
    raw = list(find_pairs({d.id: Text(d, layouts[d.id]) for d in everything}))
    found = nearest(raw, {d.id: host_of(d.url) for d in everything})
    seconds = time.process_time() - start
    report(own, reprints, found, raw)
    report_gaps(reprints, layouts)
    bare = [replace(d, publisher=None, url=None, published=None) for d in own]
    unsigned = nearest(find_pairs({d.id: Text(d, layouts[d.id]) for d in bare}))
    print(f"\nthe corpus's own documents without publisher, address and day: {len(unsigned)}, not of the same words:")
    report_own(unsigned, {d.id: d for d in own})
    each_ms = 1000 * seconds / len(everything)
    print(f"\n{len(everything):,} documents, {seconds:,.0f} seconds of processor, {each_ms:.0f} ms each")
    return 0


def report(
    own: list[Document], reprints: list[tuple[Document, Made]], found: tuple[Reprint, ...], raw: list[Reprint]
) -> None:
    """Print the shares found by sort, and what was found that is none."""
    by_id = {d.id: d for d in own} | {d.id: d for d, _ in reprints}
    family = lineages(own, reprints, found)
    pairs: dict[str, list[Reprint]] = defaultdict(list)
    for reprint in found:
        pairs[reprint.copy].append(reprint)
    total, hit, right, near = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for copy, page in reprints:
        for source in (page.source, *(page.also if page.sort == "merged" else ())):
            total[page.sort] += 1
            mine = [r for r in pairs[copy.id] if r.source and family[source.id] & family[r.source]]
            turned = [r for r in pairs[source.id] if r.source == copy.id]
            hit[page.sort] += bool(mine or turned)
            right[page.sort] += bool(mine)
            near[page.sort] += any(r.source == source.id or same_words(by_id[r.source or ""], source) for r in mine)
            if "--misses" in sys.argv and not mine:
                print(
                    "missed" if not turned else "turned",
                    copy.name,
                    source.name,
                    source.title,
                    page.publisher,
                    turned[:1] and turned[0].reasons,
                )
    print(f"{'sort':<18}{'made':>6}{'found':>8}{'direction':>11}{'nearest':>9}")
    for sort in [*total, "all"]:
        n, h, r, k = ((c.total() if sort == "all" else c[sort]) for c in (total, hit, right, near))
        print(f"{sort:<18}{n:>6}{h / n:>8.1%}{r / max(h, 1):>11.1%}{k / n:>9.1%}")
    repeated = [r for r in found if {r.copy, r.source} <= {d.id for d in own}]
    same = sum(same_words(by_id[r.copy], by_id[r.source or ""]) for r in repeated)
    print(
        f"\npairs of the corpus's own documents: {len(repeated)}, {same} of them of one address or the very same words"
    )
    report_own(repeated, by_id)
    for words, pairs_of in (("reprints", found), ("pairs before the nearest are chosen", raw)):
        false = [r for r in pairs_of if r.source and not family[r.copy] & family[r.source]]
        print(f"false among {len(pairs_of):,} {words}: {len(false)}")
        for r in false:
            print(
                f"  {r.share_of_copy:.2f} {r.share_of_source:.2f}  {by_id[r.copy].name} | {by_id[r.source or ''].name}"
            )


def report_own(found: Iterable[Reprint], by_id: dict[str, Document]) -> None:
    """Print the pairs of the corpus's own documents that are not plainly one, to be read by hand."""
    for r in found:
        if r.source and not same_words(a := by_id[r.copy], b := by_id[r.source]):
            print(f"  {r.share_of_copy:.2f} {r.share_of_source:.2f}  {a.published} {a.title}")
            print(f"             {b.published} {b.title}")


def report_gaps(reprints: list[tuple[Document, Made]], layouts: dict[str, Layout]) -> None:
    """Print how many gaps are read from the source, and how many of the readings are the words that were there."""
    gaps = readings = right = 0
    for copy, page in reprints:
        if page.sort != "gaps":
            continue
        gaps += copy.text.count("(inaudible)")
        plain = " ".join(re.findall(r"\w+", page.source.text))
        for reading in read_gaps(copy, layouts[copy.id], page.source, layouts[page.source.id]):
            start, end = reading.gap.span.start, reading.gap.span.end
            before, after = (re.findall(r"\w+", words) for words in (copy.text[:start], copy.text[end:]))
            read = [*before[-3:], *re.findall(r"\w+", reading.words.text), *after[:3]]
            readings += 1
            right += " ".join(read) in plain
    print(f"\ngaps made: {gaps}, read from the source: {readings}, right: {right}")


def lineages(
    own: list[Document], reprints: list[tuple[Document, Made]], found: tuple[Reprint, ...]
) -> dict[str, set[str]]:
    """Which documents of the corpus each document has its text from; pages that the corpus repeats are one."""
    one = {d.id: d.id for d in own}
    for r in found:
        if r.source in one and r.copy in one:
            one[r.copy] = one[r.source]
    for _ in range(3):
        one = {d: one[o] for d, o in one.items()}
    family = {d: {o} for d, o in one.items()}
    for copy, page in reprints:
        family[copy.id] = set().union(*(family[s.id] for s in (page.source, *page.also)))
    return family


if __name__ == "__main__":
    sys.exit(main())
