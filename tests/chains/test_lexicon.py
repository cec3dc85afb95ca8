"""Every speech verb is fired by an example, and the files of this room refuse what is malformed."""

from pathlib import Path

import pytest
import yaml

import tawatur.chains
from tawatur.arabic.analyse import analyse
from tawatur.chains import lexicon
from tawatur.chains.lexicon import ALIKE, classes, hidden_verbs, nouns, speech_verbs, verbs
from tawatur.errors import KnowledgeError

EXAMPLES = Path(tawatur.chains.__file__).parent / "examples.yml"


def test_every_speech_verb_stands_in_an_example() -> None:
    fired: set[str] = set()
    for example in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))["examples"]:
        for word in analyse(example["text"]).words:
            found = speech_verbs(word) or (hidden_verbs().get(word.stem_key, ()) if word.stem_key in ALIKE else ())
            fired |= {verb.lemma for verb, _ in found}
    assert set(verbs()) - fired == set()


def test_openers_are_kept_as_keys() -> None:
    (verb,) = verbs()["أشار"]
    assert {"الي", "clause"} <= verb.opens


def test_plural_nouns_know_that_they_are_plural() -> None:
    assert nouns()["مصادر"][1]
    assert not nouns()["مصدر"][1]


def test_closed_classes_hold_keys_only() -> None:
    assert ("علي", "حد", "قول") in classes()["before_source"]


def test_a_malformed_entry_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="قال"):
        lexicon._convert({"lemma": "قال", "pos": "verb", "form": "one"}, lexicon.SpeechVerb)
