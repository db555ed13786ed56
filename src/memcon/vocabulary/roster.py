"""Rosters: who held which office for whom, from when to when, and how exactly that is known.

The roster that ships with memcon (``data/roster.tsv``, built by ``scripts/roster``) and a user's own file have the same
columns. A date is an ISO prefix (``2022``, ``2022-05``, ``2022-05-09``); beside it stands how exact it is. A cell is
empty where the source does not tell.
"""

from __future__ import annotations

import calendar
import csv
import io
import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path

from memcon.errors import VocabularyError
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.states import state
from memcon.vocabulary.table import data_file, read_numbered

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_QID = re.compile(r"Q[1-9]\d*")
EARLIEST, LATEST = "0000-00-00", "9999-99-99"
"""Before and after every day, where a bound is not known."""


class Exact(StrEnum):
    """How exact a date is, and what it dates."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SEEN = "seen"  # a date at which the holder was in office, the first or last that the source tells of
    APPOINTED = "appointed"  # the day of appointment; the office was entered on it or later


class Fit(StrEnum):
    """Whether a tenure covers a date: surely, perhaps (as far as the source is exact), or surely not."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One tenure of one person; see ``data/roster.tsv``. ``qid`` is the person's Wikidata item.

    ``source`` is a short name of the table it stands in, or the name of the user's file.
    """

    name: str
    office: str | None
    party: str | None
    start: str | None
    start_exact: Exact | None
    end: str | None
    end_exact: Exact | None
    qid: str | None
    source: str

    def bounds(self) -> tuple[str, str, str, str]:
        """Give the first day on which the tenure can have begun, the days from and to which it surely ran, and the
        last day on which it can have ended; the inner two are in the wrong order where no day is sure."""
        can_begin, sure_from = EARLIEST, LATEST
        if self.start is not None:
            can_begin = EARLIEST if self.start_exact is Exact.SEEN else first_day(self.start)
            sure_from = LATEST if self.start_exact is Exact.APPOINTED else last_day(self.start)
        sure_to, can_end = EARLIEST, LATEST
        if self.end is not None:
            sure_to = first_day(self.end)
            can_end = LATEST if self.end_exact is Exact.SEEN else last_day(self.end)
        return can_begin, sure_from, sure_to, can_end

    def in_words(self) -> str:
        """Say from when to when, as exactly as the source tells: "2019 – seen until 2022"."""
        start = f"{'seen from ' * (self.start_exact is Exact.SEEN)}{self.start}" if self.start else "start not told"
        if self.start_exact is Exact.APPOINTED:
            start = f"appointed {self.start}"
        end = f"{'seen until ' * (self.end_exact is Exact.SEEN)}{self.end}" if self.end else "end not told"
        return f"{start} – {end}"

    def fits(self, at: str) -> Fit:
        """Tell whether the tenure covers the date ``at`` (an ISO prefix)."""
        return fit((first_day(at), last_day(at)), self.bounds())


def fit(days: tuple[str, str], bounds: tuple[str, str, str, str]) -> Fit:
    """Tell whether a tenure with these :meth:`bounds <RosterEntry.bounds>` covers the days from first to last."""
    can_begin, sure_from, sure_to, can_end = bounds
    if days[1] < can_begin or days[0] > can_end:
        return Fit.NO
    return Fit.YES if sure_from <= days[0] and days[1] <= sure_to else Fit.PERHAPS


def first_day(iso: str) -> str:
    """Give the first day of a year, month or day."""
    return iso + "-01-01"[len(iso) - 4 :]


def last_day(iso: str) -> str:
    """Give the last day of a year, month or day."""
    if len(iso) == len("2022-05"):
        return f"{iso}-{calendar.monthrange(int(iso[:4]), int(iso[5:]))[1]:02}"
    return iso + "-12-31"[len(iso) - 4 :]


@cache
def shipped_roster() -> tuple[RosterEntry, ...]:
    """Give the roster that ships with memcon, in the order of the file."""
    return read_roster_table(data_file("roster.tsv"))


def read_roster_table(path: Path) -> tuple[RosterEntry, ...]:
    """Read a roster with all columns; raises VocabularyError by file and line number."""
    found = []
    for number, entry in read_numbered(path, RosterEntry):
        try:
            check(entry)
            if entry.party is not None and not known_party(entry.party):
                raise ValueError(f"{entry.party!r} is the code of no state or organisation")
        except ValueError as wrong:
            raise VocabularyError(f"{path}:{number}: {wrong}") from None
        found.append(entry)
    return tuple(found)


def read_roster_file(path: Path) -> tuple[RosterEntry, ...]:
    """Read a user's roster: comma- or tab-separated under a header line, in UTF-8.

    ``name`` must be there; ``office``, ``party`` (code or name), ``start``, ``start_exact``, ``end``, ``end_exact``
    and ``qid`` may be, in any order. Where nothing says how exact a date is, its form does. The file's name is the
    source. Raises VocabularyError by file and line number.
    """
    return read_roster(path.read_bytes(), path.name, str(path))


def read_roster(data: bytes, source: str, where: str | None = None) -> tuple[RosterEntry, ...]:
    """Read a user's roster as in :func:`read_roster_file`; errors call it by ``where``, else by ``source``."""
    where = where or source
    known = [field.name for field in fields(RosterEntry) if field.name != "source"]
    found: dict[RosterEntry, int] = {}
    try:
        file = io.StringIO(data.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        raise VocabularyError(f"{where}: is not UTF-8 text; save it as UTF-8") from None
    rows = csv.reader(file, delimiter="\t" if "\t" in file.readline() else ",", strict=True)
    file.seek(0)
    header: list[str] = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not header:
                header = _header(cells, known)
                continue
            entry = _entry(cells, header, source)
            if entry in found:
                raise ValueError(f"repeats line {found[entry]}")
            found[entry] = rows.line_num
        if not header:
            raise ValueError(f"a header line is due first, with name and any of {', '.join(known[1:])}")
    except (ValueError, csv.Error) as wrong:
        raise VocabularyError(f"{where}:{max(rows.line_num, 1)}: {wrong}") from None
    return tuple(found)


def _header(cells: list[str], known: list[str]) -> list[str]:
    if unknown := [cell for cell in cells if cell not in known]:
        raise ValueError(f"no column is called {unknown[0]!r}; the columns are {', '.join(known)}")
    if repeated := [cell for at, cell in enumerate(cells) if cell in cells[:at]]:
        raise ValueError(f"the column {repeated[0]} stands twice")
    if "name" not in cells:
        raise ValueError("the column name is missing")
    return cells


def _entry(cells: list[str], header: list[str], source: str) -> RosterEntry:
    if len(cells) != len(header):
        raise ValueError(f"{len(cells)} cells where {len(header)} are due")
    told = {column: cell for column, cell in zip(header, cells, strict=True) if cell}
    if "name" not in told:
        raise ValueError("the name is empty")
    if "office" not in told and "party" not in told:
        raise ValueError("an office or a party is due beside the name")
    entry = RosterEntry(
        name=told["name"],
        office=told.get("office"),
        party=party_code(told["party"]) if "party" in told else None,
        start=told.get("start"),
        start_exact=_exact(told.get("start_exact"), told.get("start")),
        end=told.get("end"),
        end_exact=_exact(told.get("end_exact"), told.get("end")),
        qid=told.get("qid"),
        source=source,
    )
    check(entry)
    return entry


def _exact(written: str | None, date: str | None) -> Exact | None:
    if written is not None:
        try:
            return Exact(written)
        except ValueError:
            raise ValueError(f"{written!r} is none of {', '.join(Exact)}") from None
    by_form = {4: Exact.YEAR, 7: Exact.MONTH, 10: Exact.DAY}
    return None if date is None else by_form.get(len(date), Exact.DAY)


def check(entry: RosterEntry) -> None:
    """Raise ValueError, with the reason, where an entry cannot be."""
    for name, date, exact in (("start", entry.start, entry.start_exact), ("end", entry.end, entry.end_exact)):
        if (date is None) != (exact is None):
            raise ValueError(f"{name} and {name}_exact must both be there, or neither")
        if date is not None:
            _check_date(name, date)
            if exact in (Exact.DAY, Exact.APPOINTED) and len(date) < len("2022-05-09"):
                raise ValueError(f"{name} {date} is no day, which {exact} asks for")
            if exact is Exact.MONTH and len(date) != len("2022-05"):
                raise ValueError(f"{name} {date} is no month such as 2022-05")
            if exact is Exact.YEAR and len(date) != len("2022"):
                raise ValueError(f"{name} {date} is no year such as 2022")
    if entry.end_exact is Exact.APPOINTED:
        raise ValueError("an end is no appointment")
    if entry.start is not None and entry.end is not None and last_day(entry.end) < first_day(entry.start):
        raise ValueError(f"it ends ({entry.end}) before it starts ({entry.start})")
    if entry.qid is not None and not _QID.fullmatch(entry.qid):
        raise ValueError(f"{entry.qid!r} is no Wikidata item such as Q42")


def _check_date(name: str, date: str) -> None:
    found = _DATE.fullmatch(date)
    if not found:
        raise ValueError(f"{name} {date!r} is no date such as 2022, 2022-05 or 2022-05-09")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"{name} {date} is not in the calendar")


@cache
def _organisation_codes() -> frozenset[str]:
    return frozenset(organisation.code for organisation in organisations())


def known_party(code: str) -> bool:
    """Tell whether ``code`` is that of a state or an organisation of the vocabulary."""
    return state(code) is not None or code in _organisation_codes()
