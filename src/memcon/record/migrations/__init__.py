"""Migrations of the record's schema, run by :mod:`memcon.record.upgrading`."""
