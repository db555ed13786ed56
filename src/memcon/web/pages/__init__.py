"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import (
    account,
    audit,
    compare,
    document,
    engagement,
    export,
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
    saved,
    search,
    settling,
    upload,
    users,
)

ROUTERS = tuple(
    module.router
    for module in (
        export,
        home,
        search,
        saved,
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
        settling,
        login,
        account,
        users,
        audit,
    )
)
"""Every page's router."""
