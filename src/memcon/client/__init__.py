"""A record over HTTP: each method is one endpoint of ``/api/v1``, and gives what it answers as plain values.

>>> from memcon.client import Client
>>> with Client("http://127.0.0.1:8460", author="R. Meyer") as desk:
...     for engagement in desk.engagements(party=["KZ", "US"], since="2023"):
...         print(engagement["id"], engagement["start"], desk.engagement(engagement["id"])["place"]["reason"])

What the answers hold is described in ``docs/reference/api.md``. Lists are given whole, page by page as they are gone
through. It needs ``memcon[client]``.
"""

from memcon.client.asking import ApiError, UnreachableError
from memcon.client.desk import Client

__all__ = ["ApiError", "Client", "UnreachableError"]

for _public in (ApiError, Client, UnreachableError):
    # tracebacks name them as callers import them
    _public.__module__ = __name__
