from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import Document
from memcon.linking.reprints import Manner

from .conftest import ADDRESS, READOUT, found, page, without_signs

PARAGRAPHS = READOUT.split("\n\n")


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        (READOUT, Manner.WHOLE),
        ("\n\n".join(PARAGRAPHS[:2]), Manner.EXCERPT),
        (PARAGRAPHS[1] + "\n\n" + PARAGRAPHS[2], Manner.EXCERPT),
        (" ".join(READOUT.split()), Manner.WHOLE),
        (READOUT.replace(" and ", " and\n").replace("’", "'"), Manner.WHOLE),
        (READOUT.replace("today", "on December 30, 2024").replace("underscored", "stressed"), Manner.EDITED),
        (READOUT.replace("United States", "USA").replace("discussed", "talked about"), Manner.EDITED),
        (f"OSLO (Fjord Post) – {READOUT}\n\nRelated articles\n\nCopyright. All rights reserved.", Manner.WHOLE),
        ("\n\n".join([PARAGRAPHS[2], PARAGRAPHS[0], PARAGRAPHS[1]]), Manner.WHOLE),
    ],
    ids=["whole", "cut", "middle", "one line", "reflowed", "dates told", "edited", "page around", "reordered"],
)
def test_a_paper_s_copy_is_found_with_its_source(source: Document, text: str, manner: Manner) -> None:
    copy = page(text, "copy", "Whitlow, Solberg-Lie talk tankers", publisher="Fjord Post", published="2025-01-02")
    (reprint,) = found(source, copy)
    assert (reprint.copy, reprint.source, reprint.manner) == (copy.id, source.id, manner)
    assert reprint.share_of_copy > 0.8
    assert reprint.chain == (source.id,)
    assert "published later (2025-01-02, the other 2024-12-30)" in reprint.reasons
    for passage in reprint.passages:
        assert passage.copy.stands_in(copy.text)
        assert passage.source.stands_in(source.text)


def test_a_reprint_line_with_the_address_outweighs_everything(source: Document) -> None:
    copy = page(f"{PARAGRAPHS[0]}\n\nOfficial news published at {ADDRESS}", "copy", published="2024-12-29")
    (reprint,) = found(source, copy)
    assert (reprint.copy, reprint.source) == (copy.id, source.id)
    assert reprint.named == ADDRESS
    assert reprint.reasons[0] == "names its address"
    assert reprint.reasons[-1].startswith("but: published later")


def test_the_result_does_not_depend_on_the_order(source: Document) -> None:
    paper = page(PARAGRAPHS[0] + "\n\n" + PARAGRAPHS[1], "paper", publisher="Fjord Post", published="2025-01-02")
    last = page(PARAGRAPHS[0], "last", publisher="World Digest", published="2025-02-01")
    assert len({found(*order) for order in permutations([source, paper, last])}) == 1


def test_a_chain_leads_from_the_nearest_to_the_first(source: Document) -> None:
    told = READOUT.replace("discussed", "talked at length about").replace("steady support", "long help")
    paper = page(told, "paper", "Tankers on the line", publisher="Fjord Post", published="2025-01-02")
    last = page(told, "last", "Tankers on the line", publisher="World Digest", published="2025-02-01")
    reprints = {r.copy: r for r in found(source, paper, last)}
    assert reprints[paper.id].chain == (source.id,)
    assert reprints[last.id].chain == (paper.id, source.id)


def test_a_page_of_two_texts_has_two_sources(source: Document) -> None:
    other = page(
        "Prime Minister Aino Virta received the President of Latvia in Helsinki on Tuesday. They reviewed the new ferry "
        "line between Riga and Turku, which is to open in spring, and praised the work of the two ports.\n\nThe President "
        "invited the Prime Minister to the song festival, and the Prime Minister accepted with pleasure.",
        "other",
        "Prime Minister Virta received President of Latvia",
        publisher="Government of Finland",
        published="2024-12-30",
    )
    text = f"{source.title}\n\n{READOUT}\n\n{other.text}"
    both = page(text, "both", "World briefing", publisher="World Digest", published="2024-12-30")
    reprints = found(source, other, both)
    assert {(r.copy, r.source, r.manner) for r in reprints} == {
        (both.id, source.id, Manner.MERGED),
        (both.id, other.id, Manner.MERGED),
    }
    assert all("has the other’s title and text among others" in r.reasons for r in reprints)


def test_a_source_that_is_not_in_the_record_is_known_by_its_name() -> None:
    lines = f"Official news published at {ADDRESS}\n\noriginally published at World - FJORD POST"
    copy = page(f"{READOUT}\n\n{lines}", "copy", "Call of two ministers", published="2025-03-14")
    (reprint,) = found(copy)
    assert (reprint.source, reprint.named, reprint.chain) == (None, ADDRESS, (ADDRESS,))


