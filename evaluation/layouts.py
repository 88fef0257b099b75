"""Read the pages of tests/pages with their importers and print what came out right.

python -m evaluation.layouts --errors
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from claims.errors import ImportFailedError
from claims.people import load_people
from sources.importers import ImportOptions, layout_of, read_page
from sources.models import Statement

PAGES: Final = Path(__file__).parents[1] / "tests" / "pages"
DOCUMENTATION: Final = PAGES.parents[1] / "docs" / "sources.md"
SETS: Final = {"built": "built on", "seen": "once held out", "held_out": "held out"}
"""What a page's `set` may be, and how the table calls it."""
FIRST_SIGHT: Final = PAGES / "first_sight.json"
"""What each layout's last batch gave, and at which commit, before anything was changed for it."""
COUNTED: Final = ("turns", "speakers", "dates")
_MARKS: Final = ("<!-- figures -->", "<!-- end -->")
_SOURCE: Final = {"publisher": "publisher", "canonical": "url", "wire": "wire"}
_STATEMENT: Final = ("place", "language")
_TURN: Final = ("wording", "original_language", "role", "state")


class Gold(NamedTuple):
    """A page with what a right reading of it says."""

    layout: str
    page: Path
    set: str
    right: dict[str, Any]

    @property
    def name(self) -> str:
        """Layout and file."""
        return f"{self.layout}/{self.page.name}"


class Reading(NamedTuple):
    """What came out of one page: counts of what is right, of what there is, and what is wrong."""

    gold: Gold
    turns: tuple[int, int]
    speakers: tuple[int, int]
    dates: tuple[int, int]
    layout: bool
    wrong: tuple[str, ...]


def gold_pages(folder: Path = PAGES) -> tuple[Gold, ...]:
    """Every page that has its gold beside it."""
    found = []
    for file in sorted(folder.glob("*/*.json")):
        page = next(p for p in sorted(file.parent.glob(f"{file.stem}.*")) if p.suffix != ".json")
        right = json.loads(file.read_text("utf-8"))
        found.append(Gold(file.parent.name, page, right["set"], right))
    return tuple(found)


def read_gold(gold: Gold) -> Reading:
    """One page, read and compared."""
    right, wrong = gold.right, []
    data = gold.page.read_bytes()
    known = layout_of(data, url=right.get("url"))
    if known != gold.layout:
        wrong.append(f"layout: {known}")
    options = ImportOptions.model_validate(right.get("options", {}))
    found: tuple[Statement, ...] = ()
    try:
        found = read_page(data, url=right.get("url"), options=options, people=load_people())
    except ImportFailedError as error:
        if "asks" in right and right["asks"] in error.line:
            return Reading(gold, (1, 1), (1, 1), (1, 1), known == gold.layout, tuple(wrong))
        wrong.append(f"error: {error.line}")
    if "asks" in right:
        return Reading(
            gold, (0, 1), (0, 1), (0, 1), known == gold.layout, ("nothing asked", *wrong)
        )
    wrong += _facts(found, right)
    turns, speakers = _turns(found, right, wrong=wrong)
    total = max(len(right["turns"]), len(found))
    dates = _dates(found, right, wrong=wrong)
    n_days = 2 * len(right["turns"])
    return Reading(
        gold,
        (turns, total),
        (speakers, total),
        (dates, n_days),
        known == gold.layout,
        tuple(wrong),
    )


def _turns(
    found: Sequence[Statement], right: dict[str, Any], *, wrong: list[str]
) -> tuple[int, int]:
    """How many turns are whole and in their place, and how many have their speaker."""
    turns = speakers = 0
    for index, expected in enumerate(right["turns"]):
        made = found[index] if index < len(found) else None
        text = " ".join(made.text.split()) if made else ""
        whole = text.startswith(expected["starts"]) and text.endswith(expected["ends"])
        lacking = [words for words in right.get("lacks", ()) if words in text]
        turns += whole and not lacking
        speakers += made is not None and made.speaker == expected["speaker"]
        if made is None or not whole or lacking:
            wrong.append(f"turn {index}: {text[:60]!r} ... {text[-40:]!r} {lacking or ''}")
        if made is not None and made.speaker != expected["speaker"]:
            wrong.append(f"speaker {index}: {made.speaker!r}, not {expected['speaker']!r}")
        wrong += [
            f"{name} {index}: {getattr(made, name)!r}"
            for name in _TURN
            if made is not None and name in expected and getattr(made, name) != expected[name]
        ]
        if made is not None and expected.get("note", "") not in (made.note or ""):
            wrong.append(f"note {index}: {made.note!r}")
    wrong += [f"more: {made.speaker}: {made.text[:60]!r}" for made in found[len(right["turns"]) :]]
    return turns, speakers


