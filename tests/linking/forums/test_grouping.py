"""Which sittings are of one series."""

import random
from dataclasses import replace

from tests.linking.forums.build import PORTS, dialogue, series, told

from memcon.linking.engagements import AccountKey


def called(*all_told) -> list[tuple[str, tuple[str, ...], int]]:  # type: ignore[no-untyped-def]
    return [(s.name, s.parties, len(s.engagements)) for s in series(*all_told)]


def named(number: int, forum: str, **fields):  # type: ignore[no-untyped-def]
    return told(number, f"They met for the {forum}.", forum, f"20{number:02}-05-02", **fields)


def test_names_and_levels_of_one_forum() -> None:
    found = series(
        named(1, "C5+1"),
        named(2, "C5+1 Ministerial"),
        named(3, "meeting of the Foreign Ministers of Central Asia and the United States"),
    )
    assert [s.name for s in found] == ["C5+1"]
    assert [n.name for n in found[0].names] == [
        "C5+1",
        "C5+1 Ministerial",
        "meeting of the Foreign Ministers of Central Asia and the United States",
    ]


def test_each_pair_has_its_own_dialogue() -> None:
    name = "Strategic Partnership Dialogue"
    assert called(
        named(1, f"U.S.-Kazakhstan {name}", parties=("US", "KZ")),
        named(2, name, parties=("KZ", "US")),
        named(3, name, parties=("UZ", "US")),
    ) == [(name, ("KZ", "US"), 2), (name, ("US", "UZ"), 1)]


def test_a_dialogue_without_parties_is_of_the_only_pair_it_can_be_of() -> None:
    pair = named(1, "U.S.-Kazakhstan Energy Dialogue", parties=("US", "KZ"))
    assert len(called(pair, named(2, "Energy Dialogue", parties=("KZ",)))) == 1
    assert len(called(pair, named(2, "Energy Dialogue", parties=("UZ",)))) == 2
    other = named(3, "U.S.-Uzbekistan Energy Dialogue", parties=("US", "UZ"))
    assert len(called(pair, other, named(2, "Energy Dialogue", parties=("US",)))) == 3


def test_a_dialogue_without_parties_is_that_of_its_document() -> None:
    pairs = [named(n, f"U.S.-{state} 2+2 Dialogue", parties=()) for n, state in ((1, "India"), (2, "Japan"))]
    text = "They met for the U.S.-India 2+2 Dialogue. The 2+2 ministerial was useful."
    both = [told(3, text, "2+2 ministerial", "2003-05-02", parties=()), *pairs]
    assert [(s.parties, len(s.engagements)) for s in series(*both)] == [((), 1), (("IN", "US"), 1), (("JP", "US"), 1)]
    (engagement, reading), rest = both[1], both[2:]
    account = replace(both[0][1].accounts[0], id="e2", document=reading.document)
    reading = replace(reading, accounts=(*reading.accounts, account))
    other = replace(both[0][0], accounts=(AccountKey(reading.document, "e2"),))
    found = series((engagement, reading), (other, reading), *rest)
    assert [(s.parties, len(s.engagements)) for s in found] == [(("IN", "US"), 2), (("JP", "US"), 1)]


def test_words_that_tell_two_forums_apart() -> None:
    names = ["Strategic Dialogue", "Human Rights Dialogue", "Ports Working Group", "Joint Commission", "Dialogue"]
    assert len(called(*(named(n, f"Finland-Latvia {name}") for n, name in enumerate(names, start=1)))) == len(names)
    assert len(called(named(1, "G20 Summit"), named(2, "G7 Summit"), named(3, "C5+1 Energy Working Group"))) == 3
    assert len(called(named(1, "U.S.-ASEAN Summit"), named(2, "ASEAN Summit"))) == 2


def test_what_names_no_series() -> None:
    assert called(named(1, "Ministerial Meeting"), named(2, "Regional Forum")) == []


def test_a_body_s_sittings_at_several_levels_bear_its_name() -> None:
    assert called(named(1, "NATO Summit"), named(2, "NATO Foreign Ministerial")) == [("NATO", (), 2)]
    several = named(1, "East Asia Summit"), named(2, "East Asia Summit Foreign Ministers’ Meeting")
    assert [name for name, _, _ in called(*several, named(3, "East Asia Summit Leaders’ Meeting"))] == [
        "East Asia Summit"
    ]


def test_abbreviations_in_brackets() -> None:
    (one,) = series(told(1, f"They met for the {PORTS} (FLPD) in Riga.", PORTS))
    assert one.abbreviations == ("FLPD",)
    (one,) = series(told(1, f"They met for the {PORTS} (COP26) in Riga.", PORTS))
    assert one.abbreviations == ()


def test_the_order_does_not_matter() -> None:
    all_told = [
        dialogue(1, "2022-05-17", "the inaugural"),
        dialogue(2, "2023", main=False, dated="2024-01-01"),
        dialogue(3, "2023-05-17"),
        dialogue(4, "2023-11"),
        dialogue(5, "2024-05-17", "the second"),
        named(6, "Ports Dialogue", parties=("FI",)),
        named(7, "C5+1"),
    ]
    first = series(*all_told)
    shuffle = random.Random(7)
    for _ in range(20):
        shuffle.shuffle(all_told)
        assert series(*all_told) == first
