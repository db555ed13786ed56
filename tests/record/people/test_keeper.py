from pathlib import Path

import memcon
from memcon import Record, read_document
from memcon.linking.people import RemarkKind, people_of
from memcon.sources import document_from_text


def filled(path: Path) -> Record:
    record = memcon.open(path)
    for name, day, text in (
        (
            "a",
            "2031-05-03",
            "Foreign Minister Aino Virta of Finland met today in Valletta with Maltese President Paul Vella.",
        ),
        ("b", "2031-05-09", "Finnish Foreign Minister Virta spoke by phone today with Maltese President Paul Vella."),
    ):
        document = document_from_text(text, name=name, published=day)
        record.add(document, read_document(document))
    record.relink()
    return record


def test_what_is_kept_is_what_the_stage_tells(tmp_path: Path) -> None:
    with filled(tmp_path / "r.memcon") as record:
        people = people_of(record.readings(), record.roster())
        assert {p.name for p in record.persons()} == {"Aino Virta", "Paul Vella"}
        assert set(record.persons()) == set(people.persons)
        assert record.remarks({m.key for m in people.mentions}) == list(people.remarks)
        assert record.remarks([]) == []
        (remark,) = people.remarks
        assert remark.kind is RemarkKind.NAME
        assert remark.span is not None
        assert remark.span.stands_in(record.document("a").text)


def test_persons_and_tenures(tmp_path: Path) -> None:
    with filled(tmp_path / "r.memcon") as record:
        (person,) = record.persons("wirta")
        assert record.persons("Aino Wirta") == [person]
        assert record.persons("Bruno Virta") == []
        (tenure,) = record.tenures([person])
        assert (tenure.office, tenure.first, tenure.last) == ("Foreign Minister", "2031-05-03", "2031-05-09")
        for mention in tenure.sightings:
            assert mention.participant.office is not None
            (span,) = mention.participant.office.spans
            assert span.stands_in(record.document(span.document).text)
        assert [t.person.name for t in record.tenures(party="MT")] == ["Paul Vella"]


def test_rebuilding_and_removing(tmp_path: Path) -> None:
    with filled(tmp_path / "r.memcon") as record:
        before = record.persons()
        record.relink()
        assert record.persons() == before
        record.remove("a")
        record.relink()
        assert {p.name for p in record.persons()} == {"Virta", "Paul Vella"}
