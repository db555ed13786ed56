import pytest

from memcon.model import Act, SpeechMode
from memcon.reading.clauses import Clause, find_clauses
from memcon.reading.model_english import english


def read(text: str) -> list[tuple[str, str | None, str]]:
    """The statements of a text: words, subject, act."""
    return [shown(text, clause) for clause in find_clauses(english()(text))]


def shown(text: str, clause: Clause) -> tuple[str, str | None, str]:
    subject = text[slice(*clause.subject)] if clause.subject else None
    return text[clause.start : clause.end], subject, clause.act.value


def words(text: str) -> list[str]:
    return [said for said, _, _ in read(text)]


def test_each_joined_verb_begins_a_statement() -> None:
    text = "Minister Tamm reaffirmed support for Norland and underscored the need for calm, and thanked the hosts."
    assert read(text) == [
        ("reaffirmed support for Norland", "Minister Tamm", "support"),
        ("underscored the need for calm", "Minister Tamm", "assert"),
        ("thanked the hosts", "Minister Tamm", "support"),
    ]


def test_two_verbs_with_one_object_are_one_statement() -> None:
    assert words("The ministers discussed and reviewed the state of trade.") == [
        "discussed and reviewed the state of trade"
    ]


def test_a_participle_is_a_statement_of_its_own() -> None:
    text = "Noting the shared history, they discussed trade, highlighting the role of ports."
    assert read(text) == [
        ("Noting the shared history", "they", "assert"),
        ("discussed trade", "they", "discuss"),
        ("highlighting the role of ports", "they", "assert"),
    ]


def test_a_participle_that_only_turns_to_the_guest_is_none() -> None:
    assert words("Welcoming the guest, the President noted the importance of trade.") == [
        "noted the importance of trade"
    ]


@pytest.mark.parametrize(
    ("text", "said", "act"),
    [
        ("Secretary Hale met with Minister Tamm to discuss trade.", "discuss trade", "discuss"),
        ("Secretary Hale met with Minister Tamm to reiterate support for Estonia.", None, "support"),
        ("Secretary Hale had a phone call with President Tamm to thank him for his help.", None, "support"),
    ],
)
def test_the_purpose_of_a_meeting(text: str, said: str | None, act: str) -> None:
    (clause,) = find_clauses(english()(text))
    assert clause.of_meeting
    assert clause.act.value == act
    assert said is None or text[clause.start : clause.end] == said


def test_meeting_alone_says_nothing() -> None:
    assert words("Secretary Hale spoke today with Foreign Minister Mart Tamm.") == []
    assert words("The leaders held talks in Tallinn.") == []
    assert words("Foreign Secretary Hale called on the President.") == []


def test_speaking_about_something_is_a_statement() -> None:
    text = "Secretary Hale spoke today with Foreign Minister Mart Tamm about trade and security."
    assert read(text) == [(text[15:-1], "Secretary Hale", "discuss")]


def test_what_stands_inside_what_is_said_is_no_statement() -> None:
    text = "The Minister said that the union had condemned the attack and that its members agreed on sanctions."
    assert [subject for _, subject, _ in read(text)] == ["The Minister"]
    assert words("Minister Tamm, who praised the treaty last year, met the envoy.") == []


@pytest.mark.parametrize(
    ("text", "said", "act"),
    [
        ("It was agreed to continue the talks.", "was agreed to continue the talks", "agree"),
        ("Hope was expressed that trade would grow.", "Hope was expressed that trade would grow", "request"),
        ("Special attention was paid to transport.", "Special attention was paid to transport", "discuss"),
        ("As was noted, this is due to regular contacts.", "As was noted, this is due to regular contacts", "assert"),
    ],
)
def test_impersonal_passives(text: str, said: str, act: str) -> None:
    assert read(text) == [(said, None, act)]


def test_whole_sentences() -> None:
    assert read("According to the Minister, the road will open in May.") == [
        ("According to the Minister, the road will open in May", "the Minister", "assert")
    ]
    assert read("Both countries should expand trade, Minister Tamm said at the talks.") == [
        ("Both countries should expand trade, Minister Tamm said at the talks", "Minister Tamm", "request")
    ]
    assert read("The ports must stay open. This was stated by President Mart Tamm during a visit.") == [
        ("The ports must stay open", "President Mart Tamm", "request")
    ]


