from collections import defaultdict

import pytest

from memcon.vocabulary.fold import fold
from memcon.vocabulary.forums import ForumKind, forum, forum_words, forums
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.states import states
from memcon.vocabulary.table import data_file


def test_codes_stand_once() -> None:
    lines = data_file("forums.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line for line in lines if line and not line.startswith("#")]
    assert len(forums()) == len(rows) - 1, "a code that stands twice would hide a line"


def test_parties_are_known_and_stand_once() -> None:
    known = {s.code for s in states()} | {o.code for o in organisations()}
    for row in forums().values():
        assert set(row.parties) <= known, row.code
        assert len(set(row.parties)) == len(row.parties), row.code


def test_no_name_means_two_forums_or_a_party() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in forums().values():
        assert row.names, row.code
        for name in row.names:
            owners[fold(name)].add(row.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}
    parties = {fold(n) for s in states() for n in s.names} | {fold(n) for o in organisations() for n in o.names}
    assert set(owners) & parties == set()


@pytest.mark.parametrize(
    ("code", "kind", "parties"),
    [
        ("C5+1", ForumKind.CONFERENCE, {"US", "KZ", "KG", "TJ", "TM", "UZ"}),
        ("Quad", ForumKind.CONFERENCE, {"US", "JP", "IN", "AU"}),
        ("AUSMIN", ForumKind.MEETING, {"AU", "US"}),
        ("Weimar Triangle", ForumKind.MEETING, {"FR", "DE", "PL"}),
        ("Munich Security Conference", ForumKind.CONFERENCE, set()),
    ],
)
def test_forums_and_those_who_take_part_by_definition(code: str, kind: ForumKind, parties: set[str]) -> None:
    row = forum(code)
    assert (row.kind, set(row.parties)) == (kind, parties)


def test_an_unknown_forum() -> None:
    with pytest.raises(KeyError):
        forum("Council of the Moon")


def test_forum_words() -> None:
    assert forum_words()["Summit"] is ForumKind.CONFERENCE
    assert forum_words()["Dialogue"] is ForumKind.MEETING
    assert [w for w in forum_words() if not w[0].isupper()] == []
