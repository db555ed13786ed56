"""A large record made by program, for measuring: real in its proportions, invented in what it tells.

The record of samples/ is repeated under other ids and years until it has as many engagements as wanted. In each copy
people, parties and words are exchanged for others, drawn as they are in real archives: a few very often, most rarely
(Zipf's law). New names and words are made of the letters that the old ones are replaced by, one for one, so that every
offset still leads to the place. The same number gives the same record.
"""

from __future__ import annotations

import hashlib
import random
import re
import sqlite3
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import create_engine

from memcon.linking.reprints.candidates import METHOD
from memcon.linking.tellings import tellings_of
from memcon.reading.names import fold_name
from memcon.reading.reader import read_document
from memcon.record import Record, links, schema
from memcon.record.people import index_people
from memcon.record.people.state import note_told
from memcon.record.serial import unpack_reading
from memcon.sources import documents
from memcon.vocabulary.states import codes, state_name

SAMPLES = Path(__file__).parent.parent / "samples"
_TABLES = (
    "documents",
    "word_documents",
    "readings",
    "engagements",
    "engagement_accounts",
    "engagement_parties",
    "engagement_people",
    "engagement_offices",
    "engagement_topics",
    "persons",
    "person_mentions",
    "reprints",
    "doubts",
    "near_joins",
)
_VARIANTS = {"name": 400, "word": 300, "city": 60}
"""How many others a person, a word or a city can be exchanged for."""
_SLOTS = re.compile(
    r"(?P<id>\b[0-9a-f]{64}\b|\b[EP]-[0-9a-f]{8}\b)"
    r'|(?<="value":")(?P<code>[A-Z]{2})(?=")|(?<="country":")(?P<state>[A-Z]{2})(?=")'
    r'|(?<="value":")(?P<day>(?:19|20)\d\d(?:-\d\d){0,2})(?=")'
    r"|(?P<name>\b[A-Z][a-zé'’]{3,}\b)|(?P<word>\b[a-z]{6,}\b)"
)
_CODES = ("party", "country")
_VOWELS = "aeiou"
_CONSONANTS = "bdfgklmnprstvz"


class Zipf:
    """Draws numbers from 0 on, each about in inverse proportion to its rank."""

    def __init__(self, chance: random.Random, several: int) -> None:
        self._chance, self._numbers = chance, range(several)
        self._weights = list(accumulate(1 / (rank + 1) for rank in self._numbers))

    def draw(self) -> int:
        """Give a number."""
        return self._chance.choices(self._numbers, cum_weights=self._weights)[0]


class Copy:
    """What stands in one copy in the place of what the samples have."""

    def __init__(self, number: int, chance: random.Random, zipf: dict[str, Zipf], people: dict[str, str]) -> None:
        self.number, self._chance, self._zipf, self._people = number, chance, zipf, people
        self.year = str(chance.randint(1990, 2024))
        self._drawn: dict[tuple[str, str], int] = {}
        self._codes: dict[str, str] = {}

    def put(self, kind: str, old: str) -> str:
        """Give what stands in the place of an id, code, day, name or word."""
        if kind == "id" and old[0] == "P":
            return f"P-{_digest(self._variant('name', old), old)[:8]}"
        if kind == "id":
            return f"E-{_digest(self.number, old)[:8]}" if old[0] == "E" else _digest(self.number, old)
        if kind in ("code", "state"):
            return self._code(old)
        if kind == "day":
            return (self.year + old[4:]).replace("-02-29", "-02-28")
        if kind == "name":
            alike = _STATES.get(len(old), [])
            if old in alike:
                return alike[self._variant("name", old) % len(alike)]
            who = self._people.get(old)
            return old if who is None else _coined(old, self._variant("name", who))
        return _coined(old, self._variant(kind, old))

    def _variant(self, kind: str, what: str) -> int:
        if (kind, what) not in self._drawn:
            self._drawn[kind, what] = self._zipf[kind].draw()
        return self._drawn[kind, what]

    def _code(self, old: str) -> str:
        if old not in self._codes:
            keeps = self._chance.random() < (0.4 if old == "US" else 0.1)
            free = [c for c in (old, *(_ALL[self._zipf["code"].draw()] for _ in range(20))) if c not in self._taken()]
            self._codes[old] = free[0] if keeps and free else (free[1:] or free or [old])[0]
        return self._codes[old]

    def _taken(self) -> set[str]:
        return set(self._codes.values())


_ALL = sorted(codes(), key=lambda code: hashlib.sha256(code.encode()).digest())
_STATES: dict[int, list[str]] = {}
"""Names of states of one word by their length, so that one can stand in the place of another."""
for _code in _ALL:
    _name = state_name(_code) or ""
    if _name.isalpha():
        _STATES.setdefault(len(_name), []).append(_name)
_FORMATS = frozenset({"Dialogue", "Commission", "Conference", "Joint", "Ministers"})
"""Words of forums' names that say what they are."""


def _digest(*parts: object) -> str:
    return hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()


def _coined(old: str, variant: int) -> str:
    """A word of as many letters; the word itself where the variant is 0."""
    if not variant:
        return old
    digest = hashlib.sha256(f"{old.casefold()}/{variant}".encode()).digest()
    letters = (_CONSONANTS, _VOWELS)
    made = "".join(letters[at % 2][digest[at % 32] % len(letters[at % 2])] for at in range(len(old)))
    return made.capitalize() if old[0].isupper() else made


Template = list[tuple[str, str]]
"""Stretches of a text: what stands there, and what kind of thing it is; no kind for what stays."""


