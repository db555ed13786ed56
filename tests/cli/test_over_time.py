"""``memcon commitments``, ``silence``, ``phrases`` and ``drift``."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from memcon import Record, documents, read_document

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("over-time") / "r.memcon"
    wanted = [*SAMPLES.glob("0[345]-*"), *SAMPLES.glob("3[1-4]-*"), SAMPLES / "06-joint-statement.html"]
    with Record.open(path) as store:
        found = list(documents(sorted(wanted)))
        for document in found:
            store.add(document, read_document(document))
        store.link([d.id for d in found])
    return path


def narrow(out: str) -> None:
    assert all(len(line) <= 100 for line in out.splitlines())


def test_commitments_as_text_and_json(memcon, path: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("commitments", "US", "Norway", "-r", path)
    assert code == 0
    narrow(out)
    plain = " ".join(out.split())
    assert "agreed to send experts to a working meeting in Tromsø in February due February (2025-02)" in plain
    assert "in the account of NO only: that of US does not have it" in plain
    assert "tells the deed as done: “provided”" in plain
    rows = [json.loads(x) for x in memcon("commitments", "US", "NO", "-r", path, "-f", "json")[1].splitlines()]
    assert {r["fate"] for r in rows} >= {"carried out", "not found again", "no later document"}
    still = [
        json.loads(x) for x in memcon("commitments", "US", "NO", "--open", "-r", path, "-f", "json")[1].splitlines()
    ]
    assert [r["id"] for r in still] == [r["id"] for r in rows if r["open"]]
    assert 0 < len(still) < len(rows)
    of_one = memcon("commitments", "--engagement", rows[0]["engagement"], "-r", path, "-f", "json")[1].splitlines()
    assert {json.loads(x)["engagement"] for x in of_one} == {rows[0]["engagement"]}


def test_silence_says_where_it_looked(memcon, path: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("silence", "US", "NO", "-r", path)
    assert code == 0
    narrow(out)
    plain = " ".join(out.split())
    assert "not found in these sources up to 2024-12-31: Ministry of Foreign Affairs of Norway (1 document)" in plain
    assert "the record has no source of Norway around the days of 2 of them" in plain
    assert "“freedom of navigation”, which the 2 readouts before had" in plain
    rows = [json.loads(x) for x in memcon("silence", "--kind", "phrase", "-r", path, "-f", "json")[1].splitlines()]
    assert {r["kind"] for r in rows} == {"phrase"}
    assert all(r["statement"].startswith("not found in these sources up to ") for r in rows)


def test_phrases_of_a_pair_a_person_and_one_phrase(memcon, path: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    picture = tmp_path / "p.svg"
    code, out, _ = memcon("phrases", "US", "NO", "-r", path, "--svg", picture)
    assert code == 0
    narrow(out)
    assert "freedom of navigation\n  known: naval presence in disputed waters" in out
    assert "not found since in 2 engagements (2025-05-06 – 2025-09-16)" in out
    assert ET.parse(picture).getroot().tag.endswith("svg")
    value = json.loads(memcon("phrases", "Whitlow", "--phrase", "ironclad", "-r", path, "-f", "json")[1])
    assert value["phrases"][0]["by_year"] == {"2025": 1}
    assert value["phrases"][0]["uses"][0]["speakers"] == ["Dana K. Whitlow"]
    assert "the whole record" in memcon("phrases", "--phrase", "coast guards", "-r", path)[1]


def test_drift_as_text_and_json(memcon, path: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("drift", "US", "NO", "-r", path)
    assert code == 0
    narrow(out)
    plain = " ".join(out.split())
    assert "~ The Secretary reaffirmed the [-ironclad-] {+strong+} U.S. commitment to the defense of Norway." in plain
    assert "= Foreign Minister Solberg-Lie expressed concern about the growing number of uninsured tankers." in plain
    lines = memcon("drift", "US", "NO", "--by", "norway", "-r", path, "-f", "json")[1].splitlines()
    assert [json.loads(line)["issuer"] for line in lines] == ["Ministry of Foreign Affairs of Norway"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("phrases",), "give a party or two, a person, or --phrase"),
        (("phrases", "US", "Ruritania"), "'Ruritania' is no party that memcon knows"),
        (("phrases", "US", "US"), "stands twice"),
        (("commitments", "US", "NO", "PE"), "3 parties are too many"),
        (("commitments", "--engagement", "E-nothing"), "there is no engagement 'E-nothing'"),
        (("silence", "Ruritania"), "'Ruritania' is no party that memcon knows"),
    ],
)
def test_wrong_use_is_one_line(memcon, path: Path, words: tuple[str, ...], message: str) -> None:  # type: ignore[no-untyped-def]
    code, out, err = memcon(*words, "-r", path)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("phrases", "Nobody At-All"), "no document of the record has dealings of Nobody At-All"),
        (("phrases", "US", "NO", "--phrase", "five noes"), "'five noes' does not stand in the 7 documents"),
        (("phrases", "--phrase", "five noes"), "'five noes' does not stand in the 8 documents in "),
        (("drift", "US", "FI"), "has no two readouts by one issuer"),
        (("drift", "US", "NO", "--by", "Harbour"), "has no two readouts by an issuer like 'Harbour'"),
        (("commitments", "Finland"), "the record has no engagement of FI; see 'memcon list'"),
        (("silence", "Finland"), "the record has no engagement of FI; see 'memcon list'"),
        (("silence", "US", "NO", "--kind", "plan"), "no absence was found among the kinds that are looked for"),
    ],
)
def test_nothing_found_is_said(memcon, path: Path, words: tuple[str, ...], message: str) -> None:  # type: ignore[no-untyped-def]
    code, out, err = memcon(*words, "-r", path)
    assert (code, out) == (0, "")
    assert err.startswith("nothing found: ")
    assert message in err
