"""Actor phrases as possible speakers: where they begin and end, and what only looks like one."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase, Named
from tawatur.model.reading import Entity


def is_surname(word: Word) -> bool:
    """Whether a word may end a personal name: no plain noun with its article ("الوزير", "الجيش")."""
    return "ال" not in word.prefixes or word.pos in ("name", "adjective", "other") or word.key.endswith("ي")


def unnamed(phrase: ActorPhrase, entity: Entity | None) -> bool:
    """ "مسؤول إقليمي بارز": an indefinite person of whom only the office is told."""
    return (
        not phrase.definite
        and phrase.form == "role"
        and phrase.klass in ("office", "source", "person", "armed", "political", "group")
        and (entity is None or entity.kb is None)
    )


def misread(words: tuple[Word, ...], phrase: ActorPhrase) -> bool:
    """Whether what looks like an actor is a verb and its subject: "وتابع «المرصد» أن": a verb, no follower of his."""
    return words[phrase.first].stem_key == "تابع" and words[phrase.first].conjunction == "و"


def ends_of(words: tuple[Word, ...], named: Named) -> tuple[dict[int, ActorPhrase], dict[int, ActorPhrase]]:
    first: dict[int, ActorPhrase] = {}
    last: dict[int, ActorPhrase] = {}
    wrong = {n for n, phrase in enumerate(named.actors) if misread(words, phrase)}
    for n, phrase in enumerate(named.actors):
        if n not in wrong and (phrase.inside is None or phrase.inside in wrong) and not phrase.adjective:
            if phrase.first not in first or phrase.last > first[phrase.first].last:
                first[phrase.first] = phrase
            if phrase.last not in last or phrase.first < last[phrase.last].first:
                last[phrase.last] = phrase
    return first, last
