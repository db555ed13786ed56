"""Every page on a record of the samples: what it shows, where it leads, and that texts stay inert."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.exporting.words import day_in_words, party_in_words
from memcon.linking.engagements import Engagement, Review
from memcon.model import EngagementKind, Mode, Status
from memcon.record import Band, Filters, Record
from memcon.web import links
from memcon.web.rendering import days_in_words

VOID = {"meta", "link", "input", "br", "img", "rect", "line"}


class Outline(HTMLParser):
    """Checks that elements are closed in order, ids are there once, and every field has a label."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.landmarks: list[str] = []
        self.headings: list[int] = []
        self.fields: set[str] = set()
        self.labels: set[str] = set()
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag in ("main", "header", "footer", "nav"):
            self.landmarks.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("input", "textarea") and told.get("type") != "hidden" and "label" not in self.open:
            self.fields.add(str(told.get("id")))
        if tag == "label" and told.get("for"):
            self.labels.add(str(told["for"]))
        if tag == "script":
            self.scripts.append(told.get("src"))
        assert not [name for name in told if name.startswith("on") or name == "style"], told

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def all_pages(record: Record) -> list[str]:
    pages = ["/", "/search", "/search?q=fisheries&told=all", "/forums", "/party/US", "/pair/US/KZ", "/add"]
    pages += [links.compare(call(record).id), links.phrases("US", "NO"), links.office("US", "Secretary of State")]
    pages += [links.beside(d.id) for d in record.documents()]
    pages += ["/review", "/review?about=join", "/review/rounds"]
    pages += [links.statements(call(record).id)]
    told = [e.id for e in record.engagements(Filters(main_only=False))]
    pages += [links.engagement(e) for e in told] + [
        made(e) for e in told[:20] for made in (links.history, links.review)
    ]
    pages += ["/search?party=US&topic=218&confidence=good&reviewed=unchecked&since=2022&office=President"]
    pages += ["/saved/Calls%20of%20the%20US", "/glossary", "/search/by/who?told=all", "/search?q=KZ+US"]
    pages += [links.document(d.id) for d in record.documents()]
    return pages + [links.person(p.id) for p in record.persons()]


def call(record: Record) -> Engagement:
    return record.engagements(Filters(parties=("US", "NO"), kind=EngagementKind.CALL))[0]


def test_every_page_is_well_made_and_loads_nothing_from_elsewhere(browser: TestClient, record: Record) -> None:
    pages = all_pages(record)
    assert len(pages) > 100
    followed: set[str] = set()
    for address in pages:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        outline = Outline()
        outline.feed(answer.text)
        assert outline.open == [], address
        assert len(outline.ids) == len(set(outline.ids)), address
        assert {"main", "header", "footer", "nav"} <= set(outline.landmarks), address
        assert outline.headings[0] == 1, address
        assert outline.headings.count(1) == 1, address
        assert all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False)), address
        assert outline.fields <= outline.labels, address
        assert all(script and script.startswith("/static/") for script in outline.scripts), address
        loaded = re.findall(r'(?:src="|<link[^>]*href=")([^"]*)', answer.text)
        assert all(source.startswith("/") and not source.startswith("//") for source in loaded), address
        followed |= {href for href in hrefs(answer.text) if href.startswith("/") and "search?" not in href}
    for address in {href.partition("#")[0] for href in followed} - set(pages):
        assert browser.get(address).status_code in (200, 307), address


def test_every_link_to_words_leads_to_an_anchor_at_these_words(browser: TestClient, record: Record) -> None:
    texts = {links.document(d.id): browser.get(links.document(d.id)).text for d in record.documents()}
    checked = 0
    for engagement in record.engagements(Filters(main_only=False)):
        for href in hrefs(browser.get(links.engagement(engagement.id)).text):
            page, _, anchor = href.partition("#")
            if page in texts and anchor:
                assert f'id="{anchor}"' in texts[page], href
                checked += 1
    assert checked > 500