def test_a_source_named_by_address_in_another_language_is_still_one(source: Document) -> None:
    copy = page(f"Außenministerin Solberg-Lie sprach mit der Ministerin.\n\nSource: {ADDRESS}", "copy", "Telefonat")
    (reprint,) = found(source, copy)
    assert (reprint.copy, reprint.source, reprint.manner) == (copy.id, source.id, Manner.NAMED)


def test_a_page_retrieved_again_is_the_same_page(source: Document) -> None:
    again = page(READOUT + "\n\nUpdated.", "again", source.title, url=ADDRESS.replace("https", "http") + "/")
    (reprint,) = found(source, again)
    assert reprint.manner is Manner.SAME_PAGE


NATIONAL_DAY = (
    "On behalf of the Government of the United States of America, I congratulate the people of {0} as you celebrate your "
    "national day.\n\nThe United States and {0} share a strong friendship that rests on common values and on the ties "
    "between our peoples. We look forward to working with {1} and the {2} people on trade, on climate and on security.\n\n"
    "I wish all {3} a happy and peaceful national day."
)
CALL = (
    "Secretary of State Dana K. Whitlow spoke today with {0} {1}. The Secretary and {1} discussed the consequences of the "
    "storm for the ports of the region and the need for swift help to those who lost their homes. The Secretary thanked "
    "{1} for the hospitality of the {2} people and underscored the importance of close coordination."
)


def twins() -> list[Document]:
    state = {"publisher": "United States Department of State"}
    days = [
        ("Malta", "President Vella", "Maltese", "Maltese"),
        ("Cyprus", "President Georgiou", "Cypriot", "Cypriots"),
        ("Iceland", "President Jonsdottir", "Icelandic", "Icelanders"),
    ]
    people = [
        ("Maltese Foreign Minister", "Minister Pauline Vella", "Maltese"),
        ("Cypriot Foreign Minister", "Minister Eleni Georgiou", "Cypriot"),
        ("Icelandic Foreign Minister", "Minister Katrin Jonsdottir", "Icelandic"),
    ]
    return [
        page(NATIONAL_DAY.format(*d), f"day{n}", f"{d[0]} National Day", published=f"2024-0{n + 3}-01", **state)
        for n, d in enumerate(days)
    ] + [
        page(
            CALL.format(*p),
            f"call{n}",
            f"Secretary Whitlow’s Call with {p[0]} {p[1].split()[-1]}",
            published="2024-05-02",
            **state,
        )
        for n, p in enumerate(people)
    ]


def test_texts_of_one_form_are_no_reprints() -> None:
    assert found(*twins()) == ()


def test_texts_of_one_form_are_no_reprints_even_without_any_sign_of_who_published_them() -> None:
    assert found(*map(without_signs, twins())) == ()


def test_copies_of_twins_find_their_own_source() -> None:
    documents = twins()
    copies = [
        page(d.text, f"copy-{d.name}", "From the wires", publisher="Fjord Post", published="2024-12-01")
        for d in documents
    ]
    reprints = found(*documents, *copies)
    assert {r.copy: r.source for r in reprints} == {c.id: d.id for c, d in zip(copies, documents, strict=True)}


def test_schedules_of_two_days_are_no_reprints() -> None:
    text = "Secretary Whitlow attends meetings and briefings, from the Department of State.\n\nDeputy Secretary Hale attends meetings and briefings, from the Department of State."
    a, b = (page(text, f"s{d}", f"Public Schedule – May {d}, 2024", published=f"2024-05-0{d}") for d in (6, 7))
    assert found(a, b) == ()


def test_a_series_of_one_publisher_is_no_reprint(source: Document) -> None:
    later = page(
        PARAGRAPHS[0] + "\n\nThe two also spoke of the elections in the autumn, of which the Foreign Minister gave an "
        "account, and of the visit of the King, whom the Secretary will see in the capital before the summer begins.",
        "later",
        source.title,
        publisher=source.publisher,
        published="2025-01-20",
        url=ADDRESS + "-2",
    )
    assert found(source, later) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.sampled_from(["", " ", "\n\n", "Source: https://"]))
def test_any_text_and_itself_in_another(text: str, between: str) -> None:
    a, b = (
        page(f"On {text}", "a", published="2024-05-01"),
        page(f"{READOUT}{between}On {text}", "b", published="2024-05-02"),
    )
    for reprint in found(a, b):
        for passage in reprint.passages:
            texts = {d.id: d.text for d in (a, b)}
            assert passage.copy.stands_in(texts[passage.copy.document])
            assert passage.source.stands_in(texts[passage.source.document])


@pytest.mark.parametrize("text", ["a", "Yes.", "One two three four.", "\u200b.", "… – “”", "1 2 3 4 5 6 7 8 9"])
def test_texts_of_a_word_or_none(text: str) -> None:
    assert found(page(text, "a"), page("Something else altogether stands here, of no use.", "b")) == ()
