"""Bring a record's file to the newest version of the schema."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from memcon.errors import RecordError
from memcon.record.schema import APPLICATION_ID

NEWEST = "0011"


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
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
