"""The plot by year."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.exporting.plot import Series, plot

NS = {"s": "http://www.w3.org/2000/svg"}


def test_it_is_one_accessible_picture() -> None:
    made = ET.fromstring(plot([Series("a & <b>", {"2020": 2, "2022": 4})], "Title", "In words"))
    assert made.get("role") == "img"
    named = made.get("aria-labelledby", "").split()
    assert [made.find(f"s:*[@id='{n}']", NS).text for n in named] == ["Title", "In words"]  # type: ignore[union-attr]
    bars = made.findall(".//s:rect", NS)
    assert [b.find("s:title", NS).text for b in bars] == ["a & <b>, 2020: 2", "a & <b>, 2022: 4"]  # type: ignore[union-attr]
    assert float(bars[1].get("height", 0)) == 2 * float(bars[0].get("height", 0))
    years = [t.text for t in made.findall("s:text", NS)]
    assert years == ["2020", "2021", "2022"], "years without a use are there"


def test_nothing_to_plot() -> None:
    with pytest.raises(ValueError, match="no year"):
        plot([Series("a", {})], "t", "d")


@given(st.dictionaries(st.integers(1990, 2030).map(str), st.integers(0, 500), min_size=1), st.text(max_size=60))
def test_bars_stay_inside(counts: dict[str, int], name: str) -> None:
    printable = "".join(c for c in name if c.isprintable())
    made = ET.fromstring(plot([Series(printable, counts)], "t", "d"))
    _, _, width, height = map(float, made.get("viewBox", "").split())
    for bar in made.findall(".//s:rect", NS):
        x, y, w, h = (float(bar.get(k, 0)) for k in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + w <= width
        assert y >= 0
        assert y + h <= height
