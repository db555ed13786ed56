"""Find series by any of their names."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.linking.forums.series import Series
from memcon.linking.forums.told import tells_a_series
from memcon.vocabulary.fold import fold
from memcon.vocabulary.series_names import SeriesName, series_name


def find(series: Sequence[Series], name: str, parties: Sequence[str] = ()) -> list[Series]:
    """Give the series that a name means and all ``parties`` (codes) belong to.

    A name means those that are called or abbreviated so, or by the same telling words; where there are none, those
    that have all its words in a name in use.
    """
    ours = [one for one in series if set(parties) <= {*one.parties, *(m.party for m in one.members)}]
    asked, words = series_name(name), set(_plain(name).split())
    exact = [one for one in ours if _plain(name) in _called(one)]
    by_words = [one for one in ours if asked.known == one.name or any(_alike(asked, n.name) for n in one.names)]
    if asked.of_parties or not exact:
        exact = [one for one in ours if one in exact or one in by_words]
    return exact or [one for one in ours if any(words <= set(_plain(n.name).split()) for n in one.names)]


def _alike(asked: SeriesName, name: str) -> bool:
    """Whether a name in use has the telling words that were asked for, and the parties."""
    used = series_name(name)
    if not tells_a_series(asked) or not asked.parties <= used.parties:
        return False
    return (asked.known, asked.format, asked.topics) == (used.known, used.format, used.topics)


def _plain(name: str) -> str:
    return " ".join(fold(name).casefold().replace("'", "").replace("-", " ").split())


def _called(series: Series) -> set[str]:
    return {_plain(n) for n in (series.name, *series.abbreviations, *(x.name for x in series.names))}