def _template(text: str, kinds: tuple[str, ...]) -> Template:
    found, at = [], 0
    for match in _SLOTS.finditer(text):
        if match.lastgroup in kinds:
            found += [("", text[at : match.start()]), (match.lastgroup, match[0])]
            at = match.end()
    return [*found, ("", text[at:])]


def _filled(template: Template, copy: Copy) -> str:
    return "".join(copy.put(kind, old) if kind else old for kind, old in template)


def _maker(table: str, column: str, value: object) -> Callable[[Copy], object]:
    """How a value of a row is made for a copy."""
    if isinstance(value, bytes) and column == "json":
        made = _template(zlib.decompress(value).decode(), ("id", "code", "state", "day", "name"))
        return lambda copy: zlib.compress(_filled(made, copy).encode(), 1)
    if not isinstance(value, str):
        return lambda _: value
    if column in _CODES and len(value) == 2:
        return lambda copy: copy.put("code", value)
    if column in ("start", "end", "date", "published") and value[:2] in ("19", "20"):
        return lambda copy: copy.put("day", value)
    if column == "city":
        return lambda copy: copy.put("city", value)
    if column == "neighbourhood":
        return lambda copy: _digest(copy.number, value)[:12]
    kinds = ("id", "name", "word") if column in ("text", "title") and table == "documents" else ("id", "name")
    template = _template(value, kinds)
    return lambda copy: _filled(template, copy)


def build(path: Path, wanted: int) -> None:
    """Make the record at ``path``, of ``wanted`` engagements or a few more."""
    with Record.open(path) as record:
        record.link([d.id for d in documents([SAMPLES]) if record.add(d, read_document(d))])
    base = sqlite3.connect(path)
    base.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -400000")
    makers, columns = {}, {}
    for table in _TABLES:
        columns[table] = [c[1] for c in base.execute(f"PRAGMA table_info({table})")]
        rows = base.execute(f"SELECT * FROM {table}").fetchall()
        makers[table] = [[_maker(table, c, v) for c, v in zip(columns[table], row, strict=True)] for row in rows]
    chance = random.Random(1)
    zipf = {kind: Zipf(chance, several) for kind, several in (_VARIANTS | {"code": len(_ALL)}).items()}
    people = _names(base)
    numbers = {name: base.execute(f"SELECT max(number) FROM {name}").fetchone()[0] for name in ("word_documents",)}
    for number in range(-(-wanted // len(makers["engagements"]))):
        copy = Copy(number, chance, zipf, people)
        for table, rows in makers.items():
            made = [[make(copy) for make in row] for row in rows]
            _adjusted(table, columns[table], made, numbers, chance)
            marks = ", ".join("?" * len(columns[table]))
            base.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", made)
            if table == "documents":
                texts = {row[0]: (row[columns[table].index("title")] or "", row[4]) for row in made}
            if table == "word_documents":
                words = [(n, *texts[document], document) for n, document in made]
                base.executemany("INSERT INTO document_words (rowid, title, text, id) VALUES (?, ?, ?, ?)", words)
    base.commit()
    base.close()
    complete(path)


def complete(path: Path) -> None:
    """Add to a record what documents that are added later are linked by: blocks, names, sightings, tenures.

    The texts are noted as compared, without being so: made of a few, each would be held against thousands, and be a
    reprint of none. Of what they name as their sources nothing is asked either.
    """
    engine = create_engine(f"sqlite:///{path}")
    t, d, r = schema.reprint_texts, schema.documents.c, schema.readings.c
    with engine.begin() as connection:
        compared = sa.select(t.c.document)
        new = sa.select(d.id, sa.literal(METHOD), sa.literal(0), sa.null()).where(d.id.not_in(compared))
        connection.execute(t.insert().from_select(["document", "method", "bands", "host"], new))
        blocked = set(connection.execute(sa.select(schema.blocks.c.document).distinct()).scalars())
        rows = connection.execute(sa.select(r.document, r.json).order_by(r.document)).yield_per(500)
        for row in rows:
            if row.document not in blocked:
                links.write_blocks(connection, tellings_of(unpack_reading(row.json)))
        index_people(connection)
        note_told(connection)
    engine.dispose()


def _names(base: sqlite3.Connection) -> dict[str, str]:
    """The words of names, each with the person or forum whose it is, so that all words of a name change together."""
    named = base.execute("SELECT id, name FROM persons ORDER BY id").fetchall()
    named += [(f[0], f[0]) for f in base.execute("SELECT DISTINCT forum FROM engagements WHERE forum IS NOT NULL")]
    found: dict[str, str] = {}
    for key, name in sorted(named):
        for word in re.findall(r"[A-Z][a-zé'’]{3,}", name):
            if word not in _FORMATS:
                found.setdefault(word, key)
    return found


def _adjusted(
    table: str, columns: list[str], rows: list[list[object]], numbers: dict[str, int], chance: random.Random
) -> None:
    """Set what is a function of other columns, or of when the row came."""
    for row in rows:
        if table == "word_documents":
            numbers[table] += 1
            row[0] = numbers[table]
        elif table == "engagement_people":
            name = row[columns.index("name")]
            row[columns.index("folded")] = " ".join(fold_name(str(name))) if name else ""
        elif table == "engagements":
            moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randint(0, 400_000))
            row[columns.index("changed")] = moment.isoformat(timespec="seconds")
            shaken = chance.random()
            row[columns.index("reviewed")] = "checked" if shaken < 0.1 else "again" if shaken < 0.11 else "unchecked"
            row[columns.index("sure")] = round(min(0.99, max(0.3, chance.gauss(0.75, 0.15))), 2)
