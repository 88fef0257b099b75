"""Large imports: readers go on meanwhile, and helping processes change nothing stored."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from source_samples import statement, store_of

from sources.store import Store

ROOT = Path(__file__).parent.parent

READER = """
import sys
from pathlib import Path
from sources.store import Store
with Store.open(Path(sys.argv[1]), create=False, busy_seconds=0) as store:
    for _ in range(200):
        print(store.receipt().searched, len(store.search("the harbour is open", limit=9)))
"""


def test_several_processes_read_while_one_writes(tmp_path: Path) -> None:
    store_path = tmp_path / "store"
    more = [statement(f"m{n}", f"The harbour is open, boat {n}.") for n in range(3000)]
    with store_of(store_path, [statement("a")]) as store, store._writing() as writer:
        for each in more:
            writer.add(each, replace=False)
        readers = [
            subprocess.Popen(
                [sys.executable, "-c", READER, str(store_path)],
                stdout=subprocess.PIPE,
                encoding="utf-8",
                cwd=ROOT,
            )
            for _ in range(2)
        ]
        for reader in readers:
            seen, _ = reader.communicate(timeout=600)
            assert reader.returncode == 0
            assert seen.splitlines() == ["1 1"] * 200
    with Store.open(store_path) as store:
        assert store.receipt().searched == 3001
        assert store.verify() == ()


@pytest.mark.slow
def test_a_large_import_is_the_same_with_helpers(tmp_path: Path) -> None:
    held = [statement(f"s{n}", f"Boat {n} of {n % 97} may pass.") for n in range(45_000)]
    with (
        store_of(tmp_path / "alone", held) as alone,
        Store.open(tmp_path / "helped", builtin=False) as helped,
    ):
        helped.add(held, workers=1)
        assert helped.fingerprint() == alone.fingerprint()
        for text in ("boat 44999 of 88", "boats passing", "boat 7 may"):
            assert helped.search(text, limit=9) == alone.search(text, limit=9)
        tables = ("entry", "passage", "term")
        for table in tables:
            rows = [
                store._connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
                for store in (alone, helped)
            ]
            assert rows[0] == rows[1]
