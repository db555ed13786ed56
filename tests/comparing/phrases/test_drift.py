"""The wording of successive readouts."""

from tests.comparing.held import STATE

from memcon.comparing.material import Material
from memcon.comparing.phrases import Fate, drift


def test_steps_are_by_issuer_and_day_without_reprints(year: Material) -> None:
    steps = drift(year, ("NO", "US"))
    assert {s.issuer for s in steps} == {STATE}, "the Norwegian ministry has one readout only, the paper a copy"
    names = [year.documents[s.before.document].name + year.documents[s.after.document].name for s in steps]
    assert names == ["ab", "bc", "cd", "de"]
    assert [s.before.day for s in steps] == ["2031-01-10", "2031-03-12", "2031-05-20", "2031-07-01"]
    assert drift(year, ("US", "SE")) == []


def test_what_came_and_went(year: Material) -> None:
    first, second, third, last = drift(year, ("US", "NO"))
    assert first.came == first.went == ()
    assert second.went == ("ironclad",)
    assert [c.fate for c in second.changes if c.after and "commitment" in c.after.text] == [Fate.REWORDED]
    assert [c.fate for c in third.changes if c.after and "commitment" in c.after.text] == [Fate.KEPT]
    assert any(c.fate is Fate.DROPPED and c.before and "commitment" in c.before.text for c in last.changes)


def test_the_occasion_itself_is_not_compared_and_spans_are_the_words(year: Material) -> None:
    for step in drift(year, ("US", "NO")):
        for change in step.changes:
            for span in (change.before, change.after):
                if span is not None:
                    assert span.stands_in(year.documents[span.document].text)
                    assert "spoke today" not in span.text
