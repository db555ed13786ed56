"""Amounts, counts, shares and durations in documents: what they measure, as of when, who said them, how they agree.

A document's figures are a pure function of the document and its reading (:func:`figures_of`); :func:`compare` lays
those of several documents beside one another.
"""

from memcon.comparing.figures.agreeing import Comparison, Relation, compare
from memcon.comparing.figures.finding import figures_of
from memcon.comparing.figures.listing import Listing, list_figures
from memcon.comparing.figures.values import Figure, Measure

__all__ = ["Comparison", "Figure", "Listing", "Measure", "Relation", "compare", "figures_of", "list_figures"]
