"""Bring a record's file to the newest version of the schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from memcon.errors import RecordError
from memcon.record.schema import APPLICATION_ID

NEWEST = "0013"


def upgrade(engine: sa.Engine, path: Path) -> None:
    """Make or upgrade the tables of the record at ``path``.

    Raises RecordError where the file belongs to another program, or was written by a newer memcon.
    """
    with engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if tables and application != APPLICATION_ID:
            raise RecordError(f"{path}: is an SQLite file of another program, not a record; give another --record")
        versions = "SELECT version_num FROM alembic_version"
        current = connection.exec_driver_sql(versions).scalar() if "alembic_version" in tables else None
    if current == NEWEST:
        return
    _migrate(engine, path, current)


def _migrate(engine: sa.Engine, path: Path, current: str | None) -> None:
    # imported where it is needed: Alembic takes longer to load than most questions to answer
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise RecordError(f"{path}: was written by a newer memcon (version {current} of the record); upgrade memcon")
    with _in_one_piece(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def _in_one_piece(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction that holds changes of tables too, so that an upgrade that is cut off leaves nothing behind.

    Python's sqlite3 opens none before such changes by itself (its documentation, "Transaction control"). Another
    program that would upgrade the same file waits, and then finds it done.
    """
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        usual, driver.isolation_level = driver.isolation_level, None
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
        finally:
            driver.isolation_level = usual
