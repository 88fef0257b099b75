"""The pair model: it loads, answers plain pairs rightly, and always the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.model import FOLDER, LABELS, PairModel, load_model
from claims.errors import ModelError
from claims.wordpiece import WordPieces, tidy, words

SAID = "The dam was finished in 1998 and gives power to 40,000 homes, the minister said."

SUPPORTED = (
    (SAID, "The dam was finished in 1998"),
    (SAID, "The dam was completed in 1998 and supplies 40,000 homes with power"),
    ("I will visit Oslo in May.", "The president said he will visit Oslo in May."),
    ("Nurses will be paid more from spring.", "From spring, nurses will get higher pay."),
    ("Fishing is banned in the bay. The ban ends in June.", "The ban ends in June."),
)
UNSUPPORTED = (
    (SAID, "The dam was not finished in 1998"),
    (SAID, "The dam was finished in 1989"),
    (SAID, "The minister of health resigned over the price of medicines"),
    ("We do not expect a quick agreement.", "We expect a quick agreement."),
    ("I will visit Oslo in May.", "I have never been to Oslo."),
    ("Two bridges were closed after the flood.", "After the flood three bridges were closed."),
    ("France defeated Brazil.", "Brazil defeated France."),
)
CONTRADICTED = (
    ("We do not expect a quick agreement.", "We expect a quick agreement."),
    (SAID, "The dam was not finished in 1998"),
    ("All members voted for the law.", "No member voted for the law."),
)


@pytest.mark.parametrize(("statement", "quote"), SUPPORTED)
def test_says_what_the_statement_says(statement: str, quote: str) -> None:
    (score,) = load_model().scores([(statement, quote)])
    assert score.supports > 0.5, score


@pytest.mark.parametrize(("statement", "quote"), UNSUPPORTED)
def test_does_not_say_what_the_statement_says(statement: str, quote: str) -> None:
    (score,) = load_model().scores([(statement, quote)])
    assert score.supports < 0.5, score


@pytest.mark.parametrize(("statement", "quote"), CONTRADICTED)
def test_says_the_opposite(statement: str, quote: str) -> None:
    (score,) = load_model().scores([(statement, quote)])
    assert score.contradicts == max(score[:3]), score


def test_a_score_depends_on_no_other_pair_and_on_no_order() -> None:
    pairs = [*SUPPORTED, *UNSUPPORTED, (SAID * 4, SAID)]
    together = load_model().scores(pairs)
    assert load_model().scores(pairs[::-1]) == together[::-1]
    assert tuple(load_model().scores([pair])[0] for pair in pairs) == together


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("", ""),
        (SAID, ""),
        ("", SAID),
        (SAID * 200, SAID * 200),
        ("Официальное признание не обсуждается.", "признание не обсуждается"),
        ("\x00\ud83d\ufffd 我们 £5 ½", "“…”"),
    ],
    ids=["empty", "no quote", "no statement", "huge", "Russian", "odd"],
)
def test_shares_sum_to_one_for_any_text(statement: str, quote: str) -> None:
    (score,) = load_model().scores([(statement, quote)])
    assert score._fields == LABELS
    assert sum(score[:3]) == pytest.approx(1.0)
    assert min(score) >= 0.0


def test_no_pairs_no_scores() -> None:
    assert load_model().scores([]) == ()


def test_typography_makes_no_difference() -> None:
    plain = ('He said "it\'s over" - twice.', "It's over")
    curly = ("He said “it’s over” – twice.", "It’s over")
    one, other = load_model().scores([plain, curly])
    assert one == other


def test_the_model_is_loaded_once() -> None:
    assert load_model() is load_model()


def test_runs_without_torch_and_loads_nothing_until_asked() -> None:
    program = (
        "import sys; from checker.model import load_model;"
        "assert 'onnxruntime' not in sys.modules and 'numpy' not in sys.modules;"
        "load_model().scores([('a', 'b')]);"
        "print([m for m in ('torch', 'transformers', 'tokenizers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["pairs.onnx", "model.json", "vocab.txt"])
def test_a_missing_file_is_told_with_a_next_step(name: str, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: cannot be read; install"):
        PairModel.load(folder)


@pytest.mark.parametrize("name", ["pairs.onnx", "model.json", "vocab.txt"])
def test_a_damaged_file_is_told_with_a_next_step(name: str, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    path = folder / name
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ModelError, match=rf"{name}: .*shipped; install"):
        PairModel.load(folder)


def _copy(target: Path) -> Path:
    shutil.copytree(FOLDER, target / "model")
    return target / "model"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        ("A new administration is in power now.", (1037, 2047, 3447, 2003, 1999, 2373, 2085, 1012)),
        ("unfreezing", (4895, 23301, 6774)),
        ("x" * 101, (100,)),
        ("☃", (100,)),
    ],
)
def test_tokens_are_those_of_the_vocabulary(text: str, numbers: tuple[int, ...]) -> None:
    pieces = WordPieces((FOLDER / "vocab.txt").read_text(encoding="utf-8").splitlines())
    assert pieces.numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("He’s won 1.5m", ("he", "'", "s", "won", "1", ".", "5m")),
        ("café\u200b №5", ("cafe", "№5")),
        ("我们 ok", ("我", "们", "ok")),
        ("Çavuşoğlu–Лавров", ("cavusoglu", "-", "лавров")),
    ],
)
def test_words_are_cut_as_bert_cuts_them(text: str, cut: tuple[str, ...]) -> None:
    assert words(text) == cut


def test_tidy_joins_what_a_treebank_parted() -> None:
    assert tidy("It does n't `` work '' -LRB- yet -RRB-") == 'It doesn\'t " work " ( yet )'


def test_asking_leaves_nothing_in_the_users_home(tmp_path: Path) -> None:
    code = (
        "from checker.model import load_model;"
        "print(load_model().scores([('The talks end.', 'The talks are over.')])[0].supports)"
    )
    asked = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    asked |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", code], env=asked, check=True)
    assert list(tmp_path.rglob("*")) == []
