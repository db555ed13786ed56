"""Ways of writing of ministries and agencies beside those that the reader began with; people and events are invented."""

import pytest

from memcon.reading.forums import find_forums
from memcon.reading.layout import read_layout
from memcon.reading.people import find_people
from memcon.sources import document_from_text
from memcon.vocabulary.homes import home_of
from memcon.vocabulary.lexicon import find_phrases

from .told import AGENCY, FINLAND, accounts, codes, days, names, party, place, subjects

NATO = "NATO"


def kinds(publisher: str | None, title: str, *paragraphs: str, published: str | None = "2022-05-09") -> list[str]:
    return [
        f"{a.kind.value} {a.status.value} {'main' if a.main else 'mentioned'}"
        for a in accounts(publisher, title, *paragraphs, published=published)
    ]


@pytest.mark.parametrize(
    ("publisher", "home"),
    [
        ("SPA", "SA"),
        ("PTI", "IN"),
        ("Kazinform", "KZ"),
        ("BERNAMA", "MY"),
        ("Tanjug", "RS"),
        ("Amiri Diwan of the State of Qatar", "QA"),
        ("Ministry for Europe and Foreign Affairs", "FR"),
    ],
)
def test_agencies_and_offices_are_known_for_their_states(publisher: str, home: str) -> None:
    document = document_from_text("Harbour opened\n\nThe harbour was opened.", publisher=publisher)
    assert home_of(document, read_layout(document)) == home


def test_a_delegation_of_a_state_named_in_two_words_is_received() -> None:
    (met,) = subjects(
        "UzA",
        "President receives a delegation",
        "On May 9, President of Uzbekistan Rustam Olimov received a New Zealand delegation led by Trade Minister Ann Reid.",
    )
    assert (names(met), codes(met)) == (["Rustam Olimov", "Ann Reid"], ["NZ", "UZ"])


def test_remarks_made_during_a_meeting_tell_of_the_meeting() -> None:
    first, stay = accounts(
        "State Information Service",
        "FM stresses cooperation with Oman",
        "Foreign Minister Hazem Lotfy, who is currently in Muscat, underlined Egypt's keenness on closer ties.",
        "He made the remarks during a meeting on Sunday with his Omani counterpart Said Al Habsi.",
    )
    assert (names(first), codes(first), days(first)[0]) == (
        ["Hazem Lotfy", "Said Al Habsi"],
        ["EG", "OM"],
        "2022-05-08",
    )
    assert (stay.kind.value.value, place(stay), stay.main) == ("visit", ("Muscat", "OM"), False)


def test_an_agencys_report_of_what_is_to_come_is_read_like_an_announcement() -> None:
    visit, met = subjects(
        "TASS",
        "Minister to visit Oslo",
        "MOSCOW, May 9. /TASS/. Russian Foreign Minister Oleg Baturin will visit Norway on May 16-17 and hold talks with "
        "his Norwegian counterpart Inge Solberg, the ministry said on Monday.",
    )
    assert (visit.kind.value.value, days(visit), place(visit)) == ("visit", ("2022-05-16", "2022-05-17"), (None, "NO"))
    assert (names(met), place(met)) == (["Oleg Baturin", "Inge Solberg"], (None, "NO"))  # and not in Moscow


def test_the_day_of_announcing_is_not_the_day_of_travel() -> None:
    (visit,) = subjects(
        FINLAND,
        "Foreign Minister Virta to travel to Malta",
        "Foreign Minister Aino Virta today announced that she will travel to Malta on 12 May.",
    )
    assert days(visit) == ("2022-05-12", "2022-05-12")


def test_a_day_to_come_in_the_title_does_not_date_the_document() -> None:
    (met,) = subjects(
        FINLAND,
        "Foreign Minister Virta to meet with Foreign Minister Vella of Malta (Helsinki, 10.05.2022)",
        "Foreign Minister Aino Virta will have a meeting tomorrow, Tuesday, May 10 at 12:00, with the Foreign Minister of "
        "Malta, Pauline Vella.",
    )
    assert (names(met), days(met)[0]) == (["Aino Virta", "Pauline Vella"], "2022-05-10")


