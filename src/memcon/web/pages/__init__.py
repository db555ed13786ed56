"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import (
    account,
    audit,
    compare,
    document,
    engagement,
    feed,
    forum,
    history,
    home,
    login,
    office,
    original,
    pair,
    party,
    person,
    phrases,
    review,
    rounds,
    search,
    upload,
    users,
)

ROUTERS = tuple(
    module.router
    for module in (
        home,
        search,
        engagement,
        history,
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
        upload,
        review,
        rounds,
        login,
        account,
        users,
        audit,
    )
)
"""Every page's router."""
