"""memcon reads public diplomatic reporting and keeps a record of engagements, every word of it traceable."""

__version__ = "0.1.0"