def test_a_later_sentence_dates_the_ceremony() -> None:
    (held,) = subjects(
        "Ghana News Agency",
        "Envoy presents letter of credence",
        "Accra, May 9, GNA – The Maltese High Commissioner to Ghana, Ambassador Paul Borg, presented his letter of "
        "credence to President Ama Owusu of Ghana.",
        "The ceremony took place at the palace in Accra on Friday, May 6, 2022.",
    )
    assert (held.kind.value.value, days(held)) == ("ceremony", ("2022-05-06", "2022-05-06"))


def test_on_a_journey_what_is_told_without_a_place_or_day_is_where_and_when_the_journey_was() -> None:
    visit, met = subjects(
        FINLAND,
        "Political Director Lehto in Valletta",
        "On 6 May 2022, Political Director Matti Lehto was in Valletta on a working visit.",
        "He met with Foreign Minister of Malta Pauline Vella.",
    )
    assert (place(visit), days(visit)) == (("Valletta", "MT"), ("2022-05-06", "2022-05-06"))
    assert (place(met), days(met)) == (("Valletta", "MT"), ("2022-05-06", "2022-05-06"))
    assert met.place is not None
    assert met.place.rule == "place.visit"


def test_the_dateline_is_no_place_where_the_report_tells_another_country() -> None:
    _, second = subjects(
        "Agenda.ge",
        "Minister meets counterparts",
        "TBILISI, May 9 (Agenda) - Georgia's Foreign Minister Nino Kapanadze met with Foreign Minister Anna Berg of "
        "Sweden in New York on Monday.",
        "She also met with Foreign Minister Pauline Vella of Malta.",
    )
    assert (names(second), place(second)) == (["Nino Kapanadze", "Pauline Vella"], None)


def test_where_a_guest_arrived_is_not_where_they_met() -> None:
    met = subjects(
        FINLAND,
        "Foreign Minister Virta met with Foreign Minister Vella",
        "Foreign Minister Aino Virta met with Foreign Minister of Malta Pauline Vella, who arrived in Finland on Sunday.",
    )[0]
    assert place(met) is None


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("in the Maltese capital Valletta", ("Valletta", "MT")),
        ("in the southern city of Antalya", ("Antalya", "TR")),
        ("in Singapore", ("Singapore", "SG")),
    ],
)
def test_a_city_told_by_what_it_is(sentence: str, where: tuple[str, str]) -> None:
    (met,) = subjects(
        FINLAND,
        "Meeting of Foreign Minister Virta and Foreign Minister Vella",
        f"Foreign Minister Aino Virta met with Foreign Minister of Malta Pauline Vella {sentence} on Monday.",
    )
    assert place(met) == where


def test_further_sittings_of_the_series_are_mentioned_with_the_subjects_parties() -> None:
    _, last, following = accounts(
        FINLAND,
        "7th Finland-Malta Political Consultations",
        "The 7th Finland-Malta Political Consultations were held in Helsinki on 9 May 2022. The Finnish side was led by "
        "Political Director Matti Lehto and the Maltese side by Permanent Secretary Paul Borg.",
        "The previous round of the consultations was held in Valletta on 3 March 2020. It was agreed to hold the next "
        "consultations in Valletta in 2023.",
    )
    assert (codes(last), place(last), days(last)[0]) == (["FI", "MT"], ("Valletta", "MT"), "2020-03-03")
    assert (codes(following), following.status.value.value, days(following)[0]) == (["FI", "MT"], "planned", "2023")
    assert last.parties[0].rule == "party.series"


def test_openings_and_signings_on_a_journey_are_ceremonies_where_they_have_a_day_or_place() -> None:
    told = kinds(
        FINLAND,
        "Foreign Minister Virta visits Malta",
        "Foreign Minister Aino Virta visited Malta on 9 May 2022.",
        "In Valletta, Foreign Minister Virta and Foreign Minister of Malta Pauline Vella signed a memorandum on ferry "
        "safety on 9 May.",
        "The ministers signed an agreement on tourism in 2019.",
    )
    assert sum(k == "ceremony held main" for k in told) == 1
    assert not any(k.startswith("ceremony") and k.endswith("mentioned") for k in told)


