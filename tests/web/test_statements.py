"""The page on which the statements of an engagement are corrected."""

import re

from fastapi.testclient import TestClient
from tests.web.conftest import call, words

from memcon.model import Act, Statement
from memcon.record import Record
from memcon.web import links

OTHER = "maritime safety in the High North"


def statements(record: Record) -> list[Statement]:
    return [s for _, a in record.accounts_of(record.engagement(call(record))) for s in a.statements]


def at(statement: Statement) -> str:
    return f"{statement.text.document}:{statement.text.start}:{statement.text.end}"


def told(record: Record, of: Statement) -> Statement | None:
    return next((s for s in statements(record) if s.text == of.text), None)


def test_each_statement_has_its_form(own: Record, desk: TestClient) -> None:
    page = desk.get(links.statements(call(own))).text
    for statement in statements(own):
        assert at(statement) in page
        assert links.words(statement.text) in page
    assert page.count('value="remove"') == len(statements(own))


def test_speaker_and_act_are_corrected_and_shown(own: Record, desk: TestClient) -> None:
    first = statements(own)[0]
    form = {"action": "correct", "at": at(first), "speaker": ["Norway"], "act": "warn", "because": "so it reads"}
    answer = desk.post(links.statements(call(own)), data=form)
    assert answer.status_code == 303
    now = told(own, first)
    assert now is not None
    assert ([s.value for s in now.speakers], now.act.value) == (["NO"], Act.WARN)
    assert "is NO: warn" in words(desk.get(answer.headers["location"]).text)
    assert "by hand" in words(desk.get(links.engagement(call(own))).text)
    history = words(desk.get(links.history(call(own))).text)
    assert "Ann Lee: corrected statements" in history
    assert "so it reads" in history


def test_a_statement_is_taken_out_and_comes_back(own: Record, desk: TestClient) -> None:
    first = statements(own)[0]
    desk.post(links.statements(call(own)), data={"action": "remove", "at": at(first)})
    assert told(own, first) is None
    page = desk.get(links.statements(call(own))).text
    assert "Taken out" in words(page)
    (entry,) = own.log(call(own))
    desk.post(links.history(call(own)), data={"decision": entry.decision.id})
    assert told(own, first) == first


def test_a_statement_is_added_by_its_words(own: Record, desk: TestClient) -> None:
    form = {"action": "correct", "words": OTHER, "speaker": ["NO", "US"], "act": "discuss"}
    assert desk.post(links.statements(call(own)), data=form).status_code == 303
    added = next(s for s in statements(own) if s.text.text == OTHER)
    assert [s.value for s in added.speakers] == ["NO", "US"]
    assert OTHER in words(desk.get(links.engagement(call(own))).text)


def test_what_cannot_be_is_said_in_one_line(own: Record, desk: TestClient) -> None:
    page = links.statements(call(own))
    for form, why in (
        ({"words": "nowhere to be read", "act": "warn"}, "stand in no source"),
        ({"words": OTHER}, "say who speaks and by which act"),
        ({"at": "0:0"}, "say which statement"),
        ({"at": f"{statements(own)[0].text.document}:5:99999999"}, "there are no words at this place"),
    ):
        answer = desk.post(page, data={"action": "correct", **form})
        assert answer.status_code == 400
        assert re.search(rf'role="alert">[^<]*{why}', answer.text), why
    assert own.decisions() == []


def test_an_id_that_is_cut_short_leads_there(own: Record, desk: TestClient) -> None:
    answer = desk.get(links.statements(call(own)[:6]))
    assert (answer.status_code, answer.headers["location"]) == (307, links.statements(call(own)))
    assert desk.get(links.statements("E-00000000")).status_code == 404


def test_marked_words_stand_in_the_form(own: Record, desk: TestClient) -> None:
    document = own.document("04-call-oslo")
    start = document.text.index(OTHER)
    place = f"{document.id}:{start - 1}:{start + len(OTHER) + 1}"
    page = desk.get(f"{links.statements(call(own))}?at={place}").text
    assert f">{OTHER}</textarea>" in page
    exact = f"{document.id}:{start}:{start + len(OTHER)}"
    assert f'name="at" value="{exact}"' in page
    desk.post(links.statements(call(own)), data={"action": "correct", "at": exact, "speaker": "NO", "act": "discuss"})
    assert OTHER in [s.text.text for s in statements(own)]
    assert f'data-statements="{links.statements(call(own))}"' in desk.get(links.document(document.id)).text
    assert "there are no words" in desk.get(f"{links.statements(call(own))}?at={document.id}:5:5").text
