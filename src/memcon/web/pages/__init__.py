"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import (
    compare,
    document,
    engagement,
    feed,
    forum,
    history,
    home,
    office,
    pair,
    party,
    person,
    phrases,
    review,
    rounds,
    search,
    upload,
)

ROUTERS = tuple(
    module.router
    for module in (
        home,
        search,
        engagement,
        history,
        compare,
        document,
        person,
        office,
        party,
        phrases,
        pair,
        forum,
        feed,
        upload,
        review,
        rounds,
    )
)
"""Every page's router."""
