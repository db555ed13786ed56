"""Hand the record on: one module a format."""
