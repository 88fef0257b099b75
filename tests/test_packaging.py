"""What is shipped: all of the three packages and nothing else, and it runs from anywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("claims", "sources", "checker")
LARGEST_WHEEL = 30 * 1024 * 1024  # bytes; measured 20 MB, nearly all of it the pair model

pytestmark = pytest.mark.slow


def build(project: Path, *, target: str, folder: Path) -> Path:
    """Build one distribution of `project` into `folder`."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    (built,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree."""
    return build(ROOT, target="wheel", folder=tmp_path_factory.mktemp("wheel"))


def names(wheel: Path) -> set[str]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_three_packages_and_nothing_else(wheel: Path) -> None:
    in_tree = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = names(wheel)
    assert {name for name in shipped if ".dist-info/" not in name} == in_tree
    assert sum("/licenses/" in name for name in shipped) == 1 + len([*ROOT.glob("LICENSES/*")])
    assert {f"{package}/py.typed" for package in PACKAGES} < shipped
    assert "sources/data/statements.jsonl" in shipped
    assert wheel.stat().st_size < LARGEST_WHEEL


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = build(ROOT, target="sdist", folder=tmp_path / "sdist")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    (project,) = (tmp_path / "unpacked").iterdir()
    assert {"README.md", "LICENSE", "tests", "constraints.txt"} < {
        p.name for p in project.iterdir()
    }
    again = build(project, target="wheel", folder=tmp_path / "wheel")
    assert names(again) == names(wheel)


def test_the_wheel_checks_a_quotation_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    program = "import sys, checker.cli as c; print(c.__file__, file=sys.stderr); sys.exit(c.main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "--json", "A new administration is in power now"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(installed) in done.stderr
    report = json.loads(done.stdout)
    assert report["store"]["statements"] == 232
    assert report["documents"][0]["results"][0]["verdict"] == "match"
