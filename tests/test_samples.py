"""What the sample documents must give, as docs/samples.md says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon import Filters, Reading, Record, documents, read_document
from memcon.model import EngagementKind, GapKind

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {d.name: read_document(d) for d in documents([SAMPLES])}


def told(reading: Reading, *, main: bool = True) -> list[tuple[str, str, str | None, list[str]]]:
    return [
        (
            a.kind.value.value,
            a.status.value.value,
            a.start.value if a.start else None,
            sorted(p.value for p in a.parties),
        )
        for a in reading.accounts
        if a.main is main
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01-agency-president-receives", [("meeting", "held", "2023-02-28", ["KZ", "US"])]),
        ("02-reprinted-transcript", [("meeting", "held", None, ["KZ", "US"])]),
        ("03-call-washington", [("call", "held", "2024-12-30", ["NO", "US"])]),
        ("04-call-oslo", [("call", "held", "2024-12-30", ["NO", "US"])]),
        ("05-call-reprint", [("call", "held", None, ["NO", "US"])]),
        ("06-joint-statement", [("meeting", "held", "2023-08-17", ["CL", "EC", "PE"])]),
        ("11-tokyo-manner", [("meeting", "held", "2024-03-06", ["JP", "PT"])]),
        ("12-beijing-manner", [("meeting", "held", "2022-03-03", ["CN", "HU"])]),
        ("13a-delhi-call", [("call", "held", "2023-11-01", ["IN", "MU"])]),
        ("13b-gulf-received", [("meeting", "held", "2023-11-05", ["BR", "SA"])]),
        ("13c-kyiv-manner", [("call", "held", "2023-11-09", ["NL", "UA"])]),
        ("14a-telephone-talk", [("call", "held", "2024-06-12", ["AU", "JP"])]),
        ("14b-courtesy-call", [("meeting", "held", "2024-06-12", ["JP", "OECD"])]),
        ("15-moscow-manner", [("call", "held", "2023-10-05", ["AZ", "RU"])]),
        ("17-press-conference", [("meeting", "held", "2022-06-03", ["FI", "LV"])]),
        ("19a-first-ports-dialogue", [("meeting", "held", "2022-05-17", ["FI", "LV"])]),
        ("19b-second-ports-dialogue", [("meeting", "held", "2023-06-07", ["FI", "LV"])]),
        ("19c-ports-dialogue-reported", [("meeting", "held", "2024-05-22", ["FI", "LV"])]),
        ("31-talks-washington", [("meeting", "held", "2025-02-18", ["NO", "US"])]),
        ("32-talks-oslo", [("meeting", "held", "2025-02-18", ["NO", "US"])]),
        ("33-call-washington-may", [("call", "held", "2025-05-06", ["NO", "US"])]),
        ("34-call-washington-september", [("call", "held", "2025-09-16", ["NO", "US"])]),
    ],
)
def test_the_subject_of_each(readings: dict[str, Reading], name: str, expected: list[object]) -> None:
    assert told(readings[name]) == expected


@pytest.mark.parametrize("name", ["08-domestic-readout", "09-national-day", "16-sanctions", "18-pressemitteilung"])
def test_what_reports_no_engagement(readings: dict[str, Reading], name: str) -> None:
    assert readings[name].accounts == ()


def test_the_schedule_s_three_engagements(readings: dict[str, Reading]) -> None:
    assert sorted(told(readings["07-public-schedule"])) == [
        ("call", "planned", "2024-05-14", ["PH", "US"]),
        ("meeting", "planned", "2024-05-14", ["DK", "US"]),
        ("meeting", "planned", "2024-05-14", ["GH", "US"]),
    ]


def test_the_journey_s_legs_and_occasions(readings: dict[str, Reading]) -> None:
    found = told(readings["10-travel-notice"])
    assert sorted(kind for kind, *_ in found) == ["conference", "meeting", "visit", "visit"]
    assert {status for _, status, *_ in found} == {"planned"}


def test_ways_of_naming_the_president_and_his_guest(readings: dict[str, Reading]) -> None:
    (account,) = [a for a in readings["01-agency-president-receives"].accounts if a.main]
    speakers = {s.text.text.split()[0]: [x.value for x in s.speakers] for s in account.statements}
    assert speakers["noted"] == ["Kassym-Jomart Tokayev"]
    assert speakers["stressed"] == ["Kassym-Jomart Tokayev"]
    assert speakers["underlined"] == ["Antony J. Blinken"]
    assert speakers["We"] == ["Antony J. Blinken"]


def test_the_transcripts(readings: dict[str, Reading]) -> None:
    reprint = readings["02-reprinted-transcript"]
    assert {g.kind for g in reprint.layout.gaps} == {GapKind.INAUDIBLE, GapKind.INTERPRETED, GapKind.LAUGHTER}
    assert reprint.layout.reprints[0].value.startswith("https://www.state.gov/")
    assert [t.speaker.value if t.speaker else None for t in readings["17-press-conference"].turns] == [
        None,
        "Aino Virta",
        "Janis Ozols",
        None,
        "Janis Ozols",
        None,
    ]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("record") / "samples.memcon") as made:
        for document in documents([SAMPLES]):
            made.add(document, read_document(document))
        made.relink()
        yield made


def test_two_sides_accounts_of_one_call_are_one_engagement(record: Record) -> None:
    names = [sorted(d.name for d, _ in record.accounts_of(e)) for e in record.engagements()]
    assert ["03-call-washington", "04-call-oslo", "05-call-reprint"] in names


def test_a_reprint_is_known_and_counts_as_no_source_of_its_own(record: Record) -> None:
    (call,) = [e for e in record.engagements(Filters(kind=EngagementKind.CALL)) if len(e.accounts) == 3]
    assert call.sources == 2
    names = {d.id: d.name for d in record.documents()}
    found = {names[r.copy]: (names.get(r.source or ""), r.manner.value) for r in record.reprints()}
    assert found == {
        "02-reprinted-transcript": (None, "named"),
        "05-call-reprint": ("03-call-washington", "excerpt"),
    }


def test_the_ports_dialogue_is_a_series_with_its_numbers_checked(record: Record) -> None:
    (series,) = [s for s in record.series() if s.name == "Finland-Latvia Ports Dialogue"]
    assert [(s.start, s.status.value, {(c.number, c.verdict.value) for c in s.claims}) for s in series.sessions] == [
        ("2022-05-17", "held", {(1, "fits")}),
        ("2023-06-07", "held", {(2, "fits")}),
        ("2024-05-22", "held", {(2, "contradicted")}),
        ("2024-11-13", "unconfirmed", set()),
    ]


def test_every_span_of_every_account_stands_in_its_text(record: Record) -> None:
    for engagement in record.engagements():
        for document, account in record.accounts_of(engagement):
            for statement in account.statements:
                assert statement.text.stands_in(document.text)
            for cited in (account.kind, account.status, account.start, account.place, account.forum, *account.parties):
                assert cited is None or all(s.stands_in(document.text) for s in cited.spans)