def test_the_home_page(browser: TestClient, record: Record) -> None:
    page = browser.get("/").text
    main = record.engagements()
    assert f"{len(main)} engagements told of in {len(record.documents())} documents" in words(page)
    newest = [href for href in hrefs(page) if href.startswith("/engagement/")]
    assert newest == [links.engagement(e.id) for e in record.newest(Filters(), 12)]
    starts = [record.engagement(urlsplit(href).path.split("/")[-1]).start.preferred for href in newest]
    days = [start.value for start in starts if start]
    assert days == sorted(days, reverse=True)
    by_year = {
        year: sum(1 for e in main if e.start.preferred and e.start.preferred.value[:4] == year)
        for year in ("2022", "2023", "2024")
    }
    assert all(f'aria-label="{year} {number} engagement' in page for year, number in by_year.items())
    assert "/search?year=2023" in hrefs(page)
    assert "/party/US" in hrefs(page)


def test_an_engagement_shows_every_value_with_its_words(browser: TestClient, record: Record) -> None:
    engagement = call(record)
    page = browser.get(links.engagement(engagement.id)).text
    said = words(page)
    assert day_in_words("2024-12-30", "2024-12-30") in said
    assert "phone derived" in said
    leads = hrefs(page)
    for _, cited in engagement.values():
        for span in cited.spans[:1]:
            assert links.words(span) in leads
    for participant in engagement.participants:
        assert participant.name
        assert participant.name.value in said
    for _, account in record.accounts_of(engagement):
        for statement in account.statements:
            assert " ".join(statement.text.text.split()) in said
            assert links.words(statement.text) in leads
    assert "14 March 2025 is the date of a reprint" in said
    assert "14 March 2025" in said
    assert "3 sources, 2 independent" in said
    assert "reprint reprints a part of [1]" in said
    assert "To come, as told in these sources" in said
    assert "Tromsø" in said
    assert links.pair("US", "NO") in leads
    assert f"/engagement/{engagement.id}.txt" in leads


def test_statements_stand_under_the_side_that_made_them(browser: TestClient, record: Record) -> None:
    page = browser.get(links.engagement(call(record).id)).text
    sides = re.split(r"<h3>", page.split('id="said"')[1].split("<h2")[0])[1:]
    names = [words(side.split("</h3>")[0]) for side in sides]
    assert names == ["United States", "Norway", "Together"]
    assert "freedom of navigation" in words(sides[0])
    assert "uninsured tankers" in words(sides[1])


def test_what_was_decided_is_shown_with_its_reason(tmp_path: object, record: Record) -> None:
    import shutil
    from pathlib import Path

    from memcon.decisions import change
    from memcon.web import create_app

    path = Path(str(tmp_path)) / "own.memcon"
    shutil.copy(record.path, path)
    engagement = call(record)
    with Record.open(path) as own:
        own.correct(engagement.id, change("start", "2024-12-29"), author="R. Meyer", because="the cable says so")
    with TestClient(create_app(path), base_url="http://localhost") as browser:
        said = words(browser.get(links.engagement(engagement.id)).text)
    assert "start corrected: 2024-12-29, by R. Meyer" in said
    assert "the cable says so" in said
    assert "29 December 2024 corrected" in said


def test_old_and_short_ids_lead_to_the_page(browser: TestClient, record: Record) -> None:
    engagement = call(record)
    from memcon.linking.resolving import name_of

    old = {name_of(key) for key in engagement.accounts} - {engagement.id}
    assert old
    for reference in (engagement.id[:7], *old):
        answer = browser.get(links.engagement(reference))
        assert (answer.status_code, answer.headers["location"]) == (307, links.engagement(engagement.id))
    document = record.document("03-call-washington")
    assert browser.get("/document/03-call-washington").headers["location"] == links.document(document.id)
    assert browser.get("/party/Kazakhstan").headers["location"] == "/party/KZ"
    assert browser.get("/pair/Kazakhstan/United%20States").headers["location"] == "/pair/KZ/US"


def test_a_document_shows_its_text_unchanged_with_gaps_and_reprint_lines(browser: TestClient, record: Record) -> None:
    from html import unescape

    for document in record.documents():
        page = browser.get(links.document(document.id)).text
        shown = re.search(r"data-text>(.*?)</section>", page, re.DOTALL)
        assert shown is not None
        assert unescape(re.sub(r"<[^>]*>", "", shown[1])) == document.text
    page = browser.get(links.document(record.document("02-reprinted-transcript").id)).text
    assert re.search(r'class="k-gap"[^>]*title="gap: inaudible"[^>]*>\(inaudible\)</mark>', page)
    assert re.search(r"k-reprint[^>]*>originally published at Politics", page)


