"""Who may do what with a record: users, roles, passwords, sessions, tokens, and the audit of what they change.

It needs ``argon2-cffi``, which comes with ``memcon[web]``.
"""

from memcon.users.file import users_path
from memcon.users.keeper import Users
from memcon.users.values import Entry, Role, Token, User

__all__ = ["Entry", "Role", "Token", "User", "Users", "users_path"]
