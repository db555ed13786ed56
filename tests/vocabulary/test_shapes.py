"""The shapes of the world map."""

import re
import sys
from pathlib import Path

import pytest

from memcon.vocabulary.shapes import HEIGHT, WIDTH, shapes
from memcon.vocabulary.states import codes
from memcon.vocabulary.table import data_file

STEP = r"-?\d+[ -]?-?\d+"


def test_every_state_has_a_place_on_the_map_and_can_be_hit() -> None:
    told = {shape.code: shape for shape in shapes() if shape.code}
    assert set(told) == codes()
    for shape in told.values():
        assert 0 <= shape.x <= WIDTH
        assert 0 <= shape.y <= HEIGHT
        assert shape.path or shape.dot, shape.code
    small = {"MT", "SG", "VA", "LU", "MC", "BH", "LI"}
    assert all(told[code].dot for code in small)
    large = {"US", "CN", "BR", "FR", "KZ"}
    assert not any(told[code].dot for code in large)


def test_paths_are_closed_and_stay_on_the_map() -> None:
    for shape in shapes():
        assert shape.path is None or re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", shape.path), shape.code
        for part in re.findall(r"M(\d+) (\d+)l([-\d ]+)z", shape.path or ""):
            x, y = int(part[0]), int(part[1])
            steps = [int(n) for n in re.findall(r"-?\d+", part[2])]
            assert len(steps) % 2 == 0
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                assert abs(dx) < WIDTH / 4, "no outline crosses the map"
                x, y = x + dx, y + dy
                assert -1 <= x <= WIDTH + 1
                assert -1 <= y <= HEIGHT + 1


def test_neighbours_lie_where_they_do() -> None:
    told = {shape.code: shape for shape in shapes() if shape.code}
    assert told["PT"].x < told["ES"].x < told["IT"].x < told["TR"].x < told["KZ"].x < told["JP"].x
    assert told["NO"].y < told["DE"].y < told["IT"].y < told["LY"].y < told["ZA"].y


def test_the_file_is_small_and_names_its_source() -> None:
    file = data_file("world_shapes.tsv")
    assert file.stat().st_size < 100_000
    assert "Natural Earth" in file.read_text(encoding="utf-8").split("\n")[0]


def test_the_projection_is_equal_earth() -> None:
    pytest.importorskip("babel")
    script = Path(__file__).parents[2] / "scripts" / "worldmap"
    space: dict[str, object] = {"__name__": "worldmap", "__file__": str(script)}
    before = list(sys.path)
    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), space)
    sys.path[:] = before
    projected = space["projected"]
    assert callable(projected)
    assert projected(0, 0) == (0, 0)
    # width and height of the whole, as its authors give them: 2.7066 × 1.3173 for half of each
    assert projected(180, 0)[0] == pytest.approx(2.70663, abs=1e-4)
    assert projected(0, 90)[1] == pytest.approx(1.31733, abs=1e-4)
