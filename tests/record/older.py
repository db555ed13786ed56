"""A record as older versions of memcon left it."""

import sqlite3

_TABLES = (
    *("saved_searches", "word_documents", "made_of"),
    *("engagement_offices", "engagement_topics", "forum_sessions", "forum_series"),
)
_INDEXES = {
    "engagements_by_main": "engagements (main, dismissed, start, id, kind, status, mode)",
    "engagements_by_start": "engagements (dismissed, start, id, kind, status, mode)",
    "accounts_by_document": "engagement_accounts (document)",
    "mentions_by_person": "person_mentions (person)",
    "mentions_by_party": "person_mentions (party)",
}


def before_growth(connection: sqlite3.Connection) -> None:
    """Take version 0013 back: what names and sightings are found by, and tenures by their first mentions."""
    for table in ("tenures", "sightings", "name_forms"):
        connection.execute(f"DROP TABLE {table}")
    for index in ("persons_by_words", "mentions_by_words", "mentions_of_nobody"):
        connection.execute(f"DROP INDEX {index}")
    for table in ("persons", "person_mentions"):
        connection.execute(f"ALTER TABLE {table} DROP COLUMN words")
    for index, on in (
        ("doubts_by_weight", "weight DESC, engagement, about"),
        ("doubts_by_about", "about, weight DESC, engagement"),
    ):
        connection.execute(f"DROP INDEX {index}")
        connection.execute(f"CREATE INDEX {index} ON doubts ({on})")
    connection.execute("CREATE TABLE tenures (number INTEGER PRIMARY KEY, person TEXT)")
    connection.execute("UPDATE alembic_version SET version_num = '0012'")


def before_by_hand(connection: sqlite3.Connection) -> None:
    """Take versions 0013 and 0012 back: which corrections by hand the people rest on."""
    before_growth(connection)
    for table, column in (("person_mentions", "decided"), ("person_mentions", "added"), ("person_remarks", "called")):
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("UPDATE alembic_version SET version_num = '0011'")


def before_tenures(connection: sqlite3.Connection) -> None:
    """Take versions from 0013 to 0011 back: tenures kept with the people, and last days in the index of days."""
    before_by_hand(connection)
    connection.execute("DROP TABLE tenures")
    connection.execute("DROP INDEX engagements_by_start")
    shown = "dismissed, start, id, main, kind, status, mode, country, city, sure, reviewed"
    connection.execute(f"CREATE INDEX engagements_by_start ON engagements ({shown})")
    connection.execute("UPDATE alembic_version SET version_num = '0010'")


def before_finding(connection: sqlite3.Connection) -> None:
    """Take versions from 0013 to 0010 back: what engagements are found by, and saved searches."""
    before_tenures(connection)
    for table in _TABLES:
        connection.execute(f"DROP TABLE {table}")
    made = (
        *("engagements_shown", "engagements_by_change", "engagements_by_country", "engagements_by_forum"),
        *("people_by_engagement", "people_by_name", "documents_by_source", "documents_by_day"),
    )
    for index in (*made, *_INDEXES):
        connection.execute(f"DROP INDEX {index}")
    for index, on in _INDEXES.items():
        connection.execute(f"CREATE INDEX {index} ON {on}")
    for column in ("reviewed", "changed"):
        connection.execute(f"ALTER TABLE engagements DROP COLUMN {column}")
    connection.execute("UPDATE alembic_version SET version_num = '0009'")
