from collections import Counter, defaultdict

from memcon.vocabulary.fold import fold
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.states import states


def test_codes_stand_once_and_are_no_state_codes() -> None:
    codes = Counter(o.code for o in organisations())
    assert [code for code, times in codes.items() if times > 1] == []
    assert set(codes) & {s.code for s in states()} == set()


def test_codes_of_the_codebook() -> None:
    codes = {o.code for o in organisations()}
    assert {"EU", "NATO", "UN", "ASEAN", "OSCE", "IAEA", "ICRC", "African Union"} <= codes
    assert "AU" not in codes, "AU is Australia"


def test_no_name_means_two_bodies() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for body in organisations():
        for name in body.names:
            owners[fold(name)].add(body.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_name_is_a_state_s() -> None:
    names = {fold(n) for s in states() for n in (*s.names, *s.adjectives, *s.people)}
    assert [n for o in organisations() for n in o.names if fold(n) in names] == []


def test_every_body_has_names_that_are_not_repeated() -> None:
    for body in organisations():
        assert body.names, body.code
        assert len(set(body.names)) == len(body.names), body.code
