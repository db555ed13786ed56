"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import (
    compare,
    document,
    engagement,
    feed,
    forum,
    home,
    office,
    original,
    pair,
    party,
    person,
    phrases,
    search,
)

ROUTERS = tuple(
    module.router
    for module in (
        home,
        search,
        engagement,
        compare,
        original,
        document,
        person,
        office,
        party,
        phrases,
        pair,
        forum,
        feed,
    )
)
"""Every page's router."""
