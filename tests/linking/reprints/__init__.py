"""Tests of reprints, with the documents that they share."""
