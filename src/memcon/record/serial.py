"""Readings, engagements, reprints and series to JSON bytes and back."""

from __future__ import annotations

import zlib
from functools import cache

import msgspec

from memcon.linking.engagements import Engagement
from memcon.linking.forums import Series
from memcon.linking.reprints import Reprint
from memcon.model import Reading


@cache
def _reading_decoder() -> msgspec.json.Decoder[Reading]:
    return msgspec.json.Decoder(Reading)


@cache
def _engagement_decoder() -> msgspec.json.Decoder[Engagement]:
    return msgspec.json.Decoder(Engagement)


@cache
def _reprint_decoder() -> msgspec.json.Decoder[Reprint]:
    return msgspec.json.Decoder(Reprint)


@cache
def _series_decoder() -> msgspec.json.Decoder[Series]:
    return msgspec.json.Decoder(Series)


def pack(value: Reading | Engagement | Reprint | Series) -> bytes:
    """Give the compressed JSON of a value; the same value gives the same bytes."""
    return zlib.compress(msgspec.json.encode(value), 6)


def unpack_reading(data: bytes) -> Reading:
    """Give the reading back; raises msgspec.ValidationError where the bytes are of another shape."""
    return _reading_decoder().decode(zlib.decompress(data))


def unpack_engagement(data: bytes) -> Engagement:
    """Give the engagement back; raises msgspec.ValidationError where the bytes are of another shape."""
    return _engagement_decoder().decode(zlib.decompress(data))


def unpack_reprint(data: bytes) -> Reprint:
    """Give the reprint back; raises msgspec.ValidationError where the bytes are of another shape."""
    return _reprint_decoder().decode(zlib.decompress(data))


def unpack_series(data: bytes) -> Series:
    """Give the series back; raises msgspec.ValidationError where the bytes are of another shape."""
    return _series_decoder().decode(zlib.decompress(data))
