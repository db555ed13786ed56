from pathlib import Path

import pytest

import memcon
from memcon import UsageError
from memcon.vocabulary.roster import Exact, RosterEntry

AINO = RosterEntry("Aino Virta", "Foreign Minister", "FI", "2019-06", Exact.MONTH, None, None, "Q1", "own.csv")
BRUNO = RosterEntry("Bruno Koski", None, "FI", None, None, "2021", Exact.SEEN, None, "own.csv")


def test_a_users_roster_is_kept_replaced_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "r.memcon"
    with memcon.open(path) as record:
        record.add_roster([BRUNO, AINO])
    with memcon.open(path) as record:
        assert record.own_roster() == [BRUNO, AINO]
        assert AINO in record.roster().entries
        record.add_roster([AINO])
        assert record.own_roster() == [AINO]
        with pytest.raises(UsageError, match=r"no roster 'x.csv'.*own.csv"):
            record.remove_roster("x.csv")
        assert record.remove_roster("own.csv") == 1
        assert record.own_roster() == []
        with pytest.raises(UsageError, match="there are none"):
            record.remove_roster("own.csv")
