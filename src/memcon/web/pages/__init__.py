"""The pages, one module each: a thin router that asks the record and fills in a template."""

from memcon.web.pages import document, engagement, feed, forum, home, pair, party, person, search, upload

ROUTERS = tuple(
    module.router for module in (home, search, engagement, document, person, party, pair, forum, feed, upload)
)
"""Every page's router."""
