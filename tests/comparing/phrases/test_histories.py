"""Phrases followed through a pair's and a person's documents."""

from memcon.comparing.material import Material
from memcon.comparing.phrases import History, histories, history, scope_of_all, scope_of_parties, scope_of_person
from memcon.comparing.phrases.scopes import means


def one(material: Material, phrase: str) -> History:
    found = history(material, scope_of_parties(material, ("US", "NO")), phrase)
    assert found is not None
    return found


def test_first_last_gap_and_counts_with_the_reprint_counted_once(year: Material) -> None:
    found = one(year, "ironclad")
    assert (found.first.day, found.last.day) == ("2031-01-10", "2031-09-09")
    assert found.documents == 3
    assert found.engagements == 3
    assert len(found.uses) == 4
    assert [u.copied for u in found.uses].count(True) == 1
    assert found.gap is not None
    assert (found.gap.engagements, found.gap.first, found.gap.last) == (2, "2031-05-20", "2031-07-01")
    assert found.since is None
    assert found.by_side() == {"US": 3, "NO": 1}
    assert found.by_year() == {"2031": 3}
    assert [(f.form, f.documents) for f in found.forms()] == [("ironclad", 2), ("iron clad", 1)]
    assert found.why.startswith("known: ")


def test_spans_are_the_words(year: Material) -> None:
    for found in histories(year, scope_of_parties(year, ("US", "NO"))):
        for use in found.uses:
            assert use.words.stands_in(year.documents[use.words.document].text)


def test_a_phrase_since_when_it_is_not_found(year: Material) -> None:
    assert history(year, scope_of_parties(year, ("US", "NO")), "five noes") is None
    pilots = one(year, "ice pilots")
    assert pilots.why == "asked for"
    assert pilots.since is not None
    assert pilots.since.engagements == 3


def test_a_person_is_followed_in_his_own_words_only(year: Material) -> None:
    scope = scope_of_person(year, "Whitlow")
    found = history(year, scope, "ironclad")
    assert found is not None
    assert {s for u in found.uses for s in u.speakers} <= {"Dana K. Whitlow", "Ingrid Solberg-Lie"}
    assert all("Dana K. Whitlow" in u.speakers for u in found.uses)
    assert history(year, scope_of_person(year, "Ingrid Solberg-Lie"), "strong") is None
    assert len(scope_of_all(year).documents) == len(year.documents)


def test_whom_a_name_means() -> None:
    assert means("Whitlow", "Dana K. Whitlow")
    assert means("Dana Whitlow", "Dana K. Whitlow")
    assert not means("Dana Hale", "Dana K. Whitlow")
