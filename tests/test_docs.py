"""The docs are held against the code."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_generated_docs_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/docs", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_every_dependency_is_accounted_for() -> None:
    table = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").casefold()
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("dependencies = [")[1].split("]")[0]
    names = [line.strip(' ",').split(">")[0].split("=")[0].split("[")[0] for line in lines.splitlines() if line.strip()]
    assert [n for n in names if n.casefold() not in table] == []


def test_links_between_docs_lead_somewhere() -> None:
    import re

    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"
