"""The command that serves the pages: what it refuses, and that it answers."""

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest

pytest.importorskip("uvicorn", reason="memcon serve needs memcon[web]")

import httpx
import uvicorn
from fastapi.testclient import TestClient
from tests.users.conftest import CHEAP, PASSWORD

from memcon.record import Record
from memcon.users import Role, Users, users_path

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Record.open(tmp_path / "r.memcon").close()
    return tmp_path / "r.memcon"


OTHERS = ["0.0.0.0", "192.0.2.7", "example.org", "::", "localhost.example"]


def user(path: Path, name: str = "Cas Admin") -> Users:
    users = Users.open(path, create=True, passwords=CHEAP)
    users.add(name, Role.READER, PASSWORD, by="tests")
    return users


@pytest.mark.parametrize("host", OTHERS)
def test_on_any_address_that_others_reach_it_does_not_start_without_a_user(memcon: Run, path: Path, host: str) -> None:
    code, out, err = memcon("serve", "--record", path, "--host", host)
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: --host '{host}' can be reached from other machines")
    assert f"'memcon user add NAME --role admin --record {path}'" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [("--log-in",), ("--proxy", "127.0.0.1"), ("--name", "desk.example")])
def test_with_log_in_it_does_not_start_without_a_user_here_either(memcon: Run, path: Path, words: tuple[str]) -> None:
    code, _, err = memcon("serve", "--record", path, *words)
    assert code == 2
    assert "memcon user add" in err


def test_a_user_who_is_disabled_is_none(memcon: Run, path: Path) -> None:
    user(path).set_disabled("Cas Admin", True, by="tests")
    code, _, err = memcon("serve", "--record", path, "--log-in")
    assert code == 2
    assert "memcon user add" in err


def test_users_that_cannot_be_read_stop_it(memcon: Run, path: Path) -> None:
    user(path)
    users_path(path).chmod(0o644)
    code, _, err = memcon("serve", "--record", path, "--log-in")
    assert code == 1
    assert "chmod 600" in err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--key", "k.pem"), "--key goes with --certificate"),
        (("--certificate", "none.pem"), "--certificate none.pem cannot be used with its key (No such file"),
        (("--proxy", "my proxy"), "--proxy 'my proxy' is no IP address"),
    ],
)
def test_what_does_not_fit(memcon: Run, path: Path, words: tuple[str, ...], why: str) -> None:
    code, out, err = memcon("serve", "--record", path, *words)
    assert (code, out) == (2, "")
    assert why in err
    assert err.count("\n") == 1


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What uvicorn is told, in the place of answering."""
    told: list[Any] = []

    class Server:
        def __init__(self, config: uvicorn.Config) -> None:
            told.append(config)

        def run(self, sockets: list[socket.socket]) -> None:
            pass

    monkeypatch.setattr(uvicorn, "Server", Server)
    return told


def serve(memcon: Run, path: Path, started: list[Any], *words: str) -> tuple[uvicorn.Config, str, str]:
    code, out, err = memcon("serve", "--record", path, "--port", "0", *words)
    assert code == 0, err
    return started[-1], out, err


def test_without_a_certificate_passwords_travel_in_the_clear(memcon: Run, path: Path, started: list[Any]) -> None:
    user(path)
    config, _, err = serve(memcon, path, started, "--host", "0.0.0.0")
    assert err.startswith("memcon: passwords travel in the clear")
    assert err.count("\n") == 1
    assert not config.proxy_headers
    assert serve(memcon, path, started)[2] == ""
    assert serve(memcon, path, started, "--log-in")[2] == ""


def test_only_a_proxy_that_is_named_is_believed(memcon: Run, path: Path, started: list[Any]) -> None:
    user(path)
    assert not serve(memcon, path, started)[0].proxy_headers
    config, _, err = serve(memcon, path, started, "--proxy", "192.0.2.3", "--host", "0.0.0.0")
    assert (config.proxy_headers, config.forwarded_allow_ips, err) == (True, "192.0.2.3", "")


def caller(config: uvicorn.Config, site: str) -> TestClient:
    assert not isinstance(config.app, str)
    return TestClient(cast(Any, config.app), base_url=site, follow_redirects=False)


def test_names_that_are_given_are_answered_and_have_to_log_in(memcon: Run, path: Path, started: list[Any]) -> None:
    user(path)
    config, _, _ = serve(memcon, path, started, "--name", "desk.example")
    for site, status in (("http://desk.example", 303), ("http://127.0.0.1", 303), ("http://evil.example", 400)):
        with caller(config, site) as client:
            assert client.get("/").status_code == status, site


def test_at_this_machine_nobody_has_to_log_in_though_there_are_users(
    memcon: Run, path: Path, started: list[Any]
) -> None:
    user(path)
    config, _, _ = serve(memcon, path, started)
    with caller(config, "http://127.0.0.1") as client:
        assert client.get("/").status_code == 200


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate of our own making, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes the certificate, is not here")
    folder = tmp_path_factory.mktemp("tls")
    pem, key = folder / "desk.pem", folder / "desk.key"
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
               "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(pem)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return pem, key


def test_a_certificate_with_the_wrong_key(memcon: Run, path: Path, certificate: tuple[Path, Path]) -> None:
    code, _, err = memcon("serve", "--record", path, "--certificate", certificate[0], "--key", certificate[0])
    assert code == 2
    assert "cannot be used with its key" in err
    assert err.count("\n") == 1


def test_it_answers_over_https_and_remembers_who_logged_in(path: Path, certificate: tuple[Path, Path]) -> None:
    user(path)
    pem, key = certificate
    words = ["--log-in", "--certificate", str(pem), "--key", str(key)]
    with running(path, *words) as said:
        address = re.search(r"https://127\.0\.0\.1:(\d+)/", said)
        assert address is not None, said
        site = f"https://localhost:{address[1]}"
        with httpx.Client(base_url=site, verify=ssl.create_default_context(cafile=pem), timeout=30) as browser:
            assert browser.get("/").headers["location"] == "/login"
            answer = browser.post("/login", data={"name": "Cas Admin", "password": PASSWORD}, headers={"origin": site})
            assert answer.status_code == 303
            assert answer.headers["set-cookie"].startswith("__Host-")
            assert browser.get("/").status_code == 200


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


@contextmanager
def running(path: Path, *words: str) -> Iterator[str]:
    """Run the command in a process of its own; gives its first line, and stops it."""
    code = "import sys; from memcon.cli import main; sys.argv = sys.argv[1:]; main()"
    command = [sys.executable, "-c", code, "memcon", "serve", "--record", str(path), "--port", "0", *words]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout is not None
        try:
            yield run.stdout.readline()
        finally:
            run.send_signal(signal.SIGINT)
            _, err = run.communicate(timeout=20)
    assert run.returncode == 0
    assert "Traceback" not in err


def test_it_answers_until_it_is_stopped(path: Path) -> None:
    with running(path) as said:
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address is not None, said
        with urllib.request.urlopen(address[0], timeout=20) as answer:
            assert b"memcon" in answer.read()


def test_without_the_packages_it_says_what_to_install(memcon: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    code, _, err = memcon("serve", "--record", path)
    assert (code, err) == (1, "memcon: memcon serve needs the package uvicorn: pip install 'memcon[web]'\n")
