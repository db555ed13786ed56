import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from memcon.errors import RecordError
from memcon.record import Filters, Record
from memcon.web import create_app
from memcon.web.records import RecordFile


def test_many_threads_ask_at_once(path: Path, record: Record, browser: TestClient) -> None:
    ids = [e.id for e in record.engagements(Filters(main_only=False))]
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda i: browser.get(f"/engagement/{i}").status_code, ids * 3))
    assert set(answers) == {200}


def test_a_record_put_in_its_place_is_opened(path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "r.memcon"
    shutil.copy(path, mine)
    file = RecordFile(mine)
    full = len(file.record().engagements())
    assert file.kept("number", lambda r: len(r.engagements())) == full > 0
    Record.open(tmp_path / "empty.memcon").close()
    (tmp_path / "empty.memcon").replace(mine)
    assert file.record().engagements() == []
    assert file.kept("number", lambda r: len(r.engagements())) == 0
    file.close()


def test_a_record_that_is_gone_gets_one_line(path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "r.memcon"
    shutil.copy(path, mine)
    with TestClient(create_app(mine), base_url="http://localhost") as browser:
        mine.unlink()
        answer = browser.get("/")
    assert answer.status_code == 503
    assert "there is no record" in answer.text
    with pytest.raises(RecordError, match="there is no record"):
        create_app(mine)


def test_an_empty_record_has_its_pages(tmp_path: Path) -> None:
    Record.open(tmp_path / "r.memcon").close()
    with TestClient(create_app(tmp_path / "r.memcon"), base_url="http://localhost") as browser:
        assert "The record is empty" in browser.get("/").text
        assert "No engagement fits" in browser.get("/search").text
        assert "No engagement on record names a forum" in browser.get("/forums").text
        assert browser.get("/party/KZ").status_code == 200