def test_hostile_texts_stay_inert(browser: TestClient, record: Record) -> None:
    document = record.document("hostile")
    engagement = next(iter(record.of_document(document.id).values()))
    addresses = ["/", "/search?q=ferries", links.document(document.id), links.engagement(engagement.id), "/feed.atom"]
    addresses += [links.history(engagement.id), links.review(engagement.id), f"/review?item={engagement.id}.parties"]
    for address in addresses:
        page = browser.get(address).text
        assert not [made for made in ("<script>alert", "<img", "<b>Ministry", "<i>Call") if made in page], address
        assert not [h for h in hrefs(page) if h.startswith("javascript")], address
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in browser.get(links.document(document.id)).text
    asked = browser.get("/search", params={"q": '"><script>alert(3)</script>', "person": "<b>"}).text
    assert "<script>alert" not in asked
    assert '<b>"' not in asked


def test_answers_forbid_what_is_not_ours(browser: TestClient) -> None:
    headers = browser.get("/").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", Filters()),
        ("told=all", Filters(main_only=False)),
        ("party=US&party=NO", Filters(parties=("US", "NO"))),
        ("person=Blinken&told=all", Filters(person="Blinken", main_only=False)),
        ("kind=call", Filters(kind=EngagementKind.CALL)),
        ("status=planned", Filters(status=Status.PLANNED)),
        ("mode=phone", Filters(mode=Mode.PHONE)),
        ("office=Minister+of+Foreign+Affairs", Filters(office="Foreign Minister")),
        ("topic=fisheries&told=all", Filters(topics=("fisheries",), main_only=False)),
        ("country=KZ", Filters(country="KZ")),
        ("city=astana&told=all", Filters(city="Astana", main_only=False)),
        ("since=2022-05-09&until=2023-02", Filters(since="2022-05-09", until="2023-02")),
        ("year=2023&since=2023-06", Filters(since="2023-06", until="2023")),
        ("confidence=good", Filters(band=Band.GOOD)),
        ("reviewed=unchecked", Filters(review=Review.UNCHECKED)),
        ("year=2023", Filters(since="2023", until="2023")),
        ("q=fisheries&told=all", Filters(text="fisheries", main_only=False)),
    ],
)
def test_a_search_finds_what_the_record_finds(
    browser: TestClient, record: Record, query: str, filters: Filters
) -> None:
    found, address = [], f"/search?{query}"
    while address:
        page = browser.get(address).text
        rows = page.split('<ol class="rows">')[1].split("</ol>")[0]
        found += [h.split("/")[-1] for h in hrefs(rows) if h.startswith("/engagement/")]
        following = re.search(r'rel="next" href="([^"]*)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert sorted(found) == sorted(e.id for e in record.engagements(filters))
    assert len(found) == len(set(found)) > 0


def test_hits_are_highlighted_and_facets_counted(browser: TestClient, record: Record) -> None:
    page = browser.get("/search?q=fisheries&told=all").text
    assert "<mark>fisheries</mark>" in page
    number = len(record.engagements(Filters(text="fisheries", parties=("FI",), main_only=False)))
    facet = re.search(r'<a href="([^"]*)">Finland <span class="n">(\d+)</span>', page)
    assert facet is not None
    assert int(facet[2]) == number
    narrower = browser.get(facet[1].replace("&amp;", "&")).text
    assert f"{number} engagement" in words(narrower)
    chosen = re.search(r'class="chosen" href="([^"]*)"[^>]*>Finland', narrower)
    assert chosen is not None
    assert chosen[1].replace("&amp;", "&") == "/search?q=fisheries&told=all"


@pytest.mark.parametrize(
    "query",
    [
        "q=%22",
        "kind=party",
        "status=x",
        "mode=x",
        "year=soon",
        "since=2022-13",
        "topic=x",
        "confidence=9",
        "reviewed=maybe",
    ],
)
def test_a_search_that_makes_no_sense_says_so(browser: TestClient, query: str) -> None:
    answer = browser.get(f"/search?{query}")
    assert answer.status_code == 400
    assert re.search(r'role="alert">[^<]+\.</p>', answer.text)
    assert browser.get(f"/feed.atom?{query}").status_code == 400


def test_a_person_party_pair_and_forum(browser: TestClient, record: Record) -> None:
    person = next(p for p in record.persons("Blinken"))
    page = browser.get(links.person(person.id)).text
    assert "Secretary of State" in words(page)
    assert "roster: us-historian" in words(page)
    mine = list(record.engagements(Filters(person="Blinken", main_only=False)))
    assert {links.engagement(e.id) for e in mine} <= set(hrefs(page))
    assert [h for h in hrefs(page) if "#c" in h], "the words that show the office"
    party = browser.get("/party/KZ").text
    assert links.pair("KZ", "US") in hrefs(party)
    assert party_in_words("KZ") in words(party)
    pair = browser.get("/pair/KZ/US").text
    dealings = record.engagements(Filters(parties=("KZ", "US"), main_only=False))
    assert {links.engagement(e.id) for e in dealings} <= set(hrefs(pair))
    session = record.engagements(Filters(parties=("FI", "LV"), since="2023", until="2023"))[0]
    where = browser.get(links.forum_of(session.id)).headers["location"]
    forum = browser.get(where).text
    assert "Finland-Latvia Ports Dialogue" in words(forum)
    assert links.engagement(session.id) in hrefs(forum)
    assert "contradicted" in words(forum)


@pytest.mark.parametrize(
    "address",
    ["/nowhere", "/engagement/E-00000000", "/engagement/x.txt", "/document/none", "/person/P-0", "/party/Atlantis",
     "/pair/US/AQ", "/pair/US/US", "/compare/E-00000000",
     "/office/US/Astronomer%20Royal", "/forum/none", "/forum-of/E-00000000", "/static/none.css"],
)  # fmt: skip
def test_what_is_not_there_gets_a_page_that_says_so(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert "Not found" in words(answer.text)
    assert "/search" in hrefs(answer.text)
    assert "memcon list" not in answer.text


def test_exports(browser: TestClient, record: Record) -> None:
    from memcon.exporting.noted import note_of

    engagement = call(record)
    assert browser.get(f"/engagement/{engagement.id}.txt").text == note_of(record, engagement)
    told = browser.get(f"/engagement/{engagement.id}.json").json()
    assert told["engagement"]["id"] == engagement.id
    assert len(told["accounts"]) == len(engagement.accounts)
    document = record.document("03-call-washington")
    assert browser.get(f"/document/{document.id}.txt").text == document.text


def test_only_this_machine_is_answered(browser: TestClient) -> None:
    for host in ("evil.example", "192.0.2.7:8460", "localhost.evil.example", ""):
        assert browser.get("/", headers={"host": host}).status_code == 400, host
    for host in ("localhost:1", "127.0.0.1", "[::1]:8460"):
        assert browser.get("/", headers={"host": host}).status_code == 200, host
    assert browser.post("/search", headers={"origin": "https://evil.example"}).status_code == 403
    assert browser.post("/search", headers={"origin": "http://127.0.0.1:8460"}).status_code == 405


def test_an_error_keeps_the_reference_as_it_was_given_and_says_where_to_go_on(browser: TestClient) -> None:
    said = words(browser.get("/engagement/E-00000000").text)
    assert "There is no engagement 'E-00000000'." in said
    assert "Search all engagements" in said


def test_days_in_reasons_are_written_as_people_write_them() -> None:
    assert days_in_words("2025-03-14 is the date") == "14\xa0March\xa02025 is the date"
    assert days_in_words("from 2021-01-26 – 2025-01-20.") == "from 26\xa0January\xa02021 – 20\xa0January\xa02025."
    assert days_in_words("told for 2025-03 to 2025-03-14") == "told for March\xa02025 to 14\xa0March\xa02025"
    for kept in (
        "2025-13-01",
        "12025-03-14",
        "2025-03-140",
        "2025",
        "page 2025-03-14-2",
        "https://x.example/2025-03/a",
    ):
        assert days_in_words(kept) == kept
