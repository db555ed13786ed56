"""A plot of phrases over the years: one self-contained, accessible SVG."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_LEFT, _TOP, _ROW, _BAR, _YEAR, _BOTTOM = 290, 16, 34, 22, 46, 30
_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Series:
    """A name and a count for each year (four digits)."""

    name: str
    counts: dict[str, int]


def plot(series: Sequence[Series], title: str, description: str) -> str:
    """Give an SVG with a row of bars for each series, years from left to right, each bar with its number.

    All rows have one scale. The SVG needs nothing from outside, has ``title`` and ``desc`` for screen readers, a
    title on every bar, and takes the colour of the text around it. Raises ValueError where there is no year at all.
    """
    years = sorted({year for one in series for year in one.counts})
    if not years:
        raise ValueError("there is no year to plot")
    span = [str(y) for y in range(int(years[0]), int(years[-1]) + 1)]
    most = max(max(one.counts.values(), default=0) for one in series) or 1
    width, height = _LEFT + _YEAR * len(span) + 10, _TOP + _ROW * len(series) + _BOTTOM
    name = "plot-" + hashlib.sha256(title.encode()).hexdigest()[:8]  # several plots can stand on one page
    root = ET.Element(
        "svg",
        {
            "xmlns": _SVG,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": "system-ui, sans-serif",
            "font-size": "13",
            "fill": "currentColor",
        },
    )
    ET.SubElement(root, "title", {"id": f"{name}-title"}).text = title
    ET.SubElement(root, "desc", {"id": f"{name}-desc"}).text = description
    for row, one in enumerate(series):
        _row(root, one, span, most, _TOP + _ROW * row)
    for column, year in enumerate(span):
        _text(root, _LEFT + _YEAR * column + _YEAR / 2, height - 10, year, "middle")
    return ET.tostring(root, encoding="unicode") + "\n"


def _row(root: ET.Element, one: Series, span: Sequence[str], most: int, top: int) -> None:
    group = ET.SubElement(root, "g")
    label = one.name if len(one.name) <= _CHARACTERS else one.name[: _CHARACTERS - 1] + "…"
    _text(group, _LEFT - 10, top + _BAR, label, "end")
    base = top + _BAR + 4
    ET.SubElement(
        group,
        "path",
        {"d": f"M{_LEFT} {base}h{_YEAR * len(span)}", "stroke": "currentColor", "stroke-opacity": "0.3"},
    )
    for column, year in enumerate(span):
        count = one.counts.get(year, 0)
        if not count:
            continue
        tall = max(2.0, round(count / most * _BAR, 1))
        x = _LEFT + _YEAR * column + 6
        values = {"x": x, "y": round(base - tall, 1), "width": _YEAR - 28, "height": tall}
        bar = ET.SubElement(group, "rect", {k: f"{v:g}" for k, v in values.items()} | {"fill-opacity": "0.75"})
        ET.SubElement(bar, "title").text = f"{one.name}, {year}: {count}"
        _text(group, x + _YEAR - 26, base - 2, str(count), "start", "11")


def _text(parent: ET.Element, x: float, y: float, words: str, anchor: str, size: str | None = None) -> None:
    values = {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor}
    ET.SubElement(parent, "text", values | ({"font-size": size} if size else {})).text = words
