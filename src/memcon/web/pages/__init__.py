"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import (
    account,
    audit,
    compare,
    document,
    engagement,
    feed,
    forum,
    home,
    login,
    office,
    pair,
    party,
    person,
    phrases,
    search,
    users,
)

ROUTERS = tuple(
    module.router
    for module in (
        home,
        search,
        engagement,
        compare,
        document,
        person,
        office,
        party,
        phrases,
        pair,
        forum,
        feed,
        login,
        account,
        users,
        audit,
    )
)
"""Every page's router."""
