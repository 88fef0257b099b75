"""Documents become statements: nothing guessed, all or nothing, and the line named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_samples import DAY, ids, statement, store_of

from claims.errors import ImportFailedError
from claims.people import load_people
from sources.importers import ImportOptions, read_statements
from sources.importers.lines import MOST_BYTES
from sources.models import QUESTIONER, Source, Statement
from sources.store import Store

ROW: dict[str, Any] = {
    "speaker": "Ilse Brandvik",
    "said_on": "2022-03-14",
    "text": "The harbour is open.",
    "source": {"publisher": "Torvik Archive"},
}
HEADER = "speaker,said_on,text,publisher"
LINE = 'Ilse Brandvik,2022-03-14,"The harbour is open, today.",Torvik Archive'
GIVEN = ImportOptions(publisher="Ministry of Trade", said_on=DAY)


def read(file: Path, **options: Any) -> list[Statement]:
    """What a file holds."""
    return list(read_statements(file, options=ImportOptions(**options), people=load_people()))


def listed(file: Path, *rows: object) -> Path:
    """A statement list with these rows; a string is a line as it stands."""
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return file


def test_four_facts_are_enough(tmp_path: Path) -> None:
    (made,) = read(listed(tmp_path / "a.jsonl", ROW))
    assert (made.speaker, made.said_on, made.text) == ("Ilse Brandvik", DAY, ROW["text"])
    assert made.source == Source(publisher="Torvik Archive")
    assert made.utterance == made.id
    assert made.id.startswith("brandvik-20220314-")


def test_an_id_is_made_of_the_content_alone(tmp_path: Path) -> None:
    changes: list[dict[str, Any]] = [
        {},
        {"text": "The harbour is shut."},
        {"said_on": "2022-03-15"},
        {"speaker": "Oskar Dahl"},
        {"position": 1},
        {"source": {"publisher": "Other"}},
        {"source": {"publisher": "Torvik Archive", "url": "https://archive.example/1"}},
    ]
    made = read(listed(tmp_path / "a.jsonl", *({**ROW, **change} for change in changes)))
    assert len({each.id for each in made}) == len(changes)
    same: list[dict[str, Any]] = [
        {},
        {"note": "x"},
        {"event": "y"},
        {"topics": ["z"]},
        {"confidence": "low"},
    ]
    made = read(listed(tmp_path / "b.jsonl", *({**ROW, **change} for change in same)))
    assert len({each.id for each in made}) == 1


def test_a_list_that_was_exported_comes_back_without_loss(tmp_path: Path) -> None:
    with Store.open(tmp_path / "full") as store:
        store.add([statement("turn", position=3, topics=("a", "b"), note="n\n\u2028“x”")])
        held = list(store.statements())
        file = listed(tmp_path / "a.jsonl", *(each.model_dump_json() for each in held))
        with store_of(tmp_path / "copy", read(file)) as copy:
            assert list(copy.statements()) == held
            assert copy.fingerprint() == store.fingerprint()


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
OPTIONAL = st.none() | TEXT
STATEMENTS = st.builds(
    statement,
    id=TEXT,
    text=TEXT.filter(str.strip),
    utterance=TEXT,
    speaker=st.sampled_from(["Ilse Brandvik", "Сергей Крылов", "حسن", "Ж", "X Æ", QUESTIONER]),
    said_on=DAYS,
    said_on_approximate=st.booleans(),
    note=OPTIONAL,
    topics=st.lists(TEXT, max_size=3).map(tuple),
    position=st.none() | st.integers(0, 2**31),
    state=st.sampled_from([None, "delivered", "as_prepared", "edited", "asr"]),
    corrected_by=OPTIONAL,
    withdrawn=st.booleans(),
    translated_from=OPTIONAL,
    wording=st.sampled_from(["verbatim", "rendering"]),
    source=st.builds(
        Source,
        publisher=TEXT.filter(str.strip),
        published=st.none() | DAYS,
        url=OPTIONAL,
        retrieved_at=st.none() | st.datetimes(timezones=st.just(UTC)),
        licence=OPTIONAL,
    ),
)


@settings(deadline=None, max_examples=30)
@given(held=st.lists(STATEMENTS, max_size=4, unique_by=lambda each: each.id))
def test_any_statement_comes_back_without_loss(
    tmp_path_factory: pytest.TempPathFactory, held: list[Statement]
) -> None:
    folder = tmp_path_factory.mktemp("lossless")
    file = listed(folder / "a.jsonl", *(each.model_dump_json() for each in held))
    again = read(file)
    assert again == held
    with store_of(folder / "store", held) as store:
        assert sorted(store.statements(), key=lambda each: each.id) == sorted(
            held, key=lambda each: each.id
        )


BAD_ROWS: list[tuple[object, str]] = [
    ("{", "the line is no JSON"),
    ("[" * 100_000, "the line is no JSON"),
    ("[1]", "no JSON object"),
    ({**ROW, "speaker": " "}, "`speaker` is ' '"),
    ({**ROW, "speaker": 7}, "`speaker` is 7"),
    ({**ROW, "text": None}, "`text` is missing"),
    ({**ROW, "said_on": None}, "--date"),
    ({**ROW, "said_on": "14.03.2022"}, "`said_on` is '14.03.2022', not a day such as 2021-10-20"),
    ({**ROW, "said_on": "2022-02-30"}, "`said_on` is '2022-02-30'"),
    ({**ROW, "said_on": "20220314"}, "`said_on` is '20220314'"),
    ({**ROW, "source": {}}, "--publisher"),
    ({**ROW, "said_on": None, "source": {}}, "give --date and --publisher"),
    ({**ROW, "source": "Torvik"}, "`source` is no object"),
    ({**ROW, "source": {"publisher": "P", "published": "1634688000"}}, "`published`"),
    ({**ROW, "wording": "exact"}, "`wording`"),
    ({**ROW, "topics": "tax"}, "`topics`"),
    ({**ROW, "author": "x"}, "`author`"),
    ({**ROW, "said_on_approximate": "no"}, "`said_on_approximate`"),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The port stays open.", "en"),
        ("Порт этой зимой не закроется.", "ru"),
        ("مونږ د سولې لپاره کار کوو", "ps"),
        ("港口今年冬天不会关闭。", "zh"),
        ("The port, порт, stays open.", "en"),
    ],
)
def test_a_text_that_does_not_say_its_language_is_known_by_its_letters(
    tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(text, "utf-8")
    facts: dict[str, Any] = {"said_on": date(2024, 1, 2), "publisher": "P", "speaker": "Ilse"}
    options = ImportOptions(**facts)
    (silent,) = read_statements(file, options=options, people=load_people())
    assert (silent.language, silent.original_language) == (told, told)
    options = ImportOptions(**facts, language="sr")
    (named,) = read_statements(file, options=options, people=load_people())
    assert (named.language, named.original_language) == ("sr", "sr")


@pytest.mark.parametrize(("row", "what"), BAD_ROWS)
def test_a_bad_row_is_named_and_nothing_is_stored(tmp_path: Path, row: object, what: str) -> None:
    file = listed(tmp_path / "a.jsonl", {**ROW, "id": "good"}, "", row)
    with store_of(tmp_path / "store", []) as store:
        with pytest.raises(ImportFailedError) as caught:
            store.add(read_statements(file, options=ImportOptions(), people=load_people()))
        assert caught.value.where == f"{file}:3"
        assert what in caught.value.line
        assert "nothing of this document was stored" in caught.value.line
        assert "\n" not in caught.value.line
        assert list(store.statements()) == []


def test_options_fill_what_a_list_leaves_open(tmp_path: Path) -> None:
    rows = [{"text": "One."}, {**ROW, "event": None, "language": "no"}]
    first, second = read(
        listed(tmp_path / "a.jsonl", *rows),
        **GIVEN.model_dump(exclude_none=True),
        speaker="Oskar Dahl",
        event="Debate",
        language="ru",
    )
    assert (first.speaker, first.event, first.language) == ("Oskar Dahl", "Debate", "ru")
    assert (first.original_language, first.source.publisher) == ("ru", "Ministry of Trade")
    assert (second.speaker, second.event, second.language) == ("Ilse Brandvik", "Debate", "no")
    assert second.source.publisher == "Torvik Archive"


def test_a_known_speaker_gets_one_name_and_keeps_the_written_one(tmp_path: Path) -> None:
    names = ["Sergei Lavrov", "Лавров", "Ilse  Brandvik", "Lavrov, Igor", "Lavrov, Sergei"]
    made = read(listed(tmp_path / "a.jsonl", *({**ROW, "speaker": name} for name in names)))
    assert [(each.speaker, each.note) for each in made] == [
        ("Sergey Lavrov", None),
        ("Sergey Lavrov", "Speaker as written: Лавров"),
        ("Ilse Brandvik", None),
        ("Lavrov, Igor", None),
        ("Sergey Lavrov", "Speaker as written: Lavrov, Sergei"),
    ]


def test_one_id_for_two_statements_is_refused(tmp_path: Path) -> None:
    row = {**ROW, "id": "a"}
    assert len(read(listed(tmp_path / "a.jsonl", row, row))) == 2
    with pytest.raises(ImportFailedError, match="has the id 'a'") as caught:
        read(listed(tmp_path / "b.jsonl", row, ROW, {**row, "text": "Other words."}))
    assert caught.value.where == f"{tmp_path / 'b.jsonl'}:3"
    (tmp_path / "c.csv").write_text(f"{HEADER},id\n{LINE},a\n{LINE}!,a\n", "utf-8")
    with pytest.raises(ImportFailedError, match="has the id 'a'"):
        read(tmp_path / "c.csv")


CSV_FILES = [
    f"{HEADER}\n{LINE}\n",
    f"\ufeff{HEADER}\r\n{LINE}\r\n\r\n",
    f"{HEADER}\n{LINE}".replace(",", ";").replace("open; today", "open, today"),
    f"{HEADER}\n{LINE}\n".replace(",", "\t").replace("open\t today", "open, today"),
    f" Speaker , said_on,TEXT,publisher,note\n{LINE},\n",
]


@pytest.mark.parametrize("text", CSV_FILES)
def test_a_csv_list_is_read_whatever_its_separator(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, "utf-8", newline="")
    expected = {**ROW, "text": "The harbour is open, today."}
    assert read(tmp_path / "a.csv") == read(listed(tmp_path / "a.jsonl", expected))


def test_every_field_has_its_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,utterance,speaker,role,organisation,said_on,said_on_approximate,event,place,"
        "original_language,language,wording,text,topics,confidence,note,position,publisher,"
        "title,url,published,kind,wire,retrieved_at,sha256,licence,"
        "state,corrected_by,withdrawn,translated_from\n"
        'a,u,Ilse Brandvik,Master,Port,2022-03-14,yes,Debate,Torvik,no,en,rendering,"Two\nlines.",'
        "tax;ice class,low,N,7,P,T,https://x,2022-03-15,news_report,NTB,2022-03-16T00:00:00Z,ff,"
        "CC0-1.0,edited,b,yes,ru\n",
        "utf-8",
    )
    (made,) = read(tmp_path / "a.csv")
    assert made == Statement(
        id="a", utterance="u", speaker="Ilse Brandvik", role="Master", organisation="Port",
        said_on=DAY, said_on_approximate=True, event="Debate", place="Torvik",
        original_language="no", language="en", wording="rendering", text="Two\nlines.",
        topics=("tax", "ice", "class"), confidence="low", note="N", position=7,
        state="edited", corrected_by="b", withdrawn=True, translated_from="ru",
        source=Source(
            publisher="P", title="T", url="https://x", published=date(2022, 3, 15),
            kind="news_report", wire="NTB", retrieved_at=datetime(2022, 3, 16, tzinfo=UTC),
            sha256="ff", licence="CC0-1.0",
        ),
    )  # fmt: skip


BAD_CSV = [
    ("", 1, "none at all"),
    ("speaker,author\n", 1, "unknown column 'author'"),
    ("speaker,speaker\n", 1, "twice"),
    (f"{HEADER}\n{LINE}\nIlse Brandvik,2022-03-14\n", 3, "2 cells under 4 columns"),
    (f'{HEADER}\n{LINE}\n{LINE}\nx,"unbalanced\n', 4, "cannot be read"),
    (f'{HEADER}\nIlse Brandvik,2022-03-14,"two\nlines",P\n,,x,\n', 4, "`speaker` is missing"),
    (f"{HEADER},position\n{LINE},first\n", 2, "`position`"),
]


@pytest.mark.parametrize(("text", "line", "what"), BAD_CSV)
def test_a_bad_csv_row_is_named(tmp_path: Path, text: str, line: int, what: str) -> None:
    (tmp_path / "a.csv").write_text(text, "utf-8")
    with pytest.raises(ImportFailedError) as caught:
        read(tmp_path / "a.csv")
    assert caught.value.where == f"{tmp_path / 'a.csv'}:{line}"
    assert what in caught.value.line


TRANSCRIPT = """
Briefing of the harbour office

