from memcon.reading.language import language_of


def test_languages_of_foreign_ministries() -> None:
    assert (
        language_of("Der Bundesminister des Auswärtigen traf heute in Berlin seinen Amtskollegen zu einem Gespräch.")
        == "de"
    )
    assert (
        language_of("Le ministre a reçu son homologue et les deux ministres ont évoqué la coopération bilatérale.")
        == "fr"
    )
    assert (
        language_of("The minister received his counterpart, and they discussed their countries' cooperation.") == "en"
    )


def test_a_text_of_too_few_letters_counts_as_english() -> None:
    assert language_of("09.05.2022") == "en"


def test_a_short_english_sentence_is_english() -> None:
    text = "Foreign Minister Anna Virta of Finland met Foreign Minister Olav Berg of Norway in Turku on 3 May 2024."
    assert language_of(text) == "en"


def test_names_do_not_make_a_short_english_sentence_another_language() -> None:
    texts = (
        "Agriculture Minister Jan Vermeulen met farmers in Utrecht on Monday to discuss nitrogen rules.",
        "PM Orban meets Putin, Kazakh President Tokayev in Astana",
    )
    assert [language_of(text) for text in texts] == ["en", "en"]
    assert language_of("Minister Vermeulen heeft maandag in Utrecht met boeren gesproken over de regels.") == "nl"
    assert language_of("Utenriksminister Eide møtte statsminister Kallas i Oslo") == "no"
