"""Which commands there are, each loaded when it is used.

Reading English and keeping a record take libraries that load for seconds. Whoever asks for the version, for help, or
for a list from the record should not wait for them, so that the words of ``memcon --help`` stand here.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

import typer
import typer.core
import typer.main

COMMANDS: dict[str, tuple[str, str]] = {
    "add": ("add", "Read documents and keep them, with what they report, in the record."),
    "list": ("listing", "List the engagements on record, oldest first."),
    "show": ("show", "Show the note on an engagement, each line with the words it comes from."),
    "explain": ("explain", "Tell why the record says so: each account's words in context, and the rules."),
    "reprints": ("reprints", "List which documents were reprinted from which, with the reasons."),
    "why": ("why", "Tell why the accounts of an engagement were joined, weight by weight."),
    "queue": ("queue", "List what to check first: what is likely wrong and has much hanging on it."),
    "round": ("rounds", "Blind review by several reviewers."),
    "merge": ("joining", "Decide that engagements are one."),
    "split": ("joining", "Decide that accounts are of another engagement than the rest."),
    "apart": ("joining", "Decide that two engagements are never the same."),
    "part-of": ("joining", "Decide which visit or conference an engagement is a part of."),
    "dismiss": ("joining", "Decide that what was read is no engagement."),
    "correct": ("correcting", "Correct a field of an engagement; what was read stays beside it."),
    "statement": ("correcting", "Correct who says something and by which act, take a statement out, or add one."),
    "accept": ("correcting", "Mark an engagement, or one field of it, as checked."),
    "undo": ("log", "Undo a decision."),
    "log": ("log", "Show what was decided, by whom, when and why, and whether it holds."),
    "decide": ("log", "Take over decisions from another record."),
    "figures": ("figures", "List amounts, counts, shares and durations with what they measure, and compare accounts."),
    "search": ("search", "Find words in titles and texts, the best matches first."),
    "remove": ("remove", "Take a document, and what only it reports, out of the record."),
    "compare": ("compare", "Lay the accounts of an engagement side by side, point by point."),
    "attributions": ("attributions", "Show who says, thinks or wants what: source, cue and content."),
    "who": ("who", "Tell who somebody is: offices by date, with the words that say so."),
    "office": ("who", "Tell who held an office, by date, with the words that say so."),
    "forum": ("forum", "Show a forum as a series: its names, sessions in order, parties."),
    "commitments": ("commitments", "List what was agreed and pledged, by whom, for whom, by when, and its fate."),
    "silence": ("silence", "List what one side reported, pledged, planned or used to say and was not found."),
    "phrases": ("phrases", "Follow set phrases over time: uses, gaps, wordings, by side."),
    "drift": ("phrases", "Show how the wording of successive readouts on two parties changed."),
    "code": ("code", "Code documents by the codebook: one JSON line per document."),
    "link": ("link", "Tell which documents report the same occasion: two JSON Lines files."),
    "score": ("score", "Score a coding against gold, fact by fact: precision, recall, F1."),
    "serve": ("serve", "Show the record in a browser, on this machine or for a team."),
    "user": ("user", "Who may log in where memcon serve answers others, and their tokens."),
    "roster": ("roster", "The roster of office-holders, and your own."),
}
"""Each command's module in :mod:`memcon.cli` and its help, in the order of ``memcon --help``."""


class Loading(MutableMapping[str, Any]):
    """Commands by name; the module of one is imported when it is first looked at."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded and name in COMMANDS:
            self._loaded |= commands_of(COMMANDS[name][0])
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def commands_of(module: str) -> dict[str, Any]:
    """Give the commands that a module of :mod:`memcon.cli` registers, by name."""
    given = typer.Typer(rich_markup_mode=None)
    import_module(f"memcon.cli.{module}").register(given)
    # a group, even where there is one command only
    given.callback()(lambda: None)
    return dict(typer.main.get_group(given).commands)


class Commands(typer.core.TyperGroup):
    """The group of all commands, which knows their names and help without loading them."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = Loading()

    def list_commands(self, _ctx: Any) -> list[str]:
        """Give the names in the order of the help."""
        return list(self.commands)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write the names with their help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])
