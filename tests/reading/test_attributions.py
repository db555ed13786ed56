"""Who says what: the ways in which news copy ascribes words, thoughts and wishes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import memcon
from memcon import Attribution

Row = tuple[str | None, str, str]


def rows(text: str) -> list[Row]:
    """Source, cue and pieces of content of each attribution."""
    return [
        (a.source.text if a.source else None, a.cue.text if a.cue else "", " … ".join(p.text for p in a.pieces))
        for a in memcon.attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said on Monday that the bridge would reopen in May.",
            ("The mayor", "said", "that the bridge would reopen in May"),
        ),
        ("Officials told reporters that the road was closed.", ("Officials", "told", "that the road was closed")),
        ("“We kept our promise,” said Rena Okoro.", ("Rena Okoro", "said", "“We kept our promise,”")),
        (
            "The harbour, the engineer said, is too shallow for tankers.",
            ("the engineer", "said", "The harbour … is too shallow for tankers"),
        ),
        ("The dam will hold, officials said.", ("officials", "said", "The dam will hold")),
        ("“We kept our word,” she said. “It was hard.”", ("she", "said", "“We kept our word,” … “It was hard.”")),
        ("Weiss called the plan “a gift to the builders”.", ("Weiss", "called", "the plan “a gift to the builders”")),
        ("Critics accused him of hiding the report.", ("Critics", "accused", "him of hiding the report")),
        ("Okoro plans to run again.", ("Okoro", "plans", "to run again")),
        ("The unions called for a general strike.", ("The unions", "called", "a general strike")),
        ("The deputy denied the charge.", ("The deputy", "denied", "the charge")),
        (
            "According to the auditors, costs have doubled.",
            ("the auditors", "According to", "costs have doubled"),
        ),
        ("Costs have doubled, according to the auditors.", ("the auditors", "according to", "Costs have doubled")),
        ("As the minister noted, the treaty is old.", ("the minister", "noted", "the treaty is old")),
        ("In her view, the treaty is dead.", ("her", "view", "the treaty is dead")),
        ("She is convinced that the talks will fail.", ("She", "is convinced", "that the talks will fail")),
        ("His claim that the vote was stolen spread quickly.", ("His", "claim", "that the vote was stolen")),
        ("The company made a promise to pay the workers.", ("The company", "made a promise", "to pay the workers")),
        ("The fear is that the dam will burst.", (None, "fear", "that the dam will burst")),
        ("It is clear that the talks have failed.", (None, "clear", "that the talks have failed")),
        ("The tunnel seems to leak.", (None, "seems", "The tunnel … to leak")),
        (
            "The council issued a statement condemning the attack.",
            ("The council", "condemning", "the attack"),
        ),
        ("The reform was criticized by the unions.", ("the unions", "was criticized", "The reform")),
    ],
)
def test_ways_of_ascribing(text: str, expected: Row) -> None:
    assert expected in rows(text)


def test_a_source_is_none_where_nobody_is_named() -> None:
    assert rows("It was reported that the ferry had sunk.") == [(None, "was reported", "that the ferry had sunk")]


def test_only_the_outermost_of_attributions_inside_each_other_is_given() -> None:
    found = rows("Okoro said that Weiss denied the charge.")
    assert found == [("Okoro", "said", "that Weiss denied the charge")]


def test_verbs_that_are_joined_are_two_attributions_of_one_source() -> None:
    assert rows("The ministry denied the report and promised to publish the figures.") == [
        ("The ministry", "denied", "the report"),
        ("The ministry", "promised", "to publish the figures"),
    ]


def test_a_participle_after_a_comma_has_the_speaker_of_the_sentence() -> None:
    found = rows("The envoy said the village was safe, adding that the army had left.")
    assert ("The envoy", "said", "the village was safe") in found
    assert ("The envoy", "adding", "that the army had left") in found


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“The road is long,” said Anna Lind.\n\n“But we shall walk it.”"
    (found,) = memcon.attributions(text)
    assert found.content.text == text
    assert [p.text for p in found.pieces] == ["“The road is long,”", "“But we shall walk it.”"]


def test_a_colon_at_the_end_of_a_paragraph_opens_the_next() -> None:
    assert rows("The guard shouted:\n\n“Nobody leaves!”") == [("The guard", "shouted", "“Nobody leaves!”")]


def test_a_label_and_a_signature_name_their_speakers() -> None:
    assert rows("Lind: The harbour must stay open for trade") == [
        ("Lind", ":", "The harbour must stay open for trade"),
    ]
    assert rows("“The harbour is ours.” — Anna Lind") == [("Anna Lind", "—", "“The harbour is ours.”")]


def test_quotation_marks_of_doubt_and_titles_ascribe_nothing() -> None:
    assert rows("The so-called “palace” is a shed. The orchestra played “Winter Songs” twice.") == []


def test_two_apostrophes_are_a_quotation_mark() -> None:
    (found,) = memcon.attributions("''We are late,'' the pilot said.")
    assert found.content.text == "''We are late,''"
    assert found.source is not None
    assert found.source.text == "the pilot"


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    assert rows("PORT ALDIS — The bridge will open, officials said.") == [
        ("officials", "said", "The bridge will open"),
    ]


def test_the_spans_of_a_document_carry_its_id() -> None:
    document = memcon.document("The mayor said that it rained.")
    (found,) = memcon.attributions(document)
    assert found.content.document == document.id
    assert memcon.attributions(document.text) == (found,)


PARTS = ("“", "”", '"', "''", "We won,", " she said", " said Lind", ".", ": ", "\n", "\r\n", " according to ", "(", ")")
MORE_PARTS = (
    " that",
    " he",
    "\u00a0",
    "𝄞",
    " called it",
    " a lie",
    " —",
    " promise to",
    " seems",
    " and",
    " was told",
    "?",
)


def spans_of(found: Attribution) -> list[memcon.Span]:
    return [s for s in (found.source, found.cue, found.content, *found.pieces) if s is not None]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(PARTS + MORE_PARTS),
        max_size=14,
    )
)
def test_every_span_stands_in_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    for found in memcon.attributions(text):
        assert all(s.stands_in(text) and s.text for s in spans_of(found))
        assert found.content.start == found.pieces[0].start
        assert found.content.end == max(p.end for p in found.pieces)
