"""The knowledge base of actors: enough of them, well-formed, each one found by its own names."""

from collections import Counter

from tawatur.mentions.actors.heads import heads
from tawatur.mentions.actors.known import at_office, known, near_of, tied
from tawatur.mentions.actors.trie import END, names


def test_at_least_900_known_actors_and_150_outlets() -> None:
    assert len(known()) >= 900
    assert sum(actor.kind == "media" for actor in known().values()) >= 150


def test_at_least_500_heads_of_every_class_that_acts() -> None:
    lemmas = {form.head.head for form in heads().values()}
    assert len(lemmas) >= 500
    classes = Counter(form.head.klass for form in heads().values())
    assert {"armed", "office", "civilians", "source", "media", "weapon", "political", "organisation"} <= set(classes)


def test_every_affiliation_says_its_source() -> None:
    assert all(tie.source for actor in known().values() for tie in actor.affiliation)


def test_government_army_and_office_are_found_from_the_state() -> None:
    assert tied("government_of", "syria") == "syrian-government"
    assert tied("army_of", "russia") == "russian-army"
    assert at_office("usa", "defence-ministry") == "pentagon"
    assert "iran" in near_of("hezbollah")


def test_a_common_word_is_an_unsure_name_of_several() -> None:
    named = names()["المقاومه"][END]
    assert named.form == "unsure"
    assert {"hezbollah", "popular-resistance-yemen"} <= set(named.candidates)
