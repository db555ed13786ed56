import pytest

from memcon.vocabulary.forum_names import forum_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("G20 Summit", "Group of Twenty summit"),
        ("East Asia Summit", "16th East Asia Summit"),
        ("U.S.-Iraq Strategic Dialogue", "Strategic Dialogue"),
        ("Baltic Ports Forum", "third Baltic Ports Forum"),
        ("Meeting of NATO Foreign Ministers", "NATO Foreign Ministerial"),
        ("D-ISIS Ministerial", "meeting of the Foreign Ministers of the Global Coalition"),
    ],
)
def test_names_of_one_forum(a: str, b: str) -> None:
    assert forum_name(a).same_as(forum_name(b))
    assert forum_name(b).same_as(forum_name(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("G20 Summit", "G20 Foreign Ministers’ Meeting"),
        ("U.S.-ASEAN Summit", "Russia-ASEAN Summit"),
        ("U.S.-India 2+2 Ministerial Dialogue", "U.S.-India Climate Dialogue"),
        ("Second Baltic Ports Forum", "third Baltic Ports Forum"),
        ("Summit", "Meeting"),
        ("D-ISIS Ministerial", "Global Counterterrorism Forum Ministerial"),
    ],
)
def test_names_of_different_forums(a: str, b: str) -> None:
    assert not forum_name(a).same_as(forum_name(b))


def test_a_name_taken_apart() -> None:
    found = forum_name("Fourth U.S.-ASEAN Foreign Ministers’ Meeting on Cyber Security")
    assert found.topics == {"US", "ASEAN", "cyber", "security"}
    assert found.levels == {"ministers"}
    assert found.number == 4
    assert found.bodies == {"ASEAN"}
