"""What each address asks of whoever opens it, where users log in.

By method and path, before any page is asked, so that a page which asks for nothing itself is not open by mistake.
"""

from __future__ import annotations

from memcon.users import Role
from memcon.web.cross_origin import SAFE

API = "/api/"
STATIC = "/static"
OPEN = ("/login", STATIC)
"""For everybody."""
OWN = ("/account", "/logout")
"""For every user, changes too: they are about the user alone."""
ADMINS = ("/users", "/audit")
REVIEWERS = ("/api/v1/rounds",)
"""For reviewers, also to look at; the pages of review say so themselves."""
_FEEDS = ("/feed",)
_ASKING = ("/api/v1/texts",)
"""Where texts are sent to be looked at: POST, although nothing is kept."""


def is_open(path: str) -> bool:
    """Tell whether a page is there for those who have not logged in."""
    return _under(path, OPEN)


def is_static(path: str) -> bool:
    """Tell whether it is a file that is the same for everybody."""
    return _under(path, (STATIC,))


def role_needed(method: str, path: str) -> Role:
    """Give the least role that may ask this: who only looks, a reader; who changes something, a reviewer."""
    if _under(path, ADMINS):
        return Role.ADMIN
    if _under(path, REVIEWERS) or (changes(method, path) and not _under(path, OWN)):
        return Role.REVIEWER
    return Role.READER


def changes(method: str, path: str) -> bool:
    """Tell whether a request is there to change something."""
    return method not in SAFE and not _under(path, _ASKING)


def is_for_passwords(path: str) -> bool:
    """Tell whether only a person may, and no token: what is about users, so that a lost token makes no other."""
    return _under(path, (*OWN, *ADMINS))


def is_for_programs(path: str) -> bool:
    """Tell whether programs ask for it, which a page to log in on is no use to."""
    return path.startswith((API, *_FEEDS))


def notes_itself(path: str) -> bool:
    """Tell whether what is changed at this address is noted by ``memcon.users``, in words of its own."""
    return _under(path, (*OPEN, *OWN, *ADMINS))


def _under(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)
