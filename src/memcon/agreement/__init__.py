"""How far two raters agree on the same items, and how much of that chance would give.

Nominal categories, two raters at a time: :func:`agreement`. Nothing here knows of engagements.
"""

from memcon.agreement.kappa import Agreement, Interval, Ratings, agreement, mean_kappa

__all__ = ["Agreement", "Interval", "Ratings", "agreement", "mean_kappa"]
