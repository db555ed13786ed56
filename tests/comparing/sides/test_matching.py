"""One assignment: each point in one group at most, the likeliest pair first."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparing.sides.accounts import content

from memcon.comparing.sides.likeness import Scale
from memcon.comparing.sides.matching import Candidate, Group, match

WORDS = ["grain exports", "cyber attacks", "the typhoon", "rail links", "visas", "human rights", "gas and oil", "NATO"]


def grouped(*columns: list[str], items: dict[tuple[int, int], list[str]] | None = None) -> list[list[str]]:
    made = [
        [
            *(Candidate(content(words), side, n) for n, words in enumerate(column)),
            *(
                Candidate(content(words), side, n, k)
                for (s, n), parts in (items or {}).items()
                if s == side
                for k, words in enumerate(parts)
            ),
        ]
        for side, column in enumerate(columns)
    ]
    scale = Scale([c.content for column in made for c in column if c.item is None], None)
    return [words_of(group) for group in match(made, scale)]


def words_of(group: Group) -> list[str]:
    return [group.members[side].content.span.text for side in sorted(group.members)]


def test_the_likeliest_pair_is_taken_and_the_rest_is_left() -> None:
    found = grouped(
        ["They discussed cyber attacks", "They raised visas"], ["Attacks by hackers and cyber crime", "Fish"]
    )
    assert found == [["They discussed cyber attacks", "Attacks by hackers and cyber crime"]]


def test_an_item_is_matched_where_it_alone_is_taken_up() -> None:
    whole = "They discussed the green transition, hydrogen and raw materials of rare kinds"
    found = grouped(
        [whole, "They raised visas"],
        ["Investments in hydrogen"],
        items={(0, 0): ["They discussed the green transition", "hydrogen", "raw materials of rare kinds"]},
    )
    assert found == [["hydrogen", "Investments in hydrogen"]]


def test_three_accounts_share_a_group() -> None:
    found = grouped(["They discussed cyber attacks"], ["Cyber attacks were raised"], ["the cyber attacks on ports"])
    assert [len(group) for group in found] == [3]


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6), min_size=2, max_size=4))
def test_each_candidate_stands_in_one_group_and_each_group_holds_one_of_an_account(columns: list[list[str]]) -> None:
    made = [[Candidate(content(w), side, n) for n, w in enumerate(column)] for side, column in enumerate(columns)]
    groups = match(made, Scale([c.content for column in made for c in column], None))
    keys = [member.key for group in groups for member in group.members.values()]
    assert len(keys) == len(set(keys))
    assert all(len(group.members) > 1 for group in groups)
    assert all(min(a.members.items())[1].key < min(b.members.items())[1].key for a, b in pairwise(groups) if min(a.members) == min(b.members))  # fmt: skip
