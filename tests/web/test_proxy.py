"""A team's record behind a real reverse proxy, nginx, over https."""

import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from tests.users.conftest import CHEAP, PASSWORD

from memcon.users import Role, Users
from memcon.web import create_app
from memcon.web.hosts import HostNames

NAME = "R. Meyer"
needs = pytest.mark.skipif(
    not (shutil.which("nginx") and shutil.which("openssl")),
    reason="NOT TESTED BEHIND A PROXY: nginx or openssl is missing",
)
CONFIGURATION = """
{user}
pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; daemon off; events {{}}
http {{
  access_log off; gzip on; gzip_proxied any; gzip_min_length 1; gzip_types application/json;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} ssl; ssl_certificate {folder}/desk.pem; ssl_certificate_key {folder}/desk.key;
    client_max_body_size 11m;
    location / {{
      proxy_pass http://127.0.0.1:{inner}; proxy_http_version 1.1;
      proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme; proxy_read_timeout 300s;
    }}
  }}
}}
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing answers on port {port}")


@pytest.fixture(scope="module")
def team(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Users]]:
    """The address of nginx before a record with one user, who is an admin."""
    folder = tmp_path_factory.mktemp("proxy")
    copy = Path(shutil.copy(path, folder / "team.memcon"))
    users = Users.open(copy, create=True, passwords=CHEAP)
    users.add(NAME, Role.ADMIN, PASSWORD, by="tests")
    inner, port = free_port(), free_port()
    hosts = HostNames.of("127.0.0.1", ["desk.example"])
    settings = {"proxy_headers": True, "forwarded_allow_ips": "127.0.0.1", "log_level": "warning"}
    server = uvicorn.Server(uvicorn.Config(create_app(copy, users, hosts), port=inner, **settings))  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run)
    thread.start()
    subject = ["-subj", "/CN=desk.example", "-addext", "subjectAltName=DNS:desk.example"]
    key, pem = str(folder / "desk.key"), str(folder / "desk.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", pem]
    subprocess.run([*made, *subject], check=True, capture_output=True)
    user = "user root;" if os.geteuid() == 0 else ""  # else its workers could not keep an upload in the folder
    (folder / "nginx.conf").write_text(CONFIGURATION.format(user=user, folder=folder, port=port, inner=inner))
    nginx = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        wait_for(inner)
        wait_for(port)
        yield f"127.0.0.1:{port}", users
    finally:
        nginx.terminate()
        nginx.wait()
        server.should_exit = True
        thread.join()


@pytest.fixture
def desk(team: tuple[str, Users]) -> Iterator[httpx.Client]:
    """A browser of somebody on the machine 127.0.0.2, under the name that the record has outside."""
    inside, _ = team
    outside = "desk.example:" + inside.rpartition(":")[2]
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    transport = httpx.HTTPTransport(verify=trusting, local_address="127.0.0.2")
    headers = {"Host": outside, "Origin": f"https://{outside}", "X-Forwarded-For": "192.0.2.99"}
    with httpx.Client(base_url=f"https://{inside}", headers=headers, transport=transport, timeout=60) as client:
        yield client


def logged_in(desk: httpx.Client) -> httpx.Client:
    answer = desk.post("/login", data={"name": NAME, "password": PASSWORD})
    assert answer.status_code == 303
    said = answer.headers["set-cookie"]
    assert said.startswith("__Host-memcon-session=")
    assert "Secure" in said
    desk.headers["Cookie"] = said.partition(";")[0]
    return desk


@needs
def test_log_in_and_changes(desk: httpx.Client, team: tuple[str, Users]) -> None:
    answer = desk.get("/search?party=US")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fsearch%3Fparty%3DUS")
    assert desk.get("/api/v1/parties").status_code == 401
    search = {"name": "Through a proxy", "query": "party=US"}
    assert logged_in(desk).post("/saved", data=search).status_code == 303
    evil = {"Origin": "https://evil.example"}
    assert desk.post("/saved", data=search, headers=evil).status_code == 403
    assert {entry.address for entry in team[1].audit.entries(who=NAME)} == {"127.0.0.2"}


@needs
def test_addresses_and_etags(desk: httpx.Client) -> None:
    outside = f"https://{desk.headers['Host']}"
    feed = logged_in(desk).get("/feed.atom?party=US").text
    assert f'<link rel="self" type="application/atom+xml" href="{outside}/feed.atom?party=US"/>' in feed
    assert desk.get("/feed.json").json()["feed_url"] == f"{outside}/feed.json"
    answer = desk.get("/api/v1/parties")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["etag"].startswith("W/")
    again = desk.get("/api/v1/parties", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


@needs
def test_an_upload_of_more_than_nginx_takes_by_itself(desk: httpx.Client) -> None:
    text = "两国外长就海上安全问题交换了意见。\n\n" * 20_000  # kept, and not read
    assert len(text.encode()) > 1_000_000
    answer = logged_in(desk).post("/add", files={"file": ("long.txt", text.encode(), "text/plain")}, timeout=300)
    assert answer.status_code == 303


@needs
def test_another_name_is_not_answered(desk: httpx.Client) -> None:
    answer = desk.get("/", headers={"Host": "other.example"})
    assert answer.status_code == 400
    assert "does not answer under this name" in answer.text
