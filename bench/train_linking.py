#!/usr/bin/env python3
"""Estimate the weights of linking with Splink over a record, and hold Splink's joins against memcon's.

usage: bench/train_linking.py RECORD [-o SETTINGS.json]      RECORD: made by "memcon add"

What Splink compares are the outcomes that memcon itself uses (memcon.linking.evidence), called from DuckDB, in memcon's
own blocks: u is counted among the pairs of a block that are not joined as yet, m and the prior are estimated by
expectation maximisation. (With u left free as well, the estimate drifts from occasions to journeys and to days.)
Pairs in which an account gives no day are left out: too few of them are of one occasion for an estimate. Printed are
the shares, one line a level, beside those of link_levels.tsv; the settings of the trained model go into -o.
Needs Splink: pip install "memcon[linking]".
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.blocking_rule_library import CustomRule
from splink.comparison_library import CustomComparison

from memcon.linking import join
from memcon.linking.blocking import Key, keys_of
from memcon.linking.clustering import THRESHOLD
from memcon.linking.evidence import told_apart, weigh
from memcon.linking.tellings import Telling, all_tellings
from memcon.model import Reading
from memcon.record import Record
from memcon.vocabulary.linking import link_levels

WHO = ("people", "travellers", "attendance")
SHARED_BLOCK = "list_has_any(l.block, r.block)"
LEFT_OUT = ("prior", "time")


def comparisons() -> dict[str, list[tuple[str, str]]]:
    """The levels of each comparison that Splink is to estimate; who took part is one comparison of three sorts."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, level in link_levels():
        if name not in LEFT_OUT:
            found.setdefault("who" if name in WHO else name, []).append((name, level))
    return found


def splink_comparison(name: str, levels: list[tuple[str, str]], u: dict[tuple[str, str], float]) -> CustomComparison:
    """A comparison as Splink has it, m as it is now."""
    rows = [link_levels()[level] for level in levels]
    return CustomComparison(
        output_column_name=name,
        comparison_levels=[
            {
                "sql_condition": f"outcome('{name}', account_l, account_r) = '{row.comparison} {row.level}'",
                "label_for_charts": row.words,
                "m_probability": row.m,
                "u_probability": u[row.comparison, row.level],
            }
            for row in rows
        ],
    )


def shares_of_different(tellings: list[Telling]) -> dict[tuple[str, str], float]:
    """The share of each outcome among the pairs that share a block and that the weights of now do not join."""
    blocks: dict[Key, list[Telling]] = defaultdict(list)
    for t in tellings:
        for key in keys_of(t) if t.window.exact else ():
            blocks[key].append(t)
    pairs = {(a.key, b.key): (a, b) for mates in blocks.values() for a, b in combinations(mates, 2)}
    found = [weigh(a, b) for a, b in pairs.values() if not told_apart(a, b)]
    different = [w for w in found if w.bits <= THRESHOLD]
    seen = Counter((row.comparison, row.level) for w in different for row in w.levels)
    print(
        f"{len(found):,} pairs share a block, {len(found) - len(different):,} of them are joined by the weights of now"
    )
    return {key: max(count, 0.5) / len(different) for key in link_levels() for count in [seen[key]]}


def settings(u: dict[tuple[str, str], float]) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="account",
        comparisons=[splink_comparison(name, levels, u) for name, levels in comparisons().items()],
        blocking_rules_to_generate_predictions=[CustomRule(SHARED_BLOCK)],
        probability_two_random_records_match=link_levels()["prior", "dated"].m,
        em_convergence=0.001,
    )


def connection(tellings: Iterable[Telling]) -> duckdb.DuckDBPyConnection:
    """A database with one row per account that gives a day, and the function that tells an outcome."""
    known = {f"{t.key.document}/{t.key.account}": t for t in tellings if t.window.exact}
    outcomes: dict[tuple[str, str], dict[str, str]] = {}

    def outcome(name: str, a: str, b: str) -> str:
        if (a, b) not in outcomes:
            levels = weigh(known[a], known[b]).levels
            outcomes[a, b] = {
                "who" if row.comparison in WHO else row.comparison: f"{row.comparison} {row.level}" for row in levels
            }
        return outcomes[a, b][name]

    database = duckdb.connect()
    database.create_function("outcome", outcome, ["VARCHAR", "VARCHAR", "VARCHAR"], "VARCHAR")
    database.execute("CREATE TABLE accounts (account VARCHAR, block VARCHAR[])")
    rows = [(name, sorted("|".join(key) for key in keys_of(t))) for name, t in known.items()]
    database.executemany("INSERT INTO accounts VALUES (?, ?)", rows)
    return database


def shares(model: dict[str, Any]) -> Iterable[tuple[str, str, float, float]]:
    """The estimated m and u of each level."""
    for comparison, levels in zip(model["comparisons"], comparisons().values(), strict=True):
        for found, (name, level) in zip(comparison["comparison_levels"], levels, strict=True):
            yield name, level, found.get("m_probability") or 0.0, found.get("u_probability") or 0.0


def compare(readings: list[Reading], predicted: set[frozenset[str]]) -> None:
    """Count the pairs of dated accounts that both, or only one of the two, put into one occasion."""
    dated = {f"{t.key.document}/{t.key.account}": t for t in all_tellings(readings) if t.window.exact}
    ours = {
        frozenset(pair)
        for e in join(readings)
        for pair in combinations([f"{k.document}/{k.account}" for k in e.accounts], 2)
        if set(pair) <= dated.keys()
    }
    theirs = {pair for pair in predicted if not told_apart(*(dated[name] for name in sorted(pair)))}
    print(f"pairs joined by both {len(ours & theirs):,}, by memcon only {len(ours - theirs):,}, "
          f"by Splink's threshold only {len(theirs - ours):,}")  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    with Record.open(arguments.record, create=False) as record:
        readings = record.readings()
    tellings = all_tellings(readings)
    database = connection(tellings)
    api = DuckDBAPI(connection=database)
    linker = Linker(api.register("accounts"), settings(shares_of_different(tellings)), log_level="WARNING")
    linker.training.estimate_parameters_using_expectation_maximisation(
        CustomRule(SHARED_BLOCK), fix_u_probabilities=True
    )
    model = linker.misc.save_model_to_json(str(arguments.output) if arguments.output else None, overwrite=True)
    print(f"prior dated {model['probability_two_random_records_match']:.5f}")
    for name, level, m, u in shares(model):
        row = link_levels()[name, level]
        print(f"{name}\t{level}\t{m:.4f}\t{u:.4f}\tnow {row.m}\t{row.u}")
    found = linker.inference.predict(threshold_match_probability=0.5).as_record_list()
    compare(readings, {frozenset((row["account_l"], row["account_r"])) for row in found})
    return 0


if __name__ == "__main__":
    sys.exit(main())