def _dates(found: Sequence[Statement], right: dict[str, Any], *, wrong: list[str]) -> int:
    """How many days of utterance and of publication are right, two for each turn."""
    n_right = 0
    for made, expected in zip(found, right["turns"], strict=False):
        said = date.fromisoformat(expected.get("said_on") or right["said_on"])
        published = right["published"] and date.fromisoformat(right["published"])
        n_right += (made.said_on == said) + (made.source.published == published)
        if made.said_on != said or made.source.published != published:
            wrong.append(f"days: said {made.said_on}, published {made.source.published}")
    return n_right


def _facts(found: Sequence[Statement], right: dict[str, Any]) -> Iterator[str]:
    for made in found[:1]:
        for name, field in _SOURCE.items():
            if name in right and getattr(made.source, field) != right[name]:
                yield f"{name}: {getattr(made.source, field)!r}"
        for name in _STATEMENT:
            if name in right and getattr(made, name) != right[name]:
                yield f"{name}: {getattr(made, name)!r}"


def figures(read: Sequence[Reading]) -> dict[str, dict[str, int]]:
    """Counts of a layout or of all: right and there, for turns, speakers, dates and layouts."""
    made: dict[str, dict[str, int]] = {}
    for name in COUNTED:
        pairs = [getattr(reading, name) for reading in read]
        made[name] = {"right": sum(p[0] for p in pairs), "of": sum(p[1] for p in pairs)}
    made["layout"] = {"right": sum(reading.layout for reading in read), "of": len(read)}
    return made


def measured(read: Sequence[Reading]) -> dict[str, dict[str, dict[str, dict[str, int]]]]:
    """The figures of each layout, each set of pages apart."""
    return {
        name: {
            layout: figures([r for r in chunk if r.gold.layout == layout])
            for layout in sorted({r.gold.layout for r in chunk})
        }
        for name, chunk in (
            (name, [reading for reading in read if reading.gold.set == name]) for name in SETS
        )
    }


def table(made: dict[str, dict[str, dict[str, dict[str, int]]]]) -> str:
    """The figures as a table for the documentation: pages, then turns, speakers and dates."""
    first = json.loads(FIRST_SIGHT.read_text("utf-8"))
    lines = [f"| layout | {SETS['built']} | {SETS['seen']} | last batch, at first sight |"]
    lines.append("|---|---|---|---|")
    for layout, built in made["built"].items():
        seen, sight = made["seen"].get(layout), first.get(layout)
        last = _cell(sight["pages"], [sight[name] for name in COUNTED]) if sight else ""
        lines.append(f"| `{layout}` | {_figures(built)} | {_figures(seen)} | {last} |")
    return "\n".join(lines)


def _figures(each: dict[str, dict[str, int]] | None) -> str:
    if each is None:
        return ""
    shares = [f"{each[name]['right']}/{each[name]['of']}" for name in COUNTED]
    return _cell(each["layout"]["of"], shares)


def _cell(pages: int, shares: Sequence[str]) -> str:
    return f"{pages}: {' '.join(shares)}"


def written(text: str, made: dict[str, dict[str, dict[str, dict[str, int]]]]) -> str:
    """The documentation with the figures in their place."""
    head, _, rest = text.partition(_MARKS[0])
    _, _, tail = rest.partition(_MARKS[1])
    return f"{head}{_MARKS[0]}\n{table(made)}\n{_MARKS[1]}{tail}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read every page and print the figures, each set of pages apart."""
    chosen = _parser().parse_args(arguments)
    read = [read_gold(gold) for gold in gold_pages(chosen.pages)]
    made = measured(read)
    if chosen.write:
        text = DOCUMENTATION.read_text("utf-8")
        DOCUMENTATION.write_text(written(text, made), "utf-8")
        return 0
    if chosen.json:
        print(json.dumps(made, indent=2))
        return 0
    for name, layouts in made.items():
        print(f"{name:26}{'pages':>6}{'turns':>10}{'speakers':>10}{'dates':>10}{'layout':>10}")
        whole = {"all": figures([each for each in read if each.gold.set == name])}
        for layout, each in (layouts | whole).items():
            shares = "".join(
                f"{each[k]['right']:>6}/{each[k]['of']:<3}"
                for k in ("turns", "speakers", "dates", "layout")
            )
            print(f"  {layout:24}{each['layout']['of']:6}{shares}")
    if chosen.errors:
        for reading in read:
            if reading.wrong and (chosen.held_out or reading.gold.set != "held_out"):
                print(f"{reading.gold.name}\n  " + "\n  ".join(reading.wrong))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.layouts", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is wrong, page by page")
    parser.add_argument(
        "--held-out", action="store_true", help="with --errors: also of held-out pages"
    )
    parser.add_argument(
        "--pages", type=Path, default=PAGES, help="a folder of pages with their gold"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/sources.md")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
