"""Quotation marks of every kind, told from apostrophes and measures, split, nested, unbalanced."""

from __future__ import annotations

import pytest

from claims.quotes import quotes, unwrapped


def texts(text: str) -> list[str]:
    return [quote.text for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we wait" twice.', ["we wait"]),
        ("He said “we wait” twice.", ["we wait"]),
        ("He said ‘we wait’ twice.", ["we wait"]),
        ("He said 'we wait' twice.", ["we wait"]),
        ("He said ''we wait'' twice.", ["we wait"]),
        ("He said ``we wait'' twice.", ["we wait"]),
        ("Он сказал «мы ждём» дважды.", ["мы ждём"]),
        ("Il a dit « nous attendons » hier.", ["nous attendons"]),
        ("Er sagte „wir warten“ gestern.", ["wir warten"]),
        ("彼は「待っています」と言った。", ["待っています"]),
        ("Han sa ”vi väntar” igår.", ["vi väntar"]),
        ("he said,“we wait for you.” Then", ["we wait for you."]),
        ("It was—“we wait for you”—again", ["we wait for you"]),
        ('("we wait")', ["we wait"]),
        ("", []),
        ("no marks at all", []),
    ],
)
def test_the_usual_marks(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban's plan and the ministers' plan.",
        "The Taliban’s plan and the ministers’ plan.",
        "Back in the '90s it was rock 'n' roll.",
        "'Tis the season, said the players' union.",
        "’Tis so in the ’90s.",
        "Ka'bah, O'Brien and d'Artagnan",
        "He is 6' 2\" tall.",
        'A pipe of 5" and a screen of 27".',
        'print("hi") in `print("hi")`'.replace('print("hi") in ', ""),
        '<a href="https://example.org">a link</a>',
        '[a link](https://example.org "its title")',
        '```\nsay "hello there"\n```',
        "'",
        '"',
        "“",
        "”",
        "‘",
        "'''",
        "««",
    ],
)
def test_no_quotation(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia 'notes' Taliban 'efforts to stabilise' it", ["notes", "efforts to stabilise"]),
        ("The 'experts' were wrong", ["experts"]),
        (
            "'I don't think the ministers' plan works,' he said.",
            ["I don't think the ministers' plan works,"],
        ),
        (
            "‘I don’t think the ministers’ plan works,’ he said. ‘Fine.’",
            ["I don’t think the ministers’ plan works,", "Fine."],
        ),
        ('"He is 6\' 2" tall," she said.', ["He is 6' 2\" tall,"]),
        ('"That was in 1995" he said.', ["That was in 1995"]),
        ("He said: 'The '90s were good.'", ["The '90s were good."]),
    ],
)
def test_apostrophes_and_measures_beside_quotations(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘go’ to “me” twice,” she said.", ["He said ‘go’ to “me” twice,"]),
        ("«Он сказал “да” вчера»", ["Он сказал “да” вчера"]),
        ("'He said \"go\" to me,' she said.", ['He said "go" to me,']),
        ('"She told \'em so," he said.', ["She told 'em so,"]),
    ],
)
def test_marks_inside_are_words_of_the_outer_quotation(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said, “and we stay.”", ["We go, and we stay."]),
        ('"We go," Lavrov, the minister, said, "and stay."', ["We go, and stay."]),
        ('"We go," said Lavrov, "We stay."', ["We go, We stay."]),
        ('"We go" — he said — "and stay."', ["We go and stay."]),
        ('"We go," he said. "We stay."', ["We go,", "We stay."]),
        ('"Do we go?" he asked, "We stay."', ["Do we go?", "We stay."]),
        ('"Do we go?" he asked, "or stay?"', ["Do we go? or stay?"]),
        ('"We go," he said, adding: "We stay."', ["We go,", "We stay."]),
        ('He called it "bad," and said it was "ugly".', ["bad,", "ugly"]),
        ('"Bad," he said, calling it "ugly".', ["Bad,", "ugly"]),
        ('"We go," he said.\n\n"and we stay."', ["We go,", "and we stay."]),
        ('"a b," x, "c d"', ["a b,", "c d"]),
    ],
)
def test_pieces_are_joined_only_across_their_own_attribution(
    text: str, expected: list[str]
) -> None:
    assert texts(text) == expected


def test_a_broken_quotation_has_a_span_for_each_piece() -> None:
    text = "“We go,” he said, “and we stay.”"
    [quote] = quotes(text)
    assert [text[s.start : s.end] for s in quote.spans] == ["We go,", "and we stay."]
    assert not quote.repaired


def test_a_quotation_reopened_in_each_paragraph_is_one() -> None:
    text = "“First part.\n\n“Second part.\n\n“Third,” he said. “Fourth.”"
    first, fourth = quotes(text)
    assert first.text == "First part.\nSecond part.\nThird,"
    assert len(first.spans) == 3
    assert not first.repaired
    assert fourth.text == "Fourth."


@pytest.mark.parametrize("mark", ['"', "“", "«"])
def test_a_quotation_reopened_on_each_line_is_one(mark: str) -> None:
    closing = {'"': '"', "“": "”", "«": "»"}[mark]
    assert texts(f"{mark}One.\n{mark}Two.{closing}\nThree.") == ["One.\nTwo."]


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    text = 'He said "we shall wait\nfor the answer" on Monday.'
    assert texts(text) == ["we shall wait\nfor the answer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is so, he said. Then he went.', ["It is so,"]),
        ('"It is so, he said. "It is thus," he added.', ["It is so,", "It is thus,"]),
        ('It is so," Lavrov said.', ["It is so,"]),
        ("“First, he said.\n\nOther text, “quoted here”.", ["First,", "quoted here"]),
        ('He said "it is so\n\nNew paragraph.', ["it is so"]),
        ('"one" "two" "three', ["one", "two", "three"]),
    ],
)
def test_unbalanced_marks_are_repaired_and_say_so(text: str, expected: list[str]) -> None:
    found = quotes(text)
    assert [quote.text for quote in found] == expected
    assert any(quote.repaired for quote in found)


@pytest.mark.parametrize("text", ['""', "“”", "« »", '" "', 'He said "" and left'])
def test_empty_marks_are_an_empty_quotation(text: str) -> None:
    [quote] = quotes(text)
    assert quote.text == ""
    assert quote.spans == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes.”", "Yes."),
        ("  'Yes.' ", "Yes."),
        ("Yes.", "Yes."),
        ("“Yes,” he said. “No.”", "“Yes,” he said. “No.”"),
        ('""', ""),
        ("", ""),
    ],
)
def test_only_marks_around_the_whole_are_taken_off(text: str, expected: str) -> None:
    assert unwrapped(text) == expected


@pytest.mark.parametrize("unit", ['"', "“”", '"\n', '" ', '"." ', "«»\n\n", "“ ” „“ "])
def test_marks_without_words_are_one_quotation_however_many(unit: str) -> None:
    text = f"A word. {unit * 5_000} More of them, “we go on,” he said."
    assert [quote.text for quote in quotes(text)][-1] == "we go on,"
    assert len(quotes(text)) <= 2
