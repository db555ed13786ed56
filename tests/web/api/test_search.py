"""The search with its facets, and figures."""

from pathlib import Path

from fastapi.testclient import TestClient

from memcon.comparing.figures.gathering import recorded_figures
from memcon.exporting.figures import figures_as_json
from memcon.record import Filters, Record


def test_words_are_found_and_marked(api: TestClient, path: Path) -> None:
    found = api.get("/api/v1/search", params={"words": "fisheries", "limit": 5}).json()
    with Record.open(path) as record:
        assert [h["document"] for h in found["documents"]] == [h.document for h in record.search("fisheries", 5)]
    assert any("⟦fisheries⟧" in h["snippet"].casefold() for h in found["documents"])


def test_facets_count_all_engagements_that_documents_with_the_words_tell_of(api: TestClient, path: Path) -> None:
    found = api.get("/api/v1/search", params={"words": "minister", "limit": 1, "party": "US"}).json()
    with Record.open(path) as record:
        wanted = record.engagements(Filters(text="minister", parties=("US",)))
        publishers = {d.id: d.publisher for d in record.documents()}
    assert len(found["engagements"]) == 1 < len(wanted)

    def counted(values: list[str]) -> dict[str, int]:
        return {value: values.count(value) for value in values}

    facets = {name: {v["value"]: v["engagements"] for v in values} for name, values in found["facets"].items()}
    assert facets["kind"] == counted([e.kind.preferred.value for e in wanted if e.kind.preferred])
    assert facets["party"] == counted([p.value for e in wanted for p in e.parties])
    assert facets["year"] == counted([e.start.preferred.value[:4] for e in wanted if e.start.preferred])
    told = [{publishers[k.document] for k in e.accounts} - {None} for e in wanted]
    assert facets["publisher"] == counted([str(p) for some in told for p in some])
    numbers = [v["engagements"] for v in found["facets"]["party"]]
    assert numbers == sorted(numbers, reverse=True)


def test_words_of_nothing_but_signs_are_refused(api: TestClient) -> None:
    answer = api.get("/api/v1/search", params={"words": "?!"})
    assert (answer.status_code, answer.json()["detail"]) == (422, "there is no word to search for")


def test_figures_are_those_of_the_command(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        engagement = next(e.id for e in record.engagements() if recorded_figures(record, engagement=e.id).groups)
        wanted = figures_as_json(recorded_figures(record, engagement=engagement))
    assert wanted["figures"]
    assert api.get("/api/v1/figures", params={"engagement": engagement}).json() == wanted


def test_figures_are_of_one_thing(api: TestClient) -> None:
    assert api.get("/api/v1/figures").status_code == 422
    assert api.get("/api/v1/figures", params={"party": "US", "document": "03"}).status_code == 422
    assert api.get("/api/v1/figures", params={"engagement": "E-none"}).status_code == 404
    assert api.get("/api/v1/figures", params={"party": "Tuvalu"}).status_code == 404
