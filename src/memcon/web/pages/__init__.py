"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import (
    document,
    engagement,
    feed,
    forum,
    history,
    home,
    pair,
    party,
    person,
    review,
    rounds,
    search,
)

ROUTERS = tuple(
    module.router
    for module in (home, search, engagement, document, person, party, pair, forum, feed, history, review, rounds)
)
"""Every page's router."""
