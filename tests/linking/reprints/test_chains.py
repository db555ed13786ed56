from itertools import permutations

from memcon.linking.reprints import Manner, Passage, Reprint, nearest
from memcon.model import Span


def pair(copy: str, source: str | None, share: float = 1.0, *, at: tuple[int, int] = (0, 4), **more: object) -> Reprint:
    passages = (Passage(Span(copy, *at, "x" * (at[1] - at[0])), Span(source or "", 0, 4, "xxxx")),) if source else ()
    return Reprint(copy, source, Manner.WHOLE, share_of_copy=share, passages=passages, **more)  # type: ignore[arg-type]


def sources(*pairs: Reprint, **more: object) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for reprint in nearest(pairs, **more):  # type: ignore[arg-type]
        found.setdefault(reprint.copy, []).append(reprint.source or reprint.named)
    return found


def test_the_nearest_is_the_most_alike_and_the_chain_goes_on_from_there() -> None:
    pairs = [pair("paper", "agency", 0.8), pair("site", "agency", 0.7), pair("site", "paper", 1.0)]
    assert {nearest(order) for order in permutations(pairs)} == {nearest(pairs)}
    assert {r.copy: r.chain for r in nearest(pairs)} == {"paper": ("agency",), "site": ("paper", "agency")}


def test_of_equals_the_one_that_is_named() -> None:
    assert sources(pair("c", "a"), pair("c", "b", named="b.example/1"))["c"] == ["b"]


def test_different_parts_have_different_sources() -> None:
    one, two = pair("c", "a", 0.5, at=(0, 40)), pair("c", "b", 0.5, at=(50, 90))
    assert sources(one, two)["c"] == ["a", "b"]
    assert {r.manner for r in nearest([one, two])} == {Manner.MERGED}
    assert sources(one, pair("c", "b", 0.4, at=(10, 30)))["c"] == ["a"]


def test_no_text_is_its_own_source() -> None:
    circle = [pair("a", "b", sure=0.9), pair("b", "c", sure=0.8), pair("c", "a", sure=0.6)]
    assert sources(*circle) == {"a": ["b"], "b": ["c"]}


def test_a_source_outside_the_record_counts_where_none_inside_answers_to_the_name() -> None:
    outside = Reprint("c", None, Manner.NAMED, named="https://state.example/1")
    paper = Reprint("c", None, Manner.NAMED, named="Fjord Post")
    assert sources(outside, paper) == {"c": ["https://state.example/1"]}
    assert sources(pair("c", "a", named="https://state.example/1"), outside, paper) == {"c": ["a"]}
    assert sources(pair("c", "a"), outside, paper, hosts={"a": "state.example"}) == {"c": ["a"]}
    assert sources(pair("c", "a"), outside, paper, hosts={"a": "other.example"}) == {
        "c": ["a", "https://state.example/1"]
    }
