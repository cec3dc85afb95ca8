"""Standing ties told by participles and nouns ("التابعة لـ", "المدعوم من", "قائد X"), read word by word.

A phrase is maximal ("مقاتلون من الفصائل الموالية للحكومة"), so both ends of a tie often stand in one phrase: the end
before the word is the name that stops there or holds it, the end behind it is the name that begins there.
"""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.filling import fill
from tawatur.reports.roles.record import Roles, admitted, role_map

NEAR = 3  # words between the tie and the name behind its preposition


def fill_tie(page: Page, word: int, sense: Sense) -> Roles:
    """The two ends of a tie: around the word itself for participles and nouns, by the clause for verbs."""
    if sense.shape == "verb" or (sense.shape == "phrase" and page.chunks[page.chunk_of[word]].kind == "verb"):
        return fill(page, word, sense)
    roles = _around(page, word, sense)
    if sense.entry.type == "commands" and sense.shape == "noun":
        return (
            roles if roles.actors and roles.actors[0].klass == "person" else Roles(rule="title_without_name")
        )
    if roles.actors and roles.recipients:
        return roles
    return fill(page, word, sense) if sense.shape in ("noun", "masdar", "phrase") else roles


def _around(page: Page, word: int, sense: Sense) -> Roles:
    mapping, roles = role_map(sense), Roles(rule=f"tie_{sense.shape}")
    before = _before(page, word)
    slot, after = _after(page, word)
    if sense.shape == "passive":
        front, back = "object", slot if slot in mapping else "subject"
    elif sense.shape == "active":
        front, back = "subject", slot or "object"
    else:
        front, back = "subject", slot or "genitive"
        mapping.setdefault("genitive", "recipient")
    _give(roles, mapping.get(front, ""), before, sense)
    _give(roles, mapping.get(back, ""), after, sense)
    return roles


def _give(roles: Roles, role: str, actors: tuple[ActorPhrase, ...], sense: Sense) -> None:
    for actor in actors:
        if role in ("actor", "recipient", "party") and admitted(sense.entry, role, actor):
            (roles.recipients if role == "recipient" else roles.actors).append(actor)


def _before(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """The names that stop right before a word, or else the smallest that holds it and begins before it."""
    chunk = page.chunk_of[word]
    stops: list[ActorPhrase] = []
    for number in range(word - 1, max(word - 14, -1), -1):
        for actor in page.actors_at.get(number, ()):
            if not actor.adjective and (
                actor.last == word or (actor.last == word - 1 and _light(page, word - 1))
            ):
                stops.append(actor)
    if stops:
        return (max(stops, key=lambda a: a.last - a.first),)
    outer = page.chunks[chunk].actor if chunk >= 0 else None
    if outer is not None and outer.first <= word < outer.last:
        return (outer,)
    left = page.chunks[chunk - 1] if chunk > page.sentence_first[chunk] else None
    if left is not None and left.kind == "noun" and left.last >= word - 1 and page.chunks[chunk].head == word:
        return tuple(a for a in (left.actor or left.owner,) if a is not None)
    return ()


def _light(page: Page, word: int) -> bool:
    return page.text.words[word].kind == "punctuation"


def _after(page: Page, word: int) -> tuple[str, tuple[ActorPhrase, ...]]:
    """The preposition and name behind a word: attached ("للحكومة"), separate ("من إيران"), or none (a genitive)."""
    words, slot = page.text.words, ""
    for number in range(word + 1, min(word + 1 + NEAR, len(words))):
        if words[number].kind == "punctuation" and words[number].text not in ('"', "«", "»", "“", "”", "ـ"):
            return slot, ()
        named = [a for a in page.actors_at.get(number, ()) if not a.adjective or slot]
        if named:
            slot = slot or words[number].preposition
            return slot, (max(named, key=lambda a: a.last - a.first),)
        stem = words[number].stem_key
        if words[number].pos == "preposition" or stem in ("من", "ل", "علي", "ب", "في", "مع", "الي", "عن"):
            slot = "من قبل" if slot == "من" and stem == "قبل" else key(stem)
    return slot, ()
