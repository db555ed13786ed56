"""What the commands load, and what their help says: a command that needs no English does not wait for it."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

import memcon
from memcon.cli.commands import COMMANDS, commands_of
from memcon.record import Record

SLOW = ("spacy", "fastapi", "trafilatura", "sqlalchemy", "alembic", "numpy")


def loaded(code: str, *words: str) -> set[str]:
    """Which of the slow libraries a fresh Python has loaded after running some code."""
    tell = f"import sys\n{code}\nprint('\\nloaded', *(m for m in {SLOW!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", tell, *words], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("loaded")[2].split())


@pytest.mark.parametrize("module", ["memcon", "memcon.cli"])
def test_importing_loads_nothing_slow(module: str) -> None:
    assert loaded(f"import {module}") == set()


def run(*words: str) -> set[str]:
    code = "from memcon.cli import main\nsys.argv[0] = 'memcon'\ntry: main()\nexcept SystemExit: pass"
    return loaded(code, *words)


def test_a_list_from_the_record_loads_the_database_only(tmp_path: Path) -> None:
    Record.open(tmp_path / "r.memcon").close()
    assert run("--version") == set()
    assert run("--help") == set()
    assert run("list", "--record", str(tmp_path / "r.memcon")) == {"sqlalchemy"}
    assert run("show", "--all", "--record", str(tmp_path / "r.memcon")) == {"sqlalchemy"}


def test_the_help_of_all_is_that_of_each() -> None:
    for module in {module for module, _ in COMMANDS.values()}:
        for name, command in commands_of(module).items():
            assert COMMANDS[name] == (module, command.help)
    modules = {p.stem for p in Path(memcon.__file__).parent.glob("cli/*.py") if "\ndef register(" in p.read_text()}
    assert modules == {module for module, _ in COMMANDS.values()}


def test_names_are_suggested_without_loading_any() -> None:
    from memcon.cli.app import app

    assert list(typer.main.get_group(app).commands) == list(COMMANDS)


def test_every_public_name_is_there() -> None:
    assert all(getattr(memcon, name) is not None for name in memcon.__all__)
    assert set(memcon.__all__) <= set(dir(memcon))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        memcon.nothing  # noqa: B018


def test_python_runs_it_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "memcon", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"memcon {memcon.__version__}\n"
