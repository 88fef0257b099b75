"""`checker article`: the built-in quotations against the store."""

from __future__ import annotations

from checker.article import article_task
from checker.commands.answer import answer
from checker.commands.context import Context
from checker.commands.engine import engine


def article(context: Context) -> int:
    """Check the article's quotations; its own copy may not confirm them."""
    task = article_task(claims=context.arguments.claims)
    with engine(context) as checker:
        return answer([task], total=1, checker=checker, context=context)
