"""The record over HTTP: REST under ``/api/v1``, described by OpenAPI 3.1."""

from memcon.web.api.router import api_router, description

__all__ = ["api_router", "description"]