def test_a_minister_on_an_organisations_page_is_of_the_one_state_in_the_title() -> None:
    told = accounts(
        NATO,
        "NATO Deputy Secretary General visits Malta",
        "NATO Deputy Secretary General Lars Holm wrapped up a two-day visit to Malta on Monday (9 May 2022).",
        "On Monday, the Deputy Secretary General delivered a keynote address at the Harbour Security Forum in Valletta, "
        "alongside Defence Minister Rita Borg.",
    )
    (forum,) = [a for a in told if "Rita Borg" in names(a)]
    found = party(forum, "Rita Borg")
    assert found is not None
    assert found.value == "MT"


def test_who_is_listed_between_two_of_one_party_is_of_it_too() -> None:
    (met,) = subjects(
        "United States Department of State",
        "Secretary Whitlow’s Meeting",
        "Secretary of State Dana Whitlow met today with Israeli Prime Minister Avi Shamir, Foreign Minister Noa Peled, and "
        "Israeli President Gil Dayan.",
    )
    found = party(met, "Noa Peled")
    assert found is not None
    assert (found.value, found.rule) == ("IL", "party.listed-beside")


def test_whoever_is_named_before_a_heading_is_not_of_its_party() -> None:
    told = subjects(
        "Ministry of Foreign Affairs, Republic of Korea",
        "Bilateral meetings of the Foreign Minister",
        "Foreign Minister Oh Min-jae held bilateral meetings with the foreign ministers of Malta and Finland in Seoul on "
        "May 9.",
        "(Malta) In the meeting with Foreign Minister Pauline Vella on May 9, Minister Oh proposed an exchange of visits.",
        "(Finland) In the meeting with Foreign Minister Aino Virta on May 9, Minister Oh noted the trade in ships.",
    )
    assert {p.value for a in told for p in [party(a, n) for n in names(a) if n == "Oh Min-jae"] if p} == {"KR"}


@pytest.mark.parametrize(
    ("text", "name", "office", "code"),
    [
        ("Minister of State for Trade, Shri Ravi Menon, arrived", "Ravi Menon", "Minister of State for Trade", None),
        ("Maltese High Commissioner to Ghana Paul Borg said", "Paul Borg", "High Commissioner to Ghana", "MT"),
        ("the High Commissioner of Canada to Kenya Jane Roe", "Jane Roe", "High Commissioner", "CA"),
        ("Chargé d'Affaires a.i. Anna Lind", "Anna Lind", "Chargé d'Affaires", None),
        (
            "Secretary for Relations with States of the Holy See, Archbishop Luca Conti.",
            "Luca Conti",
            "Secretary for Relations with States",
            "VA",
        ),
        (
            "the Secretary of State for Foreign, Commonwealth and Development Affairs of the United Kingdom, Jane Roe, met",
            "Jane Roe",
            "Secretary of State for Foreign, Commonwealth and Development Affairs",
            "GB",
        ),
        (
            "Marie Payne, Australia’s Minister for Foreign Affairs and Minister for Women.",
            "Marie Payne",
            "Minister for Foreign Affairs and Minister for Women",
            "AU",
        ),
        ("his Maltese counterpart, President Carmel Zammit, on", "Carmel Zammit", "President", None),
        ("Deputy Attorney General Lisa Monaco, and", "Lisa Monaco", "Deputy Attorney General", None),
        ("called Iran’s top diplomat Reza Karimi to", "Reza Karimi", "top diplomat", "IR"),
    ],
)
def test_offices_as_other_ministries_write_them(text: str, name: str, office: str, code: str | None) -> None:
    read = [
        (text[slice(*m.name)], m.office and text[slice(*m.office)], m.party.code if m.party else None)
        for m in find_people(text, find_phrases(text))
        if m.name
    ]
    assert (name, office, code) in read


@pytest.mark.parametrize(
    ("text", "names_of_people"),
    [
        ("New York, The Minister of Trade, Paul Borg, met", ["Paul Borg"]),
        ("Foreign Minister Lavrin Turkey visit", ["Lavrin"]),
        ("the Director General and Minister of Health Ama Owusu signed", ["Ama Owusu"]),
    ],
)
def test_what_is_no_part_of_a_name(text: str, names_of_people: list[str]) -> None:
    assert [text[slice(*m.name)] for m in find_people(text, find_phrases(text)) if m.name] == names_of_people


