"""The topics and the words that stand for them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import UsageError, VocabularyError
from memcon.model import Span
from memcon.vocabulary import topics as module
from memcon.vocabulary.topics import phrase_key, topic_named, topics, topics_of

EXAMPLES = {
    "bilateral relations": "praised the strategic partnership of the two countries",
    "diplomatic relations and missions": "agreed to reopen the embassy and restore diplomatic relations",
    "regional cooperation": "welcomed the part that ASEAN plays",
    "international organisations and multilateral cooperation": "will vote for the text in the General Assembly",
    "regional and international security": "underlined the weight of NATO for peace and stability",
    "sovereignty and territorial integrity": "reaffirmed support for the territorial integrity of the country",
    "borders and territorial disputes": "called for the demarcation of the common border",
    "war and armed conflict": "condemned the invasion",
    "peace talks and the settlement of conflicts": "called for a negotiated settlement and a lasting ceasefire",
    "peacekeeping": "will send peacekeepers",
    "defence cooperation and military aid": "agreed on joint military exercises and defense cooperation",
    "sanctions": "announced sanctions and visa bans",
    "export controls": "aligned their export controls on dual-use goods",
    "nuclear non-proliferation": "urged a return to the JCPOA",
    "arms control and disarmament": "discussed the future of New START",
    "missiles": "condemned the launch of ballistic missiles",
    "terrorism": "agreed to exchange data on terrorists",
    "intelligence and espionage": "promised closer intelligence sharing",
    "accession and enlargement": "supported the country's European path and EU accession",
    "human rights": "raised human rights and arbitrary detention",
    "atrocities and accountability": "urged accountability for war crimes",
    "democracy and governance": "welcomed progress on democratic institutions",
    "elections": "called for free and fair elections",
    "political crises and coups": "condemned the military takeover",
    "corruption": "pledged to fight corruption and kleptocracy",
    "rule of law": "stressed judicial independence",
    "civil society": "met NGOs and human rights defenders",
    "media freedom and free expression": "raised press freedom and the cases of two journalists",
    "religious freedom": "spoke of freedom of religion",
    "women and gender equality": "discussed women's economic empowerment",
    "LGBTQI+ people": "spoke up for LGBTQI+ persons",
    "minorities and indigenous peoples": "promised to protect minorities and indigenous communities",
    "children and youth": "opened a programme for young leaders",
    "political prisoners": "asked for the release of political prisoners",
    "consular matters and detained nationals": "raised wrongfully detained citizens",
    "refugees and displaced people": "thanked the hosts of so many refugees",
    "migration": "discussed the root causes of irregular migration",
    "visas and travel": "agreed to ease visas",
    "humanitarian aid": "called for unhindered humanitarian access",
    "natural disasters": "offered help after the earthquake",
    "development aid": "announced development assistance through its aid agency and capacity building",
    "sustainable development": "recalled the 2030 Agenda",
    "climate change": "will cut emissions",
    "environment and nature": "agreed to protect forests and biodiversity",
    "clean energy": "will build solar and wind power",
    "energy supply": "discussed oil and gas pipelines",
    "nuclear energy": "will work on small modular reactors",
    "trade": "noted the growth of bilateral trade",
    "investment": "invited investors",
    "economic cooperation": "wished for closer economic ties",
    "economy and growth": "spoke of jobs and inflation",
    "taxation": "welcomed the global minimum tax",
    "debt": "discussed debt relief",
    "international finance": "will support the country at the IMF",
    "supply chains": "agreed to make supply chains resilient",
    "infrastructure": "launched a partnership on infrastructure",
    "transport and connectivity": "will open direct flights",
    "seas and freedom of navigation": "stressed freedom of navigation in the South China Sea",
    "new technology": "will share research on artificial intelligence",
    "digital economy": "agreed on rules for digital trade",
    "telecommunications": "spoke of 5G networks",
    "cyber security": "condemned ransomware attacks",
    "disinformation": "will counter disinformation together",
    "space": "signed the Artemis Accords",
    "science and research": "agreed on scientific exchanges",
    "epidemics": "compared their answers to COVID‑19",
    "vaccines": "donated 200,000 doses through COVAX",
    "health": "will train nurses for public hospitals",
    "food security": "warned of hunger",
    "agriculture and fisheries": "agreed on fisheries",
    "water": "discussed the sharing of rivers and water resources",
    "education and exchanges": "offered scholarships to students",
    "culture and people-to-people ties": "praised cultural and people-to-people ties",
    "labour rights": "spoke of worker rights and forced labor",
    "narcotics": "will act against fentanyl",
    "organised crime": "agreed to fight organized crime",
    "trafficking in human beings": "will fight human trafficking",
    "justice and police cooperation": "signed a treaty on extradition",
}


def named(text: str) -> set[str]:
    return {match.topic.name for match in topics_of(text)}


def test_every_topic_has_an_example() -> None:
    assert set(EXAMPLES) == {topic.name for topic in topics()}


@pytest.mark.parametrize(("name", "words"), EXAMPLES.items())
def test_the_example_has_its_topic(name: str, words: str) -> None:
    assert name in named(words)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("improved the investment climate", "climate change"),
        ("met Defense Minister Ola Berg", "defence cooperation and military aid"),
        ("met the Minister of Health", "health"),
        ("after the Cold War", "war and armed conflict"),
        ("briefed the National Security Adviser", "regional and international security"),
        ("wished him good health", "health"),
        ("food for thought", "food security"),
        ("raised war crimes", "war and armed conflict"),
        ("Who was there", "health"),
        ("the nature of the talks", "environment and nature"),
        ("met in the West Bank", "international finance"),
        ("spoke of the financing of terrorism", "international finance"),
    ],
)
def test_words_that_only_look_like_a_topic(words: str, wrong: str) -> None:
    assert wrong not in named(words)


def test_codes_and_labels_are_those_of_the_scheme() -> None:
    known = {t.code: t.label for t in topics()}
    assert known["5482"] == "climate change"
    assert known["c_04ae3ba8"] == "information security"
    assert topics_of("climate")[0].topic.uri == "http://eurovoc.europa.eu/5482"


def test_the_longest_phrase_counts_and_may_mean_two_topics() -> None:
    matches = {m.topic.name: m.words for m in topics_of("agreed on climate finance; and on climate, too")}
    assert matches["climate change"] == ("climate finance", "climate")
    assert matches["international finance"] == ("climate finance",)


def test_no_phrase_runs_over_the_end_of_a_sentence() -> None:
    assert "human rights" not in named("The guests were human. Rights were not touched")


def test_spellings_plurals_and_possessives() -> None:
    for words in ("defence cooperation", "Defense Cooperation", "ally's defence cooperation"):
        assert named(words) == {"defence cooperation and military aid"}
    assert "labour rights" in named("labour standards") & named("labor standard")
    assert "organised crime" in named("organised crime") & named("organized crime")
    assert "women and gender equality" in named("the women’s movement")


def test_places_in_a_span_are_those_of_its_document() -> None:
    (match,) = topics_of(Span("d", 100, 122, "discussed trade deficit"))
    assert match.places == ((110, 115),)
    assert match.words == ("trade",)


@given(st.text(max_size=200))
def test_any_text_gives_places_that_hold_its_words(text: str) -> None:
    for match in topics_of(text):
        assert tuple(text[a:b] for a, b in match.places) == match.words
        assert all(match.words)


def test_a_topic_by_its_name_code_or_part_of_the_name() -> None:
    assert topic_named("5482") == topic_named("Climate change") == topic_named("climate")
    assert topic_named("water").name == "water"
    with pytest.raises(UsageError, match="fits several"):
        topic_named("energy")
    with pytest.raises(UsageError, match="is no topic"):
        topic_named("astrology")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("trade\tcommerce\ntrade\tCommerce", "stands in line 2 too"),
        ("astrology\tstar", "'astrology' is no topic"),
        ("trade\t", "no phrase"),
        ("trade\t* deal", "must begin with a word"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, reason: str) -> None:
    path = tmp_path / "topic_phrases.tsv"
    path.write_text(f"topics\tphrases\n{line}\n", encoding="utf-8")
    known = topics()
    monkeypatch.setattr(module, "data_file", lambda name: path)
    monkeypatch.setattr(module, "topics", lambda: known)
    module._entries.cache_clear()
    with pytest.raises(VocabularyError, match=reason):
        module._entries()
    module._entries.cache_clear()


def test_keys_of_phrases() -> None:
    assert phrase_key("People-to-people ties") == ("people", "to", "people", "tie")
    assert phrase_key("IMF") == ("IMF",)
    assert phrase_key("vaccin*") == ("vaccin*",)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a dialogue on information security", "cyber security"),
        ("exports of wheat by sea", "seas and freedom of navigation"),
        ("the safety of shipping in the strait", "seas and freedom of navigation"),
        ("further Patriot batteries", "defence cooperation and military aid"),
        ("overnight drone strikes", "war and armed conflict"),
        ("emergency food for families", "humanitarian aid"),
        ("families affected by the drought", "humanitarian aid"),
        ("families affected by the drought", "natural disasters"),
        ("its path to the European Union", "accession and enlargement"),
        ("the recommendations of the European Commission", "accession and enlargement"),
        ("strong economic measures", "sanctions"),
        ("before the heating season", "energy supply"),
        ("return to its nuclear commitments", "nuclear non-proliferation"),
    ],
)
def test_words_of_other_writers_for_a_topic(words: str, name: str) -> None:
    assert name in named(words)


@pytest.mark.parametrize(
    "text",
    [
        "Visa and Mastercard suspended their operations",
        "the Democratic People’s Republic of Korea",
        "met the Democratic Republic of the Congo's envoy",
        "the Food and Drug Administration",
        "the Assistant Secretary for Educational and Cultural Affairs",
    ],
)
def test_names_stand_for_no_topic(text: str) -> None:
    assert topics_of(text) == topics_of("")
