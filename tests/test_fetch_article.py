"""From our telling to the office's words: the article before and after `checker sources fetch`.

The pages are written here, in the layouts of the ministry and of an embassy; their wording is
invented, and says what the built-in records say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from web_site import Answer, Site, running

from sources.builtin import PATH

SPEECH = """
<p>Colleagues,</p>
<p>I am glad to open the third meeting of the Moscow format. The format has existed since 2017. In
November 2018 representatives of the Taliban and of the republican side sat down at one table here
for the first time; envoys of ten countries were present.</p>
<p>We value the Moscow format very highly as one of the most useful settings for working out a
regional view shared by all of where Afghanistan is going. Its chief strength is that it leaves
out none of the neighbours of Afghanistan, and that other influential states of the region sit at
the table together with Afghanistan itself.</p>
<p>The situation on the ground has changed completely. I see no point in looking for those who are
to blame for the failure to reach concrete results in national reconciliation.</p>
<p>There is a new administration in power today, and this reality places a heavy responsibility on
the Taliban. We note the efforts that the Taliban are making to stabilise the military and
political situation and to get the machinery of the state to work.</p>
<p>The new balance of forces, which took shape after August 15, has no alternative in the
foreseeable future. International recognition is still missing, and there are social, economic,
financial and humanitarian difficulties, so the situation cannot yet be called stable.</p>
<p>Numerous terrorist groups, above all Islamic State and Al-Qaeda, want to profit from
instability and are raising their heads again with bold and bloody attacks in different parts of
the country.</p>
<p>Lasting peace stays on the agenda. The way to it, in our view, is first of all a truly
inclusive government which fully represents every ethnic group and every political force of the
country.</p>
<p>The time has come to mobilise the resources of the world community to give Kabul effective
financial, economic and humanitarian help, also in order to head off a humanitarian emergency and
to curb migration.</p>
<p>We regret that our American colleagues are not taking part in this meeting. This is the second
time running that Washington has skipped a meeting of the extended troika of Russia, the US, China
and Pakistan. I hope that no problem of principle stands behind it. One of the explanations that
the Americans offered for staying away is that a new special representative for Afghanistan has
only just been appointed. I hope that the US remains willing to work actively and that the new
envoy will join the next steps, those that follow this meeting among them.</p>
"""
TALK = """
<p>Dear colleagues,</p>
<p><b>Question:</b> Did you speak about recognition?</p>
<p><b>Sergey Lavrov:</b> Official recognition of the Taliban is not being discussed at present, and
we have said so publicly.</p>
<p><b>Question:</b> Will you travel to Kabul?</p>
<p><b>Sergey Lavrov:</b> There are no such plans so far.</p>
"""
MINISTRY = """<!DOCTYPE html>
<html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="The Ministry of Foreign Affairs of the Russian Federation">
</head><body><div class="top-menu"><a href="/en/">Home</a> RU EN FR</div><div class="page">
<div class="date">{date}</div><h1>{title}</h1><div class="content-text">{text}</div></div>
<div class="related-news"><p>19 September 2021 On another meeting</p></div></body></html>"""
EMBASSY = """<html lang="en"><head><title>{title}</title></head><body>
<header><p>Embassy of the Russian Federation in India</p><p>Today 24.11.2026</p></header>
<div class="main"><h1>{title}</h1><p class="date">{date}</p>{text}</div></body></html>"""
OPENING = (
    "Foreign Minister Sergey Lavrov's opening remarks at the third meeting of the Moscow format"
    " consultations on Afghanistan, Moscow, October 20, 2021"
)
PRESS = (
    "Foreign Minister Sergey Lavrov's remarks and answers to media questions, Sochi,"
    " October 19, 2021"
)
PAGES = {
    "/en_GB/foreign_policy/news/-/asset_publisher/cKNonkJE02Bw/content/id/4913770": MINISTRY.format(
        title=OPENING, date="20 October 202114:05", text=SPEECH
    ),
    "/en/news/russian_fm_sergey_lavrov_at_moscow_format_meeting_on_afghanistan/": EMBASSY.format(
        title=OPENING, date="21.10.2021", text=SPEECH
    ),
    "/en/press_service/4905062/": MINISTRY.format(
        title=PRESS, date="19 October 202119:30", text=TALK
    ),
}
RECORDS = (
    "lavrov-20211020-format-history",
    "lavrov-20211020-note-efforts",
    "lavrov-20211019-recognition-not-discussed",
)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        for path, page in PAGES.items():
            site.serve(path, Answer(page))
        yield site


def desk(folder: Path, site: Site) -> str:
    """A store with the built-in records, the official ones of them citing the site."""
    lines = []
    for line in PATH.read_text("utf-8").splitlines():
        row = json.loads(line)
        source = row["source"]
        if row["id"] == RECORDS[2]:
            source |= {"url": "https://www.mid.ru/en/press_service/4905062/"}
            source |= {"kind": "official_transcript", "publisher": "Russian Federation MFA"}
        for host in ("www.mid.ru", "india.mid.ru"):
            start = f"https://{host}/"
            if source["url"].startswith(start):
                source["url"] = source["url"].replace(start, site.url("/"))
        lines.append(json.dumps(row))
    records = folder / "records.jsonl"
    records.write_text("\n".join(lines), "utf-8")
    store = str(folder / "store.db")
    assert run("sources", "init", "--empty", "--store", store).code == 0
    assert run("sources", "add", str(records), "--store", store).code == 0
    return store


def article(store: str) -> dict[str, dict[str, Any]]:
    """The results of `checker article`, by their ids."""
    results = run("article", "--json", "--store", store).json["documents"][0]["results"]
    return {result["id"]: result for result in results}


def codes(result: dict[str, Any]) -> set[str]:
    """The codes of a result's findings."""
    return {found["code"] for found in result["findings"]}


def test_fetching_turns_paraphrases_of_our_telling_into_the_words_of_the_office(
    tmp_path: Path, site: Site
) -> None:
    store = desk(tmp_path, site)
    before = article(store)
    for name in ("q04", "q05", "q07"):
        assert before[name]["verdict"] == "paraphrase", name
        assert "own_rendering" in codes(before[name]), name
        assert before[name]["evidence"][0]["wording"] == "rendering", name
    config = tmp_path / "config.toml"
    config.write_text("[fetch]\npause_seconds = 0\n", "utf-8")
    ids = [word for name in RECORDS for word in ("--id", name)]
    fetch = ("sources", "fetch", "--store", store, "--config", str(config), "--allow-private")
    ran = run(*fetch, *ids)
    assert ran.code == 0, ran
    assert "3 of 3 pages fetched" in ran.err
    after = article(store)
    for name, verdict, code in (
        ("q04", "match", "translation_official"),
        ("q05", "match", "translation_official"),
        ("q07", "paraphrase", "translation_variant"),
    ):
        result = after[name]
        assert result["verdict"] == verdict, name
        assert code in codes(result), name
        assert "own_rendering" not in codes(result), name
        best = result["evidence"][0]
        assert best["wording"] == "official_translation", name
        assert best["source"]["sha256"], name
        assert best["utterance"] == before[name]["evidence"][0]["utterance"] or name != "q07"
    for name in ("q01", "q02", "q03"):
        assert after[name]["verdict"] == "match", name
        wordings = {each["wording"] for each in after[name]["evidence"]}
        assert {"agency_translation", "official_translation"} <= wordings, name
        assert len({each["utterance"] for each in after[name]["evidence"]}) == 1, name
    assert run("sources", "verify", "--store", store).code == 0
