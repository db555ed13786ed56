"""Values judged by a gold coding."""

from memcon import read_document
from memcon.exporting.coded import coded
from memcon.scoring.judging import judged, measured
from memcon.sources import document_from_text
from memcon.vocabulary.confidence import Measured, Told

TEXT = (
    "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\nSecretary of State Dana K. Whitlow spoke today with "
    "Maltese Foreign Minister Pauline Vella.  They discussed ferries and she thanked the crews."
)


def test_a_reading_agrees_with_its_own_coding() -> None:
    reading = read_document(document_from_text(TEXT, name="x", published="2022-05-09"))
    found = list(judged(reading, coded(reading, "x")))
    assert {v.field for v in found} > {"kind", "status", "mode", "start", "party", "name", "office", "act", "speaker"}
    assert all(v.right for v in found)


def test_wrong_values_are_told_from_right_ones() -> None:
    reading = read_document(document_from_text(TEXT, name="x", published="2022-05-09"))
    gold = coded(reading, "x")
    gold["engagements"][0] |= {"start": "2022-05-08", "parties": ["US"]}
    gold["statements"] = gold["statements"][:1]
    wrong = {(v.field, str(v.cited.value)) for v in judged(reading, gold) if not v.right}
    assert {f for f, _ in wrong} == {"start", "party", "act", "speaker"}
    assert ("party", "MT") in wrong


def test_all_values_of_an_invented_engagement_are_wrong() -> None:
    reading = read_document(document_from_text(TEXT, name="x", published="2022-05-09"))
    gold = coded(reading, "x") | {"engagements": [], "statements": []}
    assert [v.field for v in judged(reading, gold) if v.right] == ["document kind"]


def test_counts() -> None:
    reading = read_document(document_from_text(TEXT, name="x", published="2022-05-09"))
    rows = measured(judged(reading, coded(reading, "x")))
    assert Measured("kind", Told.SUBJECT, "kind.trigger", 1, 1) in rows
    assert [r.field for r in rows] == sorted(r.field for r in rows)