ILSE BRANDVIK: Good afternoon.

The harbour is open — “from today”.

QUESTION: Will every ferry sail?

MS. BRANDVIK: In June.

QUESTION: Until when?

MR PRICE: Ask her.
"""


def test_a_transcript_becomes_its_turns_in_order(tmp_path: Path) -> None:
    file = tmp_path / "briefing.txt"
    file.write_text(TRANSCRIPT, "utf-8")
    made = read(file, **GIVEN.model_dump(exclude_none=True), url="https://x", event="Briefing")
    assert [(each.position, each.speaker, each.text) for each in made] == [
        (0, "ILSE BRANDVIK", "Good afternoon.\n\nThe harbour is open — “from today”."),
        (1, QUESTIONER, "Will every ferry sail?"),
        (2, "ILSE BRANDVIK", "In June."),
        (3, QUESTIONER, "Until when?"),
        (4, "Ned Price", "Ask her."),
    ]
    assert made[2].note == "Speaker as written: MS. BRANDVIK"
    (source,) = {each.source for each in made}
    assert source.sha256 == sha256(file.read_bytes()).hexdigest()
    assert (source.publisher, source.title) == ("Ministry of Trade", "briefing.txt")
    assert made[0].event == "Briefing"
    with store_of(tmp_path / "store", made) as store:
        before, after = store.neighbours(made[1].id, n=1)
        assert (ids(before), ids(after)) == ([made[0].id], [made[2].id])
        assert store.add(made).known == 5
        assert store.verify() == ()


def test_a_text_without_labels_needs_a_speaker(tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_text("The harbour is open.\n\nEvery ferry will sail.\n", "utf-8")
    facts = GIVEN.model_dump(exclude_none=True)
    with pytest.raises(ImportFailedError, match="--speaker NAME"):
        read(file, **facts)
    (made,) = read(file, **facts, speaker="Ilse Brandvik")
    assert made.text == "The harbour is open.\n\nEvery ferry will sail."
    assert made.speaker == "Ilse Brandvik"


def test_an_answer_is_the_given_speakers(tmp_path: Path) -> None:
    file = tmp_path / "interview.txt"
    file.write_text("Вопрос: Когда?\n\nОтвет: В июне.\n\nВопрос: Где?\n\nОтвет: Здесь.\n", "utf-8")
    facts = GIVEN.model_dump(exclude_none=True)
    made = read(file, **facts, speaker="Ilse Brandvik", language="ru")
    assert [each.speaker for each in made] == [QUESTIONER, "Ilse Brandvik"] * 2
    assert {each.language for each in made} == {"ru"}


@pytest.mark.parametrize("option", ["publisher", "said_on"])
def test_a_transcript_without_a_fact_says_which_option_gives_it(
    tmp_path: Path, option: str
) -> None:
    file = tmp_path / "briefing.txt"
    file.write_text(TRANSCRIPT, "utf-8")
    facts = GIVEN.model_dump(exclude_none=True)
    del facts[option]
    with pytest.raises(ImportFailedError) as caught:
        read(file, **facts)
    assert {"publisher": "--publisher", "said_on": "--date"}[option] in caught.value.line
    assert caught.value.where == f"{file}:4"


SUFFIXES = [".jsonl", ".csv", ".txt"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, suffix: str) -> None:
    binary = tmp_path / f"binary{suffix}"
    binary.write_bytes(bytes(range(256)) * 40)
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    for file in (tmp_path / f"missing{suffix}", folder, binary):
        with pytest.raises(ImportFailedError) as caught:
            read(file, **GIVEN.model_dump(exclude_none=True))
        assert str(file) in caught.value.line
        assert "\n" not in caught.value.line


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_a_line_without_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"long{suffix}"
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES * 3)
    with pytest.raises(ImportFailedError, match="longer than 16 MiB"):
        read(file)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_the_wrong_encoding_is_told_with_its_line(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"latin{suffix}"
    first = json.dumps(ROW) if suffix == ".jsonl" else HEADER
    file.write_bytes(f"{first}\n{LINE}é\n".encode("cp1252"))
    with pytest.raises(ImportFailedError, match="UTF-8") as caught:
        read(file)
    assert caught.value.where == f"{file}:2"


def test_a_list_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    rows: Iterator[Statement] = read_statements(
        listed(tmp_path / "a.jsonl", ROW, "{"), options=ImportOptions(), people=load_people()
    )
    assert next(rows).text == ROW["text"]
    with pytest.raises(ImportFailedError):
        next(rows)
