"""The record in a browser: pages rendered on the server, readable without JavaScript, nothing from another host.

It needs the packages of ``memcon[web]``; everything else in memcon works without them.
"""

from memcon.web.app import create_app

__all__ = ["create_app"]
