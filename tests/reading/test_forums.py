"""Standing bodies are forums only where the words tell of a sitting."""

import pytest

from memcon.reading.forums import find_forums
from memcon.vocabulary.lexicon import find_phrases

Found = list[tuple[str, str, tuple[str, ...]]]


def forums(text: str) -> Found:
    return [(f.text, f.kind, f.parties) for f in find_forums(text, find_phrases(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at the “Clean Seas” Event", [("“Clean Seas” Event", "conference", ())]),
        ("President Prado of the Republic of Korea in Joint Press Conference", []),
        ("She spoke to the United States Congress and at the Meeting of Finland and others.", []),
        ("She spoke at a Clean Seas Event.", []),
        ("She spoke to the American Council on Germany.", []),
        ("the Finnish-Latvian Summit", [("Finnish-Latvian Summit", "meeting", ("FI", "LV"))]),
        (
            "chaired the plenary ministerial meeting of the anti-ISIS coalition",
            [
                (
                    "plenary ministerial meeting of the anti-ISIS coalition",
                    "conference",
                    ("Global Coalition to Defeat ISIS",),
                )
            ],
        ),
        (
            "in the July 15-16, 2021 International Conference on “Seas. Rivers” in Oslo",
            [("International Conference on “Seas. Rivers”", "conference", ())],
        ),
        ("at the Summit for Democracy Closing Session", [("Summit for Democracy Closing Session", "conference", ())]),
        ("They praised the Joint Economic Committee.", []),
        ("The Joint Commission visited the port.", []),
        ("The Seventh Joint Economic Committee was held.", [("Seventh Joint Economic Committee", "meeting", ())]),
        ("The 12th Cooperation Council was held.", [("12th Cooperation Council", "meeting", ())]),
        ("The Cooperation Council was founded.", []),
        ("The Joint Economic Committee meeting was held.", [("Joint Economic Committee", "meeting", ())]),
        (
            "The India-Malta Joint Commission met in Valletta.",
            [("India-Malta Joint Commission", "meeting", ("IN", "MT"))],
        ),
        (
            "The fifth session of the Joint Economic Committee was held.",
            [("Joint Economic Committee", "meeting", ())],
        ),
        (
            "The Maltese-Cypriot Business Council met.",
            [("Maltese-Cypriot Business Council", "meeting", ("MT", "CY"))],
        ),
        ("The U.S.-EU Task Force Meeting began.", [("U.S.-EU Task Force Meeting", "meeting", ("US", "EU"))]),
        (
            "at the 12th Meeting of the Intergovernmental Commission on Economic Cooperation",
            [("12th Meeting of the Intergovernmental Commission on Economic Cooperation", "meeting", ())],
        ),
        (
            "resumed Fifth Session of the United Nations Environment Assembly",
            [("resumed Fifth Session of the United Nations Environment Assembly", "conference", ("UN",))],
        ),
        ("The Trilateral Ministerial Meeting began.", []),
    ],
)
def test_bodies_and_sittings(text: str, expected: Found) -> None:
    assert forums(text) == expected
