"""Fields as words, and changed words as corrections."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reviewing.made import engagement

from memcon import UsageError
from memcon.decisions import Field
from memcon.decisions.correcting import corrected
from memcon.linking.engagements import Choice
from memcon.model import Cited, Participant, Place
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.values import changes, normal, without, words_of


def made(field: Field, words: str) -> str:
    """The field as the corrections leave it."""
    after = engagement()
    for one in changes(after, field, words):
        after = corrected(after, one, "")
    return words_of(after, field)


def test_words_of_every_field() -> None:
    told = {field: words_of(engagement(), field) for field in REVIEWED}
    assert told == {
        Field.KIND: "call",
        Field.STATUS: "held",
        Field.DATE: "2022-05-09",
        Field.PLACE: "Valletta, MT",
        Field.MODE: "phone",
        Field.FORUM: "none",
        Field.PARTIES: "MT; US",
        Field.PARTICIPANTS: "Dana Whitlow; Secretary of State; US\nPauline Vella; Foreign Minister; MT",
    }
    for field, words in told.items():
        assert normal(field, words) == words


@pytest.mark.parametrize(
    ("field", "given_", "wanted"),
    [
        (Field.KIND, " meeting ", "meeting"),
        (Field.DATE, "2022-05-08/2022-05-09", "2022-05-08/2022-05-09"),
        (Field.DATE, "2022-05/2022-05", "2022-05"),
        (Field.DATE, "none", "none"),
        (Field.PLACE, "Astana, Kazakhstan", "Astana, KZ"),
        (Field.PLACE, "Norway", "NO"),
        (Field.PLACE, "Oslo", "Oslo"),
        (Field.PLACE, "none", "none"),
        (Field.FORUM, "Ports  Dialogue", "Ports Dialogue"),
        (Field.MODE, "none", "none"),
        (Field.PARTIES, "United States;Norway", "NO; US"),
        (Field.PARTICIPANTS, "Pauline Vella; Prime Minister; Malta", "Pauline Vella; Prime Minister; MT"),
    ],
)
def test_what_is_written_is_what_the_field_becomes(field: Field, given_: str, wanted: str) -> None:
    assert normal(field, given_) == wanted
    if field is not Field.PARTICIPANTS:
        assert made(field, given_) == wanted


def test_people_are_renamed_added_and_taken_out() -> None:
    renamed = "Dana K. Whitlow; Secretary of State; US\nPauline Vella; Foreign Minister; MT"
    assert made(Field.PARTICIPANTS, renamed) == renamed
    office = "Dana Whitlow; Secretary of State; US\nPauline Vella; Prime Minister; MT"
    assert made(Field.PARTICIPANTS, office) == office
    three = "Ann Ek; Envoy; SE\n" + words_of(engagement(), Field.PARTICIPANTS)
    assert made(Field.PARTICIPANTS, three) == three
    assert made(Field.PARTICIPANTS, "Dana Whitlow; Secretary of State; US") == "Dana Whitlow; Secretary of State; US"
    less = "Dana Whitlow; ; US\nPauline Vella; Foreign Minister; MT"
    assert made(Field.PARTICIPANTS, less) == less


@pytest.mark.parametrize(
    ("field", "words", "why"),
    [
        (Field.PLACE, "KZ; US", "'KZ; US' is more than one place; an engagement has one, such as Astana, KZ"),
        (Field.PLACE, "Astana, KZ; Geneva, CH", "'Astana, KZ; Geneva, CH' is more than one place"),
        (Field.PLACE, "Astana/Almaty, KZ", "'Astana/Almaty' is more than one place"),
        (Field.KIND, "party", "is no kind"),
        (Field.KIND, "none", "cannot be|accept"),
        (Field.DATE, "soon", "is no date"),
        (Field.PLACE, "Oslo, Norge?", "is no country"),
        (Field.PARTIES, "", "is empty"),
        (Field.PARTIES, "QQ", "no party's code"),
        (Field.PARTICIPANTS, "a; b; US; d", "4 parts"),
        (Field.PARTICIPANTS, "; Envoy; SE", "needs a name"),
        (Field.DATE, "2022-05-09", "accept it instead"),
    ],
)
def test_what_is_no_value_is_refused(field: Field, words: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        changes(engagement(), field, words)


def test_rejecting_takes_out_one_of_several_and_never_kind_or_status() -> None:
    (one,) = without(engagement(), Field.PARTIES, "MT")
    assert [p.value for p in corrected(engagement(), one, "").parties] == ["US"]
    assert [c.field for c in without(engagement(), Field.PLACE, None)] == [Field.COUNTRY, Field.CITY]
    for field in (Field.KIND, Field.STATUS):
        with pytest.raises(UsageError, match="edit it"):
            without(engagement(), field, None)
    with pytest.raises(UsageError, match="which of them"):
        without(engagement(), Field.PARTICIPANTS, None)


PARTIES = st.lists(st.sampled_from(["US", "MT", "NO", "KZ", "NATO", "Kingdom of Elsewhere"]), min_size=1, unique=True)
NAMES = st.sampled_from(["Ann Ek", "Bo Lind", "Cy Dahl", "Dag Moe", "Eva Ros"])
PEOPLE = st.lists(st.tuples(NAMES, st.sampled_from(["", "Envoy", "Minister"]), st.sampled_from(["", "SE", "NO"])),
                  min_size=1, unique_by=lambda p: p[0])  # fmt: skip


@given(PARTIES, PARTIES)
def test_any_parties_become_any_others(before: list[str], after: list[str]) -> None:
    told = replace(engagement(), parties=tuple(Cited(p, ()) for p in before))
    wanted = normal(Field.PARTIES, "; ".join(after))
    if wanted != words_of(told, Field.PARTIES):
        for one in changes(told, Field.PARTIES, "; ".join(after)):
            told = corrected(told, one, "")
    assert words_of(told, Field.PARTIES) == wanted


@given(PEOPLE, PEOPLE)
def test_any_people_become_any_others(before: list[tuple[str, str, str]], after: list[tuple[str, str, str]]) -> None:
    def cited(value: str) -> Cited[str] | None:
        return Cited(value, ()) if value else None

    told = replace(engagement(), participants=tuple(Participant(*map(cited, p)) for p in before))
    words = "\n".join("; ".join(p) for p in after)
    wanted = normal(Field.PARTICIPANTS, words)
    if wanted != words_of(told, Field.PARTICIPANTS):
        for one in changes(told, Field.PARTICIPANTS, words):
            told = corrected(told, one, "")
    assert words_of(told, Field.PARTICIPANTS) == wanted


@given(st.sampled_from(["Oslo", "Astana", "São Paulo"]) | st.none(), st.sampled_from(["NO", "KZ"]) | st.none())
def test_any_place_is_its_own_normal_form(city: str | None, country: str | None) -> None:
    none: Choice[Place] = Choice(None)
    place = Choice(Cited(Place(city, country), ())) if city or country else none
    words = words_of(replace(engagement(), place=place), Field.PLACE)
    assert normal(Field.PLACE, words) == words
