"""In whose voice words are said."""

from tests.comparing.held import Page, held
from tests.comparing.test_material import by_name

from memcon.comparing.material import Material
from memcon.comparing.voices import Voices, running_blocks, sayings


def at(material: Material, name: str, words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    document = by_name(material, name)
    start = material.documents[document].text.index(words)
    voice = Voices(material, document).at(start, start + len(words))
    return voice.speakers, voice.sides


def test_a_statement_s_speaker_else_the_issuer(year: Material) -> None:
    assert at(year, "a", "ironclad") == (("Dana K. Whitlow",), ("US",))
    assert at(year, "a", "spoke today") == ((), ("US",))
    speakers, sides = at(year, "a", "Barents Sea")
    assert set(speakers) == {"Dana K. Whitlow", "Ingrid Solberg-Lie"}
    assert sides == ("NO", "US")


def test_a_turn_s_speaker() -> None:
    text = (
        "FOREIGN MINISTER VIRTA: Good morning. We will never close the strait.\n\n"
        "FOREIGN MINISTER OZOLS: Thank you. Latvia agrees.\n"
    )
    title = "Remarks by Finnish Foreign Minister Aino Virta and Latvian Foreign Minister Janis Ozols in Helsinki"
    material = held(Page("t", "2031-06-03", "Ministry for Foreign Affairs of Finland", text, title))
    assert at(material, "t", "the strait") == (("Aino Virta",), ("FI",))
    document = by_name(material, "t")
    assert running_blocks(material, document)
    assert any(s.speakers == ("Janis Ozols",) for s in sayings(material, document))
