"""The command that serves the pages: what it refuses, and that it answers."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="memcon serve needs memcon[web]")

from memcon.record import Record

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Record.open(tmp_path / "r.memcon").close()
    return tmp_path / "r.memcon"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "example.org", "::", "localhost.example"])
def test_any_address_that_others_reach_is_refused(memcon: Run, path: Path, host: str) -> None:
    code, out, err = memcon("serve", "--record", path, "--host", host)
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: --host '{host}' can be reached from other machines")
    assert err.count("\n") == 1


def test_a_record_that_is_not_there(memcon: Run, tmp_path: Path) -> None:
    code, _, err = memcon("serve", "--record", tmp_path / "none.memcon")
    assert code == 2
    assert "there is no record at" in err
    assert err.count("\n") == 1


def test_a_file_that_is_no_record(memcon: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("only some words that go on for a while " * 30)
    code, _, err = memcon("serve", "--record", tmp_path / "notes.txt")
    assert code == 1
    assert "is no record" in err
    assert err.count("\n") == 1


def test_a_port_in_use(memcon: Run, path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = memcon("serve", "--record", path, "--port", port)
    assert code == 2
    assert f"port {port} on 127.0.0.1 cannot be had" in err
    assert err.count("\n") == 1


def test_a_port_that_is_none(memcon: Run, path: Path) -> None:
    code, _, err = memcon("serve", "--record", path, "--port", "70000")
    assert code == 2
    assert "port" in err
    assert err.count("\n") == 1


def test_it_answers_until_it_is_stopped(path: Path) -> None:
    code = "import sys; from memcon.cli import main; sys.argv = sys.argv[1:]; main()"
    command = [sys.executable, "-c", code, "memcon", "serve", "--record", str(path), "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout is not None
        said = run.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address is not None, said
        with urllib.request.urlopen(address[0], timeout=20) as answer:
            assert b"memcon" in answer.read()
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=20)
    assert run.returncode == 0
    assert "Traceback" not in err


def test_without_the_packages_it_says_what_to_install(memcon: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    code, _, err = memcon("serve", "--record", path)
    assert (code, err) == (1, "memcon: memcon serve needs the package uvicorn: pip install 'memcon[web]'\n")
