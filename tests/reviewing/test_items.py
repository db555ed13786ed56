"""How items are named in addresses."""

import pytest

from memcon import UsageError
from memcon.decisions import Field
from memcon.reviewing import ItemKind, Reference


@pytest.mark.parametrize(
    ("words", "kind", "about"),
    [
        ("E-293a27ea.date", ItemKind.VALUE, "date"),
        ("E-293a27ea.participants", ItemKind.VALUE, "participants"),
        ("E-293a27ea.join", ItemKind.JOIN, "join"),
        ("E-293a27ea.D-79fd361b7b", ItemKind.LOOK, "D-79fd361b7b"),
        ("E-293a27ea+E-f73950bd", ItemKind.NEAR, "E-f73950bd"),
    ],
)
def test_a_reference_is_read_as_it_is_written(words: str, kind: ItemKind, about: str) -> None:
    found = Reference.of(words)
    assert (found.engagement, found.kind, found.about) == ("E-293a27ea", kind, about)
    assert str(found) == words


@pytest.mark.parametrize("words", ["", "E-293a27ea", "E-293a27ea.start", "E-293a27ea.colour", "x.date", "E-1+E-2"])
def test_what_names_nothing_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="names nothing that can be reviewed"):
        Reference.of(words)


def test_only_a_value_has_a_field() -> None:
    assert Reference.of("E-293a27ea.place").field is Field.PLACE
    with pytest.raises(UsageError, match="only a value can be edited"):
        _ = Reference.of("E-293a27ea.join").field
