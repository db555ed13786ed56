"""How long documents take that are made to be slow: one line of 3 MB, 300,000 cells, nesting 100,000 deep.

usage: python bench/hostile.py [--times N] [NAME...]

Each document is made at a third of its size and at its size (3 MB), so that what grows faster than the document shows.
Printed are seconds of this process on the processor for the source (bytes to document) and for the reading, and the
factor between the sizes (3 is in proportion); or the line with which it is refused.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable

from memcon.errors import MemconError
from memcon.reading.reader import read_document
from memcon.web.intake import documents_in

TALK = "Foreign Minister Aino Virta of Finland met Maltese President Paul Vella in Valletta on 3 May 2022. "
LARGE = 3_000_000
Maker = Callable[[int], str]


def page(body: str) -> str:
    """Give a page of HTML."""
    return f"<html><head><title>Talks</title></head><body><article><p>{TALK * 5}</p>{body}</article></body></html>"


def times(words: str, size: int) -> str:
    """Repeat words until they are so many characters."""
    return words * max(1, size // len(words))


KINDS: dict[str, tuple[str, Maker]] = {
    "cells in one row": ("html", lambda n: page(f"<table><tr>{times('<td>a</td>', n)}</tr></table>")),
    "cells, one a row": ("html", lambda n: page(f"<table>{times('<tr><td>a</td></tr>', n)}</table>")),
    "items of a list": ("html", lambda n: page(f"<ul>{times('<li>trade and ports</li>', n)}</ul>")),
    "short paragraphs": ("html", lambda n: page(times("<p>They met in Oslo.</p>", n))),
    "nested": ("html", lambda n: page("<div>" * (n // 11) + "a" + "</div>" * (n // 11))),
    "nested tables": ("html", lambda n: page("<table><tr><td>" * (n // 30) + "a")),
    "links": ("html", lambda n: page(f"<p>{times('<a href=x>y</a> ', n)}</p>")),
    "unclosed": ("html", lambda n: page(times("<b><i>", n))),
    "one line": ("txt", lambda n: times(TALK, n)),
    "one word": ("txt", lambda n: times("a", n)),
    "one sentence": ("txt", lambda n: times("Aino Virta and Paul Vella met and ", n)),
    "names": ("txt", lambda n: times("Foreign Minister Aino Virta, ", n)),
    "lines": ("txt", lambda n: times("They met.\n", n)),
    "paragraphs": ("txt", lambda n: times("They met in Oslo.\n\n", n)),
    "talks": ("txt", lambda n: times(f"{TALK}\n\n", n)),
    "turns": ("txt", lambda n: times("QUESTION: What was said?\n\nSECRETARY VIRTA: That they agreed.\n\n", n)),
    "quotations": ("txt", lambda n: times('"“', n)),
    "brackets": ("txt", lambda n: times("((", n)),
    "spaces": ("txt", lambda n: TALK + times(" ", n) + TALK),
    "figures": ("txt", lambda n: times("1,000 ", n)),
    "dates": ("txt", lambda n: times("3 May 2022, ", n)),
    "items, markdown": ("md", lambda n: times("- trade and ports\n", n)),
    "nested quotes, markdown": ("md", lambda n: times(">", n) + " a"),
    "items of a feed": (
        "rss",
        lambda n: (
            f"<rss><channel>{times('<item><title>T</title><description>x</description></item>', n)}</channel></rss>"
        ),
    ),
    "nested in a feed": (
        "rss",
        lambda n: (
            "<rss><channel><item><title>T</title><description><![CDATA["
            f"{'<div>' * (n // 11)}a{'</div>' * (n // 11)}]]></description></item></channel></rss>"
        ),
    ),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="kinds to measure (all)")
    parser.add_argument("--size", type=int, default=LARGE)
    options = parser.parse_args()
    documents_in("a.html", page("").encode())
    read_document(documents_in("a.txt", TALK.encode())[0][0])
    print(f"{'kind':<26}{'a third':>9}{'whole':>9}{'source':>9}{'reading':>9}{'factor':>9}")
    for name in options.names or KINDS:
        suffix, make = KINDS[name]
        small, large = (measure(suffix, make(size)) for size in (options.size // 3, options.size))
        if isinstance(large, str) or isinstance(small, str):
            print(f"{name:<26}{large if isinstance(large, str) else small}", flush=True)
            continue
        one, other = sum(small), sum(large)
        print(
            f"{name:<26}{one:>9.1f}{other:>9.1f}{large[0]:>9.1f}{large[1]:>9.1f}{other / max(one, 0.01):>9.1f}",
            flush=True,
        )


def measure(suffix: str, text: str) -> tuple[float, float] | str:
    """Give the seconds of source and of reading, or why the document is refused."""
    start = time.process_time()
    try:
        found, failures = documents_in(f"a.{suffix}", text.encode())
    except MemconError as error:
        return f"refused in {time.process_time() - start:.1f} s: {error}"
    middle = time.process_time()
    if failures:
        return f"refused in {middle - start:.1f} s: {failures[0].reason}"
    for document in found[:100]:
        read_document(document)
    return middle - start, time.process_time() - middle


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30))
    main()
