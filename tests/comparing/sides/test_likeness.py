"""How likely two points are one, and why."""

import pytest
from tests.comparing.sides.accounts import Letters, content

from memcon.comparing.sides.likeness import Scale
from memcon.model import Act

OTHERS = [content(w) for w in ("They discussed the harvest", "She thanked Chile for its aid", "They met in Lima")]


def test_a_shared_subject_weighs_more_than_none_and_is_told_with_both_sides_words() -> None:
    a, b = content("He warned of severe consequences"), content("the mention of large sanctions")
    scale = Scale([a, b, *OTHERS], None)
    found = scale.compare(a, b, 0.0)
    assert found.odds > scale.compare(a, OTHERS[0], 0.0).odds
    assert found.reasons == ("both speak of sanctions and other consequences (“consequences”, “sanctions”)",)


def test_what_every_point_speaks_of_counts_for_little() -> None:
    a, b = content("He spoke of trade in wine"), content("She spoke of trade in steel")
    rare = Scale([a, b, *OTHERS], None).compare(a, b, 0.0)
    usual = Scale([a, b, *(content(f"They spoke of trade in {x}") for x in ("wool", "coal", "tea"))], None)
    assert usual.compare(a, b, 0.0).odds < rare.odds


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("It costs 40 million euros", "about 40 million euros", "both give 40 million"),
        ("a bridge at Tromsø harbour", "the Tromsø harbour", "words in common: harbour, tromsø"),
        ("talks led by NATO there", "the NATO meeting", "both name NATO"),
    ],
)
def test_reasons_in_words(a: str, b: str, reason: str) -> None:
    x, y = content(a), content(b)
    assert reason in "; ".join(Scale([x, y, *OTHERS], None).compare(x, y, 0.0).reasons)


def test_agreement_and_speakers_are_told() -> None:
    a = content("agreed to build it", speakers=("NO", "EE"), act=Act.AGREE)
    b = content("agreed on the building", speakers=("EE", "NO"), act=Act.AGREE)
    reasons = Scale([a, b, *OTHERS], None).compare(a, b, 0.5).reasons
    assert "both tell that it was agreed" in reasons
    assert "the same speakers" in reasons


def test_the_order_of_the_two_changes_nothing() -> None:
    a, b = content("He spoke of trade in wine"), content("The wine trade with Chile was raised")
    scale = Scale([a, b, *OTHERS], Letters())
    assert scale.compare(a, b, 0.3).odds == pytest.approx(scale.compare(b, a, 0.3).odds)


def test_nearness_in_meaning_counts_only_with_an_encoder() -> None:
    a, b = content("He spoke of wine"), content("Grapes were raised")
    without = Scale([a, b, *OTHERS], None)
    assert without.compare(a, b, 0.9).odds == without.compare(a, b, 0.0).odds
    assert without.vectors([a, b]) is None
    with_letters = Scale([a, b, *OTHERS], Letters())
    assert with_letters.compare(a, b, 0.9).odds > with_letters.compare(a, b, 0.0).odds
