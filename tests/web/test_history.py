"""The history of an engagement: what came, what was decided, what was undone."""

import re

from fastapi.testclient import TestClient
from tests.web.conftest import call, hrefs, words

from memcon.decisions import change
from memcon.record import Record
from memcon.web import create_app, links


def test_documents_decisions_and_undone_ones_in_order_of_time(desk: TestClient, own: Record) -> None:
    reference = call(own)
    made = own.correct(reference, change("date", "2024-12-31"), author="R. Meyer", because="the cable says so")
    kept = own.accept(reference, author="R. Meyer")
    own.undo(made.id, author="B. Ek", because="another cable")
    page = desk.get(links.history(reference)).text
    said = words(page)
    documents = [h for h in hrefs(page) if h.startswith("/document/")]
    assert {h.split("/")[-1] for h in documents} == {k.document for k in own.engagement(reference).accounts}
    assert said.count("came in, telling of it") == len(documents)
    assert "odds" in said, "what joined them"
    assert "2024-12-30 → 2024-12-31" in said
    assert "“the cable says so”" in said
    assert "undone by B. Ek" in said
    assert re.search(r"<del>[^<]*corrected date", page)
    assert said.index("came in") < said.index("corrected date") < said.index("accepted all") < said.index("undid:")
    assert f'value="{kept.id}"' in page
    assert f'value="{made.id}"' not in page, "what is undone cannot be undone again"


def test_undoing_from_the_history(desk: TestClient, own: Record) -> None:
    reference = call(own)
    made = own.correct(reference, change("date", "2024-12-31"), author="R. Meyer")
    answer = desk.post(links.history(reference), data={"decision": made.id})
    assert answer.headers["location"] == links.history(reference)
    assert own.decisions()[-1].author == "Ann Lee"
    start = own.engagement(reference).start.preferred
    assert start is not None
    assert start.value == "2024-12-30"
    again = desk.post(links.history(reference), data={"decision": made.id})
    assert again.status_code == 400
    assert "undone already" in words(again.text)


def test_earlier_ids_are_told_and_lead_there(desk: TestClient, own: Record) -> None:
    reference = call(own)
    found = re.search(r"earlier ids (E-[0-9a-f]{8})", words(desk.get(links.history(reference)).text))
    assert found is not None
    assert desk.get(links.history(found[1])).headers["location"] == links.history(reference)
    assert desk.get("/engagement/E-00000000/history").status_code == 404


def test_the_engagement_leads_there_and_to_its_review(desk: TestClient, own: Record) -> None:
    reference = call(own)
    leads = hrefs(desk.get(links.engagement(reference)).text)
    assert links.history(reference) in leads
    assert links.review(reference) in leads
    assert links.review(reference, "Date") in leads


def test_a_name_is_asked_for_where_nobody_gave_one(own: Record) -> None:
    reference = call(own)
    made = own.accept(reference, author="R. Meyer")
    with TestClient(create_app(own.path), base_url="http://localhost", follow_redirects=False) as desk:
        assert "Your name" in desk.get(links.history(reference)).text
        assert desk.post(links.history(reference), data={"decision": made.id}).status_code == 400
        done = desk.post(links.history(reference), data={"decision": made.id, "name": "Bo Ek"})
        assert done.status_code == 303
        assert "Your name" not in desk.get(links.history(reference)).text