def test_who_only_reports_says_nothing() -> None:
    assert words("The two leaders discussed trade, the ministry said in a statement.") == ["discussed trade"]
    assert words("“The two leaders discussed trade and security at length,” the embassy said.") == []
    assert words("According to the press service, the ministers discussed trade.") == ["discussed trade"]


def test_direct_speech() -> None:
    text = "“We thank our friends for their help in the last years,” said President Mart Tamm."
    (clause,) = find_clauses(english()(text))
    assert clause.mode is SpeechMode.DIRECT
    assert clause.act is Act.SUPPORT
    assert shown(text, clause)[:2] == (
        "We thank our friends for their help in the last years",
        "President Mart Tamm",
    )


def test_direct_speech_opened_by_a_dash_or_by_nothing() -> None:
    dashed = "– We see Norland as a close and reliable partner of ours,” the President noted."
    plain = "We are preparing for the visit. It will be a landmark in our relations, said the President."
    for text, said in ((dashed, dashed[2:-23]), (plain, plain[: plain.index(", said")])):
        (clause,) = find_clauses(english()(text))
        assert clause.mode is SpeechMode.DIRECT
        assert shown(text, clause)[:2] == (said, "the President")


def test_a_title_or_term_in_marks_is_no_speech() -> None:
    text = "The ministers discussed the program “Open Roads for Trade and Growth” and a “gray zone”."
    assert [c.mode for c in find_clauses(english()(text))] == [SpeechMode.INDIRECT]


def test_lead_ins_belong_to_the_statement() -> None:
    assert words("The Prime Minister began by congratulating the President on his election.") == [
        "began by congratulating the President on his election"
    ]
    assert words("The Minister went on to outline the plan.") == ["went on to outline the plan"]


def test_a_reply_in_a_relative_clause() -> None:
    text = "Minister Sato asked for support, to which Minister Tamm replied that Norland would help."
    assert [(said, subject) for said, subject, _ in read(text)] == [
        ("asked for support", "Minister Sato"),
        ("replied that Norland would help", "Minister Tamm"),
    ]


def test_what_a_weak_verb_does_is_no_statement() -> None:
    assert words("The growth of trade indicates high potential.") == []
    assert words("The program supports small firms, addressing climate change and ensuring growth.") == []


def test_what_was_said_at_an_occasion_told_in_a_relative_clause() -> None:
    text = "Minister Tamm received Minister Sato, during which they discussed trade."
    assert read(text) == [("discussed trade", "they", "discuss")]


def test_a_talk_with_somebody_is_of_both() -> None:
    (both,) = find_clauses(english()("Minister Tamm spoke with Minister Sato about trade."))
    (alone,) = find_clauses(english()("Minister Tamm spoke about the new treaty."))
    assert both.of_meeting
    assert not alone.of_meeting


def test_a_subject_is_found_where_the_parse_has_none() -> None:
    text = (
        "During a meeting with Council President Anna Berg in Tallinn, President of Estonia Mart Tamm called for calm."
    )
    ((said, subject, act),) = read(text)
    assert (said, act) == ("called for calm", "request")
    assert subject is not None
    assert subject.endswith("Mart Tamm")


def test_clauses_stand_in_order_inside_the_text() -> None:
    text = "The sides welcomed the treaty, agreed on a date, and thanked “the old and tired but happy crew,” noting its age."
    spans = [(c.start, c.end) for c in find_clauses(english()(text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "after",
    [
        ", added the sources",
        ", the sources added",
        ", said diplomatic sources",
        ", said the sources, who asked not to be named",
        ", added the sources, who asked not to be named",
    ],
)
def test_whoever_only_reports_says_nothing_of_his_own(after: str) -> None:
    assert words(f"They discussed gas and bilateral ties{after}.") == ["discussed gas and bilateral ties"]
