"""A desk: a store whose records cite pages of a server on loopback, and calls over it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cli_runner import Ran, run
from web_site import Site

DAY = "2023-05-02"
ANSWER = "The northern ferry will sail again in June, once the pier has been repaired."
PAGE = f"Question: When will the ferry sail?\n\nOskar Dahl: {ANSWER}\n"
TELLING = "Dahl said the ferry in the north sails again in June, after repairs to the pier."


class Desk:
    """A store whose records cite pages of a site, and calls over it."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder = folder
        self.path = folder / "store.db"
        self.site = site
        quick = {"pause_seconds": 0, "first_wait_seconds": 0.01, "largest_page": 65536}
        settings = [f"{name} = {value}" for name, value in quick.items()]
        settings.append(f'archive = "{site.url("/archive")}"')
        (folder / "config.toml").write_text("\n".join(["[fetch]", *settings]), "utf-8")
        assert self("init", "--empty").code == 0

    def __call__(self, *argv: str, **options: Any) -> Ran:
        config = str(self.folder / "config.toml")
        return run("sources", *argv, "--store", str(self.path), "--config", config, **options)

    def fetch(self, *argv: str) -> Ran:
        """`checker sources fetch`, from this machine."""
        return self("fetch", "--allow-private", *argv)

    def cite(self, name: str, url: str, *, text: str = TELLING, **fields: Any) -> None:
        """A record of ours that cites a page."""
        source = {"publisher": "Torvik Port", "url": url, "kind": "official_transcript"}
        source |= fields.pop("source", {})
        row = {"id": name, "speaker": "Oskar Dahl", "said_on": DAY, "text": text,
               "role": "Harbour master", "wording": "rendering",
               "source": source, **fields}  # fmt: skip
        file = self.folder / f"{name}.jsonl"
        file.write_text(json.dumps(row), "utf-8")
        assert self("add", str(file)).code == 0

    def statements(self) -> list[dict[str, Any]]:
        """Everything in the store."""
        return list(self("list", "--statements", "--json").json)

    def fetched(self) -> list[dict[str, Any]]:
        """What was taken from pages."""
        return [row for row in self.statements() if row["source"]["sha256"]]