@pytest.mark.parametrize(
    ("text", "forum", "kind", "parties"),
    [
        (
            "an informal meeting of EU Foreign Ministers in Brussels",
            "informal meeting of EU Foreign Ministers",
            "conference",
            ("EU",),
        ),
        ("a meeting of the NATO defence ministers", "meeting of the NATO defence ministers", "conference", ("NATO",)),
        (
            "the third round of the Kyrgyz-Uzbek political consultations in",
            "Kyrgyz-Uzbek political consultations",
            "meeting",
            ("KG", "UZ"),
        ),
        (
            "held a Japan-EU Foreign Ministers’ Meeting with",
            "Japan-EU Foreign Ministers’ Meeting",
            "meeting",
            ("JP", "EU"),
        ),
    ],
)
def test_forums_as_other_ministries_write_them(text: str, forum: str, kind: str, parties: tuple[str, ...]) -> None:
    assert (forum, kind, parties) in [(f.text, f.kind, f.parties) for f in find_forums(text, find_phrases(text))]


def test_two_states_in_small_letters_without_a_number_name_no_sitting() -> None:
    assert find_forums("the Kyrgyz-Uzbek political dialogue", find_phrases("the Kyrgyz-Uzbek political dialogue")) == []


def test_talked_on_a_journey_is_a_meeting_and_spoken_of_no_call() -> None:
    told = subjects(
        FINLAND,
        "Foreign Minister Virta visited Valletta",
        "On Monday, Foreign Minister Aino Virta paid a visit to Valletta, where she met with Prime Minister of Malta Carmel "
        "Zammit.",
        "The minister also talked with Rita Borg, Malta's Defence Minister.",
    )
    assert {a.kind.value.value for a in told} == {"visit", "meeting"}
    assert kinds(AGENCY, "Views", "Minister Aino Virta of Finland spoke highly of Minister Rita Borg of Malta.") == []


def test_a_meeting_that_a_journey_is_for_has_its_traveller() -> None:
    met = [
        a
        for a in accounts(
            FINLAND,
            "Foreign Minister Virta met with Foreign Minister Ozols",
            "Foreign Minister Aino Virta met with Foreign Minister of Latvia Janis Ozols in Riga on Monday.",
            "On Tuesday, Virta will travel to Valletta for a meeting with her Maltese counterpart Pauline Vella.",
        )
        if "Pauline Vella" in names(a)
    ]
    assert [(names(a), a.status.value.value, place(a)) for a in met] == [
        (["Aino Virta", "Pauline Vella"], "planned", ("Valletta", "MT"))
    ]


def test_a_conversation_by_phone_is_a_call() -> None:
    (call,) = subjects(
        "UzA",
        "Leaders hold talks",
        "On May 9, President of Uzbekistan Rustam Olimov held a conversation by phone with President of Kazakhstan Askar "
        "Nurlan.",
    )
    assert (call.kind.value.value, call.mode and call.mode.value.value) == ("call", "phone")


def test_meetings_held_separately_are_one_for_each_counterpart() -> None:
    told = subjects(
        "Anadolu Agency",
        "Turkish foreign minister holds talks",
        "Turkish Foreign Minister Cemal Tok met with Kenyan Foreign Minister Grace Wanjiru in Ankara on Monday.",
        "Tok also held separate meetings with Maltese Foreign Minister Pauline Vella and Finnish Foreign Minister Aino "
        "Virta.",
    )
    assert [names(a)[-1] for a in told] == ["Grace Wanjiru", "Pauline Vella", "Aino Virta"]


def test_a_spokesman_who_is_an_ambassador_too_takes_part_in_nothing() -> None:
    (met,) = subjects(
        "State Information Service",
        "Minister and envoy discuss peace",
        "Foreign Minister Hazem Lotfy discussed during a meeting with Maltese Foreign Minister Pauline Vella ways to "
        "propel trade, Foreign Ministry Spokesman Ambassador Karim Adel said on Monday.",
    )
    assert sorted(names(met)) == ["Hazem Lotfy", "Pauline Vella"]


def test_an_ambassador_who_is_summoned_is_met() -> None:
    told = kinds(
        "TASS",
        "Ambassador summoned",
        "MOSCOW, May 9. /TASS/. Deputy Foreign Minister Oleg Baturin summoned Maltese Ambassador Paul Borg on Monday.",
        "The Russian side said that the two countries should return to the agreement on ferries.",
    )
    assert told == ["meeting held main"]
