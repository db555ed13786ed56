"""The client: one method an endpoint."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from memcon.client.asking import Asking, Row

_BYTES = {"Content-Type": "application/octet-stream"}


class Client(Asking):
    """A desk's record over HTTP; arguments as of :class:`memcon.client.asking.Asking`.

    ``token`` says who asks where users log in. ``timeout`` in seconds; reading a long document takes some. ``headers``
    go with every request. In ``kept``, where it is given, each answer is kept under its address beside its ETag, and
    what has not changed since is not sent again; a dict will do, or a shelf that outlives the program.

    Every method raises ApiError where the server answers with a problem, UnreachableError where there is no answer.
    """

    # documents

    def documents(self) -> Iterator[Row]:
        """Give all documents, by day of publication."""
        return self._all("/documents")

    def document(self, reference: str) -> Row:
        """Give a document with its text, accounts and turns."""
        return self._get(f"/documents/{_in_path(reference)}")

    def original(self, reference: str) -> bytes:
        """Give the bytes of a document as they came."""
        return self._sent("GET", f"/documents/{_in_path(reference)}/original").content

    def add(self, text: str, **about: str) -> Row:
        """Have a text read; ``about`` are ``title``, ``publisher``, ``url``, ``published``, ``language``, ``name``."""
        return self._ask("POST", "/documents", json={"text": text, **about})

    def add_file(self, path: str | Path) -> Row:
        """Have a file read: text, Markdown, HTML, PDF, JSON, JSON Lines, RSS or Atom."""
        path = Path(path)
        return self._ask("POST", "/files", params={"name": path.name}, content=path.read_bytes(), headers=_BYTES)

    def remove(self, reference: str) -> Row:
        """Take a document, and what only it reports, out of the record."""
        return self._ask("DELETE", f"/documents/{_in_path(reference)}")

    def reprints(self, document: str | None = None) -> Iterator[Row]:
        """Give which documents were reprinted from which: all, or those of one document."""
        return self._all("/reprints", document=document)

    # engagements

    def engagements(self, **filters: Any) -> Iterator[Row]:
        """Give all engagements that fit, oldest first.

        Filters are ``party`` (one or several), ``person``, ``kind``, ``status``, ``since``, ``until``, ``place``,
        ``text``, ``topic``, ``mentioned``, ``sure``, ``dismissed``.
        """
        return self._all("/engagements", **filters)

    def engagement(self, reference: str) -> Row:
        """Give an engagement with every field's preferred value, rivals and reason, its accounts and decisions."""
        return self._get(f"/engagements/{_in_path(reference)}")

    def explain(self, reference: str, field: str) -> list[Row]:
        """Tell why a field of an engagement is what it is; of a date its first and its last day."""
        return list(self._get(f"/engagements/{_in_path(reference)}/fields/{_in_path(field)}")["items"])

    def why(self, reference: str) -> Row:
        """Tell why the accounts of an engagement were joined, weight by weight."""
        return self._get(f"/engagements/{_in_path(reference)}/why")

    def note(self, reference: str) -> str:
        """Give the note on an engagement as text."""
        return self._sent("GET", f"/engagements/{_in_path(reference)}/note").text

    def compare(self, *documents: str, engagement: str | None = None, by_words: bool = False) -> Row:
        """Lay the accounts of an engagement, or documents, side by side."""
        return self._get("/compare", document=documents, engagement=engagement, by_words=by_words)

    def figures(self, *, party: Sequence[str] = (), engagement: str | None = None, document: str | None = None) -> Row:
        """Give the figures of all engagements of parties, of one engagement, or of one document."""
        return self._get("/figures", party=party, engagement=engagement, document=document)

    # people, offices, parties, forums

    def people(self, name: str | None = None) -> Iterator[Row]:
        """Give all people, or those whose name fits in any spelling."""
        return self._all("/people", name=name)

    def person(self, reference: str) -> Row:
        """Give a person with the offices held."""
        return self._get(f"/people/{_in_path(reference)}")

    def engagements_of(self, person: str) -> Iterator[Row]:
        """Give the engagements in which a person takes part or is present, oldest first."""
        return self._all(f"/people/{_in_path(person)}/engagements")

    def office(self, office: str, party: str, *, at: str | None = None) -> Row:
        """Tell who held an office of a party, by date, or on one."""
        return self._get("/offices", office=office, party=party, at=at)

    def roster(self, **filters: str) -> Iterator[Row]:
        """Give the roster of office-holders; filters: ``party``, ``office``, ``name``, ``at``."""
        return self._all("/roster", **filters)

    def add_roster(self, path: str | Path) -> Row:
        """Keep a roster of one's own, a CSV or tab-separated file; one of the same name is replaced."""
        path = Path(path)
        return self._ask("PUT", f"/roster/{_in_path(path.name)}", content=path.read_bytes(), headers=_BYTES)

    def remove_roster(self, source: str) -> Row:
        """Remove a roster of one's own, by the name of its file."""
        return self._ask("DELETE", f"/roster/{_in_path(source)}")

    def parties(self) -> Iterator[Row]:
        """Give the parties with the number of their engagements."""
        return self._all("/parties")

    def forums(self, name: str | None = None, party: Sequence[str] = ()) -> Iterator[Row]:
        """Give the forums, or those of a name or of parties."""
        return self._all("/forums", name=name, party=party)

    def forum(self, reference: str) -> Row:
        """Give a forum with its sessions."""
        return self._get(f"/forums/{_in_path(reference)}")

    # finding and following

    def search(self, words: str, **filters: Any) -> Row:
        """Find words in the documents, and the engagements that these tell of; filters as of :meth:`engagements`."""
        return self._get("/search", words=words, **filters)

    def searches(self, *, since: str | None = None) -> Iterator[Row]:
        """Give the saved searches, with how many engagements each finds, and how many are new since a time (UTC)."""
        return self._all("/searches", since=since)

    def saved_search(self, name: str, *, new: bool = False, since: str | None = None) -> Iterator[Row]:
        """Give the engagements that a saved search finds, oldest first, or only what is new since a time (UTC)."""
        return self._all(f"/searches/{_in_path(name)}", new=new, since=since)

    def save_search(self, name: str, query: str) -> Row:
        """Save a search; ``query`` as in the address of the search page, such as "q=fisheries&party=NO"."""
        return self._tell("POST", "/searches", name=name, query=query)

    def rename_search(self, name: str, to: str) -> Row:
        """Give a saved search another name."""
        return self._ask("PATCH", f"/searches/{_in_path(name)}", json={"name": to})

    def remove_search(self, name: str) -> Row:
        """Remove a saved search."""
        return self._ask("DELETE", f"/searches/{_in_path(name)}")

    def commitments(self, **filters: Any) -> Iterator[Row]:
        """Give what was agreed and pledged; filters: ``party``, ``engagement``, ``still_open``, ``everything``."""
        return self._all("/commitments", **filters)

    def silence(self, **filters: Any) -> Iterator[Row]:
        """Give what was looked for and not found; filters: ``party``, ``kind``."""
        return self._all("/silence", **filters)

    def phrases(self, *who: str, phrase: str | None = None) -> Iterator[Row]:
        """Follow the set phrases of a party or two, or of a person, or one phrase."""
        return self._all("/phrases", who=who, phrase=phrase)

    def drift(self, one: str, other: str, *, by: str | None = None) -> Iterator[Row]:
        """Give what became of every sentence from one readout on two parties to the next."""
        return self._all("/drift", party=[one, other], by=by)

    # deciding

    def queue(
        self, *, about: str | None = None, below: float | None = None, reviewer: str | None = None
    ) -> Iterator[Row]:
        """Give what waits for review, the heaviest first.

        ``about`` is a field, "join", "near" or "look"; ``below`` leaves out what is at least that sure, 0 to 1; what
        ``reviewer`` has put off comes last.
        """
        return self._all("/queue", about=about, below=below, reviewer=reviewer)

    def history(self, engagement: str) -> Row:
        """Tell what befell an engagement, the earliest first."""
        return self._get(f"/engagements/{_in_path(engagement)}/history")

    def decisions(self, of: str | None = None, *, look: bool = False) -> Iterator[Row]:
        """Give the decisions, or those on an engagement, or those that want a second look."""
        return self._all("/decisions", of=of, look=look)

    def merge(self, *engagements: str, because: str | None = None) -> Row:
        """Decide that engagements are one."""
        return self._decide("merge", because, engagements=engagements)

    def apart(self, one: str, other: str, *, because: str | None = None) -> Row:
        """Decide that two engagements are never the same."""
        return self._decide("apart", because, engagements=[one, other])

    def split(self, engagement: str, accounts: Sequence[tuple[str, str]], *, because: str | None = None) -> Row:
        """Decide that accounts, by document's and account's id, are of another engagement than the rest."""
        keys = [{"document": document, "account": account} for document, account in accounts]
        return self._decide("split", because, engagement=engagement, accounts=keys)

    def part_of(self, engagement: str, whole: str | None = None, *, because: str | None = None) -> Row:
        """Decide which visit or conference an engagement is a part of; None for none."""
        return self._decide("part-of", because, engagement=engagement, whole=whole)

    def dismiss(self, engagement: str, *, because: str | None = None) -> Row:
        """Decide that what was read is no engagement."""
        return self._decide("dismiss", because, engagement=engagement)

    def correct(
        self,
        engagement: str,
        field: str,
        value: str,
        *,
        remove: bool = False,
        name: str | None = None,
        office: str | None = None,
        party: str | None = None,
        because: str | None = None,
    ) -> Row:
        """Correct a field; fields and values are those of ``memcon correct``."""
        person = {"name": name, "office": office, "party": party}
        told = {"engagement": engagement, "field": field, "value": value, "remove": remove}
        return self._decide("correct", because, **told, **person)

    def restate(
        self,
        engagement: str,
        words: str,
        *,
        speakers: Sequence[str] = (),
        act: str | None = None,
        remove: bool = False,
        document: str | None = None,
        start: int | None = None,
        because: str | None = None,
    ) -> Row:
        """Say of some words who speaks and by which act, or that they are no statement; where none is, one is added.

        ``document`` and ``start`` (code points) say where they stand, if that is several times.
        """
        told = {"speakers": list(speakers), "act": act, "remove": remove, "document": document, "start": start}
        return self._decide("restate", because, engagement=engagement, words=words, **told)

    def accept(self, engagement: str, field: str | None = None, *, because: str | None = None) -> Row:
        """Mark an engagement, or a field of it, as checked."""
        return self._decide("accept", because, engagement=engagement, field=field)

    def confirm(self, decision: str, engagement: str | None = None, *, because: str | None = None) -> Row:
        """Say, after a second look, that a decision holds."""
        return self._decide("accept", because, decision=decision, engagement=engagement)

    def undo(self, decision: str, *, because: str | None = None) -> Row:
        """Undo a decision."""
        return self._decide("undo", because, decision=decision)

    def take_over(self, decisions: bytes) -> Row:
        """Take over the decisions of another record, as :meth:`export_decisions` gives them, joined by line ends."""
        return self._ask("POST", "/decisions", content=decisions, headers=_BYTES)

    # rounds of blind review

    def rounds(self) -> Iterator[Row]:
        """Give the rounds, the latest first, and how far each reviewer has come."""
        return self._all("/rounds")

    def make_round(self, name: str, reviewers: Sequence[str], items: int = 20, **drawn: Any) -> Row:
        """Draw the items of a round; further ``draw``, ``seed``, ``field``, ``party``, ``since``, ``until``."""
        return self._tell("POST", "/rounds", name=name, reviewers=reviewers, items=items, **drawn)

    def round(self, reference: str) -> Row:
        """Tell how far a round, by its name or id, has come."""
        return self._get(f"/rounds/{_in_path(reference)}")

    def next_item(self, round: str, reviewer: str | None = None, *, number: int | None = None) -> Row:
        """Give the next item that a reviewer, else the author, has not answered, or one by its number."""
        return self._get(f"/rounds/{_in_path(round)}/next", reviewer=reviewer or self._author, number=number)

    def answer(
        self,
        round: str,
        number: int,
        verdict: str,
        value: str | None = None,
        *,
        remark: str | None = None,
        reviewer: str | None = None,
    ) -> Row:
        """Answer an item as a reviewer, else the author: "accept", "reject", "value" or "unknown"."""
        told = {"verdict": verdict, "value": value, "remark": remark, "reviewer": reviewer or self._author}
        given = {name: one for name, one in told.items() if one is not None}
        return self._ask("PUT", f"/rounds/{_in_path(round)}/answers/{number}", json=given)

    def agreement(self, round: str) -> list[Row]:
        """Tell how far the reviewers of a round agree, once all have answered everything."""
        return list(self._get(f"/rounds/{_in_path(round)}/agreement")["items"])

    def differences(self, round: str, *, unsettled: bool = False) -> Iterator[Row]:
        """Give what the reviewers of a round differ in, with all answers, once all have answered everything."""
        return self._all(f"/rounds/{_in_path(round)}/differences", unsettled=unsettled)

    def settle(
        self, round: str, number: int, verdict: str, value: str | None = None, *, because: str | None = None
    ) -> Row:
        """Say what holds of an item, and decide accordingly; verdicts are those of :meth:`answer`."""
        path = f"/rounds/{_in_path(round)}/settlements/{number}"
        return self._tell("POST", path, verdict=verdict, value=value, because=because)

    def apply_agreed(self, round: str) -> Row:
        """Decide, in the names of all reviewers, what they all say the same of."""
        return self._ask("POST", f"/rounds/{_in_path(round)}/agreed")

    # texts that are not kept

    def code(self, *texts: str | Row) -> list[Row]:
        """Code texts by the codebook; each is a text, or what :meth:`add` takes, by name."""
        return list(self._texts("codings", texts)["items"])

    def link(self, *texts: str | Row) -> Row:
        """Tell which of some texts report the same occasion; texts as of :meth:`code`."""
        return self._texts("occasions", texts)

    def compare_texts(self, *texts: str | Row, by_words: bool = False) -> Row:
        """Lay texts side by side, point by point; texts as of :meth:`code`."""
        return self._texts("comparison", texts, by_words=by_words)

    def compare_pairs(self, pairs: Iterable[tuple[str, str]], *texts: str | Row, by_words: bool = False) -> list[Row]:
        """Lay pairs of documents side by side: of the record, or of ``texts`` (as of :meth:`code`) with these names."""
        told = [{"a": a, "b": b} for a, b in pairs]
        return list(self._texts("comparisons", texts, pairs=told, by_words=by_words)["items"])

    def score(self, gold: Iterable[Row], coded: Iterable[Row] | None = None, *, errors: bool = False) -> Row:
        """Score a coding, or what the record says of the same documents, against gold; both in the coded format."""
        told = {"gold": list(gold), "coded": None if coded is None else list(coded), "errors": errors}
        return self._ask("POST", "/texts/scores", json=told)

    def attributions(self, *texts: str | Row) -> list[Row]:
        """Tell who says, thinks or wants what in texts; texts as of :meth:`code`."""
        return list(self._texts("attributions", texts)["items"])

    # the record as a whole

    def export_engagements(self, **filters: Any) -> Iterator[Row]:
        """Give all engagements that fit in one answer, read as it comes; filters as of :meth:`engagements`."""
        return map(json.loads, self._lines("/exports/engagements", **filters))

    def export_codings(self) -> Iterator[Row]:
        """Give what every document of the record says, by the codebook, read as it comes."""
        return map(json.loads, self._lines("/exports/codings"))

    def export_decisions(self) -> Iterator[str]:
        """Give all decisions, a line of JSON each, for :meth:`take_over` of another record."""
        return self._lines("/exports/decisions")

    def _decide(self, verb: str, because: str | None, **told: Any) -> Row:
        return self._tell("POST", f"/decisions/{verb}", because=because, **told)

    def _tell(self, method: str, path: str, **told: Any) -> Row:
        """Send what is told, in the author's name."""
        values = {"author": self._author, **told}
        return self._ask(method, path, json={k: v for k, v in values.items() if v is not None})

    def _texts(self, what: str, texts: Sequence[str | Row], **told: Any) -> Row:
        documents = [{"text": text} if isinstance(text, str) else text for text in texts]
        return self._ask("POST", f"/texts/{what}", json={"documents": documents, **told})


def _in_path(reference: str) -> str:
    return quote(reference, safe="")
