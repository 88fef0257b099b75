"""Cards as one HTML page that needs nothing else: no script, no picture, no address loaded."""

from __future__ import annotations

from html import escape

from checker.counts import summarise
from checker.models import Report
from checker.reports.card import Line, Part, card
from checker.reports.summary import sentence

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fff }
article { border: 1px solid #bbb; border-radius: .4rem; padding: .6rem 1rem; margin: 1rem 0 }
h3 { margin: 0 0 .4rem; font-size: 1.1rem }
dl { display: grid; grid-template-columns: 6rem 1fr; gap: .1rem 1rem; margin: 0 }
dt { color: #595959 }
dd { margin: 0; overflow-wrap: anywhere }
.match { color: #0a6b2d } .paraphrase { color: #1d4f91 } .no_source, .not_checked { color: #5a3d8a }
.stored { background: #fff3b0 } .quiet { color: #595959 }
.error { color: #a40000; font-weight: bold } .warning { color: #7a4a00; font-weight: bold }
ins { color: #0a6b2d } del { color: #a40000 }
"""


def render(report: Report) -> str:
    """The page."""
    results = [result for document in report.documents for result in document.results]
    body = [f"<h1>Quotations checked</h1>\n<p>{escape(sentence(summarise(results)))}</p>"]
    for document in report.documents:
        if document.path or document.origin:
            body.append(f"<h2>{escape(document.path or document.origin or '')}</h2>")
        body += [_article(card(result), identity=result.id) for result in document.results]
    body.append(f"<footer><p>{escape(_footer(report))}</p></footer>")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Quotations checked</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _article(lines: tuple[Line, ...], *, identity: str) -> str:
    headline, *rest = lines
    rows = "".join(f"<dt>{escape(line.label)}</dt><dd>{_parts(line)}</dd>\n" for line in rest)
    return (
        f'<article data-id="{escape(identity)}">\n<h3>{_parts(headline)}</h3>\n'
        f"<dl>\n{rows}</dl>\n</article>"
    )


def _parts(line: Line) -> str:
    return "".join(_part(part) for part in line.parts)


def _part(part: Part) -> str:
    text = f"<bdi>{escape(part.text)}</bdi>" if not part.text.isascii() else escape(part.text)
    if part.look == "link" and part.text.startswith(("https://", "http://")):
        return f'<a href="{escape(part.text)}" rel="noopener noreferrer">{text}</a>'
    if part.look == "insert":
        return f"<ins>{text}</ins>"
    if part.look == "delete":
        return f"<del>{text}</del>"
    return text if part.look == "plain" else f'<span class="{part.look}">{text}</span>'


def _footer(report: Report) -> str:
    tool, store = report.tool, report.store
    return (
        f"{tool.name} {tool.version}, profile {tool.profile}; "
        f"store of {store.statements:,} statements, fingerprint {store.fingerprint}"
    )
