"""Reads an example of mentions/actors: phrases with their actor, class, form and grammar."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.mentions.actors.reader import read_actors
from tawatur.mentions.places.reader import read_places
from tawatur.model.article import Article

ROOM = "mentions/actors"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """Every phrase of the sentence; `same` is its actor's first mention, `inside` whether it stands in another."""
    body = example["text"]
    text = analyse(body)
    article = Article(id="example", path="example", sha256="", text=body, body=())
    read = read_actors(text, article, read_places(text))
    entities = {entity.id: entity for entity in read.entities}
    told = []
    for phrase in read.phrases:
        entity = entities[phrase.entity]
        told.append(
            {
                "span": (phrase.span.start, phrase.span.end),
                "kb": entity.kb,
                "ar": entity.name["ar"],
                "en": entity.name["en"],
                "kind": entity.kind,
                "affiliation": entity.affiliation,
                "klass": phrase.klass,
                "form": phrase.form,
                "gender": phrase.gender,
                "number": phrase.number,
                "definite": phrase.definite,
                "adjective": phrase.adjective,
                "anonymous": phrase.anonymous,
                "colour": phrase.colour,
                "quantity": phrase.quantity.of(body) if phrase.quantity else None,
                "head": text.words[phrase.head].text,
                "inside": phrase.inside is not None,
                "same": entity.mentions[0].of(body),
                "rule": phrase.rule,
            }
        )
    return told
