from pathlib import Path

import pytest

from memcon.errors import VocabularyError
from memcon.vocabulary import series_names
from memcon.vocabulary.series_names import known_series, roles, series_name, sitting_words


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("C5+1 foreign ministers’ meeting", "C5+1"),
        ("Central Asia plus United States", "C5+1"),
        ("meeting of the foreign ministers of Central Asia and the U.S.", "C5+1"),
        ("inaugural Quad Leaders’ Summit", "Quad"),
        ("COP-27", "UN climate conference"),
        ("27th United Nations Climate Change Conference", "UN climate conference"),
        ("U.S.-India 2+2 Ministerial Dialogue", "2+2"),
        ("77th Session of the United Nations General Assembly", "UN General Assembly"),
        ("Baltic Ports Forum", None),
    ],
)
def test_forums_of_the_vocabulary_under_further_names(name: str, known: str | None) -> None:
    assert series_name(name).known == known


def test_a_name_taken_apart() -> None:
    found = series_name("Fourth Finland-Latvia Strategic Partnership Dialogue on Ports")
    assert found.parties == {"FI", "LV"}
    assert (found.of_parties, found.format) == (True, "dialogue")
    assert found.topics == {"strategic", "partnership", "ports"}
    assert found.ordinal is not None
    assert found.ordinal.number == 4


@pytest.mark.parametrize(
    ("name", "level", "weakly", "portfolio"),
    [
        ("Quad Leaders’ Summit", "leaders", False, None),
        ("G7 summit", "leaders", True, None),
        ("G20 Health Ministers’ Meeting", "ministers", False, "health"),
        ("G20 Ministerial Meeting on Environment", "ministers", False, "environment"),
        ("NATO Defence Ministerial", "ministers", False, "defense"),
        ("East Asia Summit Senior Officials’ Meeting", "officials", False, None),
        ("U.S.-EU Energy Council Ministerial", "ministers", False, None),
        ("East Asia Summit", None, False, None),
        ("2+2 Dialogue", "ministers", False, None),
    ],
)
def test_levels_in_names(name: str, level: str | None, weakly: bool, portfolio: str | None) -> None:
    found = series_name(name)
    assert (found.level, found.weakly, found.portfolio) == (level, weakly, portfolio)


def test_what_a_conference_is_about_is_no_party_of_it() -> None:
    found = series_name("Second Berlin Conference on Libya")
    assert not found.parties
    assert found.topics == {"berlin", "ly"}
    assert series_name("U.S.-EU Summit").parties == {"US", "EU"}


@pytest.mark.parametrize(
    ("words", "first", "level", "call"),
    [
        ("Senior Officials Meeting", True, "officials", False),
        ("Leaders Call", True, "leaders", True),
        ("countries at the summit", True, None, False),
        ("first leader-level summit", False, "leaders", False),
        ("value of", False, None, False),
    ],
)
def test_words_beside_a_name(words: str, first: bool, level: str | None, call: bool) -> None:
    found = sitting_words(words.split(), first=first)
    assert (found.level, found.call) == (level, call)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("sumit\tgathering\n", "'sumit' is none of"),
        ("general\tThe\n", "folded to lower case"),
    ],
)
def test_a_wrong_role_or_word_is_told_by_its_line(
    row: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "series_words.tsv"
    path.write_text(f"role\twords\n{row}")
    monkeypatch.setattr(series_names, "data_file", lambda _: path)
    with pytest.raises(VocabularyError, match=rf"series_words\.tsv:2: .*{complaint}"):
        roles.__wrapped__()


def test_a_series_of_an_unknown_forum_is_told_by_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "forum_series.tsv"
    path.write_text("series\tforums\tnames\tnumbered\tlevel\nC6\tC6\t\t\t\n")
    monkeypatch.setattr(series_names, "data_file", lambda _: path)
    with pytest.raises(VocabularyError, match=r"forum_series\.tsv:2: there is no forum 'C6'"):
        known_series.__wrapped__()


def test_series_stand_once_and_so_do_their_forums() -> None:
    names = [row.series for row in known_series()]
    codes = [code for row in known_series() for code in row.forums]
    assert len(set(names)) == len(names)
    assert len(set(codes)) == len(codes)
