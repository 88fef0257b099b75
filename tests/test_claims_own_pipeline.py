"""A user's installed spaCy pipeline beside our rules: a small one, trained and saved here."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from cli_runner import assert_one_line, run
from spacy.pipeline import EntityRuler
from spacy.training import Example
from thinc.api import fix_random_seed

from claims.errors import SettingsError
from claims.extract import extract
from claims.models import Document
from claims.people import load_people

NOT_BY_RULES = (
    'Anna Berg from the harbour board, with a smile, described "a great step for all of us here".'
)
WORDS = "Anna Berg from the harbour board , with a smile , described this .".split()
HEADS = [11, 0, 5, 5, 5, 0, 11, 9, 9, 11, 11, 11, 11, 11]
DEPS = "nsubj flat case det compound nmod punct case det obl punct ROOT obj punct".split()
EMBEDDING = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "width": 32,
    "depth": 1,
    "embed_size": 300,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": True,
    "pretrained_vectors": None,
}


@pytest.fixture(scope="module")
def parser(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with a pipeline that has learnt one sentence."""
    nlp = spacy.blank("en")
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 32,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": EMBEDDING,
    }
    nlp.add_pipe("parser", config={"model": model, "min_action_freq": 1})
    doc = spacy.tokens.Doc(nlp.vocab, words=WORDS)
    learnt = [Example.from_dict(doc, {"heads": HEADS, "deps": DEPS})]
    fix_random_seed(0)
    optimizer = nlp.initialize(lambda: learnt)
    optimizer.learn_rate = 0.01
    for _ in range(60):
        nlp.update(learnt, sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline") / "small"
    nlp.to_disk(folder)
    return str(folder)


def speaker(text: str, *, model: str | None) -> str | None:
    found = extract(Document(text=text, path="a.txt"), people=load_people(), model=model)
    return found[0].speaker.name if found[0].speaker is not None else None


def test_the_parser_names_the_subject_where_no_rule_does(parser: str) -> None:
    assert speaker(NOT_BY_RULES, model=None) is None
    assert speaker(NOT_BY_RULES, model=parser) == "Anna Berg"


def test_what_the_rules_name_stays(parser: str) -> None:
    text = '"We go on as before," Lavrov said.'
    assert speaker(text, model=parser) == "Sergey Lavrov"


def test_a_person_the_pipeline_knows_gives_a_surname_its_full_name(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "PERSON", "pattern": "Oona Tveit"}])
    nlp.to_disk(tmp_path / "persons")
    text = 'Oona Tveit at the quay.\n\n"We go on as before," Tveit said.'
    assert speaker(text, model=None) == "Tveit"
    assert speaker(text, model=str(tmp_path / "persons")) == "Oona Tveit"


def test_a_pipeline_that_cannot_be_used_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    (tmp_path / "empty").mkdir()
    for named, part in (
        ("no_such_pipeline", "cannot be loaded"),
        (str(tmp_path / "empty"), "cannot be loaded"),
        (str(tmp_path / "blank"), "neither parses nor names persons"),
    ):
        with pytest.raises(SettingsError, match=part) as raised:
            speaker(NOT_BY_RULES, model=named)
        assert "spacy_model" in raised.value.next_step


def test_the_settings_file_names_the_pipeline(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('spacy_model = "no_such_pipeline"\n', "utf-8")
    ran = run("check", NOT_BY_RULES, "--config", str(settings))
    assert_one_line(ran, "no_such_pipeline: the spaCy pipeline cannot be loaded", "spacy_model")
