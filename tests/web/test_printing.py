"""What of an engagement goes onto two printed pages."""

import re

from fastapi.testclient import TestClient
from hypothesis import example, given
from hypothesis import strategies as st
from tests.web.conftest import words

from memcon.model import EngagementKind
from memcon.record import Filters, Record
from memcon.web import links
from memcon.web.notes import Said
from memcon.web.printing import SOURCES, fitted

SAID = st.builds(
    lambda speaker, length: Said(speaker, "say", "word " * length, False, ()),
    st.sampled_from(["Aino Virta", "Bruno Koski"]),
    st.integers(1, 80),
)
GROUP = st.dictionaries(st.sampled_from(["Finland", "Together"]), st.lists(SAID, min_size=1, max_size=12, unique=True))


def once(length: int) -> Said:
    return Said("Aino Virta", "say", "word " * length, False, ())


@given(GROUP, GROUP, st.integers(0, 200))
@example({"Finland": [once(1)]}, {"Finland": [once(80), once(1)]}, 95)  # what was agreed is said again, beyond the end
def test_what_is_kept_fits_and_promises_go_first(
    agreed: dict[str, list[Said]], said: dict[str, list[Said]], taken: int
) -> None:
    told = fitted((agreed, said), taken, 3)
    every = {s for group in (agreed, said) for some in group.values() for s in some}
    kept = every - told.beyond
    assert told.beyond <= every
    room = max(12, 111 - taken)
    assert sum(1 + len(s.words) // 110 for s in kept) <= room
    if len(every) <= 3 and taken < 60:
        assert not told.beyond
    promises = {s for some in agreed.values() for s in some}
    others = {s for some in said.values() for s in some} - promises
    if (others & kept) and max((len(s.words) for s in promises), default=0) < 90:
        assert not promises & told.beyond


def test_a_side_that_says_much_does_not_crowd_out_the_other() -> None:
    much = [Said("A", "say", f"{'word ' * 30}{n}", False, ()) for n in range(80)]
    little = [Said("B", "say", f"a word {n}", False, ()) for n in range(4)]
    told = fitted(({"Finland": much, "Latvia": little},), 40, 1)
    assert told.beyond
    assert not told.beyond & set(little)


def test_sources_beyond_some_are_counted() -> None:
    assert fitted(({},), 40, SOURCES + 3).sources == 3
    assert fitted(({},), 40, SOURCES).sources == 0


def test_the_page_has_what_a_memorandum_needs(browser: TestClient, record: Record) -> None:
    engagement = record.engagements(Filters(parties=("US", "NO"), kind=EngagementKind.CALL))[0]
    page = browser.get(links.engagement(engagement.id)).text
    assert re.search(r'class="print memo"[^>]*>Memorandum<', page)
    for document, _ in record.accounts_of(engagement):
        if document.url:
            assert re.search(rf'class="print url"[^>]*>{re.escape(document.url)}<', page)
    assert re.search(r"Printed \d{1,2} \w+ \d{4}\.", words(page))
    assert "left out of this print" not in page
    style = browser.get("/static/memo.css").text
    assert "@media print" in style
